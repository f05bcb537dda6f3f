/* Claims in set phrases: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

enum { MOST_PASSED = 6 };

static bool says(const struct parser *parser, size_t at, const char *text)
{
	return strcmp(parser_token(parser, at)->text, text) == 0;
}

static bool says_any(const struct parser *parser, size_t at, const char *const *words)
{
	for (; *words != NULL; words++)
		if (says(parser, at, *words))
			return true;
	return false;
}

/* "I have signed this update off at Green", "this update is submitted as Amber". */
static size_t parse_signed(struct parser *parser, size_t at)
{
	static const char *const verbs[] = {
		"signed",     "signing", "sign",  "submitted", "submitting", "submit", "presented",
		"presenting", "present", "filed", "filing",    "tabled",     NULL};
	static const char *const reports[] = {"update", "report", "return", NULL};
	struct claim claim = {.subject = {.total = -1, .rating = true}};
	if (parser->self < 0 || !says_any(parser, at, verbs) || at == 0)
		return at;
	bool whom = parser_is(parser, at - 1, TOKEN_BE) || parser_is(parser, at - 1, TOKEN_BEEN);
	size_t next = at + 1;
	for (int i = 0; i < MOST_PASSED; i++, next++) {
		bool report = says_any(parser, next, reports) || parser_is(parser, next, TOKEN_IT);
		whom = whom || report || parser_is(parser, next, TOKEN_TIME);
		if (!report && !says(parser, next, "off") && !says(parser, next, "this") &&
		    !says(parser, next, "the") && !says(parser, next, "our") &&
		    !parser_is(parser, next, TOKEN_TIME) && !parser_is(parser, next, TOKEN_ADVERB))
			break;
	}
	/* "the order was signed off at Green Lane" is of no report */
	bool about = false;
	for (size_t i = at < MOST_PASSED ? 0 : at - MOST_PASSED; i < next; i++)
		about = about || says_any(parser, i, reports) || says(parser, i, "it") ||
		        (parser_is(parser, i, TOKEN_TIME) && parser_ends_with(parser, i, "report"));
	size_t levels = parser_skip_to_levels(parser, next);
	if (!whom || !about || levels == next)
		return at;
	size_t end = parse_levels(parser, levels, &claim.said.now);
	if (end == levels || !parser_is_over(parser, end))
		return at;
	claim.subject.names = (uint64_t)1 << parser->self;
	return parse_after(parser, at, end, &claim);
}

/* "Green is the rating everywhere except in Homes", "it is Green everywhere". */
static size_t parse_everywhere(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.total = -1, .quantity = QUANTITY_ALL, .counted = true}};
	size_t end = parse_levels(parser, at, &claim.said.now), next = end;
	bool ours = at > 1 && parser_is(parser, at - 1, TOKEN_BE) &&
	            (parser_is(parser, at - 2, TOKEN_WE) || parser_is(parser, at - 2, TOKEN_IT));
	if (end == at || parser->self >= 0 || (at > 0 && !ours) ||
	    (at > 0 && parser_is(parser, at - 1, TOKEN_NOT)))
		return at;
	while (next < end + MOST_PASSED &&
	       (parser_is(parser, next, TOKEN_BE) || parser_is(parser, next, TOKEN_ARTICLE) ||
	        parser_is(parser, next, TOKEN_RATING) || parser_is(parser, next, TOKEN_ADVERB)))
		next++;
	if (!says(parser, next, "everywhere"))
		return at;
	next++;
	bool but = says(parser, next, "but") || parser_is(parser, next, TOKEN_EXCEPT);
	if (but) {
		size_t names = parser_skip(parser, next + 1, TOKEN_FOR);
		next = parse_names(parser, names, &claim.subject.except);
		if (next == names)
			return at;
	}
	return parser_is_over(parser, next) ? parse_after(parser, at, next, &claim) : at;
}

