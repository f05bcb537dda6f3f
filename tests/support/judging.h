/*
 * Judging: what `check` has to say of documents, without the command around it.
 */
#ifndef SUPPORT_JUDGING_H
#define SUPPORT_JUDGING_H

#include "rules/range.h"
#include "support/sandbox.h"

/* Reads the working tree of the repository in FOLDER, and judges it. */
void judge_worktree(struct sandbox *sandbox, const char *folder, struct findings *findings);

/* The same, against the record of HEAD. */
void judge_on_record(struct sandbox *sandbox, const char *folder, struct findings *findings);

/* Judges it by the rules of candour too, against the record of HEAD where it is RECORDED. */
void judge_candour(struct sandbox *sandbox, const char *folder, bool recorded,
                   struct findings *findings);
const char *judged_candour(struct sandbox *sandbox, const char *folder, bool recorded);

/* The same as text, a line a finding. It lives as long as the sandbox. */
const char *judged_worktree(struct sandbox *sandbox, const char *folder);

/* The same, against the record of HEAD. */
const char *judged_on_record(struct sandbox *sandbox, const char *folder);

/* The same of the tree of HEAD's commit, without the record. */
const char *judged_head(struct sandbox *sandbox, const char *folder);

/* What a push of the last commit is told, of the repository in FOLDER. */
void judge_landing(struct sandbox *sandbox, const char *folder, struct findings *findings);

/*
 * What the landings of TO that are no landings of FROM (NULL: all of them) bring, where
 * rules about who may do what count.
 */
const char *judged_range(struct sandbox *sandbox, const char *folder, const char *from,
                         const char *to);

/* TEXT with its first FROM replaced by TO; fails the test where there is none. */
const char *replaced(struct sandbox *sandbox, const char *text, const char *from, const char *to);

#endif
