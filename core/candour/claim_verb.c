/* Verbs, and what is read behind them: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

bool parser_ends_with(const struct parser *parser, size_t at, const char *list)
{
	size_t word = parser_token(parser, at)->word, next = parser_token(parser, at + 1)->word;
	return next > word && word_is_any(&parser->tokens->sentence->words[next - 1], list);
}

/* True where the token is one word, and that is in the list. */
static bool is_word(const struct parser *parser, size_t at, const char *list)
{
	size_t word = parser_token(parser, at)->word;
	return parser_token(parser, at + 1)->word == word + 1 &&
	       word_is_any(&parser->tokens->sentence->words[word], list);
}

/* --- verbs --- */

/* What leaves the manner what it is. */
static bool is_plain(const struct parser *parser, size_t at, const struct manner *manner)
{
	const struct token *token = parser_token(parser, at);
	enum token_type next = parser_token(parser, at + 1)->type;
	switch (token->type) {
	case TOKEN_TO: /* "continues to stand at" */
		return manner->stay != 0 && (next == TOKEN_RATED || next == TOKEN_STAY);
	case TOKEN_STEP: /* "is a level higher than last month" */
		return manner->verb && (next == TOKEN_BEYOND || next == TOKEN_TREND);
	case TOKEN_TREND: /* "share the same rating of Green" */
		return next == TOKEN_OF;
	case TOKEN_FOR:
		return strcmp(token->text, "in") == 0;
	case TOKEN_SAY: /* "is therefore rated" */
		return is_word(parser, at, "therefore hence thus consequently");
	case TOKEN_KIND: /* "has agreed a rating of" */
		return manner->have && is_word(parser, at, "agreed") &&
		       (next == TOKEN_ARTICLE || next == TOKEN_LEVEL);
	case TOKEN_MOVE: /* "moved ahead of schedule" */
	case TOKEN_BE:
	case TOKEN_BEEN:
	case TOKEN_ADVERB:
	case TOKEN_ARTICLE:
	case TOKEN_OF:
	case TOKEN_BOTH:
	case TOKEN_PREPOSITION:
		return true;
	default:
		return false;
	}
}

bool parser_take_verb(const struct parser *parser, size_t at, struct manner *manner)
{
	const struct token *token = parser_token(parser, at);
	switch (token->type) {
	case TOKEN_WAS:
		if (token->value == 1 && manner->have)
			return true; /* "have had" */
		manner->was = true;
		manner->had = manner->had || token->value == 1;
		return true;
	case TOKEN_HAVE:
		return manner->have = true;
	case TOKEN_NOT:
		manner->longer = parser_ends_with(parser, at, "longer");
		return manner->denied = true;
	case TOKEN_TREND: /* "put down Amber", "marked down Homes as Amber" */
		if (!parser_is_put(parser, at))
			return is_plain(parser, at, manner);
		return manner->rated = true;
	case TOKEN_RATED:
	case TOKEN_STATUS: /* "achieved a Green rating" */
		return manner->rated = true;
	case TOKEN_STAY:
		manner->stay = token->value + 1;
		return true;
	case TOKEN_STILL:
		return manner->still = true;
	case TOKEN_AGAIN:
		return manner->again = true;
	case TOKEN_ONCE:
		return manner->once = true;
	case TOKEN_STREAK:
		manner->streak = token->value;
		return true;
	case TOKEN_PROCEED:
		return manner->proceed = true;
	case TOKEN_TIME:
		manner->when = (enum when)token->value;
		return manner->timed = true;
	case TOKEN_RATING:
		return manner->rating = true;
	case TOKEN_ALL:
		return manner->all = true;
	default:
		return is_plain(parser, at, manner);
	}
}

/* --- what is no verb --- */

/* "dropped to Amber": a rating, and not a milestone. */
static bool is_dropped(const struct parser *parser, size_t at, const struct claim_subject *subject)
{
	return subject->domain != DOMAIN_MILESTONES &&
	       parser_token(parser, at)->value == OUTCOME_DROPPED &&
	       (subject->rating || parser_is(parser, at + 1, TOKEN_STEP) ||
	        parser_is(parser, at + 1, TOKEN_TO) || parser_is(parser, at + 1, TOKEN_FROM));
}

