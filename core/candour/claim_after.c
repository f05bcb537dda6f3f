/* What comes behind what is said, and before: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

/* --- claims --- */

static struct claim *append(struct parser *parser, const struct claim *claim)
{
	struct claim *copy = arena_new(parser->arena, sizeof(*copy));
	*copy = *claim;
	if (parser->claims->last != NULL)
		parser->claims->last->next = copy;
	else
		parser->claims->first = copy;
	parser->claims->last = copy;
	return copy;
}

/* Whom this sentence named before FROM, or the one before it: "all others" are not they. */
static uint64_t spoken_of(const struct parser *parser, size_t from)
{
	uint64_t names = 0;
	for (size_t i = 0; i < from; i++)
		if (parser_is(parser, i, TOKEN_NAME))
			names |= (uint64_t)1 << parser_token(parser, i)->value;
	return names != 0 ? names : parser->spoken;
}

/*
 * "We were at Amber with Early help last month and are now at Red": of that workstream. Where
 * the programme is only "we", a name in the sentence may be whose rating it is.
 */
static bool is_of_named(const struct parser *parser, size_t from, size_t to)
{
	bool named = false;
	for (size_t i = 0; i < parser->tokens->count; i++) {
		if (i >= from && i < to && parser_is(parser, i, TOKEN_PROGRAMME))
			return false;
		named = named || parser_is(parser, i, TOKEN_NAME);
	}
	return named;
}

/* The claim of the tokens from FROM to TO; it is about the report that the clause names. */
static bool place(struct parser *parser, size_t from, size_t to, struct claim *claim)
{
	const struct sentence *sentence = parser->tokens->sentence;
	if (claim->subject.domain == DOMAIN_PROGRAMME && is_of_named(parser, from, to))
		return false;
	claim->sentence = sentence;
	claim->from = parser_token(parser, from)->word;
	claim->to = parser_token(parser, to)->word;
	if (claim->to <= claim->from)
		claim->to = claim->from + 1;
	if (claim->subject.total < 0 && claim->subject.counted)
		claim->subject.total = parser->total;
	if (claim->subject.except == 0)
		claim->subject.except = parser->except;
	if (claim->subject.counted && claim->subject.quantity == QUANTITY_REST)
		claim->subject.except |= spoken_of(parser, from);
	bool whole = claim->subject.counted && (claim->subject.quantity == QUANTITY_ALL ||
	                                        claim->subject.quantity == QUANTITY_NONE);
	if (whole && claim->subject.except == 0 && claim->subject.except_count == 0) {
		claim->subject.except_count =
			claim->subject.quantity == QUANTITY_ALL ? parser->spared : 0;
		if (parser->excepting && claim->subject.except_count == 0)
			return false; /* but for something that was not understood */
	}
	if (parser->timed && parser->when == WHEN_NOW) {
		claim->said.now |= claim->said.either;
		claim->said.either = 0;
	}
	if (!parser->timed || parser->when == WHEN_NOW)
		return true;
	struct claim_said *said = &claim->said;
	if (parser->when == WHEN_OTHER || (said->now | said->either) == 0 ||
	    said->directions != 0 || said->streak != 0 || said->last != 0 ||
	    said->pace != PACE_NONE || claim->subject.domain == DOMAIN_MILESTONES)
		return false;
	said->last = said->now | said->either;
	said->now = said->either = 0;
	return true;
}

struct claim *parser_claim(struct parser *parser, size_t from, size_t to,
                           const struct claim_subject *subject, const struct claim_said *said)
{
	struct claim claim = {.subject = *subject, .said = *said};
	return place(parser, from, to, &claim) ? append(parser, &claim) : NULL;
}

/* --- what was before --- */

/* "at a RAG rating of": behind what may stand before levels. */
size_t parser_skip_to_levels(const struct parser *parser, size_t at)
{
	for (int i = 0; i < PARSER_MOST_VERBS; i++) {
		enum token_type type = parser_token(parser, at)->type;
		bool in = type == TOKEN_FOR && strcmp(parser_token(parser, at)->text, "in") == 0;
		if (type != TOKEN_RATED && type != TOKEN_PREPOSITION && type != TOKEN_ARTICLE &&
		    type != TOKEN_RATING && type != TOKEN_OF && type != TOKEN_ADVERB &&
		    type != TOKEN_BEEN && !in)
			break;
		at++;
	}
	return at;
}

