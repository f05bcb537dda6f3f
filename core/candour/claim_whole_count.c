/* What a clause counts: declared in candour/claim_whole.h. */
#include <string.h>

#include "candour/claim_whole.h"

bool whole_is_word(const struct parser *parser, size_t at, const char *list)
{
	return at < parser->tokens->count &&
	       word_is_any(&parser->tokens->sentence->words[parser_token(parser, at)->word], list);
}

/* Whether what is counted from AT to END is strands or ratings, in so many words. */
static bool names_group(const struct parser *parser, struct whole *whole, size_t at, size_t end)
{
	bool group = false;
	for (size_t i = at; i < end; i++) {
		whole->rating = whole->rating || parser_is(parser, i, TOKEN_RATING);
		group = group || parser_is(parser, i, TOKEN_GROUP) ||
		        parser_is(parser, i, TOKEN_RATING);
	}
	return group;
}

/* "all of the workstreams", "the rating of two": of all of it, not of a part. */
static bool is_part(const struct parser *parser, const struct whole *whole, size_t at,
                    const struct claim_subject *subject)
{
	return at > whole->from + 1 && parser_is(parser, at - 1, TOKEN_OF) &&
	       !parser_is(parser, at - 2, TOKEN_RATING) && !parser_is(parser, at - 2, TOKEN_BE) &&
	       !whole_is_word(parser, at - 2, "sponsors sponsor") &&
	       subject->quantity != QUANTITY_ALL && subject->number != (int)parser->story->count;
}

/* True where all strands were counted, as that of which more may be said. */
static bool is_total(const struct parser *parser, const struct whole *whole)
{
	return whole->has_counted &&
	       (whole->counted.quantity == QUANTITY_EXACTLY ||
	        whole->counted.quantity == QUANTITY_ALL) &&
	       whole->counted.number == (int)parser->story->count;
}

/* A count of strands at AT; its end, or AT. */
static size_t take_counted(struct parser *parser, struct whole *whole, size_t at)
{
	struct claim_subject subject;
	struct parser before = *parser;
	size_t end = parse_subject(parser, at, &subject);
	*parser = before;
	if (end == at || !subject.counted || subject.domain != DOMAIN_STRANDS || subject.only ||
	    subject.before || (subject.generic && whole->has_counted) ||
	    !names_group(parser, whole, at, end))
		return at;
	bool none = whole->has_counted && whole->counted.quantity == QUANTITY_NONE;
	if (is_total(parser, whole) && subject.total < 0 && subject.quantity != QUANTITY_ALL) {
		subject.total = whole->counted.number; /* "our five workstreams include two at" */
		whole->counted = subject;
		return end;
	}
	if (none && !whole->sponsors && (subject.quantity == QUANTITY_ALL || subject.any))
		return end; /* "no Amber among the five workstreams" */
	whole->bad = whole->bad || whole->has_counted || is_part(parser, whole, at, &subject);
	whole->counted = subject;
	whole->has_counted = true;
	return end;
}

/* What the token counts. False where it counts nothing. */
static bool find_quantity(const struct token *token, bool none, bool all,
                          struct claim_subject *subject)
{
	if (none)
		subject->quantity = QUANTITY_NONE;
	else if (all || token->type == TOKEN_ALL)
		subject->quantity = QUANTITY_ALL;
	else if (token->type == TOKEN_MOST)
		subject->quantity = QUANTITY_MOST;
	else if (token->type == TOKEN_NUMBER && !token->shy)
		subject->quantity = QUANTITY_EXACTLY;
	else
		return false;
	return true;
}

