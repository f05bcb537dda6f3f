/*
 * Clauses read as a whole: what the grammar has no construction for.
 *
 * A clause that names one subject and one level, movement or pace says that of it, whatever
 * its verb, where each other word of it is known to change nothing: a word that is unknown,
 * denies, asks, hopes or depends, is of another time, a second subject, a second level or a
 * name that nobody registered, and nothing is claimed. Two levels are a move where it is clear
 * which was first. Where a clause names the subject alone ("and Homes is too", "the same goes
 * for Homes"), what was said before is so of it.
 *
 * Seen by the parser of claims alone.
 */
#ifndef CANDOUR_CLAIM_WHOLE_H
#define CANDOUR_CLAIM_WHOLE_H

#include "candour/claim_parser.h"

enum { WHOLE_MOST_LEVELS = 2 };

/* What stands before a level, and so when a rating had it. */
enum whole_place { WHOLE_AT, WHOLE_FROM, WHOLE_LEFT };

struct whole_level {
	unsigned set;
	size_t at, end;
	enum whole_place place;
};

/* What was met in a clause. */
struct whole {
	size_t from, to; /* tokens of the clause */
	bool bad;        /* something that the reading has no use for */

	/* of whom */
	struct claim_subject counted;
	bool has_counted, denied_any;
	uint64_t names;
	bool we, it, group, programme, overall, rating, delivery, alone, both, sponsors;
	bool verdict; /* "is right", "is fair": of a rating */
	bool feels;   /* "content", "happy": whoever speaks */
	bool agreed;  /* "the agreed date" */
	bool noun;    /* "an upward trend" */
	bool vague;   /* "nothing" */
	bool begun;   /* "began the month at" */
	bool only;    /* "the only workstream" */
	bool same;    /* "the same": as each other, or as before */
	uint64_t except;

	/* what */
	struct whole_level levels[WHOLE_MOST_LEVELS];
	size_t level_count;
	unsigned directions;
	int paces, others; /* words of no other use */
	enum pace pace;
	int streak;
	bool stays, again, first, step, moves, likewise;

	/* how */
	int denials;
	bool was, hoped, proceeds, slipped;
	bool now, last; /* times that it names */
	size_t last_at; /* where the last time it names stands */
};

/* Reads the clauses of the sentence in which nothing before was claimed since MARK. */
void parse_whole(struct parser *parser, const struct claim *mark);

/* Takes in the tokens of the clause. */
void whole_read(struct parser *parser, struct whole *whole);

/* Takes in what the clause is about at AT: a count, a total; its end, or AT. */
size_t whole_take_subject(struct parser *parser, struct whole *whole, size_t at);

/* Takes in the levels at AT; their end. */
size_t whole_take_level(struct parser *parser, struct whole *whole, size_t at);

/* True for a mark that ends a clause, and for "but". */
bool whole_ends_at(const struct parser *parser, size_t at);

/* True where the token begins with a word of the list. */
bool whole_is_word(const struct parser *parser, size_t at, const char *list);

/* Takes out the claims since MARK that something beside them takes back. */
void check_claims(struct parser *parser, struct claim *mark);

/* True for a word that changes nothing in a clause about a rating. */
bool whole_word_is_plain(const char *word);

#endif
