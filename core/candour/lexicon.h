/*
 * The lexicon of claims: a sentence as tokens, one for each thing that it says.
 *
 * Words are looked up in three places, the longest match first: the names of the plan's
 * workstreams (title, id, `also:`; case and punctuation do not matter), the levels of its
 * scale, and a table of phrases (lexicon_words.c). A colour is a level only where what
 * follows it can follow a rating: "Green Park", "green spaces" and "red tape" are words like
 * any other. Dates and "last month" become times: this report, the last one, or another.
 * What stands in quotation marks is one unknown word, unless it is a level or a name.
 */
#ifndef CANDOUR_LEXICON_H
#define CANDOUR_LEXICON_H

#include <stdint.h>

#include "base/map.h"
#include "candour/story.h"

enum { LEXICON_MOST_STRANDS = 64 };

enum token_type {
	TOKEN_OTHER, /* a word that the lexicon does not know */
	TOKEN_END,   /* behind the last */
	TOKEN_COMMA,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_COLON,
	TOKEN_DASH,
	TOKEN_SEMICOLON,
	TOKEN_STOP, /* the mark that ends the sentence */
	TOKEN_AND,
	TOKEN_OR,
	TOKEN_NOR,
	TOKEN_BUT,
	TOKEN_ARTICLE, /* value: enum article */
	TOKEN_OWNER,   /* the 's of a possessive */
	TOKEN_NAME,    /* value: the number of the strand */
	TOKEN_LEVEL,   /* value: the number of the level */
	TOKEN_NUMBER,  /* value */
	TOKEN_GROUP,   /* "workstreams", "themes"; value: enum group */
	TOKEN_RATING, /* "rating", "RAG status"; value: 1 several, 2 the one before, 3 "position" */
	TOKEN_MILESTONE,  /* value: 1 for several */
	TOKEN_PROGRAMME,  /* "the programme" */
	TOKEN_DELIVERY,   /* "delivery", "progress": of the workstream that reports */
	TOKEN_WE,         /* "we" */
	TOKEN_IT,         /* "it", "they" */
	TOKEN_THEM,       /* "them", "which" behind "of" */
	TOKEN_KIND,       /* an adjective that leaves the group what it is: "improvement themes" */
	TOKEN_DUE,        /* "due", "planned": narrows milestones */
	TOKEN_ALL,        /* "all", "every", "each" */
	TOKEN_ANY,        /* "any", which counts only behind "no" or "not" */
	TOKEN_NOT_ALL,    /* "not all" */
	TOKEN_NONE,       /* "no", "none" */
	TOKEN_BOTH,       /* "both" */
	TOKEN_NEITHER,    /* "neither" */
	TOKEN_MOST,       /* "most", "the majority" */
	TOKEN_HALF,       /* "half" */
	TOKEN_SOME,       /* "some", "several" */
	TOKEN_AT_LEAST,   /* before a number */
	TOKEN_AT_MOST,    /* before a number */
	TOKEN_MORE_THAN,  /* before a number or "half" */
	TOKEN_FEWER_THAN, /* before a number or "half" */
	TOKEN_ONLY,       /* "only", "just" */
	TOKEN_REST,       /* "remaining", "other", "the rest" */
	TOKEN_ALL_BUT,    /* "all but" */
	TOKEN_OF,         /* "of", "out of" */
	TOKEN_PREPOSITION,
	TOKEN_FOR, /* "for", "in", "across": what a rating is of */
	TOKEN_FROM,
	TOKEN_TO,
	TOKEN_BY,
	TOKEN_EXCEPT,     /* "with the exception of" */
	TOKEN_EXCEPTED,   /* "aside", "excepted", "exception": behind what is left out */
	TOKEN_BE,         /* "is", "are" */
	TOKEN_WAS,        /* "was", "were", "had" */
	TOKEN_HAVE,       /* "has", "have" */
	TOKEN_BEEN,       /* "been", "being" */
	TOKEN_THERE,      /* "there are", "we have" */
	TOKEN_RATED,      /* "rated", "reporting": verbs that give a rating */
	TOKEN_STAY,       /* "remain"; value 1: "continue", "held", which say more */
	TOKEN_STILL,      /* "still" */
	TOKEN_AGAIN,      /* "again" */
	TOKEN_NOT,        /* "not", "no longer" */
	TOKEN_ADVERB,     /* what changes nothing: "now", "comfortably" */
	TOKEN_TREND,      /* value: a set of enum movement */
	TOKEN_TREND_NOUN, /* "positive trends"; the same */
	TOKEN_MOVE,       /* "moved": from a level to another */
	TOKEN_BEYOND,     /* "or better", "below"; value: enum beyond */
	TOKEN_TRENDS,     /* "trends", of which something else says where they go */
	TOKEN_POSITIVE,   /* "positive", "upward"; value: a set of enum movement */
	TOKEN_TO_BE,      /* "to be" */
	TOKEN_STREAK,     /* "for a second consecutive month"; value: how many */
	TOKEN_FIRST_TIME, /* "for the first time" */
	TOKEN_TIME,       /* value: enum when */
	TOKEN_ONCE,       /* "previously", "formerly" */
	TOKEN_COMPARED,   /* "up from", "compared with", "having been" */
	TOKEN_SAME,       /* "as before", "as it was last month" */
	TOKEN_SCHEDULE,   /* value: enum pace */
	TOKEN_DELAY,      /* "delay", "slippage": which there is none of */
	TOKEN_STATUS,     /* of milestones; value: enum outcome */
	TOKEN_WHICH,      /* "which", "that", "where" */
	TOKEN_NAMELY,     /* "namely", "being", "these are" */
	TOKEN_LIKEWISE,   /* "as is", "and so is": it is so of others too */
	TOKEN_RESPECTIVELY,
	TOKEN_STEP,    /* "by one level" */
	TOKEN_PROCEED, /* "progressing", "running": before a pace */
	TOKEN_FINISH,  /* "complete", "deliver": behind "on track to" */
	TOKEN_SAY,     /* "report", "pleased to say that": what comes is said */
	TOKEN_IF,      /* "if", "unless", "provided": what comes is not said */
	TOKEN_HOPE,    /* "will", "expect", "said": neither is this */
};

