/*
 * The groups of pages, each ended by a row without id. Seen by page.c alone.
 */
#ifndef RULES_PAGES_H
#define RULES_PAGES_H

#include "rules/page.h"

extern const struct rule_page pages_form[];      /* about one document */
extern const struct rule_page pages_slips[];     /* about what YAML or Markdown misreads */
extern const struct rule_page pages_tree[];      /* about a plan's folder */
extern const struct rule_page pages_published[]; /* about papers */
extern const struct rule_page pages_past[];      /* about a plan's folder and the record */
extern const struct rule_page pages_signoff[];   /* about the sponsor's sign-off */
extern const struct rule_page pages_landing[];   /* about who may do what, and landings */

/* About one kind of document. */
extern const struct rule_page pages_actions[], pages_closedown[], pages_observation[];

/* Candour, family by family. */
extern const struct rule_page pages_schedule[], pages_dates[], pages_ledger[], pages_risks[],
	pages_rationale[], pages_claims[], pages_names[], pages_finish[], pages_roll_up[];

#endif
