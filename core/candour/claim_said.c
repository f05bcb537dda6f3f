/* What is said of the subject of a claim: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

static unsigned every_level(const struct parser *parser)
{
	return (1U << parser->chapter->scale->count) - 1;
}

static void add_levels(struct parser *parser, const struct manner *manner,
                       const struct claim_subject *subject, unsigned levels,
                       struct claim_said *said)
{
	bool none = manner->denied != subject->neither;
	unsigned set = none ? every_level(parser) & ~levels : levels;
	bool last = subject->before || manner->once || (manner->timed && manner->when == WHEN_LAST);
	bool passive = manner->rated && subject->counted;
	if (last)
		said->last = set;
	else if (manner->was && !manner->timed && !passive && manner->stay == 0)
		said->either = set;
	else
		said->now = set;
	if (none && manner->longer && !last && said->now != 0 && !subject->counted)
		said->last = levels; /* "is no longer Amber" */
	if (last || none)
		return;
	said->streak = manner->streak;
	said->first = parser->first;
	said->stated = manner->streak != 0;
	if (manner->again || (manner->stay != 0 || manner->still))
		said->streak = said->streak == 0 ? 2 : said->streak;
	bool weak = manner->stay == 1 || (manner->still && manner->stay == 0);
	said->loose = weak && manner->streak == 0 && subject->counted &&
	              subject->quantity != QUANTITY_ALL;
	if (!none)
		parser->levels = levels;
}

/* "Green and Amber respectively": each name has its own. True where that is so. */
static bool add_each(struct parser *parser, size_t from, size_t end,
                     const struct claim_subject *subject)
{
	struct parser_list names = parser->names_listed, levels = parser->levels_listed;
	size_t behind = parser_skip(parser, end, TOKEN_COMMA);
	if (!parser_is(parser, behind, TOKEN_RESPECTIVELY) || names.count != levels.count ||
	    names.count > PARSER_MOST_LISTED || subject->counted)
		return false;
	for (size_t i = 0; i < names.count; i++) {
		struct claim_subject one = *subject;
		one.names = (uint64_t)1 << names.items[i];
		parser_claim(parser, from, end, &one,
		             &(struct claim_said){.now = 1U << levels.items[i]});
	}
	return true;
}

size_t parse_whom(struct parser *parser, size_t at, struct claim_subject *subject)
{
	struct claim_subject whom;
	bool itself = subject->domain == DOMAIN_PROGRAMME ||
	              (!subject->counted && (parser->self >= 0 || subject->position));
	bool leads = parser_is(parser, at, TOKEN_FOR) ||
	             strcmp(parser_token(parser, at)->text, "with") == 0;
	if (!itself || !leads)
		return at;
	size_t end = parse_subject(parser, at + 1, &whom);
	if (end == at + 1 || whom.rating || whom.delivery || whom.domain == DOMAIN_MILESTONES)
		return at;
	*subject = whom;
	return end;
}

/* "Green in terms of cost", "on the risk matrix", "against the test": of a part, or AT. */
static bool is_partly(const struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	size_t next = parser_skip(parser, at + 1, TOKEN_ARTICLE);
	if (token->type == TOKEN_PREPOSITION && strcmp(token->text, "on") == 0 &&
	    parser_is(parser, next, TOKEN_NUMBER))
		return true; /* "on one measure" */
	if (!parser_is(parser, next, TOKEN_OTHER))
		return false;
	if (token->type == TOKEN_FOR)
		return true;
	if (token->type == TOKEN_COMPARED)
		return strcmp(token->text, "against") == 0;
	if (token->type != TOKEN_PREPOSITION)
		return false;
	if (strcmp(token->text, "as") == 0) /* "Amber as the threshold" */
		return next != at + 1 && parser_is_over(parser, next + 1);
	return strcmp(token->text, "on") == 0 &&
	       !parser_ends_with(parser, next,
	                         "account basis grounds strength evidence advice reflection merit");
}

/* Whether levels without a verb are said: "Homes Amber", "the rating of Green", not "a". */
static bool is_bare(const struct parser *parser, size_t from, size_t end,
                    const struct claim_subject *subject)
{
	const struct token *first = parser_token(parser, from);
	bool indefinite = first->type == TOKEN_ARTICLE && first->value == ARTICLE_A;
	enum token_type type = parser_token(parser, end)->type;
	bool given = type == TOKEN_HAVE && parser_is(parser, end + 1, TOKEN_BEEN) &&
	             parser_is(parser, end + 2, TOKEN_RATED);
	if (subject->rating)
		return (!indefinite || given) && type != TOKEN_WAS;
	return subject->counted || !parser_token(parser, end - 1)->shy;
}

