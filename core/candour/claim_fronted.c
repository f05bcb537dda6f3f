/* What stands before a subject: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

static size_t behind_comma(const struct parser *parser, size_t end, size_t at)
{
	return parser_is(parser, end, TOKEN_COMMA) ? end + 1 : at;
}

/* "In July,", "At the end of the period,": a time for what follows. */
static size_t parse_fronted_time(struct parser *parser, size_t at)
{
	size_t end = at;
	if (parser_is(parser, at, TOKEN_ONCE) && parser_is(parser, at + 1, TOKEN_COMMA)) {
		parser->timed = true;
		parser->when = WHEN_LAST;
		return at + 2;
	}
	while (end < at + 4 && !parser_is(parser, end, TOKEN_TIME) &&
	       (parser_is(parser, end, TOKEN_PREPOSITION) || parser_is(parser, end, TOKEN_FOR) ||
	        parser_is(parser, end, TOKEN_BY) || parser_is(parser, end, TOKEN_ARTICLE) ||
	        parser_is(parser, end, TOKEN_OF) ||
	        strcmp(parser_token(parser, end)->text, "end") == 0 ||
	        strcmp(parser_token(parser, end)->text, "close") == 0))
		end++;
	if (!parser_is(parser, end, TOKEN_TIME) || parser_is(parser, end + 1, TOKEN_OWNER))
		return at;
	/* "since the last report" is about what came after. */
	bool since = strcmp(parser_token(parser, at)->text, "since") == 0 &&
	             parser_token(parser, end)->value == WHEN_LAST;
	parser->timed = !since;
	parser->when = (enum when)parser_token(parser, end)->value;
	return parser_skip(parser, end + 1, TOKEN_COMMA);
}

/* "Of the five workstreams,", "Across the five themes,". */
static size_t parse_fronted_group(struct parser *parser, size_t at)
{
	if (!parser_is(parser, at, TOKEN_OF) && !parser_is(parser, at, TOKEN_FOR))
		return at;
	size_t next = parser_skip(parser, parser_skip(parser, at + 1, TOKEN_ALL), TOKEN_ARTICLE);
	int total = -1;
	if ((parser_is(parser, next, TOKEN_PROGRAMME) || parser_is(parser, next, TOKEN_TIME)) &&
	    parser_is(parser, next + 1, TOKEN_OWNER))
		next += 2; /* "of the plan's five" */
	if (parser_is(parser, next, TOKEN_NUMBER))
		total = parser_token(parser, next++)->value;
	while ((next < at + PARSER_MOST_VERBS && parser_is(parser, next, TOKEN_KIND)) ||
	       parser_is(parser, next, TOKEN_PROGRAMME) || parser_is(parser, next, TOKEN_OWNER))
		next++;
	const struct token *group = parser_token(parser, next);
	bool milestones = group->type == TOKEN_MILESTONE;
	bool strands =
		group->type == TOKEN_GROUP && (group->value == GROUP_WORKSTREAMS ||
	                                       (group->value == GROUP_THEMES && parser->self < 0));
	enum token_type counted = parser_token(parser, next + 1)->type;
	size_t end = counted == TOKEN_NUMBER || counted == TOKEN_NONE || counted == TOKEN_ALL
	                     ? next + 1
	                     : behind_comma(parser, next + 1, at);
	if (end == at || (!milestones && !strands))
		return at;
	parser->total = total;
	parser->plural = strands || parser->plural;
	parser->milestones = milestones;
	return end;
}

size_t parse_excepted(struct parser *parser, size_t at, uint64_t *except, int *spared)
{
	size_t next = at;
	static const char *const leads[] = {"with", "leaving", "setting", "putting", "taking"};
	bool led = false;
	for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++)
		led = led || strcmp(leads[i], parser_token(parser, at)->text) == 0;
	next += led ? 1 : 0;
	const struct token *number = parser_token(parser, next);
	if (led && number->type == TOKEN_NUMBER && !number->shy &&
	    parser_is(parser, next + 1, TOKEN_EXCEPTED)) {
		*spared = number->value; /* "with one exception" */
		return next + 2;
	}
	size_t end = parse_names(parser, next, except);
	return end != next && parser_is(parser, end, TOKEN_EXCEPTED) ? end + 1 : at;
}

