#include "record/registers.h"

#include <string.h>

static void add(struct registers *registers, const struct plan *own, const struct plan *plan)
{
	const char *name = own->organisation.text;
	bool shared = plan != NULL && name != NULL && plan->organisation.text != NULL &&
	              strcmp(plan->organisation.text, name) == 0;
	if (plan != own && shared)
		registers->plans[registers->count++] = plan;
}

static struct registers begin(const struct plan *own, size_t most, struct arena *arena)
{
	struct registers registers = {arena_new(arena, most * sizeof(*registers.plans)), 0};
	registers.plans[registers.count++] = own;
	return registers;
}

struct registers registers_of_folder(const struct collection *collection,
                                     const struct folder *folder, struct arena *arena)
{
	if (folder->plan == NULL)
		return (struct registers){NULL, 0};
	struct registers registers = begin(folder->plan, collection->count + 1, arena);
	for (size_t i = 0; i < collection->count; i++)
		add(&registers, folder->plan, collection->folders[i].plan);
	return registers;
}

struct registers registers_of_plan(const struct record *record, const struct plan_record *plan,
                                   struct arena *arena)
{
	if (plan->plan == NULL)
		return (struct registers){NULL, 0};
	struct registers registers = begin(plan->plan, record->count + 1, arena);
	for (size_t i = 0; i < record->count; i++) {
		if (!exempt_is_set(&record->plans[i].plan->common.exempt))
			add(&registers, plan->plan, record->plans[i].plan);
	}
	return registers;
}

const struct committee *registers_committee(const struct registers *registers, const char *id)
{
	for (size_t i = 0; i < registers->count; i++) {
		const struct list *list = &registers->plans[i]->committees;
		const struct committee *rows = LIST_OF(struct committee, *list);
		for (size_t j = 0; j < list->count; j++)
			if (rows[j].id.text != NULL && strcmp(rows[j].id.text, id) == 0)
				return &rows[j];
	}
	return NULL;
}

const struct organisation *registers_organisation(const struct registers *registers, const char *id)
{
	for (size_t i = 0; i < registers->count; i++) {
		const struct list *list = &registers->plans[i]->organisations;
		const struct organisation *rows = LIST_OF(struct organisation, *list);
		for (size_t j = 0; j < list->count; j++)
			if (rows[j].id.text != NULL && strcmp(rows[j].id.text, id) == 0)
				return &rows[j];
	}
	return NULL;
}

const struct meeting *registers_meeting(const struct registers *registers, const char *committee,
                                        struct date date)
{
	for (size_t i = 0; i < registers->count; i++) {
		const struct list *list = &registers->plans[i]->meetings;
		const struct meeting *rows = LIST_OF(struct meeting, *list);
		for (size_t j = 0; j < list->count; j++)
			if (rows[j].committee.text != NULL && rows[j].date.valid &&
			    strcmp(rows[j].committee.text, committee) == 0 &&
			    date_days(rows[j].date.as.date) == date_days(date))
				return &rows[j];
	}
	return NULL;
}
