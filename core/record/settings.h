/*
 * The settings of a plan by which its updates are judged: which they are, and whether two
 * versions of a plan.md have the same. What else a plan says (its title, people, meetings)
 * is no such setting.
 */
#ifndef RECORD_SETTINGS_H
#define RECORD_SETTINGS_H

#include "base/arena.h"
#include "document/plan.h"

struct setting {
	const char *name;       /* the field: "scale" */
	const char *workstream; /* of `raters`: whose; NULL where it is the plan's own */
};

struct settings {
	struct setting *items;
	size_t count, room;
};

/* Adds every setting that the two plans do not share; the texts are theirs. */
void settings_changed(const struct plan *before, const struct plan *after, struct arena *arena,
                      struct settings *changed);

/* True when both say the same; a plan may be NULL, which is the same as no other. */
bool setting_same(const struct setting *setting, const struct plan *a, const struct plan *b);

/* Where the plan has the setting; line 0 where it does not appear. */
struct place setting_place(const struct setting *setting, const struct plan *plan);

#endif