/* "previously Amber", "which was Amber last month": sets *LEVELS; AT where it is neither. */
static size_t parse_earlier(struct parser *parser, size_t at, unsigned *levels)
{
	size_t next = parser_skip(parser, at, TOKEN_WHICH);
	bool marked = false;
	for (;; next++) {
		enum token_type type = parser_token(parser, next)->type;
		bool last = type == TOKEN_TIME && parser_token(parser, next)->value == WHEN_LAST;
		marked = marked || type == TOKEN_ONCE || type == TOKEN_WAS || last ||
		         type == TOKEN_COMPARED;
		if (type != TOKEN_ONCE && type != TOKEN_WAS && type != TOKEN_COMPARED && !last &&
		    type != TOKEN_WE && !(type == TOKEN_RATED && next > at) && type != TOKEN_HAVE &&
		    type != TOKEN_BEEN && type != TOKEN_ADVERB)
			break;
	}
	if (marked && parser_is(parser, next - 1, TOKEN_TIME))
		next = parser_skip(parser, next, TOKEN_COLON); /* "(last month: Green)" */
	next = parser_skip_to_levels(parser, next);
	size_t end = parse_levels(parser, next, levels);
	if (end == next)
		return at;
	size_t time = end;
	while (parser_is(parser, time, TOKEN_PREPOSITION) || parser_is(parser, time, TOKEN_FOR) ||
	       parser_is(parser, time, TOKEN_ARTICLE))
		time++;
	if (!parser_is(parser, time, TOKEN_TIME))
		return marked ? end : at;
	return parser_token(parser, time)->value == WHEN_LAST ? time + 1 : at;
}

/* The same in brackets or between commas; what it says becomes a claim. */
size_t parse_aside(struct parser *parser, size_t from, size_t at,
                   const struct claim_subject *subject)
{
	enum token_type type = parser_token(parser, at)->type;
	bool open = type == TOKEN_OPEN || type == TOKEN_COMMA || type == TOKEN_DASH;
	size_t start = at + (open ? 1 : 0);
	struct claim_said said = {0};
	size_t end = parse_earlier(parser, start, &said.last);
	if (end == start ||
	    (!open && type != TOKEN_COMPARED && type != TOKEN_FROM && type != TOKEN_ONCE))
		return at;
	if (type == TOKEN_OPEN && !parser_is(parser, end, TOKEN_CLOSE))
		return at;
	bool timed = parser->timed;
	parser->timed = false;
	parser_claim(parser, from, end, subject, &said);
	parser->timed = timed;
	enum token_type closing = parser_token(parser, end)->type;
	return (type == TOKEN_OPEN && closing == TOKEN_CLOSE) ||
	                       (type == TOKEN_COMMA && closing == TOKEN_COMMA) ||
	                       (type == TOKEN_DASH && closing == TOKEN_DASH)
	               ? end + 1
	               : end;
}

/* --- what comes behind --- */

/* "in this month", "at the end of August", "since the last report": the time; else AT. */
size_t parser_find_time(const struct parser *parser, size_t at)
{
	for (int i = 0; i < 4; i++, at++) {
		enum token_type type = parser_token(parser, at)->type;
		if (type == TOKEN_TIME)
			return at;
		if (type != TOKEN_PREPOSITION && type != TOKEN_FOR && type != TOKEN_ARTICLE &&
		    type != TOKEN_FROM && type != TOKEN_OF &&
		    strcmp(parser_token(parser, at)->text, "end") != 0 &&
		    strcmp(parser_token(parser, at)->text, "close") != 0)
			break;
	}
	return at;
}

/* Behind "from last month", or AT. */
static size_t skip_last(const struct parser *parser, size_t at)
{
	size_t time = parser_find_time(parser, at);
	bool last = parser_is(parser, time, TOKEN_TIME) &&
	            parser_token(parser, time)->value == WHEN_LAST;
	return last ? time + 1 : at;
}

/* The time behind what was said. False: it is of another report, and nothing is claimed. */
static bool take_time(struct claim *claim, enum when when, bool bare)
{
	struct claim_said *said = &claim->said;
	if (said->pace != PACE_NONE && when == WHEN_OTHER)
		return true; /* "on schedule for March" */
	if (when == WHEN_OTHER)
		return false;
	if (when == WHEN_NOW) {
		said->now |= said->either;
		said->either = 0;
		return true;
	}
	if (said->directions != 0)
		return !bare; /* "improved since last month" */
	if (said->pace != PACE_NONE || said->outcome != OUTCOME_NONE || said->streak != 0)
		return false;
	said->last |= said->now | said->either;
	said->now = said->either = 0;
	return true;
}

