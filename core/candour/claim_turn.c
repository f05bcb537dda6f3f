/* Claims in constructions of their own: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

static bool says(const struct parser *parser, size_t at, const char *text)
{
	return strcmp(parser_token(parser, at)->text, text) == 0;
}

/* --- whose it is --- */

/* "for Homes", "of the workstream": sets the subject; behind it, or AT. */
static size_t take_owner(struct parser *parser, size_t at, struct claim_subject *subject)
{
	struct claim_subject whom;
	bool leads = parser_is(parser, at, TOKEN_FOR) || parser_is(parser, at, TOKEN_OF);
	if (!leads)
		return at;
	size_t end = parse_subject(parser, at + 1, &whom);
	if (end == at + 1 || whom.delivery || whom.any || whom.generic ||
	    whom.domain == DOMAIN_MILESTONES)
		return at;
	*subject = whom;
	return end;
}

/* "has been reported by Homes", "was recorded for Homes": the same. */
static size_t take_reporter(struct parser *parser, size_t at, struct claim_subject *subject)
{
	struct claim_subject whom;
	size_t next = at;
	while (next < at + PARSER_MOST_LISTED &&
	       (parser_is(parser, next, TOKEN_BE) || parser_is(parser, next, TOKEN_WAS) ||
	        parser_is(parser, next, TOKEN_HAVE) || parser_is(parser, next, TOKEN_BEEN) ||
	        parser_is(parser, next, TOKEN_RATED) || parser_is(parser, next, TOKEN_STATUS) ||
	        parser_is(parser, next, TOKEN_ADVERB)))
		next++;
	if (next == at)
		return at;
	if (!parser_is(parser, next, TOKEN_BY)) {
		size_t end = take_owner(parser, next, subject);
		return end == next ? at : end;
	}
	size_t end = parse_subject(parser, next + 1, &whom);
	if (end == next + 1 || whom.delivery || whom.any || whom.generic ||
	    whom.domain != DOMAIN_STRANDS)
		return at;
	*subject = whom;
	return end;
}

/* The workstream that reports, or the one spoken of; false: it is not clear. */
static bool be_default(const struct parser *parser, struct claim_subject *subject)
{
	*subject = (struct claim_subject){.total = -1};
	if (parser->self >= 0)
		subject->names = (uint64_t)1 << parser->self;
	else if (parser->about && !parser->carried)
		*subject = parser->topic;
	else
		return false;
	return true;
}

/* --- "the move from Amber to Green", "a change from Amber to Green in Homes" --- */

static bool is_move_noun(const struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	bool noun = token->type == TOKEN_TREND || token->type == TOKEN_MOVE ||
	            token->type == TOKEN_TREND_NOUN ||
	            (token->type == TOKEN_KIND && token->value != 0);
	if (token->type == TOKEN_TREND_NOUN)
		return true;
	return noun && at > 0 &&
	       (parser_is(parser, at - 1, TOKEN_ARTICLE) ||
	        parser_is(parser, at - 1, TOKEN_ADVERB));
}

/* "is planned", "would be early": a move that was not made, or may not have been. */
static bool is_open(const struct parser *parser, size_t at, size_t end)
{
	bool verb = parser_is(parser, end, TOKEN_BE) || parser_is(parser, end, TOKEN_WAS);
	enum token_type type = parser_token(parser, end)->type;
	enum token_type then = parser_token(parser, end + 1)->type;
	bool definite = at > 0 && parser_is(parser, at - 1, TOKEN_ARTICLE) &&
	                parser_token(parser, at - 1)->value != ARTICLE_A;
	return type == TOKEN_HOPE || type == TOKEN_FOR || type == TOKEN_OF ||
	       (verb && (then == TOKEN_KIND || then == TOKEN_HOPE || then == TOKEN_NOT ||
	                 (then == TOKEN_OTHER && !definite)));
}

