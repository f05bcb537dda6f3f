/*
 * The rules and their pages as text for a terminal.
 */
#ifndef VIEW_RULES_VIEW_H
#define VIEW_RULES_VIEW_H

#include "rules/rules.h"
#include "view/lines.h"

/* Every rule: its id, its severity, what it wants. */
void rules_as_text(const struct layout *layout, struct buf *out);

/* The page of one rule. */
void rule_as_text(const struct rule *rule, const struct layout *layout, struct buf *out);

#endif
