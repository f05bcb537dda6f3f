/* Claims that something beside them takes back: declared in candour/claim_whole.h. */
#include <string.h>

#include "candour/claim_whole.h"

enum { MOST_BESIDE = 3 };

static bool says(const struct parser *parser, size_t at, const char *text)
{
	return strcmp(parser_token(parser, at)->text, text) == 0;
}

/* The first token that begins at the word, or behind it. */
static size_t token_of(const struct parser *parser, size_t word)
{
	size_t at = 0;
	while (at < parser->tokens->count && parser_token(parser, at)->word < word)
		at++;
	return at;
}

/* "the auditors rated Homes Green": and not those who report. */
static bool is_of_others(const struct parser *parser, size_t from)
{
	static const char others[] =
		"auditors auditor inspectors inspector inspectorate inspection regulator regulators "
		"ombudsman residents customers tenants users patients peer peers review reviewers "
		"survey insurer insurers assessor assessors";
	bool other = false;
	for (size_t at = from; at > 0 && !whole_ends_at(parser, at - 1); at--) {
		if (parser_is(parser, at - 1, TOKEN_COMMA) ||
		    parser_is(parser, at - 1, TOKEN_SAY) || parser_is(parser, at - 1, TOKEN_AND) ||
		    parser_is(parser, at - 1, TOKEN_WHICH))
			break;
		other = other || whole_is_word(parser, at - 1, others);
	}
	return other;
}

/* "on cost", "in terms of staffing", "in parts": of a part of it. */
static bool is_of_part(const struct parser *parser, size_t at)
{
	static const char parts[] =
		"cost costs staffing budget budgets spending spend finance finances quality scope "
		"resourcing resources energy hygiene measure measures criterion criteria indicator "
		"indicators parts places respects risk risks paper day days";
	enum token_type type = parser_token(parser, at)->type;
	if (type != TOKEN_FOR && !(type == TOKEN_PREPOSITION && says(parser, at, "on")))
		return false;
	for (size_t next = at + 1; next <= at + MOST_BESIDE; next++) {
		if (whole_is_word(parser, next, parts))
			return parser_is(parser, next, TOKEN_OTHER) &&
			       !parser_is(parser, next + 1, TOKEN_OWNER);
		if (!parser_is(parser, next, TOKEN_ARTICLE) && !parser_is(parser, next, TOKEN_OF) &&
		    !whole_is_word(parser, next, "terms good bad") &&
		    !parser_is(parser, next, TOKEN_NUMBER))
			break;
	}
	return false;
}

/* "tempted to give Homes Green", "considered Green": it was not given. */
static bool is_weighed(const struct parser *parser, size_t from, size_t to)
{
	for (size_t at = from; at < to && at < from + MOST_BESIDE; at++)
		if (whole_is_word(parser, at, "considered consider") &&
		    (parser_is(parser, at + 1, TOKEN_LEVEL) ||
		     parser_is(parser, at + 1, TOKEN_ARTICLE)) &&
		    !(at > 0 && (parser_is(parser, at - 1, TOKEN_BE) ||
		                 parser_is(parser, at - 1, TOKEN_BEEN))))
			return true;
	if (from < 3 || !parser_is(parser, from - 1, TOKEN_RATED) ||
	    !parser_is(parser, from - 2, TOKEN_TO))
		return false;
	size_t verb = from - 3;
	return parser_is(parser, verb, TOKEN_OTHER) &&
	       !whole_word_is_plain(parser_token(parser, verb)->text);
}

/* "a Green rating for Homes is some way off", "Homes is about to turn Green". */
static bool is_to_come(const struct parser *parser, size_t from, size_t to)
{
	size_t level = parser_skip(parser, from, TOKEN_ARTICLE);
	for (size_t at = from; at < to; at++)
		if (whole_is_word(parser, at, "turning") ||
		    (whole_is_word(parser, at, "about") && parser_is(parser, at + 1, TOKEN_TO)))
			return true;
	size_t article = level != from || from == 0 ? from : from - 1;
	bool definite = parser_is(parser, article, TOKEN_ARTICLE) &&
	                parser_token(parser, article)->value != ARTICLE_A;
	if (definite || !parser_is(parser, level, TOKEN_LEVEL) || !parser_is(parser, to, TOKEN_BE))
		return false;
	size_t next = parser_skip_adverbs(parser, to + 1);
	next = parser_skip(parser, next, TOKEN_ARTICLE);
	enum token_type type = parser_token(parser, next)->type;
	return type == TOKEN_HOPE || type == TOKEN_SOME || type == TOKEN_FOR ||
	       (type == TOKEN_OTHER && !whole_word_is_plain(parser_token(parser, next)->text));
}

/* "at the Green": a place. */
static bool is_place(const struct parser *parser, size_t from, size_t to)
{
	for (size_t at = from + 1; at < to; at++)
		if (parser_is(parser, at, TOKEN_LEVEL) && whole_is_word(parser, at - 1, "the") &&
		    !parser_is(parser, at + 1, TOKEN_RATING) && whole_ends_at(parser, at + 1))
			return true;
	return false;
}

static bool is_taken_back(const struct parser *parser, const struct claim *claim)
{
	size_t from = token_of(parser, claim->from), to = token_of(parser, claim->to);
	bool rating = (claim->said.now | claim->said.either | claim->said.last) != 0 &&
	              !claim->subject.counted;
	if (!rating)
		return false;
	for (size_t at = from; at > 0 && !whole_ends_at(parser, at - 1); at--)
		if (is_of_part(parser, at - 1))
			return true;
	for (size_t at = from; at <= to && !whole_ends_at(parser, at); at++)
		if (is_of_part(parser, at))
			return true;
	bool then = parser_is(parser, to, TOKEN_FOR) &&
	            (parser_is(parser, to + 1, TOKEN_MOST) ||
	             parser_is(parser, to + 1, TOKEN_ALL) || parser_is(parser, to + 1, TOKEN_SOME));
	then = then || (parser_is(parser, 0, TOKEN_FROM) && parser_is(parser, 1, TOKEN_TIME) &&
	                parser_token(parser, 1)->value == WHEN_OTHER);
	return then || is_of_others(parser, from) || is_weighed(parser, from, to) ||
	       is_to_come(parser, from, to) || is_place(parser, from, to);
}

/* "has been Amber and is now Red": the first was so before. */
static void set_before(struct claim *claim)
{
	const struct claim *next = claim->next;
	if (next == NULL || claim->subject.counted || next->subject.counted ||
	    claim->subject.names != next->subject.names ||
	    claim->subject.domain != next->subject.domain || claim->sentence != next->sentence ||
	    claim->said.now == 0 || next->said.now == 0 ||
	    (claim->said.now & next->said.now) != 0 || claim->said.last != 0 ||
	    next->said.last != 0 || claim->said.streak != 0)
		return;
	claim->said.last = claim->said.now;
	claim->said.now = 0;
}

void check_claims(struct parser *parser, struct claim *mark)
{
	struct claim **link = mark == NULL ? &parser->claims->first : &mark->next;
	struct claim *last = mark;
	while (*link != NULL) {
		set_before(*link);
		if (is_taken_back(parser, *link)) {
			*link = (*link)->next;
			continue;
		}
		last = *link;
		link = &last->next;
	}
	parser->claims->last = last;
}
