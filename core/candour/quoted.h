/*
 * Milestones that a sentence calls by number or id, for the rule milestone-misquoted: seen
 * by quoted.c and quoted_claim.c alone.
 */
#ifndef CANDOUR_QUOTED_H
#define CANDOUR_QUOTED_H

#include "candour/gist.h"

enum {
	NUMBERED_MOST = 40, /* milestones of a list that prose can number */
	SEVERAL_MOST = 4,   /* that are named behind the first: "milestones 2 and 3" */
};

struct numbered {
	const char *id, *title;
	struct place place;
	struct gist gist;
	bool delivered;
	struct sentence words; /* of the title; none where it is no single sentence */
};

struct list_of_titles {
	struct numbered items[NUMBERED_MOST];
	size_t count;
	bool ids_have_numbers;
};

/* What a sentence says of a milestone that it mentions. */
enum claim_kind {
	CLAIM_VAGUE,   /* it is helped along, or worked on: "supports milestone 2" */
	CLAIM_OBJECT,  /* what stands before delivers it, or is it: "which delivered milestone 2" */
	CLAIM_SUBJECT, /* it was delivered: what, stands behind a colon, or is not said */
	CLAIM_TITLED,  /* what it is follows in brackets or quotation marks */
};

/* A mention of one milestone in a sentence, or of several: "milestones 2 and 3". */
struct quoting {
	size_t word, end; /* its own words */
	int number;       /* 0: by id */
	int others[SEVERAL_MOST];
	size_t other_count; /* those that are named behind it */
	const char *id;
	bool next; /* of the list of what is planned */
	enum claim_kind kind;
};

struct quotings {
	struct quoting items[NUMBERED_MOST];
	size_t count;
};

/* The row with this id, or NULL. */
const struct numbered *titles_row(const struct list_of_titles *list, const char *id);

/* The milestones of this period's list, or of what is planned, that the sentence mentions. */
void quotings_read(const struct list_of_titles *now, const struct list_of_titles *next,
                   const struct sentence *sentence, struct quotings *quotings);

#endif
