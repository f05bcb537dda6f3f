/*
 * Plain words before YAML: the slips that officers make in front matter, each told by
 * what was typed and what to type instead.
 *
 * Some make the front matter unreadable: libyaml then stops a line later and speaks of
 * tokens. plain_explain() looks for the slip itself, and only then, so that no front
 * matter that can be read is ever accused. Others can be read, but say something else
 * than was meant: they are asked of each value and name as it is read. None of this
 * changes what is read.
 *
 * plain.c goes over names and values, plain_line.c and plain_value.c hold a row and a
 * function for each slip, plain_read.c those of what can be read, plain_fence.c those
 * of the line that ends it all.
 */
#ifndef DOCUMENT_PLAIN_H
#define DOCUMENT_PLAIN_H

#include "document/fault.h"
#include "document/front.h"
#include "document/source.h"

struct field;

struct slip {
	const char *rule; /* static */
	const char *at;   /* in the front matter */
	const char *message;
};

struct slips {
	struct arena *arena;
	struct slip *items;
	size_t count, room;
};

/* The slips of a front matter that libyaml cannot read, in their order. */
void plain_find(const struct source *source, struct slips *slips);

/*
 * Adds these slips to the faults. False where none of them stands on the line on which
 * libyaml gave up, or above it: then it is not known what is wrong there.
 */
bool plain_explain(const struct source *source, int line, struct faults *faults);

/*
 * Each is true when there is nothing to say of a value that could be read, or of a name
 * that is no field. TEXT is the node's, trimmed, or NULL where it is empty.
 */
bool plain_value_reads_well(const struct field *field, const struct node *node, const char *text,
                            struct faults *faults);
bool plain_item_reads_well(const struct node *node, struct faults *faults);
bool plain_name_reads_well(const struct node *node, struct faults *faults);

/* True for a name that begins with the bullet of a list. */
bool plain_begins_item(const char *text);

/*
 * Where the closing line of a front matter that has none should stand, among LENGTH
 * bytes that begin on the line FIRST: a line that was to be `---`, or a heading. False
 * where nothing shows it. WORDS says what to do.
 */
bool plain_fence(const char *bytes, size_t length, int first, struct place *place,
                 const char **words);

#endif