/* "With the exception of Homes,", "Homes aside,". */
static size_t parse_fronted_except(struct parser *parser, size_t at)
{
	if (!parser_is(parser, at, TOKEN_EXCEPT)) {
		uint64_t except = 0;
		int spared = 0;
		size_t behind = parse_excepted(parser, at, &except, &spared);
		if (behind == at || !parser_is(parser, behind, TOKEN_COMMA))
			return at;
		parser->except = except;
		parser->spared = spared;
		return behind + 1;
	}
	uint64_t names;
	size_t end = parse_names(parser, at + 1, &names);
	enum token_type type = parser_token(parser, end)->type;
	if (end == at + 1 || (type != TOKEN_COMMA && type != TOKEN_ALL && type != TOKEN_NONE &&
	                      type != TOKEN_ARTICLE && type != TOKEN_NUMBER))
		return at;
	parser->except = names;
	return parser_skip(parser, end, TOKEN_COMMA);
}

/* "Previously Amber,", "Amber last month,": what the next subject was. */
static size_t parse_fronted_level(struct parser *parser, size_t at)
{
	size_t next = at;
	next = parser_skip(parser, next, TOKEN_FROM);
	bool marked = parser_is(parser, next, TOKEN_ONCE) ||
	              (parser_is(parser, next, TOKEN_COMPARED) &&
	               (strncmp(parser_token(parser, next)->text, "having", 6) == 0 ||
	                strncmp(parser_token(parser, next)->text, "compared", 8) == 0));
	next += marked ? 1 : 0;
	next = parser_skip(parser, next, TOKEN_RATED);
	next = parser_skip(parser, next, TOKEN_PREPOSITION);
	unsigned levels = 0;
	size_t end = parse_levels(parser, next, &levels);
	if (end == next)
		return at;
	size_t time = parser_skip(parser, parser_skip(parser, end, TOKEN_FOR), TOKEN_PREPOSITION);
	if (parser_is(parser, time, TOKEN_TIME)) {
		marked = parser_token(parser, time)->value == WHEN_LAST;
		end = time + 1;
	}
	bool from = parser_is(parser, at, TOKEN_FROM) && parser_is(parser, end, TOKEN_WE);
	marked = marked ||
	         (parser_is(parser, at, TOKEN_FROM) && parser_is(parser, end, TOKEN_COMMA));
	if (!marked || (!parser_is(parser, end, TOKEN_COMMA) && !from))
		return at;
	parser->earlier = levels;
	return from ? end : end + 1;
}

/* "For one of our four themes this is the second month in a row at Amber": AT is "this". */
static size_t parse_this_streak(struct parser *parser, size_t from, size_t at,
                                const struct claim_subject *subject)
{
	struct claim claim = {.subject = *subject};
	if ((!parser_is(parser, at, TOKEN_IT) &&
	     strcmp(parser_token(parser, at)->text, "this") != 0) ||
	    !parser_is(parser, at + 1, TOKEN_BE) || subject->any || subject->generic ||
	    subject->domain == DOMAIN_MILESTONES)
		return at;
	size_t next = parser_skip_adverbs(parser, at + 2);
	next = parser_skip(parser, next, TOKEN_ARTICLE);
	if (!parser_is(parser, next, TOKEN_STREAK))
		return at;
	claim.said.streak = parser_token(parser, next)->value;
	claim.said.stated = true;
	size_t levels = parser_skip_to_levels(parser, next + 1);
	size_t end = parse_levels(parser, levels, &claim.said.now);
	return end == levels ? at : parse_after(parser, from, end, &claim);
}

/* "In Homes a rating of Amber was recorded last month, against Green this month": from "a" on. */
static size_t parse_recorded(struct parser *parser, size_t from, size_t at,
                             const struct claim_subject *subject)
{
	struct claim_said was = {0}, is = {0};
	if (!parser_is(parser, at, TOKEN_ARTICLE) || !parser_is(parser, at + 1, TOKEN_RATING) ||
	    !parser_is(parser, at + 2, TOKEN_OF) || subject->any || subject->generic ||
	    subject->domain == DOMAIN_MILESTONES)
		return at;
	size_t next = parse_levels(parser, at + 3, &was.last);
	if (next == at + 3)
		return at;
	while (next < at + PARSER_MOST_VERBS &&
	       (parser_is(parser, next, TOKEN_WAS) || parser_is(parser, next, TOKEN_HAVE) ||
	        parser_is(parser, next, TOKEN_BEEN) || parser_is(parser, next, TOKEN_RATED)))
		next++;
	size_t time = parser_find_time(parser, next);
	if (!parser_is(parser, time, TOKEN_TIME) ||
	    parser_token(parser, time)->value != WHEN_LAST || !parser_is_over(parser, time + 1))
		return at;
	parser_claim(parser, from, time + 1, subject, &was);
	next = parser_skip(parser, time + 1, TOKEN_COMMA);
	if (!parser_is(parser, next, TOKEN_COMPARED) && !parser_is(parser, next, TOKEN_AND))
		return time + 1;
	size_t levels = parser_skip_to_levels(parser, next + 1);
	size_t end = parse_levels(parser, levels, &is.now);
	size_t now = parser_find_time(parser, end);
	if (end == levels || !parser_is(parser, now, TOKEN_TIME) ||
	    parser_token(parser, now)->value != WHEN_NOW)
		return time + 1;
	parser_claim(parser, from, now + 1, subject, &is);
	return now + 1;
}