static size_t parse_move_noun(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	size_t next = at + 1, end;
	if (parser_is(parser, at, TOKEN_COMPARED) && parser_token(parser, at)->text[0] == 'a') {
		/* "a change from": its first levels stand behind it */
		size_t levels = parser_skip_to_levels(parser, next);
		next = parse_levels(parser, levels, &claim.said.last);
		if (next == levels || !parser_is(parser, next, TOKEN_TO))
			return at;
	} else if (!is_move_noun(parser, at))
		return at;
	if ((parser_is(parser, next, TOKEN_FOR) || parser_is(parser, next, TOKEN_OF)) &&
	    parser_is(parser, next + 1, TOKEN_RATING))
		next += 2;
	size_t owner = take_owner(parser, next, &claim.subject);
	end = parser_move(parser, owner, &claim.said);
	if (end == owner || claim.said.last == 0 || claim.said.now == 0)
		return at;
	size_t behind = owner != next ? end : take_owner(parser, end, &claim.subject);
	if (owner == next && behind == end) {
		/* "is reported for Homes" */
		size_t verb = end;
		while (parser_is(parser, verb, TOKEN_BE) || parser_is(parser, verb, TOKEN_HAVE) ||
		       parser_is(parser, verb, TOKEN_BEEN) || parser_is(parser, verb, TOKEN_RATED))
			verb++;
		behind = take_owner(parser, verb, &claim.subject);
		if (behind == verb && !be_default(parser, &claim.subject))
			return at;
		behind = behind == verb ? end : behind;
	}
	return is_open(parser, at, behind) ? at : parse_after(parser, at, behind, &claim);
}

/* --- "the second month in a row at Green", "Homes's second month at Green" --- */

static size_t parse_streak_at(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	size_t next = at;
	bool named = parser_is(parser, at, TOKEN_NAME) && parser_is(parser, at + 1, TOKEN_OWNER);
	bool known = true;
	next += named ? 2 : 0;
	if (!parser_is(parser, next, TOKEN_STREAK))
		return at;
	if (named)
		claim.subject = (struct claim_subject){
			.total = -1, .names = (uint64_t)1 << parser_token(parser, at)->value};
	else
		known = be_default(parser, &claim.subject);
	if (!named && at > 0 && !parser_is(parser, at - 1, TOKEN_BE) &&
	    !parser_is(parser, at - 1, TOKEN_ARTICLE) && !parser_is(parser, at - 1, TOKEN_COMMA) &&
	    !parser_is(parser, at - 1, TOKEN_ADVERB) && !parser_is(parser, at - 1, TOKEN_RATED) &&
	    !(at > 1 && parser_is(parser, at - 1, TOKEN_IT) &&
	      parser_is(parser, at - 2, TOKEN_RATED)))
		return at;
	claim.said.streak = parser_token(parser, next)->value;
	claim.said.stated = true;
	size_t levels = parser_skip_to_levels(parser, next + 1);
	size_t end = parse_levels(parser, levels, &claim.said.now);
	if (end == levels)
		return at;
	size_t owner = parser_skip(parser, end, TOKEN_RATING);
	size_t behind = take_owner(parser, owner, &claim.subject);
	if (behind == owner)
		behind = take_reporter(parser, owner, &claim.subject);
	if (!known && behind == owner)
		return at;
	return parse_after(parser, at, behind, &claim);
}

/* "Homes, Green for the second month running, has a new manager". */
static size_t parse_apposed(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.total = -1}};
	size_t end = parse_names(parser, at, &claim.subject.names);
	if (end == at || !parser_is(parser, end, TOKEN_COMMA) || parser->names_listed.count != 1 ||
	    !parser_stands_free(parser, at, false))
		return at;
	size_t levels = parser_skip(parser, end + 1, TOKEN_STILL);
	bool still = levels != end + 1;
	levels = parser_skip_to_levels(parser, levels);
	size_t behind = parse_levels(parser, levels, &claim.said.now);
	if (behind == levels || (!still && !parser_is(parser, behind, TOKEN_STREAK)))
		return at;
	claim.said.streak = still ? 2 : 0;
	return parse_after(parser, at, behind, &claim);
}