/* Behind "given Green to Homes and to Waste": sets the subject; or END. */
static size_t find_whom(struct parser *parser, size_t end, struct claim_subject *subject,
                        const struct manner *manner)
{
	size_t whom = parse_whom(parser, end, subject);
	bool ours = subject->domain == DOMAIN_PROGRAMME ||
	            (!subject->counted && parser->self >= 0 && !subject->rating);
	struct claim_subject given;
	if (whom == end && ours && manner->rated && parser_is(parser, end, TOKEN_TO)) {
		whom = parse_subject(parser, end + 1, &given);
		if (whom == end + 1 || given.domain == DOMAIN_MILESTONES || given.shy ||
		    given.generic || given.any)
			return end;
		*subject = given;
	}
	for (int i = 0; i < PARSER_MOST_LISTED && whom != end && !subject->counted; i++) {
		uint64_t more;
		size_t next = parser_skip(parser, whom, TOKEN_COMMA);
		next = parser_skip(parser, next, TOKEN_AND);
		if (next == whom || subject->names == 0 ||
		    (!parser_is(parser, next, TOKEN_TO) && !parser_is(parser, next, TOKEN_FOR)))
			break;
		size_t behind = parse_names(parser, next + 1, &more);
		if (behind == next + 1)
			break;
		subject->names |= more;
		whom = behind;
	}
	return whom;
}

/* "we have given Green to ...", to something that was not understood. */
static bool is_of_another(const struct parser *parser, size_t end,
                          const struct claim_subject *subject, const struct manner *manner)
{
	bool ours = subject->domain == DOMAIN_PROGRAMME ||
	            (!subject->counted && parser->self >= 0 && !subject->rating);
	const struct token *next = parser_token(parser, end + 1);
	if (parser_is(parser, end, TOKEN_FOR) && next->type == TOKEN_NUMBER &&
	    parser_is(parser, end + 2, TOKEN_OF) && !subject->counted)
		return true; /* "Amber for two of its milestones" */
	if (!ours || !manner->rated || subject->rating)
		return false;
	if (parser_is(parser, end, TOKEN_TO))
		return !parser_ends_with(parser, end + 1, "reflect recognise show acknowledge");
	return (parser_is(parser, end, TOKEN_FOR) || parser_is(parser, end, TOKEN_OF)) &&
	       !parser_is(parser, parser_find_time(parser, end), TOKEN_TIME) &&
	       next->type != TOKEN_STREAK && next->type != TOKEN_PROGRAMME &&
	       !(next->type == TOKEN_ARTICLE && (parser_is(parser, end + 2, TOKEN_PROGRAMME) ||
	                                         parser_is(parser, end + 2, TOKEN_GROUP)));
}

static size_t say_levels(struct parser *parser, size_t from, size_t at,
                         const struct claim_subject *subject, const struct manner *manner)
{
	unsigned levels = 0;
	struct claim claim = {.subject = *subject};
	size_t end = parse_levels(parser, at, &levels);
	size_t time = parser_find_time(parser, end);
	bool dated = parser_is(parser, time, TOKEN_TIME) || manner->timed || parser->timed;
	bool past = manner->had && !dated && !manner->once;
	bool vague = subject->generic && !manner->verb;
	if (end == at || past || vague ||
	    strcmp(parser_token(parser, end)->text, "everywhere") == 0 || is_partly(parser, end) ||
	    (manner->was && parser->elsewhere) || (subject->delivery && !manner->rated) ||
	    subject->domain == DOMAIN_MILESTONES || (manner->denied && manner->stay != 0) ||
	    (manner->timed && manner->when == WHEN_OTHER) ||
	    (parser_is(parser, end, TOKEN_GROUP) && !manner->rated))
		return at;
	if (add_each(parser, from, end, subject))
		return parser_skip(parser, end, TOKEN_COMMA) + 1;
	bool bounded = parser_is(parser, at, TOKEN_BEYOND) && !manner->verb &&
	               strncmp(parser_token(parser, at)->text, "fall", 4) != 0;
	if (parser_is(parser, end, TOKEN_HOPE) || bounded || /* "a workstream better than Amber" */
	    (!manner->verb && parser_is(parser, end, TOKEN_WHICH)) ||
	    (!manner->verb && !is_bare(parser, from, end, subject)))
		return at;
	size_t whom = find_whom(parser, end, &claim.subject, manner);
	if (whom == end && is_of_another(parser, end, subject, manner))
		return at;
	end = whom;
	add_levels(parser, manner, &claim.subject, levels, &claim.said);
	return parse_after(parser, from, end, &claim);
}

