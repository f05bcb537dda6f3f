/*
 * Claims: what a sentence says of ratings, dates and milestones, and can be held to.
 *
 * The grammar, over the tokens of candour/lexicon.h. What it has no words for is no claim:
 * it looks for a subject, and gives up where something stands between that and what is said
 * of it that it does not know. [x] may be missing, x* may be repeated, | is or; words that
 * change nothing ("now", "currently", "comfortably") may stand anywhere.
 *
 *   sentence   = { [fronted] subject says { and-says } | reversed | listed | turn | own }
 *   fronted    = "for" | "in" subject "," | EXCEPT names "," | "of" group "," | TIME ","
 *              | ["previously" | "having been" | "from"] levels [TIME] "," | STREAK ","
 *              | ( "for" | "in" | "on" ) names [","] ( "we" | ["the"] RATING | work ) says
 *   subject    = [ONLY] [rating-of] ( counted | names | self | programme | it )
 *   rating-of  = ["the"] RATING ["given"] "for" | "of" | "in" | "to"
 *   counted    = quantity ["of" ["the"] [NUMBER]] [levels] group [in-the-plan] [these]
 *              | group ["out of" NUMBER]
 *              | quantity                         after a group was named in the passage
 *              | "the" | "our" group              all, of ratings that stay as they were
 *   quantity   = ALL | NOT-ALL | NONE | BOTH | MOST | HALF | SOME | [at-least] NUMBER
 *              | ["the" | "all"] REST [NUMBER] | ALL-BUT ( NUMBER | names ) | FEWER "half"
 *   group      = KIND* ( workstreams | themes | projects | areas | strands | ratings
 *              | milestones )
 *   names      = ["both" | "neither"] NAME { "," | "and" | "or" | "nor" NAME } [group]
 *                ["'s"] [RATING]
 *   it         = "it" | "they" | "its" RATING      of whom the sentence, or the one before, began
 *   self       = "this workstream" | "we" | "the rating" | work          in an update
 *   work       = "delivery" | "the work" | "completion" | "everything" | ...
 *   programme  = "the programme" | "overall rating" | "we"               "we": in an overview
 *   these      = "(" names ")" | "," names "," | EXCEPT names
 *   says       = [ "," | "(" earlier [","|")"] ] verb* said { after }
 *   verb       = "is" | "has been" | RATED | "remains" | "still" | "again" | "not" | ...
 *   said       = levels | trend | move | pace | outcome
 *   levels     = ["a rating of"] LEVEL { "or" | "and" LEVEL } ["or better" | "or worse"]
 *   trend      = TREND { "or" TREND } | [a] TREND-NOUN | "held" ["its" RATING]
 *   move       = ["by one level"] ["from" levels] ["to" levels]
 *   after      = STREAK | "for the first time" | "again" | TIME | EXCEPT names
 *              | ":" | "(" | "namely" names | [","] earlier | [","] "as is" names
 *              | "is" "unchanged" | "retained" | "and have been" STREAK
 *   earlier    = ("previously" | "was" | "up from" | "having been") levels [TIME]
 *              | levels LAST-TIME
 *   and-says   = [","] "and" | "but" | "while" says       the same subject goes on
 *   reversed   = levels [RATING] verb* "for" | "in" | "across" subject
 *              | TREND-NOUN | trend | pace  verb* "in" | "across" subject
 *              | ["there are"] [quantity] levels group [ "at" ... ]
 *              | [ONLY] levels group "is" names
 *   turn       = "the move" ["in" names] "from" levels "to" levels ["for" | "in" subject]
 *              | [NAME "'s"] STREAK "at" | "with" levels ["for" subject]
 *              | NAME "," levels STREAK | "the number of" levels group verb NUMBER
 *              | ["the following"] group [verb] levels "is" | ":" names
 *              | "no" TREND-NOUN "in" | "to" ( "any" group | RATING )
 *              | "left" | "kept" ["all"] "ratings" "unchanged" | "not rated any" group levels
 *              | "not missed any milestones" | "without a missed milestone"
 *   own        = levels "is" ["our"] RATING | ["the"] levels RATING "reflects"
 *              | "overall" | "programme" ":" levels | levels ":" ...   opening a rationale
 *   listed     = NAME ":" | "-" | "(" levels | levels ":" | "-" | "(" names
 *
 * Of "and-says", a subject of which nothing was claimed may be taken up: "X has let its
 * contract and is now Green". What stands between a pace and what it is against is read as
 * one token ("ahead of the agreed timetable", "in line with what was planned", "late"), and so
 * are streaks and trends.
 *
 * An exception that is named ("Homes aside", "with Homes as the sole exception", "with one
 * exception") is left out of what is said of all; where it is not understood, nothing is
 * claimed of all. "We expect Homes to finish late" is a pace, since a forecast is what is
 * expected, and so are "will finish late" and a promise: "will finish on time", "the agreed
 * date will be met"; not what "should" be (but for "should be done before the agreed date",
 * which nobody has to), or what depends on something. "No delay" is
 * one too: "there is no slippage in" names, names "has seen no delay".
 *
 * A clause that none of this fits is read as a whole (candour/claim_whole.h), and what stands
 * beside a claim may take it back: "on cost", "in the view of the auditors".
 *
 * No claim is made by a question, by what follows "if", "unless" or "whether", by what
 * somebody said, hoped or expects (TOKEN_HOPE), behind a modal ("will", "should"), with a
 * date that is neither in this report nor the last one, or in a quotation.
 */
