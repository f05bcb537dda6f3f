/*
 * The registers of an organisation: what any of its plans lists of its committees and of
 * the bodies that it deals with. Another organisation's plan never adds to them.
 */
#ifndef RECORD_REGISTERS_H
#define RECORD_REGISTERS_H

#include "record/collection.h"
#include "record/record.h"

struct registers {
	const struct plan **plans; /* of one organisation; the one that was asked about first */
	size_t count;
};

/* Those of the folder's organisation; nothing where its plan cannot be read. */
struct registers registers_of_folder(const struct collection *collection,
                                     const struct folder *folder, struct arena *arena);

/* The same of what is on record, but for plans that are kept back from the public. */
struct registers registers_of_plan(const struct record *record, const struct plan_record *plan,
                                   struct arena *arena);

/* The committee or organisation with this id, or NULL. */
const struct committee *registers_committee(const struct registers *registers, const char *id);
const struct organisation *registers_organisation(const struct registers *registers,
                                                  const char *id);

/* The committee's meeting of that day, or NULL. */
const struct meeting *registers_meeting(const struct registers *registers, const char *committee,
                                        struct date date);

#endif
