/*
 * The parser of claims, a file for each part of the grammar: subjects, what is said of
 * them, what comes behind, what stands before, what is said the other way round, and
 * sentences. Seen by those alone; the grammar stands in candour/claim.h.
 */
#ifndef CANDOUR_CLAIM_PARSER_H
#define CANDOUR_CLAIM_PARSER_H

#include "candour/claim.h"

enum { PARSER_MOST_LISTED = 8, PARSER_MOST_VERBS = 14 };

/* Names or levels in the order in which they were written. */
struct parser_list {
	int items[PARSER_MOST_LISTED];
	size_t count; /* more than there is room for: not all are there */
};

struct parser {
	const struct story *story;
	const struct chapter *chapter;
	struct arena *arena; /* the story's: of claims */
	const struct tokens *tokens;
	struct claims *claims;
	int self;        /* the strand of an update; -1 in an overview */
	bool plural;     /* a group of strands was named in this passage */
	bool milestones; /* the group named last is milestones */
	bool named;      /* a strand was named in this passage */
	int total;       /* of the group: "of the five workstreams, three ..."; -1: not said */
	uint64_t except; /* "with the exception of X, all ..." */
	int spared;      /* "with one exception, all ...": 1 */
	bool excepting;  /* the sentence names an exception */
	unsigned levels; /* of the claim before, for "two of them for a second month" */
	bool several;    /* a group was named in this sentence */
	bool opened;     /* the clause began with "for these reasons" and the like */
	struct claim_subject topic; /* whom "it" and "and is" are of */
	bool about;                 /* there is a topic */
	bool carried;     /* from the sentence before: only for "it" at the start of this one */
	bool first;       /* "for the first time, X is ..." */
	int streak;       /* "for a second month in a row, X is ..."; 0: none */
	unsigned earlier; /* "previously Amber, X is ..."; 0: none */
	enum when when;   /* what a time at the start of the clause says; WHEN_NOW: none */
	bool timed;
	struct parser_list names_listed, levels_listed;
	bool elsewhere;  /* something unknown stands before: "in the first phase, ..." */
	bool since;      /* the same of "since": */
	bool hoped;      /* here nothing is claimed */
	uint64_t spoken; /* the strands that the sentence before named */
};

/* What the verbs before it do to what is said. */
struct manner {
	bool verb, denied, longer, was, had, have, rated, still, again, timed, once, all, rating;
	int stay; /* 0: no; 1: "remain"; 2: "continue"; 3: "hold" */
	int streak;
	enum when when;
	bool proceed;
};

/* How what stands behind a subject is read. */
enum predicate { READ_VERB, READ_LEVELS, READ_TREND, READ_COMPARED, READ_PACE, READ_OUTCOME };

const struct token *parser_token(const struct parser *parser, size_t at);
bool parser_is(const struct parser *parser, size_t at, enum token_type type);

/* Behind articles and adverbs. */
size_t parser_skip(const struct parser *parser, size_t at, enum token_type type);
size_t parser_skip_adverbs(const struct parser *parser, size_t at);

/* True where the last word of the token is in the list. */
bool parser_ends_with(const struct parser *parser, size_t at, const char *list);

/* Takes the verb at AT in. False where it is none. */
bool parser_take_verb(const struct parser *parser, size_t at, struct manner *manner);

/* "put down Amber": a rating that was given, and none that moved. */
bool parser_is_put(const struct parser *parser, size_t at);

enum predicate parser_reading(const struct parser *parser, size_t at,
                              const struct claim_subject *subject);

/* A list of names from AT on, as a set; returns its end, or AT where there is none. */
size_t parse_names(struct parser *parser, size_t at, uint64_t *names);

/* A set of levels from AT on: "a rating of Green or Amber, or better". The same. */
size_t parse_levels(struct parser *parser, size_t at, unsigned *levels);

/* "of the five", "(of five)", "out of 5": the total, behind a quantity. The same. */
size_t parse_total(struct parser *parser, size_t at, struct claim_subject *subject);

/* The same behind the group: "workstreams out of five". */
size_t parse_late_total(const struct parser *parser, size_t at, struct claim_subject *subject);

/* "improvement themes", "milestones due": the group that is counted. The same. */
size_t parse_group(struct parser *parser, size_t at, struct claim_subject *subject);

/* "the ratings", "our workstreams": all of them, though that is not said. The same. */
size_t parse_generic(struct parser *parser, size_t at, struct claim_subject *subject);