/* What verbs alone say: "two of them for a second month", "three held". */
static bool say_rest(struct parser *parser, size_t from, size_t at,
                     const struct claim_subject *subject, const struct manner *manner)
{
	enum { HELD = 3 };
	struct claim claim = {.subject = *subject};
	bool streak =
		manner->streak != 0 && parser->levels != 0 && subject->counted && !subject->generic;
	if (!parser_is_over(parser, at) ||
	    (manner->timed && manner->when != WHEN_NOW &&
	     (manner->stay == 0 || manner->when != WHEN_LAST)) ||
	    subject->domain == DOMAIN_MILESTONES || manner->denied)
		return false;
	if (streak && manner->stay == 0)
		claim.said = (struct claim_said){.now = parser->levels, .streak = manner->streak};
	else if ((manner->stay == HELD || (manner->stay != 0 && manner->rating)) && !subject->shy &&
	         !subject->delivery && !subject->position)
		claim.said.directions = MOVEMENT_STEADY;
	else
		return false;
	parser_claim(parser, from, at, subject, &claim.said);
	return true;
}

static bool is_verb(const struct parser *parser, size_t at)
{
	enum token_type type = parser_token(parser, at)->type;
	return type == TOKEN_BE || type == TOKEN_WAS || type == TOKEN_HAVE || type == TOKEN_RATED ||
	       type == TOKEN_STAY;
}

/* ", led by the finance team,": says nothing of the rating; behind it, or AT. */
static size_t skip_aside(const struct parser *parser, size_t at)
{
	bool clause = parser_is(parser, at + 1, TOKEN_WHICH) ||
	              strcmp(parser_token(parser, at + 1)->text, "whose") == 0;
	if (!parser_is(parser, at, TOKEN_COMMA) ||
	    (!clause && !parser_is(parser, at + 1, TOKEN_OTHER)))
		return at;
	for (size_t end = at + 2; end < at + PARSER_MOST_VERBS; end++) {
		enum token_type type = parser_token(parser, end)->type;
		if (type == TOKEN_COMMA)
			return is_verb(parser, end + 1) ? end + 1 : at;
		if ((!clause && (type == TOKEN_BE || type == TOKEN_WAS)) || type == TOKEN_LEVEL ||
		    type == TOKEN_HOPE || type == TOKEN_IF || type == TOKEN_END ||
		    type == TOKEN_SEMICOLON)
			break;
	}
	return at;
}

/* "is deemed to be Green", "we judge Homes to be Green": said, and not wanted. */
static bool may_be(const struct parser *parser, size_t from, const struct manner *manner)
{
	return manner->rated || (from > 0 && parser_is(parser, from - 1, TOKEN_RATED));
}

/* "is the only workstream rated Red", "are the three at Green": behind "workstream", or AT. */
static size_t skip_only(const struct parser *parser, size_t at)
{
	size_t next = parser_skip(parser, at, TOKEN_BE);
	bool make = next == at && parser_is(parser, at, TOKEN_RATED) &&
	            strcmp(parser_token(parser, at)->text, "make") == 0 &&
	            parser_is(parser, at + 1, TOKEN_TREND); /* "make up" */
	next += make ? 2 : 0;
	next = parser_skip(parser, next, TOKEN_ARTICLE);
	if (next == at)
		return at;
	size_t number = next;
	next = parser_skip(parser, next, TOKEN_ONLY);
	bool one = next != number && parser_is(parser, next, TOKEN_NUMBER) &&
	           parser_token(parser, next)->value == 1;
	next += parser_is(parser, next, TOKEN_NUMBER) && !parser_token(parser, next)->shy ? 1 : 0;
	if (next == number)
		return at;
	if (one) /* "is the only one that is not Green" */
		return parser_skip(parser, next, TOKEN_WHICH);
	if (parser_is(parser, next, TOKEN_GROUP))
		return next + 1;
	return parser_is(parser, next, TOKEN_LEVEL) && parser_is(parser, next + 1, TOKEN_GROUP)
	               ? next
	               : at;
}