/* ": A, B and C", "(A and B)", "namely A": the strands that are counted; or AT. */
static size_t parse_list(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = at;
	uint64_t names;
	bool open = false;
	if ((parser_is(parser, next, TOKEN_COMMA) || parser_is(parser, next, TOKEN_SEMICOLON)) &&
	    parser_is(parser, next + 1, TOKEN_NAMELY))
		next += 2;
	else if (parser_is(parser, parser_skip(parser, next, TOKEN_COMMA), TOKEN_AND) &&
	         parser_is(parser, parser_skip(parser, next, TOKEN_COMMA) + 1, TOKEN_NAMELY))
		next = parser_skip(parser, next, TOKEN_COMMA) + 2; /* "and these are" */
	else if (parser_is(parser, next, TOKEN_COLON) || parser_is(parser, next, TOKEN_OPEN) ||
	         parser_is(parser, next, TOKEN_DASH) || parser_is(parser, next, TOKEN_NAMELY)) {
		open = parser_is(parser, next, TOKEN_OPEN);
		next = parser_skip(parser, next + 1, TOKEN_NAMELY);
	} else if (parser_is(parser, next, TOKEN_BE) && parser_is(parser, next - 1, TOKEN_LEVEL))
		next++;
	if (next == at || !subject->counted)
		return at;
	size_t end = parse_names(parser, next, &names);
	enum token_type type = parser_token(parser, end)->type;
	if (end == next ||
	    (open ? type != TOKEN_CLOSE
	          : type != TOKEN_END && type != TOKEN_STOP && type != TOKEN_SEMICOLON &&
	                     type != TOKEN_DASH && type != TOKEN_COMMA && type != TOKEN_BUT))
		return at;
	subject->these = names;
	return open ? end + 1 : end;
}

/* "compared with two last month". */
static size_t parse_number_before(struct parser *parser, size_t from, size_t at,
                                  const struct claim *claim)
{
	size_t next = parser_skip(parser, at, TOKEN_COMMA);
	if (!parser_is(parser, next, TOKEN_COMPARED) ||
	    !parser_is(parser, next + 1, TOKEN_NUMBER) || claim->said.now == 0)
		return at;
	size_t time = parser_find_time(parser, next + 2);
	if (parser_is(parser, time, TOKEN_TIME) && parser_token(parser, time)->value != WHEN_LAST)
		return at;
	struct claim_subject subject = {.quantity = QUANTITY_EXACTLY,
	                                .number = parser_token(parser, next + 1)->value,
	                                .total = -1,
	                                .counted = true};
	size_t end = parser_is(parser, time, TOKEN_TIME) ? time + 1 : next + 2;
	parser_claim(parser, from, end, &subject, &(struct claim_said){.last = claim->said.now});
	return end;
}

/* "the rating of Green is maintained": it was there before. */
static size_t parse_kept(const struct parser *parser, size_t at, struct claim_said *said)
{
	size_t next = at;
	while (parser_is(parser, next, TOKEN_BE) || parser_is(parser, next, TOKEN_HAVE) ||
	       parser_is(parser, next, TOKEN_BEEN))
		next++;
	if (parser_is(parser, at, TOKEN_RATED) && parser_is(parser, at + 1, TOKEN_STREAK) &&
	    said->now != 0)
		return at + 1; /* "stands for a second month" */
	bool same = parser_is(parser, next, TOKEN_TREND) &&
	            parser_token(parser, next)->value == MOVEMENT_STEADY;
	bool stays = parser_is(parser, next, TOKEN_STAY) && parser_token(parser, next)->value != 0;
	if ((next == at && !stays) || said->now == 0 || !parser_is_over(parser, next + 1) ||
	    (!same &&
	     (!parser_is(parser, next, TOKEN_STAY) || parser_token(parser, next)->value == 0)))
		return at;
	said->streak = 2;
	return next + 1;
}

/* "is now in its second month": behind the streak, or AT. */
static size_t parse_in_streak(const struct parser *parser, size_t at, struct claim_said *said)
{
	size_t next = parser_skip_adverbs(parser, at + 1);
	next = parser_skip(parser, next, TOKEN_FOR);
	if (said->now == 0 || !parser_is(parser, at, TOKEN_BE) ||
	    !parser_is(parser, next, TOKEN_STREAK))
		return at;
	said->streak = parser_token(parser, next)->value;
	said->stated = true;
	return next + 1;
}

/* "and have been for two months": behind the streak, or AT. */
static size_t parse_been(const struct parser *parser, size_t at, struct claim_said *said)
{
	if (said->now == 0 || !parser_is(parser, at, TOKEN_AND) ||
	    !parser_is(parser, at + 1, TOKEN_HAVE) || !parser_is(parser, at + 2, TOKEN_BEEN) ||
	    !parser_is(parser, at + 3, TOKEN_STREAK))
		return at;
	said->streak = parser_token(parser, at + 3)->value;
	said->stated = true;
	return at + 4;
}

/* ", as is Homes": the same is so of Homes; behind it, or AT. */
static size_t parse_likewise(struct parser *parser, size_t from, size_t at,
                             const struct claim *claim)
{
	struct claim_subject subject = {.total = -1};
	struct claim_said said = {.now = claim->said.now};
	size_t next = parser_skip(parser, at, TOKEN_COMMA);
	if (said.now == 0 || claim->subject.counted || !parser_is(parser, next, TOKEN_LIKEWISE))
		return at;
	size_t end = parse_names(parser, next + 1, &subject.names);
	if (end == next + 1)
		return at;
	parser_claim(parser, from, end, &subject, &said);
	return end;
}

