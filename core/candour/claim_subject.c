/* Subjects of claims: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

const struct token *parser_token(const struct parser *parser, size_t at)
{
	return &parser->tokens->items[at < parser->tokens->count ? at : parser->tokens->count];
}

bool parser_is(const struct parser *parser, size_t at, enum token_type type)
{
	return parser_token(parser, at)->type == type;
}

size_t parser_skip(const struct parser *parser, size_t at, enum token_type type)
{
	return at + (parser_is(parser, at, type) ? 1 : 0);
}

size_t parser_skip_adverbs(const struct parser *parser, size_t at)
{
	for (int i = 0; i < PARSER_MOST_VERBS && parser_is(parser, at, TOKEN_ADVERB); i++)
		at++;
	return at;
}

static void list_add(struct parser_list *list, int item)
{
	if (list->count < PARSER_MOST_LISTED)
		list->items[list->count] = item;
	list->count++;
}

/* --- names and levels --- */

/* Behind what stands between two names of a list; AT where nothing does. */
static size_t skip_between(const struct parser *parser, size_t at)
{
	size_t next = parser_skip(parser, at, TOKEN_COMMA);
	enum token_type type = parser_token(parser, next)->type;
	if (type == TOKEN_AND || type == TOKEN_OR || type == TOKEN_NOR)
		next++;
	return next;
}

size_t parse_names(struct parser *parser, size_t at, uint64_t *names)
{
	size_t end = at, next = parser_skip(parser, at, TOKEN_ARTICLE);
	*names = 0;
	parser->names_listed.count = 0;
	for (int i = 0; i < LEXICON_MOST_STRANDS && parser_is(parser, next, TOKEN_NAME); i++) {
		*names |= (uint64_t)1 << parser_token(parser, next)->value;
		list_add(&parser->names_listed, parser_token(parser, next)->value);
		end = next + 1;
		next = skip_between(parser, end);
		if (next == end)
			break;
		next = parser_skip(parser, next, TOKEN_ARTICLE);
	}
	return end;
}

/* All levels of the scale from the best, so many of them. */
static unsigned levels_up_to(int count)
{
	return count <= 0 || count > SCALE_MOST_LEVELS ? 0 : (1U << count) - 1;
}

static unsigned all_levels(const struct parser *parser)
{
	return levels_up_to((int)parser->chapter->scale->count);
}

static unsigned beyond(const struct parser *parser, int level, enum beyond beyond)
{
	switch (beyond) {
	case BEYOND_BETTER:
		return levels_up_to(level);
	case BEYOND_WORSE:
		return all_levels(parser) & ~levels_up_to(level + 1);
	case BEYOND_BUT:
		return all_levels(parser) & ~(1U << level);
	case BEYOND_UP_TO:
	case BEYOND_OR_BETTER:
		return levels_up_to(level + 1);
	default:
		return all_levels(parser) & ~levels_up_to(level);
	}
}

/* ", Amber or Green": a list of levels of which any may be meant. */
static bool is_choice(const struct parser *parser, size_t at)
{
	for (size_t i = 0; i < PARSER_MOST_LISTED; i++, at += 2) {
		if (!parser_is(parser, at + 1, TOKEN_LEVEL))
			return false;
		if (parser_is(parser, at, TOKEN_OR) || (i > 1 && parser_is(parser, at, TOKEN_AND)))
			return true;
		if (!parser_is(parser, at, TOKEN_COMMA))
			return false;
	}
	return false;
}