/* --- counts the other way round --- */

/* "the number of Green workstreams is four", "the number of workstreams at Green stands at two". */
static size_t parse_number_of(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.total = -1, .counted = true}};
	static const char *const nouns[] = {"number", "count", "tally", "total"};
	bool noun = false;
	for (size_t i = 0; i < sizeof(nouns) / sizeof(nouns[0]); i++)
		noun = noun || says(parser, at, nouns[i]);
	if (!noun || !parser_is(parser, at + 1, TOKEN_OF))
		return at;
	size_t next = parser_skip(parser, at + 2, TOKEN_ARTICLE);
	size_t end = parse_levels(parser, next, &claim.said.now);
	const struct token *group = parser_token(parser, end);
	if (group->type != TOKEN_GROUP || (parser->self >= 0 && group->value >= GROUP_THEME))
		return at;
	if (end == next) {
		next = parser_skip_to_levels(parser, end + 1);
		size_t behind = parse_levels(parser, next, &claim.said.now);
		if (behind == next)
			return at;
		end = behind - 1;
	}
	end++;
	while (parser_is(parser, end, TOKEN_BE) || parser_is(parser, end, TOKEN_RATED) ||
	       parser_is(parser, end, TOKEN_PREPOSITION) || parser_is(parser, end, TOKEN_ADVERB) ||
	       parser_is(parser, end, TOKEN_STAY))
		end++;
	const struct token *number = parser_token(parser, end);
	if (number->type != TOKEN_NUMBER || number->shy || !parser_is_over(parser, end + 1))
		return at;
	claim.subject.quantity = QUANTITY_EXACTLY;
	claim.subject.number = number->value;
	return parse_after(parser, at, end + 1, &claim);
}

/* "the workstreams at Green are A and B", "the following workstreams are Green: A and B". */
static size_t parse_group_is(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.total = -1}};
	size_t next = at;
	bool group = false, following = false;
	while (parser_is(parser, next, TOKEN_ARTICLE) || says(parser, next, "following"))
		following = says(parser, next++, "following") || following;
	if (next != at && parser_is(parser, next, TOKEN_GROUP)) {
		group = true;
		next++;
		if (following && parser_is(parser, next, TOKEN_BE))
			next++;
	} else if (next != at || at != 0)
		return at;
	else
		following = false;
	size_t levels = parser_skip_to_levels(parser, next);
	size_t end = parse_levels(parser, levels, &claim.said.now);
	if (end == levels || (!group && levels == next))
		return at;
	if (!parser_is(parser, end, following ? TOKEN_COLON : TOKEN_BE))
		return at;
	size_t names = end + 1;
	end = parse_names(parser, names, &claim.subject.names);
	if (end == names || !parser_is_over(parser, end))
		return at;
	claim.subject.only = group && !following;
	return parse_after(parser, at, end, &claim);
}

/* "at Green are three workstreams: A, B and C". */
static size_t parse_at_level(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	if (at != 0 ||
	    (!parser_is(parser, at, TOKEN_PREPOSITION) && !parser_is(parser, at, TOKEN_RATED)))
		return at;
	size_t levels = parser_skip_to_levels(parser, at);
	size_t end = parse_levels(parser, levels, &claim.said.now);
	if (end != levels && parser_is(parser, end, TOKEN_STREAK)) {
		claim.said.streak = parser_token(parser, end++)->value;
		claim.said.stated = true;
	}
	if (end == levels || !parser_is(parser, end, TOKEN_BE))
		return at;
	size_t behind = parse_subject(parser, end + 1, &claim.subject);
	if (behind == end + 1 || !claim.subject.counted || claim.subject.generic ||
	    claim.subject.domain != DOMAIN_STRANDS)
		return at;
	return parse_after(parser, at, behind, &claim);
}

/* --- "we did not miss any milestones", "without a missed milestone" --- */