/* "the same as last month": a word that leads to the time ends what stands before it. */
static bool is_led_to(const struct parser *parser, size_t time)
{
	size_t word = parser_token(parser, time)->word;
	return word > 0 &&
	       word_is_any(&parser->tokens->sentence->words[word - 1],
	                   "as to than on of from in for was were did stood stand they it had");
}

/* "with one exception", "Homes excepted": what the count leaves out. */
static size_t parse_left_out(struct parser *parser, size_t at, struct claim_subject *subject)
{
	uint64_t except = 0;
	int spared = 0;
	size_t end = parse_excepted(parser, at, &except, &spared);
	if (end == at)
		return at;
	subject->except = except;
	subject->except_count = spared;
	return end;
}

/* "has been Green since last month": then and now; not "has gone to Green since". */
static size_t parse_since(const struct parser *parser, size_t at, size_t time,
                          struct claim_said *said)
{
	if (strcmp(parser_token(parser, at)->text, "since") != 0 || time == at || said->now == 0 ||
	    !parser_is(parser, time, TOKEN_TIME) || parser_token(parser, time)->value != WHEN_LAST)
		return at;
	if (said->last == 0 && said->directions == 0)
		said->streak = 2;
	return time + 1;
}

/* One thing behind what was said; AT where there is none. Sets *LOST where it takes it back. */
static size_t parse_one_after(struct parser *parser, size_t from, size_t at, struct claim *claim,
                              bool *lost)
{
	struct claim_said *said = &claim->said;
	size_t comma = parser_skip(parser, at, TOKEN_COMMA);
	const struct token *token = parser_token(parser, comma);
	size_t time = parser_find_time(parser, at), end;
	if ((end = parse_left_out(parser, comma, &claim->subject)) != comma)
		return end;
	if ((end = parse_since(parser, at, time, said)) != at)
		return end;
	if (parser_is(parser, time, TOKEN_TIME)) {
		if (!take_time(claim, (enum when)parser_token(parser, time)->value,
		               time == at && !is_led_to(parser, time)))
			*lost = true;
		return time + 1;
	}
	if (parser_is(parser, at, TOKEN_FOR) && parser_is(parser, at + 1, TOKEN_STREAK))
		token = parser_token(parser, comma = at + 1);
	switch (token->type) {
	case TOKEN_STREAK:
		said->streak = token->value;
		said->stated = true;
		said->loose = false;
		return comma + 1;
	case TOKEN_FIRST_TIME:
		said->first = said->now != 0 &&
		              parser_token(parser, comma + 1)->type != TOKEN_PREPOSITION;
		return comma + 1;
	case TOKEN_AGAIN:
		said->again = said->now != 0;
		return comma + 1;
	case TOKEN_SAME:
		said->streak = said->now != 0 ? 2 : 0;
		return skip_last(parser, comma + 1);
	case TOKEN_EXCEPT:
		end = parse_names(parser, comma + 1, &claim->subject.except);
		*lost = end == comma + 1;
		return end;
	case TOKEN_TREND:
		if (token->value != MOVEMENT_STEADY || said->now == 0)
			return at;
		said->streak = 2;
		return skip_last(parser, comma + 1);
	case TOKEN_IF:
	case TOKEN_BY:
		*lost = *lost || comma == at;
		return at;
	case TOKEN_ADVERB:
	case TOKEN_RATING:
	case TOKEN_STEP:
		return comma == at ? at + 1 : at;
	default:
		break;
	}
	end = parse_been(parser, at, said);
	if (end == at)
		end = parse_in_streak(parser, at, said);
	if (end == at)
		end = parse_kept(parser, at, said);
	if (end == at)
		end = parse_likewise(parser, from, at, claim);
	if (end != at)
		return end;
	if (end == at)
		end = parse_list(parser, at, &claim->subject);
	if (end == at)
		end = parse_number_before(parser, from, at, claim);
	return end;
}

size_t parse_after(struct parser *parser, size_t from, size_t at, struct claim *claim)
{
	bool lost = false;
	size_t end = at, asides = 0;
	for (int i = 0; i < PARSER_MOST_VERBS && !lost; i++) {
		size_t next = parse_one_after(parser, from, end, claim, &lost);
		if (next == end && asides < 2 && claim->said.directions == 0) {
			struct parser before = *parser;
			next = parse_aside(parser, from, end, &claim->subject);
			*parser = next == end ? before : *parser;
			asides++;
		}
		if (next == end)
			break;
		end = next;
	}
	if (!lost && place(parser, from, end, claim))
		append(parser, claim);
	return end;
}