size_t parse_levels(struct parser *parser, size_t at, unsigned *levels)
{
	size_t next = at;
	enum beyond before = BEYOND_OR_WORSE;
	bool bounded = parser_is(parser, at, TOKEN_BEYOND) || parser_is(parser, at, TOKEN_AT_LEAST);
	if (bounded) {
		before = parser_is(parser, at, TOKEN_BEYOND)
		                 ? (enum beyond)parser_token(parser, at)->value
		                 : BEYOND_UP_TO;
		next++;
	}
	if (!parser_is(parser, next, TOKEN_LEVEL) ||
	    (bounded && (before == BEYOND_OR_BETTER || before == BEYOND_OR_WORSE)))
		return at;
	int level = parser_token(parser, next)->value;
	*levels = bounded ? beyond(parser, level, before) : 1U << level;
	parser->levels_listed.count = 0;
	list_add(&parser->levels_listed, level);
	next++;
	for (int i = 0;
	     bounded && before == BEYOND_BUT && i < SCALE_MOST_LEVELS &&
	     parser_is(parser, next, TOKEN_OR) && parser_is(parser, next + 1, TOKEN_LEVEL);
	     i++, next += 2)
		*levels &= ~(1U << parser_token(parser, next + 1)->value);
	if (parser_is(parser, next, TOKEN_BEYOND)) {
		before = (enum beyond)parser_token(parser, next)->value;
		if (before != BEYOND_OR_BETTER && before != BEYOND_OR_WORSE)
			return next;
		*levels = beyond(parser, level, before);
		return next + 1;
	}
	for (int i = 0; i < SCALE_MOST_LEVELS; i++) {
		size_t more = skip_between(parser, next);
		bool comma = more == next + 1 && parser_is(parser, next, TOKEN_COMMA);
		if (comma && is_choice(parser, next))
			return at; /* "is rated Red, Amber or Green": how it is done */
		if (more == next || comma || !parser_is(parser, more, TOKEN_LEVEL))
			return next;
		*levels |= 1U << parser_token(parser, more)->value;
		list_add(&parser->levels_listed, parser_token(parser, more)->value);
		next = more + 1;
	}
	return next;
}

/* --- how many --- */

/* "more than two", "all but one", "half": the same. */
static size_t parse_bounded(struct parser *parser, size_t at, struct claim_subject *subject)
{
	enum token_type type = parser_token(parser, at)->type;
	const struct token *next = parser_token(parser, at + 1);
	if (type == TOKEN_ALL_BUT) {
		subject->quantity = QUANTITY_ALL;
		if (next->type == TOKEN_NUMBER) {
			subject->except_count = next->value;
			return at + 2;
		}
		size_t end = parse_names(parser, at + 1, &subject->except);
		return end == at + 1 ? at : end;
	}
	if (next->type == TOKEN_HALF && (type == TOKEN_MORE_THAN || type == TOKEN_FEWER_THAN)) {
		subject->quantity = type == TOKEN_MORE_THAN ? QUANTITY_MOST : QUANTITY_FEW;
		return at + 2;
	}
	if (next->type != TOKEN_NUMBER || next->shy)
		return at;
	bool least = type == TOKEN_AT_LEAST || type == TOKEN_MORE_THAN;
	subject->quantity = least ? QUANTITY_AT_LEAST : QUANTITY_AT_MOST;
	subject->number = next->value + (type == TOKEN_MORE_THAN) - (type == TOKEN_FEWER_THAN);
	return at + 2;
}

/* A number, and "the remaining two". */
static size_t parse_number(struct parser *parser, size_t at, bool definite,
                           struct claim_subject *subject)
{
	const struct token *token = parser_token(parser, at);
	if (token->type == TOKEN_REST) {
		const struct token *next = parser_token(parser, at + 1);
		bool number = next->type == TOKEN_NUMBER && !next->shy;
		subject->quantity = number ? QUANTITY_EXACTLY : QUANTITY_REST;
		subject->number = next->value;
		return at + (number ? 2 : 1);
	}
	if (token->type != TOKEN_NUMBER || token->shy)
		return at;
	bool rest = parser_is(parser, at + 1, TOKEN_REST);
	subject->quantity = definite && !rest ? QUANTITY_ALL : QUANTITY_EXACTLY;
	subject->number = token->value;
	subject->total = definite && !rest ? token->value : -1;
	return at + (rest ? 2 : 1);
}

/* "all other workstreams", "all the others": those that were not spoken of. */
static size_t parse_all_other(const struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = parser_skip(parser, at, TOKEN_ARTICLE);
	if (subject->quantity != QUANTITY_ALL || !parser_is(parser, next, TOKEN_REST))
		return at;
	subject->quantity = QUANTITY_REST;
	return next + 1;
}