static size_t parse_none_missed(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.domain = DOMAIN_MILESTONES,
	                                  .quantity = QUANTITY_NONE,
	                                  .total = -1,
	                                  .counted = true},
	                      .said = {.outcome = OUTCOME_MISSED}};
	bool without = says(parser, at, "without");
	bool denied = parser_is(parser, at, TOKEN_NOT), missed = false;
	size_t next = at + 1;
	if ((!without && !denied) || parser->self < 0)
		return at;
	for (int i = 0; i < 8; i++, next++) {
		const struct token *token = parser_token(parser, next);
		bool miss = says(parser, next, "miss") || says(parser, next, "missing") ||
		            (token->type == TOKEN_STATUS && token->value == OUTCOME_MISSED);
		missed = missed || miss;
		if (token->type == TOKEN_MILESTONE)
			break;
		if (!miss && token->type != TOKEN_ANY && token->type != TOKEN_ARTICLE &&
		    token->type != TOKEN_OF && token->type != TOKEN_KIND &&
		    token->type != TOKEN_DUE && token->type != TOKEN_ADVERB &&
		    token->type != TOKEN_NUMBER)
			return at;
	}
	if (!parser_is(parser, next, TOKEN_MILESTONE))
		return at;
	next++;
	if (!missed && parser_is(parser, next, TOKEN_BEEN) &&
	    parser_token(parser, next + 1)->type == TOKEN_STATUS &&
	    parser_token(parser, next + 1)->value == OUTCOME_MISSED) {
		missed = true;
		next += 2;
	}
	return missed && parser_is_over(parser, next) ? parse_after(parser, at, next, &claim) : at;
}

/* --- "no improvement in any workstream", "no change to the ratings" --- */

static size_t parse_no_trend(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	struct claim_subject *subject = &claim.subject;
	const struct token *noun = parser_token(parser, at + 1);
	bool trend = noun->type == TOKEN_TREND_NOUN || noun->type == TOKEN_TREND ||
	             (noun->type == TOKEN_KIND && noun->value != 0);
	size_t next = at + 2;
	bool denied =
		parser_is(parser, at, TOKEN_NOT) && trend && at > 0 &&
		(parser_is(parser, at - 1, TOKEN_HAVE) || parser_is(parser, at - 1, TOKEN_WAS));
	if ((!parser_is(parser, at, TOKEN_NONE) && !denied) || !trend)
		return at;
	while (parser_is(parser, next, TOKEN_BE) || parser_is(parser, next, TOKEN_WAS) ||
	       parser_is(parser, next, TOKEN_HAVE) || parser_is(parser, next, TOKEN_BEEN) ||
	       parser_is(parser, next, TOKEN_RATED))
		next++;
	bool leads = parser_is(parser, next, TOKEN_FOR) || parser_is(parser, next, TOKEN_OF) ||
	             parser_is(parser, next, TOKEN_TO);
	next -= denied ? 1 : 0; /* "have not changed any rating" */
	size_t end = leads || denied ? parse_subject(parser, next + 1, subject) : next + 1;
	if ((!leads && !denied) || end == next + 1 ||
	    (subject->counted && !subject->any && !subject->generic))
		return at;
	if (!subject->counted && !subject->rating)
		return at;
	claim.said.directions = (unsigned)noun->value;
	if (subject->counted)
		subject->quantity = QUANTITY_NONE;
	else
		claim.said.directions = MOVEMENT_ANY & ~claim.said.directions;
	subject->any = subject->generic = false;
	return parse_after(parser, at, end, &claim);
}

