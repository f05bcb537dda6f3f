/*
 * What the files of the notes share: their state, and how they look.
 */
#ifndef SITE_NOTES_PARTS_H
#define SITE_NOTES_PARTS_H

#include <stddef.h>

#include "base/map.h"
#include "site/notes.h"

/* A finding, and what it is about. */
struct note {
	const struct finding *finding;
	const char *plan; /* the id of its folder; NULL: of none */
	const struct document *document;
	const char *place; /* the field or the section; NULL: none that is known */
	const char *page;  /* where it stands when it stands at no place */
	bool unread;       /* the document cannot be read at all */
	size_t shown;      /* on page number */
	struct note *next_of_document, *next_of_page;
};

/* A part of a page that is no part of what it says. */
struct span {
	size_t begin, end;
};

enum page_state { PAGE_SAME, PAGE_CHANGED, PAGE_NEW };

struct notes {
	struct note *items;
	size_t count;
	const struct notes *before;
	struct map by_document, by_page; /* the first note of each path */
	struct map made;                 /* uint64_t, what each page says, by its path */
	struct map kept;                 /* the paths of pages that were not made */
	struct object_id tip;
	size_t changed;
	uint64_t tag;
	struct arena arena;
	/* The page that is being made. */
	const char *path, *document;
	size_t pages;                /* its number, from 1 */
	ptrdiff_t head, banner, top; /* where these go; below 0: nowhere */
	struct span *spans;
	size_t span_count, span_room;
};

/* A note in a list, whose beginning it is where FIRST; where the list ends, `</ul>` follows. */
void note_add(struct html *html, const struct note *note, bool first);

/* The notes of the page that stand at no place of it. */
void notes_add_top(struct html *html);

void notes_add_banner(struct html *html, enum page_state state);

/* The style sheet and the script, which knows what it stands in by the tag. */
void notes_add_head(struct html *html);

#endif