static size_t parse_quantity(struct parser *parser, size_t at, struct claim_subject *subject)
{
	static const struct {
		enum token_type type;
		enum quantity quantity;
		int number;
	} words[] = {
		{TOKEN_ALL, QUANTITY_ALL, 0},         {TOKEN_NONE, QUANTITY_NONE, 0},
		{TOKEN_NOT_ALL, QUANTITY_NOT_ALL, 0}, {TOKEN_MOST, QUANTITY_MOST, 0},
		{TOKEN_HALF, QUANTITY_HALF, 0},       {TOKEN_BOTH, QUANTITY_ALL, 2},
		{TOKEN_NEITHER, QUANTITY_NONE, 2},    {TOKEN_SOME, QUANTITY_AT_LEAST, 1},
		{TOKEN_ANY, QUANTITY_ALL, 0},
	};
	size_t next = parser_skip(parser, at, TOKEN_ARTICLE);
	bool definite = next != at && parser_token(parser, at)->value != ARTICLE_A;
	enum token_type type = parser_token(parser, next)->type;
	if (type == TOKEN_ALL_BUT || type == TOKEN_AT_LEAST || type == TOKEN_AT_MOST ||
	    type == TOKEN_MORE_THAN || type == TOKEN_FEWER_THAN) {
		size_t end = parse_bounded(parser, next, subject);
		return end == next ? at : end;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (words[i].type == type) {
			subject->quantity = words[i].quantity;
			subject->number = words[i].number;
			subject->any = type == TOKEN_ANY;
			if (type == TOKEN_BOTH || type == TOKEN_NEITHER)
				subject->total = 2;
			return parse_all_other(parser, next + 1, subject);
		}
	if (parser_is(parser, next, TOKEN_ONLY)) {
		subject->only = true;
		next++;
		definite = false;
	}
	size_t end = parse_number(parser, next, definite, subject);
	return end == next ? at : end;
}

/* "all five of the themes": from the quantity to the group, which may have been named before. */
static size_t parse_counted(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = parse_quantity(parser, at, subject);
	if (next == at)
		return parse_generic(parser, at, subject);
	if (parser_is(parser, next, TOKEN_NAME) && subject->number == 2 && subject->total == 2) {
		subject->neither = subject->quantity == QUANTITY_NONE;
		return at; /* "both A and B" */
	}
	subject->counted = true;
	next = parse_total(parser, next, subject);
	size_t end = parse_group(parser, next, subject);
	if (end != next)
		return parse_late_total(parser, end, subject);
	uint64_t names;
	end = parse_names(parser, next, &names);
	if (end != next && parser_is(parser, end, TOKEN_OWNER) &&
	    parse_group(parser, end + 1, subject) != end + 1 &&
	    subject->domain == DOMAIN_MILESTONES) {
		subject->names = names;
		return parse_group(parser, end + 1, subject);
	}
	if (parser_is(parser, next, TOKEN_THEM))
		next++;
	bool alone = parser->self < 0 && subject->quantity == QUANTITY_NONE &&
	             (strcmp(parser_token(parser, next - 1)->text, "none") == 0 ||
	              strcmp(parser_token(parser, next - 1)->text, "nothing") == 0);
	bool whole = parser->self < 0 && subject->total == (int)parser->story->count &&
	             parser_is(parser, next - 1, TOKEN_NUMBER); /* "four of the five" */
	const struct update *update = chapter_update(parser->chapter);
	bool listed = update != NULL && subject->total > 0 &&
	              (size_t)subject->total == update->milestones.count &&
	              parser_is(parser, next - 1, TOKEN_NUMBER); /* "two of four were met" */
	bool rest =
		alone || whole || listed || (subject->quantity == QUANTITY_REST && parser->named);
	if (!parser->plural && !parser->milestones && !rest)
		return at;
	subject->domain = parser->milestones || listed ? DOMAIN_MILESTONES : DOMAIN_STRANDS;
	subject->position = strcmp(parser_token(parser, next - 1)->text, "nothing") == 0;
	return next;
}

/* --- who --- */

static bool is_shy(const struct parser *parser, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (parser_is(parser, i, TOKEN_NAME) && parser_token(parser, i)->shy)
			return true;
	return false;
}

static size_t parse_named(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = at;
	bool fits = true;
	if (parser_is(parser, next, TOKEN_BOTH) || parser_is(parser, next, TOKEN_NEITHER))
		next++;
	subject->neither = parser_is(parser, at, TOKEN_NEITHER);
	size_t theme = parser_skip(parser, next, TOKEN_ARTICLE);
	if (parser_is(parser, theme, TOKEN_GROUP) && parser_is(parser, theme + 1, TOKEN_OF))
		next = theme + 2;
	size_t end = parse_names(parser, next, &subject->names);
	if (end == next)
		return at;
	subject->shy = is_shy(parser, next, end) && !parser_is(parser, end, TOKEN_GROUP);
	end = parser_skip(parser, end, TOKEN_GROUP);
	end = parse_owned(parser, end, subject, &fits);
	return fits ? end : at;
}

/* What stands behind a count: "(A, B and C)", ", A and B,", "except A". */
static size_t parse_these(struct parser *parser, size_t at, struct claim_subject *subject)
{
	enum token_type type = parser_token(parser, at)->type;
	size_t next = at + 1, end;
	if (type == TOKEN_COMMA && parser_is(parser, next, TOKEN_EXCEPT))
		type = parser_token(parser, next++)->type;
	bool but = type == TOKEN_BUT && strcmp(parser_token(parser, at)->text, "but") == 0 &&
	           (subject->quantity == QUANTITY_ALL || subject->quantity == QUANTITY_NONE);
	if (type == TOKEN_EXCEPT || but) {
		end = parse_names(parser, next, &subject->except);
		return end == next ? at : parser_skip(parser, end, TOKEN_COMMA);
	}
	if (type != TOKEN_OPEN && type != TOKEN_COMMA && type != TOKEN_DASH)
		return at;
	next = parser_skip(parser, next, TOKEN_NAMELY);
	uint64_t names;
	end = parse_names(parser, next, &names);
	if (end != next && parser_is(parser, end, TOKEN_EXCEPTED) &&
	    (subject->quantity == QUANTITY_ALL || subject->quantity == QUANTITY_NONE)) {
		subject->except = names; /* ", Homes apart," */
		return parser_skip(parser, end + 1, TOKEN_COMMA);
	}
	enum token_type closing = parser_token(parser, end)->type;
	if (end == next || (type == TOKEN_OPEN && closing != TOKEN_CLOSE) ||
	    (type == TOKEN_DASH && closing != TOKEN_DASH) || closing == TOKEN_LEVEL)
		return at;
	subject->these = names;
	return closing == TOKEN_CLOSE || closing == TOKEN_DASH || closing == TOKEN_COMMA ? end + 1
	                                                                                 : end;
}

static size_t parse_plain(struct parser *parser, size_t at, struct claim_subject *subject)
{
	struct claim_subject fresh = *subject;
	size_t end = parse_counted(parser, at, subject);
	if (end != at)
		return parse_these(parser, end, subject);
	*subject = fresh;
	end = parse_named(parser, at, subject);
	if (end != at)
		return end;
	*subject = fresh;
	return parse_itself(parser, at, subject);
}

size_t parse_subject(struct parser *parser, size_t at, struct claim_subject *subject)
{
	*subject = (struct claim_subject){.total = -1};
	size_t next = parser_skip(parser, at, TOKEN_ONLY);
	subject->only = next != at;
	size_t of = parser_skip_whose(parser, parser_skip(parser, next, TOKEN_ARTICLE));
	of = parser_skip_adverbs(parser, of);
	for (int i = 0; i < PARSER_MOST_VERBS && parser_is(parser, of, TOKEN_KIND) &&
	                parser_token(parser, of)->value == 0;
	     i++)
		of++;
	size_t given = parser_is(parser, of, TOKEN_RATING) ? of + 1 : of;
	given = parser_skip(parser, given, TOKEN_RATED);
	bool rating_of =
		given > of && parser_is(parser, of, TOKEN_RATING) &&
		(parser_is(parser, given, TOKEN_FOR) || parser_is(parser, given, TOKEN_OF) ||
	         (given > of + 1 && parser_is(parser, given, TOKEN_TO)));
	bool work_of =
		parser_is(parser, of, TOKEN_DELIVERY) &&
		(parser_is(parser, of + 1, TOKEN_OF) || parser_is(parser, of + 1, TOKEN_FOR) ||
	         parser_is(parser, of + 1, TOKEN_PREPOSITION));
	if (rating_of || work_of) {
		subject->rating = rating_of;
		bool before = rating_of && parser_token(parser, of)->value == 2;
		bool position = rating_of && parser_token(parser, of)->value == 3;
		size_t start = rating_of ? given + 1 : of + 2;
		size_t end = parse_plain(parser, start, subject);
		if (end != start && (rating_of || subject->names != 0)) {
			subject->position = subject->position || position;
			subject->rating = subject->rating || rating_of;
			subject->before = subject->before || before;
			return end;
		}
		*subject = (struct claim_subject){.total = -1, .only = next != at};
	}
	size_t end = parse_plain(parser, next, subject);
	return end == next ? at : end;
}
