/*
 * How the bytes look that store.c writes and takes, and store_load.c takes piece by piece:
 * a head, sections of rows, and the texts that these name. recalled.c has texts and readings in the
 * same form.
 */
#ifndef RECORD_STORED_H
#define RECORD_STORED_H

#include <stdint.h>

#include "record/store.h"

/* Numbers of texts are their offsets; 0 stands for none. */
struct stored_head {
	char magic[8];
	char program[40];
	uint32_t whole;
	uint32_t from, to; /* the commits */
	uint32_t links, changes, paths, blobs, landings, texts;
	struct object_id receipts;
	uint64_t checksum; /* of all that is before and behind it: see stored_checksum() */
};

struct stored_commit {
	struct object_id id;
	uint32_t number, links, author, author_mail, committer, committer_mail, subject, account;
	uint32_t flags;
	int64_t authored, committed, received;
};

enum { COMMIT_BACKWARDS = 1, COMMIT_MERGE = 2, COMMIT_LATE = 4 };

/* What a commit says of itself; of a part, whose commits both sides know. */
struct stored_facts {
	uint32_t author, author_mail, committer, committer_mail, subject, nothing;
	int64_t authored, committed;
};

struct stored_link {
	uint32_t parent, changes;
};

struct stored_change {
	uint32_t path, before, after;
	uint8_t type, gone, nothing[2];
};

struct stored_reading {
	uint32_t workstream, rag, sponsor, correction, raised_by, why;
	int32_t first, last, agreed, forecast;
	uint32_t flags;
};

enum {
	READING_KNOWN = 1,
	READING_SAYS = 2,
	READING_DRAFT = 4,
	READING_IMPORTED = 8,
	READING_PLAN = 16,
	READING_EXEMPT = 32
};

/* A head of this program, without numbers. */
struct stored_head stored_head(void);

/* True for the head of bytes that this program wrote. */
bool stored_is_ours(const struct stored_head *head);

/*
 * The texts of what was stored. An offset that nobody has vouched for yet names a text too:
 * they have a NUL behind their end.
 */
struct stored_texts {
	const char *bytes;
	size_t length;
};

/* With what the checksum of the sections begins: the checksum of the head and the texts. */
uint64_t stored_seed(const struct stored_head *head, const struct stored_texts *texts);

/* The text, or NULL for none. */
const char *stored_text(const struct stored_texts *texts, uint32_t offset);

/* The same; "" for none. */
const char *stored_text_or_empty(const struct stored_texts *texts, uint32_t offset);

/* Of what is no day: none, as of a file that nobody wrote. */
struct date stored_date(int32_t number);
int32_t stored_number(struct date date);

/* The texts of what is being written. Begin with stored_begin(), end with stored_end(). */
struct stored_writer {
	struct buf bytes;
	struct map offsets; /* of texts that are likely to come again */
};

void stored_begin(struct stored_writer *writer);
void stored_end(struct stored_writer *writer);

/* The offset of the text, which is written once however often it is given. TEXT may be NULL. */
uint32_t stored_share(struct stored_writer *writer, const char *text);

/* What a blob says, to be written. */
struct stored_reading stored_reading(struct stored_writer *writer, const struct told *told);

/* What a blob says; its reading into READING. */
void stored_told(const struct stored_texts *texts, const struct stored_reading *stored,
                 struct readings *readings, struct reading *reading, struct told *told);

#endif
