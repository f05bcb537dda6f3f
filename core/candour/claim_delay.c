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
		    !parser_ends_with(parser, at, "occurred arisen"))
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
		    type != TOKEN_BE &&
		    !parser_ends_with(parser, next, "suffered suffers experienced incurred had"))
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

size_t parse_delay(struct parser *parser, size_t at)
{
	struct claim claim = {.said = {.pace = PACE_ON_TRACK}};
	size_t end = parse_none(parser, at, &claim.subject);
	if (end == at)
		end = parse_without(parser, at, &claim.subject);
	if (end == at || claim.subject.domain != DOMAIN_STRANDS || claim.subject.rating ||
	    claim.subject.any || claim.subject.shy || claim.subject.before ||
	    (!parser_is_over(parser, end) && !parser_is(parser, end, TOKEN_WHICH)))
		return at;
	claim.said.pace = PACE_ON_TRACK;
	return parse_after(parser, at, end, &claim);
}