/* "For the remaining two themes, A and B, the rating is ...". */
static size_t parse_fronted_subject(struct parser *parser, size_t at)
{
	struct claim_subject subject;
	bool on = parser_is(parser, at, TOKEN_PREPOSITION) &&
	          word_is_any(&parser->tokens->sentence->words[parser_token(parser, at)->word],
	                      "on at with");
	if (!parser_is(parser, at, TOKEN_FOR) && !on)
		return at;
	size_t end = parse_subject(parser, at + 1, &subject);
	if (end == at + 1)
		return at;
	parser_remember(parser, &subject);
	end = parser_skip_adverbs(parser, end); /* "is concerned" */
	size_t next = parser_skip(parser, end, TOKEN_COMMA);
	size_t streak = parse_this_streak(parser, at + 1, next, &subject);
	if (streak != next)
		return streak;
	size_t before = parse_recorded(parser, at + 1, next, &subject);
	if (before != next)
		return before;
	bool ratings = next == end && parser_is(parser, end - 1, TOKEN_RATING) && subject.counted;
	bool inverted = !ratings && next == end &&
	                (parser_is(parser, next, TOKEN_BE) || parser_is(parser, next, TOKEN_HAVE));
	next += inverted ? 1 : 0; /* "in no workstream has the rating improved" */
	next = parser_skip_whose(parser, parser_skip(parser, next, TOKEN_ARTICLE));
	next = parser_skip_adverbs(parser, next);
	enum token_type type = parser_token(parser, next)->type;
	if (!subject.counted && subject.names != 0 && !subject.rating &&
	    (type == TOKEN_WE || type == TOKEN_DELIVERY)) {
		subject.delivery = type == TOKEN_DELIVERY; /* "in Homes the work is on track" */
		next = parse_said(parser, at + 1, next + 1, &subject);
		return parser_is(parser, next - 1, type) ? at : next;
	}
	if (ratings)
		next = end - 1; /* "across all workstreams ratings have improved" */
	if (!parser_is(parser, next, TOKEN_RATING) || subject.any || subject.generic)
		return at;
	subject.rating = true;
	next = parse_said(parser, at + 1, next + 1, &subject);
	return parser_is(parser, next, TOKEN_RATING) ? at : next;
}

/* "For the second month in a row,". */
static size_t parse_fronted_streak(struct parser *parser, size_t at)
{
	bool again = parser_is(parser, at, TOKEN_SAME) || parser_is(parser, at, TOKEN_AGAIN);
	if (again && parser_is(parser, at + 1, TOKEN_COMMA)) {
		parser->streak = 2;
		return at + 2;
	}
	if (at == 0 && parser_is(parser, at, TOKEN_AGAIN) &&
	    (parser_is(parser, at + 1, TOKEN_ARTICLE) || parser_is(parser, at + 1, TOKEN_NAME))) {
		parser->streak = 2;
		return at + 1;
	}
	if (parser_is(parser, at, TOKEN_FIRST_TIME) && parser_is(parser, at + 1, TOKEN_COMMA)) {
		parser->first = true;
		return at + 2;
	}
	size_t levels = parser_skip_to_levels(parser, at + 1);
	if (!parser_is(parser, at, TOKEN_STREAK) ||
	    (levels != at + 1 && parser_is(parser, levels, TOKEN_LEVEL)))
		return at;
	parser->streak = parser_token(parser, at)->value;
	return parser_skip(parser, at + 1, TOKEN_COMMA);
}

size_t parse_fronted(struct parser *parser, size_t at)
{
	size_t (*const ways[])(struct parser *, size_t) = {
		parse_fronted_time,  parse_fronted_group,   parse_fronted_except,
		parse_fronted_level, parse_fronted_subject, parse_fronted_streak,
	};
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		size_t end = ways[i](parser, at);
		if (end != at)
			return end;
	}
	return at;
}