enum article { ARTICLE_THE, ARTICLE_A, ARTICLE_THIS };

enum group { GROUP_WORKSTREAM, GROUP_WORKSTREAMS, GROUP_THEME, GROUP_THEMES };

enum movement { MOVEMENT_IMPROVED = 1, MOVEMENT_STEADY = 2, MOVEMENT_DECLINED = 4 };
enum { MOVEMENT_ANY = 7, MOVEMENT_CHANGED = MOVEMENT_IMPROVED | MOVEMENT_DECLINED };

enum when { WHEN_NOW, WHEN_LAST, WHEN_OTHER };

enum beyond {
	BEYOND_BETTER,
	BEYOND_WORSE,
	BEYOND_UP_TO,
	BEYOND_DOWN_TO,
	BEYOND_OR_BETTER,
	BEYOND_OR_WORSE,
	BEYOND_BUT /* "anything other than" */
};

enum pace { PACE_NONE, PACE_ON_TRACK, PACE_AHEAD, PACE_BEHIND };

enum outcome {
	OUTCOME_NONE,
	OUTCOME_DELIVERED,
	OUTCOME_MISSED,
	OUTCOME_CARRIED,
	OUTCOME_DROPPED,
	OUTCOME_OUTSTANDING,
	OUTCOME_ON_TIME, /* from a pace */
};

struct token {
	enum token_type type;
	int value;
	bool shy;    /* a name that may be a common word, a level that may be a colour */
	size_t word; /* of the sentence */
	const char *text;
};

struct tokens {
	const struct sentence *sentence;
	struct token *items; /* the last is TOKEN_END */
	size_t count, room;
};

/* Phrases that mean the same: small letters, blanks for hyphens, `|` between them. */
struct phrases {
	enum token_type type;
	int value;
	const char *words;
};

extern const struct phrases lexicon_phrases[];
extern const size_t lexicon_phrase_count;

/* True for a word that may follow a rating without being what is green. */
bool lexicon_follows_level(const char *word);

struct lexicon {
	const struct chapter *chapter; /* whose prose is read */
	const struct scale *scale;
	struct map entries; /* by first word: what begins with it */
	struct map colours; /* words of levels */
	struct arena *arena;
};

/*
 * The lexicon of the story, made when it is first asked for, for the prose of a chapter;
 * what is read of that lives in the arena.
 */
struct lexicon *lexicon_open(const struct story *story, const struct chapter *chapter,
                             struct arena *arena);

/* For the end of the story; NULL where nobody has asked for it. */
void lexicon_release(struct lexicon *lexicon);

void lexicon_read(const struct lexicon *lexicon, const struct sentence *sentence,
                  struct tokens *tokens);

#endif