/* "four sponsors out of five", "nobody", "no Amber": as many workstreams; or AT. */
static size_t take_others(struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	struct claim_subject subject = {.total = -1, .counted = true, .number = token->value};
	bool none = token->type == TOKEN_NONE,
	     nobody = whole_is_word(parser, at, "nobody nowhere nothing");
	bool level = none && parser_is(parser, at + 1, TOKEN_LEVEL);
	size_t plan = parser_skip(parser, at + 3, TOKEN_ARTICLE);
	bool part = none && whole_is_word(parser, at + 1, "part area corner") &&
	            parser_is(parser, at + 2, TOKEN_OF) && parser_is(parser, plan, TOKEN_PROGRAMME);
	bool moved = none && (parser_is(parser, at + 1, TOKEN_TREND) ||
	                      (parser_is(parser, at + 1, TOKEN_TREND_NOUN) &&
	                       parser_token(parser, at + 1)->value != MOVEMENT_STEADY));
	bool whole_plan = whole_is_word(parser, at, "everything everywhere") &&
	                  !parser_is(parser, at, TOKEN_ADVERB);
	size_t next = at + 1;
	if (parser_is(parser, next, TOKEN_OF))
		next = parser_skip(parser, next + 1, TOKEN_ARTICLE);
	if (parser_is(parser, next, TOKEN_NUMBER) && !parser_token(parser, next)->shy) {
		subject.total = next > at + 1 || token->type == TOKEN_ALL
		                        ? parser_token(parser, next)->value
		                        : -1;
		next++;
	}
	bool sponsors = whole_is_word(parser, next, "sponsor sponsors");
	bool every = token->type == TOKEN_ALL && whole->level_count == 0 &&
	             (parser_is(parser, at + 1, TOKEN_BE) || parser_is(parser, at + 1, TOKEN_HAVE));
	nobody = nobody || whole_plan || every;
	if (parser->self >= 0 || (!nobody && !level && !part && !sponsors && !moved))
		return at;
	if (!sponsors)
		subject.total = -1;
	if (!find_quantity(token, none || (nobody && !every && !whole_plan), whole_plan, &subject))
		return at;
	size_t behind = nobody || level || moved ? at + 1 : part ? at + 2 : next + 1;
	size_t end = subject.total < 0 ? parse_late_total(parser, behind, &subject) : behind;
	whole->bad = whole->bad || whole->has_counted;
	whole->sponsors = sponsors;
	whole->rating = whole->rating || (nobody && !whole_plan);
	whole->vague = nobody;
	whole->counted = subject;
	whole->has_counted = true;
	return end;
}

/* "more workstreams than not": most of them; behind it, or AT. */
static size_t take_more(const struct parser *parser, struct whole *whole, size_t at)
{
	if (!whole_is_word(parser, at, "more") || !parser_is(parser, at + 1, TOKEN_GROUP) ||
	    !parser_is(parser, at + 2, TOKEN_PREPOSITION) ||
	    !parser_is(parser, at + 3, TOKEN_NOT) || parser->self >= 0 || whole->has_counted)
		return at;
	whole->counted =
		(struct claim_subject){.total = -1, .counted = true, .quantity = QUANTITY_MOST};
	whole->has_counted = true;
	return at + 4;
}

/* "out of five workstreams", "from a total of five": behind a count; or AT. */
static size_t take_total(const struct parser *parser, struct whole *whole, size_t at)
{
	size_t next = at + 1;
	if (!whole->has_counted || whole->counted.total >= 0 ||
	    (!parser_is(parser, at, TOKEN_OF) && !parser_is(parser, at, TOKEN_FROM)))
		return at;
	while (parser_is(parser, next, TOKEN_ARTICLE) || parser_is(parser, next, TOKEN_ADVERB))
		next++;
	if (!parser_is(parser, next, TOKEN_NUMBER) || parser_token(parser, next)->shy)
		return at;
	whole->counted.total = parser_token(parser, next)->value;
	return parser_skip(parser, next + 1, TOKEN_GROUP);
}

