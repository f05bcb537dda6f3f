/*
 * Hand-overs: where the tasks of close-downs went, and whether they arrived.
 *
 * A hand-over has two sides. The close-down of one plan gives a task away (`disposition`,
 * `to`); a document of the receiving plan names it (`inherits` of a workstream in plan.md, or
 * of an update), and its owner accepts it (`accepted`, in the close-down). Until both have
 * been done it is open. Where the receiving plan is closed in its turn, a task of its
 * close-down says in `covers` which inherited tasks it accounts for: with that one they go
 * on. What counts is the last version of a close-down that is no draft.
 */
#ifndef RECORD_HANDOVER_H
#define RECORD_HANDOVER_H

#include "record/filed.h"

enum handover_state {
	HANDOVER_UNDECIDED,   /* the task has no disposition, or several */
	HANDOVER_UNPLACED,    /* it is moved, and `to` leads nowhere */
	HANDOVER_OFFERED,     /* nobody on the receiving side names it */
	HANDOVER_NAMED,       /* somebody does; nobody has accepted */
	HANDOVER_OUTSIDE,     /* it goes to a plan that is not kept here; nobody has accepted */
	HANDOVER_REOPENED,    /* it was closed, and is named again */
	HANDOVER_MOVED_AGAIN, /* a task of a later close-down accounts for it */
	HANDOVER_ACCEPTED,
	HANDOVER_CLOSED, /* there is nothing to hand over */
	HANDOVER_STATES,
};

/* A workstream names a task in `inherits`. */
struct handover_naming {
	const struct plan_record *plan;
	const char *workstream;        /* its id */
	const struct landing *landing; /* since when, without a break; NULL: not known */
};

/* One task of a close-down. */
struct handover {
	const struct filed *filed; /* the close-down */
	const struct closedown_task *task;
	const char *name;           /* "plan/closedown#task" */
	const struct series *giver; /* the task's own workstream, or NULL */
	enum handover_state state;
	struct disposition disposition; /* its id is NULL where it is undecided */
	/* Who has it: "plan/workstream", a directorate's plan by name; NULL: nobody. */
	const char *receiver;
	const struct plan_record *plan; /* of a receiving workstream that is on record, or NULL */
	const struct series *series;    /* and the workstream */
	const struct landing *offered;  /* since when it goes there */
	const struct handover_naming *named; /* by the receiving plan, or where it was reopened */
	const struct landing *accepted;      /* the landing that put the acceptance on record */
	const struct handover *next;         /* the task that accounts for it, or NULL */
	const struct handover **before;      /* the tasks that it accounts for */
	size_t before_count, before_room;
	bool beside_open; /* its receiver has one that is open, this one or another */
};

struct handovers {
	struct handover *items; /* by plan, close-down and as the close-down lists them */
	size_t count, room;
	/* All of them by receiver, those with anything open first; of one those that are open. */
	const struct handover **sorted;
	struct arena arena;
	struct plan_versions *plans;
};

/*
 * Reads the hand-overs of all plans. The record and the cabinet must outlive them. Release
 * with handovers_release(), on failure too.
 */
int handovers_read(const struct record *record, const struct cabinet *cabinet,
                   struct handovers *handovers, struct error *error)
	__attribute__((warn_unused_result));

void handovers_release(struct handovers *handovers);

/* The task with this id in the close-down, or NULL. */
const struct handover *handovers_find(const struct handovers *handovers, const struct filed *filed,
                                      const char *task);

/*
 * The whole way of the task: from the first close-down that had it, through this one, to the
 * last. Of several that a task accounts for the first is followed. Returns how many legs
 * there are; at most ROOM are written.
 */
size_t handover_journey(const struct handover *handover, const struct handover **legs, size_t room);

/* "moved-again": the state for programs; and in words, of which "moved again" is one. */
const char *handover_state_id(enum handover_state state);
const char *handover_state_words(enum handover_state state);

/* True while one of the two sides has still something to say. */
bool handover_is_open(const struct handover *handover);

/* True where work that was closed is taken up again, whatever became of it since. */
bool handover_is_reopened(const struct handover *handover);

/* True where the close-down says who accepted the task, and when. */
bool handover_is_accepted(const struct handover *handover);

#endif
