/*
 * The proof that nothing of what is exempt from publication is in the site's files.
 *
 * It gathers the texts of what is exempt, in every version on record: titles, ids, the texts
 * of fields, sentences; and of an exempt workstream what each plan.md said of it. Then it is
 * handed every file. What stands in a published document too, or in the words of the program,
 * does not count: it would tell nothing. Dates, periods, numbers, ratings and words of a
 * choice are not looked for.
 */
#ifndef SITE_PROOF_H
#define SITE_PROOF_H

#include "record/filed.h"

struct proof;

/* The record and the cabinet must outlive it. *PROOF is to be freed on failure too. */
int proof_open(const struct record *record, const struct cabinet *cabinet, struct proof **proof,
               struct error *error) __attribute__((warn_unused_result));

/* PROOF may be NULL. */
void proof_free(struct proof *proof);

/*
 * Searches a file, and its path, which must outlive the proof. OURS: it is made from the
 * program alone, and what it says is known.
 */
void proof_search(struct proof *proof, const char *path, const char *bytes, size_t length,
                  bool ours);

/* When all was searched: 0, or -1 where something exempt was found; the error names it. */
int proof_judge(struct proof *proof, struct error *error) __attribute__((warn_unused_result));

#endif
