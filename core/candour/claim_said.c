/* What is said of the subject of a claim: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

/* What the verbs before it do to what is said. */
struct manner {
	bool verb, denied, was, had, have, rated, still, again, timed, once;
	int stay; /* 0: no; 1: "remain"; 2: "continue"; 3: "hold" */
	int streak;
	enum when when;
	bool proceed;
};

static unsigned every_level(const struct parser *parser)
{
	return (1U << parser->chapter->scale->count) - 1;
}

/* True where what was said of a movement ends at AT, and nothing was moved but a rating. */
static bool is_over(const struct parser *parser, size_t at)
{
	enum token_type type = parser_token(parser, at)->type;
	if (parser_is(parser, parser_find_time(parser, at), TOKEN_TIME))
		return true;
	return type == TOKEN_END || type == TOKEN_STOP || type == TOKEN_COMMA ||
	       type == TOKEN_SEMICOLON || type == TOKEN_COLON || type == TOKEN_CLOSE ||
	       type == TOKEN_OPEN || type == TOKEN_DASH || type == TOKEN_AND || type == TOKEN_BUT ||
	       type == TOKEN_OR || type == TOKEN_STREAK || type == TOKEN_AGAIN ||
	       type == TOKEN_EXCEPT || type == TOKEN_SAME || type == TOKEN_NAMELY ||
	       type == TOKEN_STEP || type == TOKEN_FIRST_TIME || type == TOKEN_ADVERB;
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

/* "we report Green for Procurement": then it is of that; behind it, or AT. */
static size_t parse_whom(struct parser *parser, size_t at, struct claim_subject *subject)
{
	struct claim_subject whom;
	bool itself =
		subject->domain == DOMAIN_PROGRAMME || (parser->self >= 0 && !subject->counted);
	if (!itself || !parser_is(parser, at, TOKEN_FOR))
		return at;
	size_t end = parse_subject(parser, at + 1, &whom);
	if (end == at + 1 || whom.rating || whom.delivery || whom.domain == DOMAIN_MILESTONES)
		return at;
	*subject = whom;
	return end;
}

/* Whether levels without a verb are said: "Homes Amber", "the rating of Green", not "a". */
static bool is_bare(const struct parser *parser, size_t from, size_t end,
                    const struct claim_subject *subject)
{
	const struct token *first = parser_token(parser, from);
	bool indefinite = first->type == TOKEN_ARTICLE && first->value == ARTICLE_A;
	enum token_type type = parser_token(parser, end)->type;
	if (subject->rating)
		return !indefinite && type != TOKEN_WAS;
	return subject->counted || !parser_token(parser, end - 1)->shy;
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
	if (end == at || past || (manner->was && parser->elsewhere) || subject->delivery ||
	    subject->domain == DOMAIN_MILESTONES || (manner->denied && manner->stay != 0) ||
	    (manner->timed && manner->when == WHEN_OTHER) ||
	    (parser_is(parser, end, TOKEN_GROUP) && !manner->rated))
		return at;
	if (add_each(parser, from, end, subject))
		return parser_skip(parser, end, TOKEN_COMMA) + 1;
	if (parser_is(parser, end, TOKEN_HOPE) ||
	    (!manner->verb && !is_bare(parser, from, end, subject)))
		return at;
	size_t whom = parse_whom(parser, end, &claim.subject);
	end = whom;
	add_levels(parser, manner, &claim.subject, levels, &claim.said);
	return parse_after(parser, from, end, &claim);
}

/* "from Amber", "to Green", in either order; AT where there is neither. */
size_t parser_move(struct parser *parser, size_t at, struct claim_said *said)
{
	size_t end = at;
	for (int i = 0; i < 2; i++) {
		size_t next = parser_skip(parser, end, TOKEN_STEP);
		enum token_type type = parser_token(parser, next)->type;
		if (type != TOKEN_FROM && type != TOKEN_TO && type != TOKEN_LEVEL &&
		    type != TOKEN_PREPOSITION)
			break;
		unsigned levels = 0;
		next = parser_skip_to_levels(parser, next + (type == TOKEN_LEVEL ? 0 : 1));
		size_t behind = parse_levels(parser, next, &levels);
		if (behind == next)
			break;
		if (type == TOKEN_FROM)
			said->last = levels;
		else
			said->now = levels;
		end = behind;
	}
	return end;
}

/* "improved or held", "neither improved nor declined". */
static size_t parse_trends(struct parser *parser, size_t at, unsigned *directions)
{
	size_t end = at + 1;
	enum token_type type = parser_token(parser, at)->type;
	*directions = type == TOKEN_STAY     ? MOVEMENT_STEADY
	              : type == TOKEN_STATUS ? MOVEMENT_DECLINED
	                                     : (unsigned)parser_token(parser, at)->value;
	while (parser_is(parser, end, TOKEN_OR) || parser_is(parser, end, TOKEN_NOR)) {
		size_t next = end + 1;
		while (parser_is(parser, next, TOKEN_HAVE) || parser_is(parser, next, TOKEN_BEEN) ||
		       parser_is(parser, next, TOKEN_BE) || parser_is(parser, next, TOKEN_ADVERB))
			next++;
		bool stay = parser_is(parser, next, TOKEN_STAY);
		size_t trend = parser_skip(parser, next, TOKEN_STAY);
		if (parser_is(parser, trend, TOKEN_TREND)) {
			*directions |= (unsigned)parser_token(parser, trend)->value;
			end = trend + 1;
		} else if (stay) {
			*directions |= MOVEMENT_STEADY;
			end = parser_skip(parser, parser_skip(parser, trend, TOKEN_ARTICLE),
			                  TOKEN_RATING);
		} else
			break;
	}
	return end;
}

static size_t say_trend(struct parser *parser, size_t from, size_t at,
                        const struct claim_subject *subject, const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	struct claim_said *said = &claim.said;
	bool move = parser_is(parser, at, TOKEN_MOVE), denied = manner->denied != subject->neither;
	size_t end = parse_trends(parser, at, &said->directions);
	size_t own = parser_skip(parser, end, TOKEN_ARTICLE);
	if (parser_is(parser, own, TOKEN_RATING))
		end = own + 1;
	else if (parser_is(parser, end, TOKEN_FOR) && parser_is(parser, end + 1, TOKEN_RATING))
		end += 2;
	size_t moved = parser_move(parser, end, said);
	bool open = moved == end, other = manner->timed && manner->when != WHEN_NOW;
	bool since = parser->since || (manner->was && parser->elsewhere);
	bool steady = manner->stay != 0 && said->directions != MOVEMENT_STEADY;
	if ((denied && !open) || other || since || steady || subject->delivery ||
	    subject->domain == DOMAIN_MILESTONES ||
	    (open && (!is_over(parser, end) || (move && !subject->counted && !denied) ||
	              (subject->shy && !subject->rating))))
		return at;
	if (denied)
		said->directions = MOVEMENT_ANY & ~said->directions;
	if (!open && move)
		said->directions = said->last != 0 ? 0 : said->directions;
	if (said->now != 0)
		parser->levels = said->now;
	if (manner->streak != 0)
		return at;
	end = parse_after(parser, from, moved, &claim);
	return end;
}

/* "on track to complete", "on time for completion": behind what changes nothing, else AT. */
static size_t skip_finish(const struct parser *parser, size_t at)
{
	bool to = parser_is(parser, at, TOKEN_TO) || parser_is(parser, at, TOKEN_FOR);
	enum token_type type = parser_token(parser, at + 1)->type;
	return to && (type == TOKEN_FINISH || type == TOKEN_DELIVERY) ? at + 2 : at;
}

static bool is_paced(const struct parser *parser, size_t at)
{
	enum token_type type = parser_token(parser, at)->type;
	return is_over(parser, at) || type == TOKEN_BY || type == TOKEN_SCHEDULE ||
	       type == TOKEN_FOR || type == TOKEN_PREPOSITION;
}

static size_t say_pace(struct parser *parser, size_t from, size_t at,
                       const struct claim_subject *subject, const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	size_t end = at + 1, finish = skip_finish(parser, end);
	bool milestones = subject->domain == DOMAIN_MILESTONES;
	enum pace pace = (enum pace)parser_token(parser, at)->value;
	enum token_type next = parser_token(parser, end)->type;
	if (subject->rating || subject->domain == DOMAIN_PROGRAMME || manner->was ||
	    (manner->timed && manner->when != WHEN_NOW) || (subject->shy && !subject->counted) ||
	    (milestones && pace != PACE_ON_TRACK))
		return at;
	if (finish != end ? !is_paced(parser, finish)
	                  : !is_over(parser, end) && next != TOKEN_SCHEDULE)
		return at;
	if (!milestones)
		claim.said.pace = pace;
	else
		claim.said.outcome = OUTCOME_ON_TIME;
	claim.said.denied = manner->denied != subject->neither;
	if (finish != end) {
		parser_claim(parser, from, finish, subject, &claim.said);
		return finish;
	}
	return parse_after(parser, from, end, &claim);
}

static size_t say_outcome(struct parser *parser, size_t from, size_t at,
                          const struct claim_subject *subject, const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	enum outcome outcome = (enum outcome)parser_token(parser, at)->value;
	if (subject->domain != DOMAIN_MILESTONES)
		return at;
	claim.said.outcome = outcome;
	claim.said.denied = manner->denied;
	size_t end = at + 1;
	if (outcome == OUTCOME_DELIVERED && parser_is(parser, end, TOKEN_SCHEDULE)) {
		if (parser_token(parser, end)->value != PACE_ON_TRACK || manner->denied)
			return at;
		claim.said.outcome = OUTCOME_ON_TIME;
		end++;
	}
	return parse_after(parser, from, end, &claim);
}

/* Takes the verb at AT in. False where it is none. */
static bool take_verb(const struct parser *parser, size_t at, struct manner *manner)
{
	const struct token *token = parser_token(parser, at);
	switch (token->type) {
	case TOKEN_WAS:
		manner->was = true;
		manner->had = manner->had || token->value == 1;
		return true;
	case TOKEN_NOT:
		manner->denied = true;
		return true;
	case TOKEN_RATED:
		manner->rated = true;
		return true;
	case TOKEN_STAY:
		manner->stay = token->value + 1;
		return true;
	case TOKEN_STILL:
		manner->still = true;
		return true;
	case TOKEN_AGAIN:
		manner->again = true;
		return true;
	case TOKEN_ONCE:
		manner->once = true;
		return true;
	case TOKEN_STREAK:
		manner->streak = token->value;
		return true;
	case TOKEN_PROCEED:
		manner->proceed = true;
		return true;
	case TOKEN_TIME:
		manner->timed = true;
		manner->when = (enum when)token->value;
		return true;
	case TOKEN_FOR:
		return strcmp(token->text, "in") == 0;
	case TOKEN_BE:
	case TOKEN_HAVE:
	case TOKEN_BEEN:
	case TOKEN_ADVERB:
	case TOKEN_ARTICLE:
	case TOKEN_RATING:
	case TOKEN_OF:
	case TOKEN_ALL:
	case TOKEN_BOTH:
	case TOKEN_PREPOSITION:
		return true;
	default:
		return false;
	}
}

/* What verbs alone say: "two of them for a second month", "three held". */
static bool say_rest(struct parser *parser, size_t from, size_t at,
                     const struct claim_subject *subject, const struct manner *manner)
{
	enum { HELD = 3 };
	struct claim claim = {.subject = *subject};
	bool streak = manner->streak != 0 && parser->levels != 0 && subject->counted;
	if (!is_over(parser, at) || (manner->timed && manner->when != WHEN_NOW) ||
	    subject->domain == DOMAIN_MILESTONES || manner->denied)
		return false;
	if (streak && manner->stay == 0)
		claim.said = (struct claim_said){.now = parser->levels, .streak = manner->streak};
	else if ((manner->stay == HELD ||
	          (manner->stay != 0 && parser_is(parser, at - 1, TOKEN_RATING))) &&
	         !subject->shy && !subject->delivery)
		claim.said.directions = MOVEMENT_STEADY;
	else
		return false;
	parser_claim(parser, from, at, subject, &claim.said);
	return true;
}

/* ", led by the finance team,": says nothing of the rating; behind it, or AT. */
static size_t skip_aside(const struct parser *parser, size_t at)
{
	if (!parser_is(parser, at, TOKEN_COMMA) || !parser_is(parser, at + 1, TOKEN_OTHER))
		return at;
	for (size_t end = at + 2; end < at + PARSER_MOST_VERBS; end++) {
		enum token_type type = parser_token(parser, end)->type;
		enum token_type next = parser_token(parser, end + 1)->type;
		if (type == TOKEN_COMMA)
			return next == TOKEN_BE || next == TOKEN_STAY || next == TOKEN_HAVE
			               ? end + 1
			               : at;
		if (type == TOKEN_BE || type == TOKEN_WAS || type == TOKEN_LEVEL ||
		    type == TOKEN_HOPE || type == TOKEN_IF || type == TOKEN_END)
			break;
	}
	return at;
}

static bool is_verb(const struct parser *parser, size_t at)
{
	enum token_type type = parser_token(parser, at)->type;
	return type == TOKEN_BE || type == TOKEN_WAS || type == TOKEN_HAVE || type == TOKEN_RATED ||
	       type == TOKEN_STAY;
}

/* "dropped to Amber": a rating, and not a milestone. */
static bool is_dropped(const struct parser *parser, size_t at, const struct claim_subject *subject)
{
	return subject->domain != DOMAIN_MILESTONES &&
	       parser_token(parser, at)->value == OUTCOME_DROPPED &&
	       (parser_is(parser, at + 1, TOKEN_TO) || parser_is(parser, at + 1, TOKEN_FROM));
}

/* "is up from Amber to Green". */
static size_t say_compared(struct parser *parser, size_t from, size_t at,
                           const struct claim_subject *subject, const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	if (parser_token(parser, at)->value == 0 || !manner->verb || manner->denied ||
	    manner->timed || subject->delivery || subject->domain == DOMAIN_MILESTONES)
		return at;
	size_t levels = parser_skip_to_levels(parser, at + 1);
	size_t end = parse_levels(parser, levels, &claim.said.last);
	if (end == levels)
		return at;
	claim.said.directions = (unsigned)parser_token(parser, at)->value;
	return parse_after(parser, from, parser_move(parser, end, &claim.said), &claim);
}

/* "is deemed to be Green", "we judge Homes to be Green": said, and not wanted. */
static bool may_be(const struct parser *parser, size_t from, const struct manner *manner)
{
	return manner->rated || (from > 0 && parser_is(parser, from - 1, TOKEN_RATED));
}

/* "held or improved". */
static bool is_held_or(const struct parser *parser, size_t at)
{
	return parser_is(parser, at, TOKEN_STAY) && parser_is(parser, at + 1, TOKEN_OR) &&
	       (parser_is(parser, at + 2, TOKEN_TREND) || parser_is(parser, at + 2, TOKEN_HAVE));
}

/* "is the only workstream rated Red": behind "workstream", or AT. */
static size_t skip_only(const struct parser *parser, size_t at)
{
	size_t next = parser_skip(parser, at, TOKEN_BE);
	next = parser_skip(parser, next, TOKEN_ARTICLE);
	if (next == at || !parser_is(parser, next, TOKEN_ONLY))
		return at;
	if (parser_is(parser, next + 1, TOKEN_GROUP))
		return next + 2;
	return parser_is(parser, next + 1, TOKEN_LEVEL) && parser_is(parser, next + 2, TOKEN_GROUP)
	               ? next + 1
	               : at;
}

size_t parse_said(struct parser *parser, size_t from, size_t at,
                  const struct claim_subject *subject)
{
	struct manner manner = {.streak = parser->streak};
	struct claim_subject alone = *subject;
	size_t next = at, end;
	if (!subject->counted && (end = skip_only(parser, at)) != at) {
		alone.only = manner.verb = manner.rated = true;
		subject = &alone;
		next = end;
	}
	if ((end = parse_aside(parser, from, next, subject)) != next)
		next = end;
	else if (parser_is(parser, next, TOKEN_COMMA) && parser_is(parser, next + 1, TOKEN_RATED))
		next++;
	else if (parser_is(parser, next, TOKEN_COMMA) && parser_is(parser, next + 1, TOKEN_WHICH))
		next += 2;
	else if (subject->rating && parser_is(parser, next + 1, TOKEN_LEVEL) &&
	         (parser_is(parser, next, TOKEN_COLON) || parser_is(parser, next, TOKEN_DASH)))
		next++;
	else if (parser_is(parser, next, TOKEN_COMMA) && parser_is(parser, next + 1, TOKEN_AGAIN) &&
	         parser_is(parser, next + 2, TOKEN_COMMA)) {
		manner.again = true;
		next += 3;
	} else if ((end = skip_aside(parser, next)) != next)
		next = end;
	else
		next = parser_skip(parser, next, TOKEN_WHICH);
	for (int i = 0; i < PARSER_MOST_VERBS; i++, next++) {
		if (is_held_or(parser, next)) {
			end = say_trend(parser, from, next, subject, &manner);
			return end == next ? at : end;
		}
		switch (parser_token(parser, next)->type) {
		case TOKEN_LEVEL:
		case TOKEN_BEYOND:
		case TOKEN_AT_LEAST:
			end = manner.proceed ? next
			                     : say_levels(parser, from, next, subject, &manner);
			return end == next ? at : end;
		case TOKEN_MOVE:
			if (parser_is(parser, next + 1, TOKEN_SCHEDULE))
				break;
			end = say_trend(parser, from, next, subject, &manner);
			return end == next ? at : end;
		case TOKEN_COMPARED:
			end = say_compared(parser, from, next, subject, &manner);
			return end == next ? at : end;
		case TOKEN_KIND:
			if (parser_token(parser, next)->value == 0)
				return at;
			/* fallthrough */
		case TOKEN_TREND:
		case TOKEN_TREND_NOUN:
			end = say_trend(parser, from, next, subject, &manner);
			return end == next ? at : end;
		case TOKEN_SCHEDULE:
			end = say_pace(parser, from, next, subject, &manner);
			return end == next ? at : end;
		case TOKEN_STATUS:
			if (is_dropped(parser, next, subject)) {
				end = say_trend(parser, from, next, subject, &manner);
				return end == next ? at : end;
			}
			if (subject->domain != DOMAIN_MILESTONES &&
			    parser_skip_to_levels(parser, next + 1) > next + 1) {
				manner.rated = true;
				break;
			}
			end = say_outcome(parser, from, next, subject, &manner);
			return end == next ? at : end;
		default:
			manner.verb = manner.verb || is_verb(parser, next);
			if (parser_is(parser, next, TOKEN_TO_BE)
			            ? !may_be(parser, from, &manner)
			            : !take_verb(parser, next, &manner))
				return say_rest(parser, from, next, subject, &manner) ? next : at;
		}
	}
	return at;
}
