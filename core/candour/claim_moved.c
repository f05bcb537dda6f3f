/* Movements, paces and outcomes that are said: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

/* True where what was said of a movement ends at AT, and nothing was moved but a rating. */
bool parser_is_over(const struct parser *parser, size_t at)
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

/* "from Amber", "to Green", in either order; AT where there is neither. */
size_t parser_move(struct parser *parser, size_t at, struct claim_said *said)
{
	size_t end = at;
	for (int i = 0; i < 2; i++) {
		size_t next = parser_skip(parser, end, TOKEN_STEP);
		if (i > 0 && said->last != 0 && parser_is(parser, next, TOKEN_TIME) &&
		    parser_token(parser, next)->value == WHEN_LAST)
			next++; /* "from Amber last month to Green" */
		enum token_type type = parser_token(parser, next)->type;
		if (type != TOKEN_FROM && type != TOKEN_TO && type != TOKEN_LEVEL &&
		    !(type == TOKEN_PREPOSITION &&
		      strcmp(parser_token(parser, next)->text, "at") == 0))
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
	enum beyond beyond = (enum beyond)parser_token(parser, at)->value;
	*directions = type == TOKEN_STAY || type == TOKEN_SAME          ? MOVEMENT_STEADY
	              : type == TOKEN_STATUS                            ? MOVEMENT_DECLINED
	              : type == TOKEN_BEYOND && beyond == BEYOND_BETTER ? MOVEMENT_IMPROVED
	              : type == TOKEN_BEYOND && beyond == BEYOND_WORSE  ? MOVEMENT_DECLINED
	              : type == TOKEN_BEYOND                            ? MOVEMENT_ANY
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

/* "stable and well led": what stands beside it is no rating, so that this is none either. */
static bool is_adjective(const struct parser *parser, size_t at, size_t end)
{
	const struct token *token = parser_token(parser, at);
	size_t next = parser_skip_adverbs(parser, end + 1);
	return token->type == TOKEN_TREND && token->value == MOVEMENT_STEADY &&
	       parser_is(parser, end, TOKEN_AND) && parser_is(parser, next, TOKEN_OTHER);
}

/* "its rating has slipped", "slipped by one level": a direction, and no place to go to. */
static bool moves_alone(const struct parser *parser, size_t at, size_t end,
                        const struct claim_subject *subject)
{
	return parser_token(parser, at)->value != MOVEMENT_CHANGED &&
	       (subject->rating || parser_is(parser, end, TOKEN_STEP));
}

/* "Homes and Waste have the same rating": as each other, and not as last month. */
static bool is_alike(const struct parser *parser, size_t from, size_t at, size_t end,
                     const struct claim_subject *subject)
{
	return parser_is(parser, at, TOKEN_TREND) &&
	       parser_token(parser, at)->value == MOVEMENT_STEADY &&
	       parser_ends_with(parser, at, "rating level") &&
	       ((subject->names & (subject->names - 1)) != 0 ||
	        (subject->names != 0 && from > 1 && parser_is(parser, from - 1, TOKEN_AND) &&
	         parser_is(parser, from - 2, TOKEN_NAME))) &&
	       !parser_is(parser, parser_find_time(parser, end), TOKEN_TIME);
}

/* "ended the month with the same rating, Green": as each other; AT where no level is told. */
static size_t say_alike(struct parser *parser, size_t from, size_t at,
                        const struct claim_subject *subject)
{
	struct claim claim = {.subject = *subject};
	size_t next = at + 1;
	if (!parser_is(parser, next, TOKEN_COMMA) && !parser_is(parser, next, TOKEN_COLON) &&
	    !parser_is(parser, next, TOKEN_DASH) && !parser_is(parser, next, TOKEN_OPEN) &&
	    !parser_is(parser, next, TOKEN_OF))
		return at;
	size_t end = parse_levels(parser, next + 1, &claim.said.now);
	bool open = parser_is(parser, next, TOKEN_OPEN) && parser_is(parser, end, TOKEN_CLOSE);
	if (end == next + 1 || subject->neither || !parser_is_over(parser, end))
		return at;
	return parse_after(parser, from, end + (open ? 1 : 0), &claim);
}

/* "improved its rating", "improved in their ratings": behind it, or AT. */
static size_t skip_own_rating(const struct parser *parser, size_t at)
{
	size_t own = parser_skip(parser, parser_skip(parser, at, TOKEN_FOR), TOKEN_ARTICLE);
	return parser_is(parser, own, TOKEN_RATING) ? own + 1 : at;
}

size_t say_trend(struct parser *parser, size_t from, size_t at, const struct claim_subject *subject,
                 const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	struct claim_said *said = &claim.said;
	bool move = parser_is(parser, at, TOKEN_MOVE), denied = manner->denied != subject->neither;
	size_t end = parse_trends(parser, at, &said->directions);
	if (subject->position || is_adjective(parser, at, end))
		return at;
	bool whole = manner->all || strcmp(parser_token(parser, 0)->text, "across") == 0 ||
	             (parser_is(parser, end, TOKEN_ADVERB) &&
	              strcmp(parser_token(parser, end)->text, "across") == 0);
	if (subject->domain == DOMAIN_PROGRAMME && parser_ends_with(parser, at, "ratings"))
		return at; /* "we report the same ratings" */
	if (is_alike(parser, from, at, end, subject))
		return say_alike(parser, from, at, subject);
	if (subject->generic && !whole &&
	    (denied ? MOVEMENT_ANY & ~said->directions : said->directions) != MOVEMENT_STEADY)
		return at; /* "ratings have improved": which? */
	size_t level = parser_is(parser, end, TOKEN_TO) ? end + 1 : end;
	if (move && level != end && parser_is(parser, level, TOKEN_TREND)) {
		said->directions = (unsigned)parser_token(parser, level)->value;
		end = level + 1; /* "slipped to a lower rating" */
		move = false;
	}
	end = skip_own_rating(parser, end);
	size_t moved = parser_move(parser, end, said);
	if (denied && move && said->last != 0 && said->now == 0) {
		said->now = said->last; /* "has not moved from Green" */
		said->last = said->directions = 0;
		said->streak = 2;
		denied = false;
	}
	if (parser_is(parser, end, TOKEN_ADVERB) && parser_ends_with(parser, end, "well badly"))
		return at; /* "has gone down well" */
	bool open = moved == end, other = manner->timed && manner->when != WHEN_NOW;
	bool since = parser->since || (manner->was && parser->elsewhere);
	bool steady = manner->stay != 0 && said->directions != MOVEMENT_STEADY;
	if ((denied && !open) || other || since || steady || subject->delivery ||
	    subject->domain == DOMAIN_MILESTONES ||
	    (open && (!parser_is_over(parser, end) ||
	              (move && subject->quantity != QUANTITY_NONE && !denied &&
	               !moves_alone(parser, at, end, subject)) ||
	              (subject->shy && !subject->rating))))
		return at;
	if (denied)
		said->directions = MOVEMENT_ANY & ~said->directions;
	if (!open && said->now != 0 && said->last == 0 && said->directions == MOVEMENT_STEADY) {
		said->directions = 0; /* "unchanged at Green" */
		said->streak = 2;
	}
	if (!open && move)
		said->directions = said->last != 0 ? 0 : said->directions;
	if (said->now != 0)
		parser->levels = said->now;
	if (manner->streak != 0)
		return at;
	end = parse_after(parser, from, moved, &claim);
	return end;
}

/* "is up from Amber to Green". */
size_t say_compared(struct parser *parser, size_t from, size_t at,
                    const struct claim_subject *subject, const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	if (parser_token(parser, at)->value == 0 || !manner->verb || manner->denied ||
	    manner->timed || subject->delivery || subject->domain == DOMAIN_MILESTONES)
		return at;
	size_t time = parser_find_time(parser, at + 1),
	       levels = parser_skip_to_levels(parser, at + 1);
	claim.said.directions = (unsigned)parser_token(parser, at)->value;
	if (parser_is(parser, time, TOKEN_TIME) && parser_token(parser, time)->value == WHEN_LAST) {
		/* "an improvement on last month", "on last month's Amber" */
		if (!parser_is(parser, time + 1, TOKEN_OWNER))
			return parse_after(parser, from, time + 1, &claim);
		levels = parser_skip_to_levels(parser, time + 2);
	}
	size_t end = parse_levels(parser, levels, &claim.said.last);
	if (end == levels)
		return at;
	return parse_after(parser, from, parser_move(parser, end, &claim.said), &claim);
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
	return parser_is_over(parser, at) || type == TOKEN_BY || type == TOKEN_SCHEDULE ||
	       type == TOKEN_FOR || type == TOKEN_PREPOSITION;
}

size_t say_pace(struct parser *parser, size_t from, size_t at, const struct claim_subject *subject,
                const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	size_t end = at + 1, finish = skip_finish(parser, end);
	bool milestones = subject->domain == DOMAIN_MILESTONES;
	enum pace pace = (enum pace)parser_token(parser, at)->value;
	if (parser_is(parser, at, TOKEN_MOVE))
		pace = PACE_BEHIND; /* "the work has slipped" */
	enum token_type next = parser_token(parser, end)->type;
	size_t whom = parse_whom(parser, end, &claim.subject);
	if (whom != end && claim.subject.domain == DOMAIN_STRANDS) {
		subject = &claim.subject; /* "we are on track in Homes" */
		end = finish = whom;
		next = parser_token(parser, end)->type;
	}
	bool missed = milestones && pace == PACE_BEHIND && subject->quantity == QUANTITY_NONE;
	if (subject->rating || subject->domain == DOMAIN_PROGRAMME || (manner->was && !missed) ||
	    manner->rated || manner->once || (manner->timed && manner->when != WHEN_NOW) ||
	    (subject->shy && !subject->counted) || (milestones && pace != PACE_ON_TRACK && !missed))
		return at;
	if (finish != end ? !is_paced(parser, finish)
	                  : !parser_is_over(parser, end) && next != TOKEN_SCHEDULE)
		return at;
	if (!milestones)
		claim.said.pace = pace;
	else
		claim.said.outcome = missed ? OUTCOME_MISSED : OUTCOME_ON_TIME;
	claim.said.denied = manner->denied != subject->neither;
	if (finish != end) {
		parser_claim(parser, from, finish, subject, &claim.said);
		return finish;
	}
	return parse_after(parser, from, end, &claim);
}

size_t say_outcome(struct parser *parser, size_t from, size_t at,
                   const struct claim_subject *subject, const struct manner *manner)
{
	struct claim claim = {.subject = *subject};
	enum outcome outcome = (enum outcome)parser_token(parser, at)->value;
	if (parser_is(parser, at, TOKEN_FINISH) || parser_is(parser, at, TOKEN_RATED))
		outcome = OUTCOME_DELIVERED;
	if (subject->generic && !manner->all)
		return at;
	if (parser_is(parser, at, TOKEN_MOVE)) {
		/* "no milestone has slipped": none was missed; what else moved is not known. */
		if (strcmp(parser_token(parser, at)->text, "slipped") != 0 ||
		    subject->quantity != QUANTITY_NONE)
			return at;
		outcome = OUTCOME_MISSED;
	}
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
