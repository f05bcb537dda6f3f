#include "record/roles.h"

#include <string.h>

#include "base/text.h"

static const char key_mark[] = "key:";

/* The address of an entry `key:ADDRESS`, or NULL for any other. */
static const char *role_key(const char *entry)
{
	return strncmp(entry, key_mark, strlen(key_mark)) == 0 ? entry + strlen(key_mark) : NULL;
}

bool role_is_clear(const char *entry)
{
	const char *address = role_key(entry) != NULL ? role_key(entry) : entry;
	const char *at = strchr(address, '@');
	return at != NULL && at != address && at[1] != '\0' && strchr(at + 1, '@') == NULL &&
	       strpbrk(address, " \t<>,;:\"") == NULL;
}

const struct list *roles_raters(const struct plan *plan, const char *workstream)
{
	static const struct list nobody = {0};
	if (plan == NULL)
		return &nobody;
	if (workstream == NULL)
		return &plan->raters;
	const struct workstream *row = plan_workstream(plan, workstream);
	return row == NULL ? &nobody : &row->raters;
}

bool roles_named(const struct list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (LIST_OF(struct value, *list)[i].text != NULL)
			return true;
	return false;
}

enum warrant roles_find(const struct list *list, const char *email)
{
	enum warrant found = roles_named(list) ? WARRANT_LACKING : WARRANT_OPEN;
	for (size_t i = 0; i < list->count; i++) {
		const char *entry = LIST_OF(struct value, *list)[i].text;
		const char *key = entry == NULL ? NULL : role_key(entry);
		if (entry == NULL)
			continue;
		/* Somebody who is named both ways has to prove it. */
		if (key != NULL && text_equal_folded(key, email))
			return WARRANT_UNPROVEN;
		if (key == NULL && text_equal_folded(entry, email))
			found = WARRANT_GIVEN;
	}
	return found;
}
