/*
 * What publishing a paper and proving that it was published have in common.
 */
#ifndef CMD_PUBLISH_H
#define CMD_PUBLISH_H

#include "command.h"
#include "record/published.h"

/* One run. Its parts are released by command_publish(). */
struct publication {
	const struct command *command;
	struct repo *repo;
	struct record *record; /* of HEAD */
	struct cabinet cabinet;
	const struct filed *filed;
	const struct filed_version *version; /* that stands */
	const struct paper *paper;           /* of that version */
	bool json;                           /* how it is told */
	struct arena arena;
	struct error error;
};

/* A tag by which a meeting is known, and what it leads to; none where there is no such tag. */
struct meeting_tag {
	const char *name;
	struct object_id commit;
};

enum { MEETING_TAGS = 2 };

/*
 * The tags that the paper may have: that of its meeting, as the plan gives it or
 * COMMITTEE/DATE, and the same with the paper's id, where another paper was first.
 */
int publication_tags(struct publication *publication, struct meeting_tag tags[MEETING_TAGS])
	__attribute__((warn_unused_result));

/* The name that the tag gets, which nothing has yet; NULL with the error filled. */
const char *publication_tag(struct publication *publication);

/* What came of a run. */
struct outcome {
	const char *words;       /* behind the path: "is published" */
	const char *tag, *as_of; /* NULL where there is none */
	struct object_id commit; /* that published; none where there is none */
	size_t bytes;            /* of the page, where that was proved; else 0 */
	const char **doubts;     /* sentences; with any nothing is proved */
	size_t doubt_count, doubt_room;
};

/* Prints it, as text or as JSON; STATUS_FINDINGS where there are doubts. */
enum status publication_tell(const struct publication *publication, const struct outcome *outcome);

/* `ragtrail publish --verify`. */
enum status publication_verify(struct publication *publication);

#endif