/* "held or improved". */
static bool is_held_or(const struct parser *parser, size_t at)
{
	return parser_is(parser, at, TOKEN_STAY) && parser_is(parser, at + 1, TOKEN_OR) &&
	       (parser_is(parser, at + 2, TOKEN_TREND) || parser_is(parser, at + 2, TOKEN_HAVE));
}

bool parser_is_put(const struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	if (token->type == TOKEN_TREND && parser_is(parser, at + 2, TOKEN_LEVEL) &&
	    strcmp(parser_token(parser, at + 1)->text, "as") == 0)
		return parser_ends_with(parser, at, "down"); /* "put Homes down as Amber" */
	return token->type == TOKEN_TREND &&
	       (token->value == MOVEMENT_IMPROVED || token->value == MOVEMENT_DECLINED) &&
	       parser_is(parser, at + 1, TOKEN_LEVEL) && !parser_is(parser, at + 2, TOKEN_TO);
}

/* "up" and "better" say how a rating moved only where that is the subject, or behind "is". */
static bool is_trend(const struct parser *parser, size_t at, const struct claim_subject *subject)
{
	if (parser_is(parser, at + 1, TOKEN_OF) && parser_is(parser, at + 2, TOKEN_LEVEL))
		return false; /* "the same rating of Green" */
	if (parser_is_put(parser, at))
		return false;
	if (is_word(parser, at, "better higher worse lower"))
		return subject->rating;
	if (!is_word(parser, at, "up down"))
		return true;
	enum token_type before = at > 0 ? parser_token(parser, at - 1)->type : TOKEN_OTHER;
	return !parser_is(parser, at + 1, TOKEN_AND) && /* "up and running" */
	       (before == TOKEN_BE || before == TOKEN_ADVERB || before == TOKEN_STEP);
}

/* "better than last month": of no level. */
static bool is_beyond_before(const struct parser *parser, size_t at)
{
	size_t time = parser_find_time(parser, at + 1);
	return parser_is(parser, at, TOKEN_BEYOND) && parser_is(parser, time, TOKEN_TIME) &&
	       parser_token(parser, time)->value == WHEN_LAST;
}

/* Of a milestone: "is complete", "was reached", "delivered". */
static bool is_outcome(const struct parser *parser, size_t at)
{
	switch (parser_token(parser, at)->type) {
	case TOKEN_FINISH:
		return is_word(parser, at, "complete");
	case TOKEN_RATED:
		return is_word(parser, at, "reached") && parser_is_over(parser, at + 1);
	case TOKEN_MOVE:
	case TOKEN_STATUS:
		return true;
	default:
		return false;
	}
}

/* "moved ahead of schedule", "moving in a positive direction": it leads to what is said. */
static bool leads_on(const struct parser *parser, size_t at)
{
	return parser_is(parser, at + 1, TOKEN_SCHEDULE) ||
	       parser_is(parser, parser_skip(parser, at + 1, TOKEN_FOR), TOKEN_TREND_NOUN);
}

enum predicate parser_reading(const struct parser *parser, size_t at,
                              const struct claim_subject *subject)
{
	const struct token *token = parser_token(parser, at);
	bool trend = false;
	if (subject->domain == DOMAIN_MILESTONES && is_outcome(parser, at))
		return READ_OUTCOME;
	switch (token->type) {
	case TOKEN_LEVEL:
	case TOKEN_AT_LEAST:
		return READ_LEVELS;
	case TOKEN_BEYOND:
		return is_beyond_before(parser, at) ? READ_TREND : READ_LEVELS;
	case TOKEN_COMPARED:
		return READ_COMPARED;
	case TOKEN_SCHEDULE:
		return READ_PACE;
	case TOKEN_STATUS:
		if (is_dropped(parser, at, subject))
			return READ_TREND;
		return parser_skip_to_levels(parser, at + 1) > at + 1 ? READ_VERB : READ_OUTCOME;
	case TOKEN_MOVE:
		if (subject->delivery && is_word(parser, at, "slipped"))
			return READ_PACE;
		trend = !leads_on(parser, at);
		break;
	case TOKEN_SAME:
		trend = subject->rating || subject->counted;
		break;
	case TOKEN_TREND:
		trend = is_trend(parser, at, subject);
		break;
	case TOKEN_TREND_NOUN:
		trend = true;
		break;
	case TOKEN_KIND:
		trend = token->value != 0;
		break;
	default:
		trend = is_held_or(parser, at);
	}
	return trend ? READ_TREND : READ_VERB;
}
