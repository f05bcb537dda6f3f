/* "There is no delay": declared in candour/claim_parser.h. */
#include "candour/claim_parser.h"

enum { MOST_BETWEEN = 4 };

/* "has been seen", "has arisen": verbs behind what there is none of. */
static size_t skip_verbs(const struct parser *parser, size_t at)
{
	for (int i = 0; i < MOST_BETWEEN; i++, at++) {
		enum token_type type = parser_token(parser, at)->type;
		if (type != TOKEN_HAVE && type != TOKEN_BE && type != TOKEN_BEEN &&
		    type != TOKEN_RATED && type != TOKEN_ADVERB && type != TOKEN_TO &&
		    !parser_ends_with(parser, at,
		                      "occurred arisen expected forecast anticipated foreseen "
		                      "predicted envisaged"))
			break;
	}
	return at;
}

/* Behind "has suffered", "shows", or AT: what leads a subject to what it has none of. */
static size_t skip_having(const struct parser *parser, size_t at)
{
	size_t next = at;
	for (int i = 0; i < MOST_BETWEEN; i++, next++) {
		enum token_type type = parser_token(parser, next)->type;
		if (type != TOKEN_HAVE && type != TOKEN_RATED && type != TOKEN_ADVERB &&
		    type != TOKEN_BE && type != TOKEN_PROCEED &&
		    !parser_ends_with(parser, next,
		                      "suffered suffers experienced incurred had foresee foresees "
		                      "expect anticipate predict envisage forecast"))
			break;
	}
	return next;
}

/* "no delay", "no further slippage"; behind it, or AT. */
static size_t skip_none(const struct parser *parser, size_t at)
{
	size_t next = parser_skip(parser, at + 1, TOKEN_ANY);
	next += parser_ends_with(parser, next, "further significant material") ? 1 : 0;
	return parser_is(parser, at, TOKEN_NONE) && parser_is(parser, next, TOKEN_DELAY) ? next + 1
	                                                                                 : at;
}

/* "Homes has seen no slippage". */
static size_t parse_without(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t behind = parse_subject(parser, at, subject);
	if (behind == at || !parser_stands_free(parser, at, subject->counted && !subject->generic))
		return at;
	size_t next = skip_having(parser, behind), end = skip_none(parser, next);
	return next == behind || end == next ? at : end;
}

/* "there is no delay to Homes". */
static size_t parse_none(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t end = skip_none(parser, at), next;
	if (end == at ||
	    (at != 0 && !parser_is(parser, at - 1, TOKEN_THERE) &&
	     !parser_is(parser, at - 1, TOKEN_COMMA) && !parser_is(parser, at - 1, TOKEN_AND) &&
	     !parser_is(parser, at - 1, TOKEN_SAY)))
		return at;
	end = skip_verbs(parser, end);
	end -= parser_is(parser, end - 1, TOKEN_TO) ? 1 : 0;
	if (parser_is(parser, end, TOKEN_SCHEDULE) && parser_token(parser, end)->text[0] == 't')
		end++; /* "to the timetable", "to completion" */
	bool leads = parser_is(parser, end, TOKEN_FOR) || parser_is(parser, end, TOKEN_TO) ||
	             parser_is(parser, end, TOKEN_OF) || parser_is(parser, end, TOKEN_PREPOSITION);
	if (leads && (next = parse_subject(parser, end + 1, subject)) != end + 1)
		return next;
	if (leads || parser->self < 0)
		return at;
	*subject = (struct claim_subject){.total = -1, .names = (uint64_t)1 << parser->self};
	return end;
}

/* "to the agreed completion date", "against our timetable": behind it, or AT. */
static size_t skip_against(const struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	if (token->type == TOKEN_SCHEDULE && (token->text[0] == 't' || token->text[0] == 'a'))
		return at + 1;
	bool leads = token->type == TOKEN_COMPARED || token->type == TOKEN_FOR ||
	             token->type == TOKEN_TO || token->type == TOKEN_PREPOSITION;
	size_t next = parser_skip(parser, at + 1, TOKEN_ARTICLE);
	next = parser_skip(parser, next, TOKEN_KIND);
	return leads && parser_is(parser, next, TOKEN_DELIVERY) ? next + 1 : at;
}

/* "there has been slippage against the agreed date", "an early finish is forecast". */
static size_t parse_some(struct parser *parser, size_t at, struct claim *claim)
{
	size_t next = at + 1, end = at;
	enum pace pace = (enum pace)parser_token(parser, at)->value;
	if (parser_is(parser, at, TOKEN_DELAY) && pace != PACE_NONE) {
		end = next;
	} else if (parser_is(parser, at, TOKEN_THERE)) {
		next = parser_skip(parser, next, TOKEN_ARTICLE);
		next = parser_skip(parser, parser_skip(parser, next, TOKEN_SOME), TOKEN_ADVERB);
		pace = PACE_BEHIND;
		end = parser_is(parser, next, TOKEN_DELAY) ? skip_against(parser, next + 1) : at;
		if (end == next + 1)
			end = at;
	}
	if (end == at)
		return at;
	claim->said.pace = pace;
	bool leads = parser_is(parser, end, TOKEN_FOR) || parser_is(parser, end, TOKEN_OF);
	if (leads && (next = parse_subject(parser, end + 1, &claim->subject)) != end + 1)
		return next;
	if (leads || parser->self < 0)
		return at;
	claim->subject = (struct claim_subject){.total = -1, .names = (uint64_t)1 << parser->self};
	return end;
}

size_t parse_delay(struct parser *parser, size_t at)
{
	struct claim claim = {.said = {.pace = PACE_ON_TRACK}};
	size_t end = parse_none(parser, at, &claim.subject);
	if (end == at)
		end = parse_without(parser, at, &claim.subject);
	if (end != at)
		end = skip_against(parser, end);
	else
		end = parse_some(parser, at, &claim);
	if (end == at || claim.subject.domain != DOMAIN_STRANDS || claim.subject.rating ||
	    claim.subject.any || claim.subject.shy || claim.subject.before ||
	    (!parser_is_over(parser, end) && !parser_is(parser, end, TOKEN_WHICH)))
		return at;
	return parse_after(parser, at, end, &claim);
}