/* "four Green out of five workstreams": as many of them; or AT. */
static size_t take_number(const struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	struct claim_subject subject = {
		.total = -1, .counted = true, .quantity = QUANTITY_EXACTLY, .number = token->value};
	if (parser->self >= 0 || token->type != TOKEN_NUMBER || token->shy)
		return at;
	if (is_total(parser, whole) && !parser_is(parser, at + 1, TOKEN_GROUP) &&
	    !parser_is(parser, at + 1, TOKEN_OF) && !parser_is(parser, at + 1, TOKEN_OTHER)) {
		/* "from five workstreams, four report Green" */
		subject.total = whole->counted.number;
		whole->counted = subject;
		return at + 1;
	}
	if (!parser_is(parser, at + 1, TOKEN_LEVEL) || whole->has_counted)
		return at;
	size_t of = parser_skip(parser, at + 2, TOKEN_RATING);
	size_t next = parser_skip(parser, of + 1, TOKEN_ARTICLE);
	if (!parser_is(parser, of, TOKEN_OF) || !parser_is(parser, next, TOKEN_NUMBER) ||
	    parser_token(parser, next)->value != (int)parser->story->count)
		return at;
	whole->counted = subject;
	whole->has_counted = true;
	return at + 1;
}

/* "the only workstream that", "the one theme": nothing but what is named; behind it, or AT. */
static size_t take_only(const struct parser *parser, struct whole *whole, size_t at)
{
	size_t next = parser_skip(parser, at + 1, TOKEN_ONLY), number;
	if (!whole_is_word(parser, at, "the"))
		return at;
	number = parser_is(parser, next, TOKEN_NUMBER) && parser_token(parser, next)->value == 1
	                 ? next + 1
	                 : next;
	if (number == at + 1 || (number == next && !parser_is(parser, next, TOKEN_GROUP)))
		return at;
	whole->only = true;
	number = parser_skip(parser, number, TOKEN_GROUP);
	return parser_skip(parser, number, TOKEN_WHICH);
}

/* "apart from Homes", "Homes excepted": of whom it is not so; behind it, or AT. */
static size_t take_except(struct parser *parser, struct whole *whole, size_t at)
{
	struct parser_list listed = parser->names_listed;
	uint64_t names;
	bool before = parser_is(parser, at, TOKEN_EXCEPT);
	size_t from = before ? parser_skip(parser, at + 1, TOKEN_FOR) : at;
	size_t end = parse_names(parser, from, &names);
	parser->names_listed = listed;
	if (end == from || (!before && !parser_is(parser, end, TOKEN_EXCEPTED)))
		return at;
	whole->except |= names;
	return before ? end : end + 1;
}

/* "no hesitation", "no doubt": counts nothing. */
static size_t skip_doubt(const struct parser *parser, size_t at)
{
	return parser_is(parser, at, TOKEN_NONE) &&
	                       whole_is_word(parser, at + 1,
	                                     "hesitation doubt reservation reservations "
	                                     "difficulty question qualms trouble")
	               ? at + 2
	               : at;
}

size_t whole_take_subject(struct parser *parser, struct whole *whole, size_t at)
{
	size_t end = skip_doubt(parser, at);
	end = end == at ? take_except(parser, whole, at) : end;
	end = end == at ? take_only(parser, whole, at) : end;
	end = end == at ? take_total(parser, whole, at) : end;
	end = end == at ? take_number(parser, whole, at) : end;
	end = end == at ? take_more(parser, whole, at) : end;
	end = end == at ? take_others(parser, whole, at) : end;
	if (end != at)
		return end;
	switch (parser_token(parser, at)->type) {
	case TOKEN_NUMBER:
	case TOKEN_ALL:
	case TOKEN_NONE:
	case TOKEN_MOST:
	case TOKEN_HALF:
	case TOKEN_SOME:
	case TOKEN_NOT_ALL:
	case TOKEN_AT_LEAST:
	case TOKEN_AT_MOST:
	case TOKEN_MORE_THAN:
	case TOKEN_FEWER_THAN:
	case TOKEN_ANY:
	case TOKEN_BOTH:
	case TOKEN_ARTICLE:
		return take_counted(parser, whole, at);
	default:
		return at;
	}
}