/* Behind what may stand between the subject and its verb. */
static size_t skip_opening(struct parser *parser, size_t from, size_t at,
                           const struct claim_subject *subject, struct manner *manner)
{
	size_t end = parse_aside(parser, from, at, subject);
	enum token_type type = parser_token(parser, at)->type;
	enum token_type next = parser_token(parser, at + 1)->type;
	if (end != at)
		return end;
	if (type == TOKEN_COMMA && next == TOKEN_RATED)
		return at + 1;
	if (type == TOKEN_COMMA && next == TOKEN_ADVERB && parser_is(parser, at + 2, TOKEN_COMMA))
		return at + 3;
	if (type == TOKEN_TO && next == TOKEN_LEVEL && subject->rating && from > 0 &&
	    parser_is(parser, from - 1, TOKEN_RATED))
		return at + 1; /* "have set the rating to Green" */
	if (type == TOKEN_COMMA && next == TOKEN_WHICH && is_verb(parser, at + 2))
		return at + 2;
	if (type == TOKEN_COMMA && next == TOKEN_WHICH && parser_is(parser, at + 2, TOKEN_WE))
		return at + 3; /* "Homes, which we have rated Amber" */
	if (subject->rating && next == TOKEN_LEVEL && (type == TOKEN_COLON || type == TOKEN_DASH))
		return at + 1;
	if (type == TOKEN_COMMA && next == TOKEN_AGAIN && parser_is(parser, at + 2, TOKEN_COMMA)) {
		manner->again = true;
		return at + 3;
	}
	end = skip_aside(parser, at);
	return end != at || subject->generic ? end : parser_skip(parser, at, TOKEN_WHICH);
}

/* Reads what is not a verb; AT where it cannot be understood. */
static size_t say(struct parser *parser, enum predicate reading, size_t from, size_t at,
                  const struct claim_subject *subject, const struct manner *manner)
{
	switch (reading) {
	case READ_LEVELS:
		return manner->proceed ? at : say_levels(parser, from, at, subject, manner);
	case READ_TREND:
		return say_trend(parser, from, at, subject, manner);
	case READ_COMPARED:
		return say_compared(parser, from, at, subject, manner);
	case READ_PACE:
		return say_pace(parser, from, at, subject, manner);
	case READ_OUTCOME:
		return say_outcome(parser, from, at, subject, manner);
	default:
		return at;
	}
}

size_t parse_said(struct parser *parser, size_t from, size_t at,
                  const struct claim_subject *subject)
{
	struct manner manner = {.streak = parser->streak};
	if (from > 0 && parser_is(parser, from - 1, TOKEN_STAY) && !subject->counted)
		manner.stay = parser_token(parser, from - 1)->value + 1; /* "kept Homes at Green" */
	if (from > 1 &&
	    (parser_is(parser, from - 1, TOKEN_RATED) || parser_is(parser, from - 1, TOKEN_HAVE)) &&
	    !subject->counted && parser_is(parser, from - 2, TOKEN_STILL))
		manner.still = true; /* "still rate Homes Green" */
	struct claim_subject alone = *subject;
	size_t next = at, end;
	if (!subject->counted && (end = skip_only(parser, at)) != at) {
		alone.only = manner.verb = manner.rated = true;
		subject = &alone;
		next = end;
	}
	next = skip_opening(parser, from, next, subject, &manner);
	for (int i = 0; i < PARSER_MOST_VERBS; i++, next++) {
		enum predicate reading = parser_reading(parser, next, subject);
		if (reading != READ_VERB) {
			end = say(parser, reading, from, next, subject, &manner);
			return end == next ? at : end;
		}
		if (manner.stay > 1 && parser_is(parser, next, TOKEN_TIME) &&
		    parser_token(parser, next)->value == WHEN_LAST &&
		    parser_is(parser, next + 1, TOKEN_OWNER) &&
		    parser_is(parser, next + 2, TOKEN_RATING)) {
			manner.rating = true; /* "have kept last month's rating" */
			next += 2;
			continue;
		}
		if (!manner.verb && strncmp(parser_token(parser, next)->text, "consider", 8) == 0 &&
		    parser_is(parser, next + 1, TOKEN_ARTICLE))
			return at; /* "we considered an Amber rating" */
		if (parser_is(parser, next, TOKEN_RATING) &&
		    parser_token(parser, next)->value == 1 && subject->domain == DOMAIN_PROGRAMME)
			return at; /* "we have kept all ratings": not the programme's */
		manner.verb = manner.verb || is_verb(parser, next);
		bool taken = parser_is(parser, next, TOKEN_TO_BE)
		                     ? may_be(parser, from, &manner)
		                     : parser_take_verb(parser, next, &manner);
		if (!taken)
			return say_rest(parser, from, next, subject, &manner) ? next : at;
	}
	return at;
}