/* "ratings", "rating" behind "no change in": all of them. */
static size_t parse_no_change(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.total = -1, .counted = true}};
	const struct token *noun = parser_token(parser, at);
	bool none = parser_is(parser, at, TOKEN_NONE);
	noun = none ? parser_token(parser, at + 1) : noun;
	bool trend =
		noun->type == TOKEN_TREND_NOUN || (noun->type == TOKEN_KIND && noun->value != 0);
	size_t next = at + (none ? 2 : 1), end;
	if (!none && parser->self < 0 && noun->type == TOKEN_TREND && at > 0 &&
	    noun->value == MOVEMENT_STEADY && parser_ends_with(parser, next - 1, "ratings") &&
	    parser_is(parser, at - 1, TOKEN_RATED)) {
		claim.subject.quantity = QUANTITY_ALL; /* "we report the same ratings" */
		claim.said.directions = MOVEMENT_STEADY;
		return parse_after(parser, at, next, &claim);
	}
	bool grades = noun->type == TOKEN_TREND_NOUN && strstr(noun->text, "grade") != NULL;
	if (none && grades && parser->self < 0) {
		claim.subject.quantity = QUANTITY_NONE; /* "no upgrades were made" */
		claim.said.directions = (unsigned)noun->value;
		while (next < at + PARSER_MOST_VERBS &&
		       (parser_is(parser, next, TOKEN_WAS) || parser_is(parser, next, TOKEN_HAVE) ||
		        parser_is(parser, next, TOKEN_BEEN) ||
		        parser_is(parser, next, TOKEN_RATED)))
			next++;
		return parser_is_over(parser, next) ? parse_after(parser, at, next, &claim) : at;
	}
	if (!trend || (!none && noun->value != MOVEMENT_STEADY) || parser->self >= 0 ||
	    (!parser_is(parser, next, TOKEN_FOR) && !parser_is(parser, next, TOKEN_OF) &&
	     !parser_is(parser, next, TOKEN_TO)) ||
	    !parser_is(parser, next + 1, TOKEN_RATING))
		return at;
	for (end = next + 2;
	     parser_is(parser, end, TOKEN_BE) || parser_is(parser, end, TOKEN_WAS) ||
	     parser_is(parser, end, TOKEN_HAVE) || parser_is(parser, end, TOKEN_BEEN) ||
	     parser_is(parser, end, TOKEN_RATED);)
		end++;
	if (!parser_is_over(parser, end))
		return at;
	claim.subject.quantity = none ? QUANTITY_NONE : QUANTITY_ALL;
	claim.said.directions = (unsigned)noun->value;
	return parse_after(parser, at, end, &claim);
}

/* "we have left the ratings unchanged", "kept all ratings as they were". */
static size_t parse_left(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	if (!says(parser, at, "left") && !says(parser, at, "kept") && !says(parser, at, "leave") &&
	    !says(parser, at, "keep"))
		return at;
	size_t end = parse_subject(parser, at + 1, &claim.subject);
	const struct token *same = parser_token(parser, end);
	bool steady = same->type == TOKEN_SAME ||
	              (same->type == TOKEN_TREND && same->value == MOVEMENT_STEADY);
	if (end == at + 1 || !claim.subject.counted || !steady || claim.subject.any ||
	    claim.subject.domain != DOMAIN_STRANDS)
		return at;
	claim.subject.generic = false;
	claim.said.directions = MOVEMENT_STEADY;
	return parse_after(parser, at, end + 1, &claim);
}

/* "we have not rated any workstream Red". */
static size_t parse_none_rated(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	if (!parser_is(parser, at, TOKEN_NOT) || !parser_is(parser, at + 1, TOKEN_RATED))
		return at;
	size_t end = parse_subject(parser, at + 2, &claim.subject);
	if (end == at + 2 || !claim.subject.any || claim.subject.domain != DOMAIN_STRANDS)
		return at;
	size_t levels = parser_skip_to_levels(parser, end);
	size_t behind = parse_levels(parser, levels, &claim.said.now);
	if (behind == levels)
		return at;
	claim.subject.quantity = QUANTITY_NONE;
	claim.subject.any = false;
	return parse_after(parser, at, behind, &claim);
}

size_t parse_turn(struct parser *parser, size_t at)
{
	size_t (*const ways[])(struct parser *, size_t) = {
		parse_move_noun, parse_streak_at, parse_apposed,   parse_number_of,
		parse_group_is,  parse_at_level,  parse_no_trend,  parse_none_missed,
		parse_no_change, parse_left,      parse_none_rated};
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		size_t end = ways[i](parser, at);
		if (end != at)
			return end;
	}
	return at;
}
