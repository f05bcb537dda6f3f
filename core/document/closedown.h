/*
 * The kind `closedown`: what a plan's phase leaves behind, task by task. Each task has its
 * evidence, what is outstanding, one disposition, and a place where it goes on.
 */
#ifndef DOCUMENT_CLOSEDOWN_H
#define DOCUMENT_CLOSEDOWN_H

#include "document/plan.h"

struct task_evidence {
	struct place place;
	struct value text, committee, on, link;
};

struct acceptance {
	struct place place;
	struct value by, on;
};

struct closedown_task {
	struct place place;
	struct value id, workstream, task, to, reason;
	struct list disposition; /* one; a paper may give two, which is a finding */
	struct list evidence;    /* struct task_evidence */
	struct list outstanding;
	/* Ids of the workstream's outcomes and milestones; tasks that it took over (see
	 * task_name_read()), which go on with this one. */
	struct list covers;
	struct acceptance accepted;
};

struct closedown {
	struct common common;
	struct value id, title, date;
	struct list tasks; /* struct closedown_task */
};

extern const struct shape closedown_shape;

/* What a disposition says of the work that is left, in the order of the words of `means`. */
enum disposition_meaning {
	DISPOSITION_CLOSED, /* there is none, and nobody looks at it again */
	DISPOSITION_KEPT,   /* it is done; a review of it stays with somebody */
	DISPOSITION_MOVED,  /* it goes on elsewhere, and `to` says where */
};

struct disposition {
	const char *id, *title;
	enum disposition_meaning meaning;
};

/* Those of the paper that closed phase 2 of an improvement plan, for plans that list none. */
enum { DISPOSITIONS_USUAL = 4 };
extern const struct disposition dispositions_usual[DISPOSITIONS_USUAL];

/*
 * The disposition that the plan (NULL: any) lists under this id: true, with *DISPOSITION
 * filled. Its texts are the plan's.
 */
bool disposition_named(const struct plan *plan, const char *id, struct disposition *disposition);

/* The task's one disposition, where it has one that is known. */
bool task_disposition(const struct plan *plan, const struct closedown_task *task,
                      struct disposition *disposition);

enum { ID_TEXT_SIZE = 65 /* of an id, which has 64 letters at most */ };

/* Where a task goes, where that is `plan/workstream`. */
struct task_destination {
	char plan[ID_TEXT_SIZE], workstream[ID_TEXT_SIZE];
};

/* False for any other text, such as a directorate's plan by its name. */
bool destination_read(const char *text, struct task_destination *destination);

/* A task of a close-down, as `inherits` and `covers` name it. */
struct task_name {
	char plan[ID_TEXT_SIZE]; /* "" where it is the plan that the document is in */
	char closedown[ID_TEXT_SIZE], task[ID_TEXT_SIZE];
};

/* Reads `plan/closedown#task` or `closedown#task`; false for any other text. */
bool task_name_read(const char *text, struct task_name *name);

#endif