#ifndef CANDOUR_CLAIM_H
#define CANDOUR_CLAIM_H

#include "candour/lexicon.h"

enum quantity {
	QUANTITY_NAMED, /* each of the strands named */
	QUANTITY_EXACTLY,
	QUANTITY_AT_LEAST,
	QUANTITY_AT_MOST,
	QUANTITY_ALL,
	QUANTITY_NOT_ALL,
	QUANTITY_NONE,
	QUANTITY_MOST,
	QUANTITY_FEW, /* fewer than half */
	QUANTITY_HALF,
	QUANTITY_REST, /* all that no claim before spoke of */
};

/* Of what: strands, or the milestones of one. */
enum domain { DOMAIN_STRANDS, DOMAIN_PROGRAMME, DOMAIN_MILESTONES };

struct claim_subject {
	enum domain domain;
	enum quantity quantity;
	int number;       /* of EXACTLY, AT_LEAST, AT_MOST */
	int total;        /* "of the five": 5; -1: not said */
	uint64_t names;   /* strands: those named, or whose milestones they are; 0: none named */
	uint64_t except;  /* strands left out */
	uint64_t these;   /* strands named behind a count */
	int except_count; /* "all but one": 1 */
	bool only;        /* and no other */
	bool neither;     /* names: of none of them is it so */
	bool counted;     /* a quantity, not names */
	bool delivery;    /* "delivery", "we": of the work, not of its rating */
	bool rating;      /* "its rating": of the rating, not of the work */
	bool before;      /* "its previous rating" */
	bool shy;         /* a name that may be a common word */
	bool due;         /* milestones that are due */
	bool generic;     /* "the ratings": all, where no more is said than that they stay */
	bool any;         /* "any workstream": behind "no change in" */
	bool position;    /* "the position": of ratings only where it names one */
};

/* What is said; each part that is not 0 must hold. */
struct claim_said {
	unsigned now;        /* a set of levels: the rating of this report */
	unsigned last;       /* the rating of the report before */
	unsigned either;     /* one of the two: "was Green" */
	unsigned directions; /* a set of enum movement */
	int streak;          /* at least so many reports in a row */
	bool stated;         /* the streak was, in so many words: not "remains" */
	bool again;          /* it had the rating before, in whatever report */
	bool first;          /* it never had the rating before */
	bool loose;          /* "two remain Amber": they may have come to it just now */
	enum pace pace;
	enum outcome outcome;
	bool denied; /* not so: of pace and outcome */
};

struct claim {
	const struct sentence *sentence;
	size_t from, to; /* its words */
	struct claim_subject subject;
	struct claim_said said;
	struct claim *next;
};

struct claims {
	struct claim *first, *last;
};

/* The claims of the chapter's prose in their order, read once and kept with the story. */
const struct claims *chapter_claims(const struct story *story, const struct chapter *chapter);

#endif