/* "for Procurement" behind what was said: then it is of that. The same. */
size_t parse_whom(struct parser *parser, size_t at, struct claim_subject *subject);

/* A subject from AT on. The same. */
size_t parse_subject(struct parser *parser, size_t at, struct claim_subject *subject);

/*
 * What is said of the subject from AT on, as claims that begin at FROM. The same; AT where
 * nothing is said that can be understood.
 */
size_t parse_said(struct parser *parser, size_t from, size_t at,
                  const struct claim_subject *subject);

/*
 * What stands at AT, as claims that begin at FROM: a trend, "up from", a pace, an outcome.
 * The same.
 */
size_t say_trend(struct parser *parser, size_t from, size_t at, const struct claim_subject *subject,
                 const struct manner *manner);
size_t say_compared(struct parser *parser, size_t from, size_t at,
                    const struct claim_subject *subject, const struct manner *manner);
size_t say_pace(struct parser *parser, size_t from, size_t at, const struct claim_subject *subject,
                const struct manner *manner);
size_t say_outcome(struct parser *parser, size_t from, size_t at,
                   const struct claim_subject *subject, const struct manner *manner);

/* True where what was said ends at AT, so that nothing was moved but a rating. */
bool parser_is_over(const struct parser *parser, size_t at);

/* Adds a claim of the tokens from FROM to TO; what it says is completed from the clause. */
struct claim *parser_claim(struct parser *parser, size_t from, size_t to,
                           const struct claim_subject *subject, const struct claim_said *said);

/* What may come behind something said, as parts of CLAIM; returns its end. */
size_t parse_after(struct parser *parser, size_t from, size_t at, struct claim *claim);

/* The same of what was before, in brackets or between commas. */
size_t parse_aside(struct parser *parser, size_t from, size_t at,
                   const struct claim_subject *subject);

/* "of the five themes,", "in July,": what a clause begins with. The same. */
size_t parse_fronted(struct parser *parser, size_t at);

/* "Homes aside", "with Homes as the sole exception": the same. */
size_t parse_excepted(struct parser *parser, size_t at, uint64_t *except, int *spared);

/* "signed off at Green", "Green everywhere": the same. */
size_t parse_phrase(struct parser *parser, size_t at);

/* "there is no delay", "Homes has seen no slippage": the same. */
size_t parse_delay(struct parser *parser, size_t at);

/* "three Green workstreams", and claims that begin with what is said. The same. */
size_t parse_level_of_group(struct parser *parser, size_t at);
size_t parse_reversed(struct parser *parser, size_t at);

/* True where what begins at AT is no object of what stands before it. */
bool parser_stands_free(const struct parser *parser, size_t at, bool counted);

/*
 * "the programme", "the overall rating", "it"; in an update "this workstream", "the rating".
 * The same.
 */
size_t parse_itself(struct parser *parser, size_t at, struct claim_subject *subject);

/* Behind "'s rating"; AT where it is not that. *FITS: false for what else is owned. */
size_t parse_owned(const struct parser *parser, size_t at, struct claim_subject *subject,
                   bool *fits);

/* Behind "sponsor's" and the like: whose rating it is does not matter; or AT. */
size_t parser_skip_whose(const struct parser *parser, size_t at);

/* Keeps whom "it" is of, where the clause that begins at AT is about strands by name. */
void parser_note_topic(struct parser *parser, size_t at, bool fresh);

/*
 * Claims in constructions of their own: "the move from Amber to Green", "the second month
 * at Green", "the number of Green workstreams is two", "we did not miss any milestones".
 */
size_t parse_turn(struct parser *parser, size_t at);

/* Claims of the reporting workstream or the programme that begin with levels. The same. */
size_t parse_own(struct parser *parser, size_t at);

/* Keeps whom the passage was about last. */
void parser_remember(struct parser *parser, const struct claim_subject *subject);

/* Behind what may stand before levels: "at a RAG rating of". */
size_t parser_skip_to_levels(const struct parser *parser, size_t at);

/* "from Amber", "to Green", in either order; its end, or AT where there is neither. */
size_t parser_move(struct parser *parser, size_t at, struct claim_said *said);

/* The time that "at the end of", "since" and the like lead to; or AT, which is none. */
size_t parser_find_time(const struct parser *parser, size_t at);

#endif