/* "Amber has not been given to any theme". */
static size_t parse_given_to_none(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	unsigned levels = 0;
	size_t end = parse_levels(parser, at, &levels), next = end;
	bool denied = false, given = false;
	next = parser_skip(parser, next, TOKEN_RATING);
	for (; end != at && next < end + MOST_PASSED; next++) {
		enum token_type type = parser_token(parser, next)->type;
		denied = denied || type == TOKEN_NOT;
		given = given || type == TOKEN_RATED || type == TOKEN_BE;
		if (type != TOKEN_NOT && type != TOKEN_HAVE && type != TOKEN_BEEN &&
		    type != TOKEN_RATED && type != TOKEN_BE && type != TOKEN_ADVERB &&
		    type != TOKEN_ARTICLE && type != TOKEN_RATING)
			break;
	}
	bool leads = parser_is(parser, next, TOKEN_TO) || parser_is(parser, next, TOKEN_FOR) ||
	             parser_is(parser, next, TOKEN_OF);
	if (!denied || !given || !leads)
		return at;
	size_t behind = parse_subject(parser, next + 1, &claim.subject);
	if (behind == next + 1 || !claim.subject.any || claim.subject.domain != DOMAIN_STRANDS)
		return at;
	claim.subject.quantity = QUANTITY_NONE;
	claim.subject.any = false;
	claim.said.now = levels;
	return parser_is_over(parser, behind) ? parse_after(parser, at, behind, &claim) : at;
}

/* "Milestones delivered this month: three out of five". */
static size_t parse_delivered_of(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.domain = DOMAIN_MILESTONES,
	                                  .quantity = QUANTITY_EXACTLY,
	                                  .total = -1,
	                                  .counted = true}};
	size_t next = at + 1;
	if (at != 0 || parser->self < 0 || !parser_is(parser, at, TOKEN_MILESTONE) ||
	    !parser_is(parser, next, TOKEN_STATUS))
		return at;
	claim.said.outcome = (enum outcome)parser_token(parser, next)->value;
	size_t time = parser_find_time(parser, ++next);
	if (parser_is(parser, time, TOKEN_TIME)) {
		if (parser_token(parser, time)->value != WHEN_NOW)
			return at;
		next = time + 1;
	}
	const struct token *number = parser_token(parser, next + 1);
	if ((!parser_is(parser, next, TOKEN_COLON) && !parser_is(parser, next, TOKEN_DASH)) ||
	    number->type != TOKEN_NUMBER || number->shy)
		return at;
	claim.subject.number = number->value;
	size_t end = parse_total(parser, next + 2, &claim.subject);
	return parser_is_over(parser, end) ? parse_after(parser, at, end, &claim) : at;
}

/* "Ratings have held or improved in all five themes". */
static size_t parse_ratings_in(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	unsigned directions = 0;
	size_t next = at + 1;
	if (parser->self >= 0 || !parser_is(parser, at, TOKEN_RATING) ||
	    parser_token(parser, at)->value != 1 || !parser_stands_free(parser, at, false))
		return at;
	for (; next < at + PARSER_MOST_VERBS; next++) {
		const struct token *token = parser_token(parser, next);
		if (token->type == TOKEN_TREND)
			directions |= (unsigned)token->value;
		else if (token->type == TOKEN_STAY)
			directions |= MOVEMENT_STEADY;
		else if (token->type != TOKEN_OR && token->type != TOKEN_HAVE &&
		         token->type != TOKEN_BE && token->type != TOKEN_BEEN &&
		         token->type != TOKEN_ADVERB)
			break;
	}
	if (directions == 0 || !parser_is(parser, next, TOKEN_FOR))
		return at;
	size_t end = parse_subject(parser, next + 1, &claim.subject);
	if (end == next + 1 || !claim.subject.counted || claim.subject.any ||
	    claim.subject.generic || claim.subject.domain != DOMAIN_STRANDS ||
	    !parser_is_over(parser, end))
		return at;
	claim.said.directions = directions;
	return parse_after(parser, at, end, &claim);
}

size_t parse_phrase(struct parser *parser, size_t at)
{
	size_t (*const ways[])(struct parser *, size_t) = {parse_signed, parse_everywhere,
	                                                   parse_given_to_none, parse_delivered_of,
	                                                   parse_ratings_in};
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		size_t end = ways[i](parser, at);
		if (end != at)
			return end;
	}
	return at;
}
