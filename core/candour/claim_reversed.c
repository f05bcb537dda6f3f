/* Claims whose subject stands last: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

/* True where levels at AT are a rating given, and not one to come or of long ago. */
static bool is_given(const struct parser *parser, size_t at)
{
	if (at == 0)
		return true;
	enum token_type type = parser_token(parser, at - 1)->type;
	if ((type == TOKEN_OF || type == TOKEN_BE) && at > 1 &&
	    parser_is(parser, at - 2, TOKEN_RATING))
		return true;
	return type == TOKEN_ARTICLE || type == TOKEN_RATED || type == TOKEN_THERE ||
	       type == TOKEN_COMMA || type == TOKEN_AND || type == TOKEN_HAVE ||
	       type == TOKEN_ADVERB || type == TOKEN_COLON || type == TOKEN_SEMICOLON ||
	       type == TOKEN_PREPOSITION || type == TOKEN_BUT || type == TOKEN_STREAK ||
	       type == TOKEN_DASH || type == TOKEN_OPEN || type == TOKEN_STILL ||
	       type == TOKEN_AGAIN || type == TOKEN_CLOSE;
}

/* Behind verbs and a preposition that leads to the subject; AT where none does. */
static size_t skip_to_subject(const struct parser *parser, size_t at, bool *verb)
{
	size_t next = at;
	for (int i = 0; i < 6; i++, next++) {
		enum token_type type = parser_token(parser, next)->type;
		if (type == TOKEN_FOR || (type == TOKEN_TO && *verb) ||
		    (type == TOKEN_OF && next > at + 1 &&
		     parser_is(parser, next - 1, TOKEN_RATING)) ||
		    (type == TOKEN_PREPOSITION && *verb) ||
		    (type == TOKEN_BY && *verb && parser_is(parser, next - 1, TOKEN_RATED)))
			return next + 1;
		if (type != TOKEN_BE && type != TOKEN_WAS && type != TOKEN_HAVE &&
		    type != TOKEN_BEEN && type != TOKEN_RATED && type != TOKEN_ADVERB &&
		    !(type == TOKEN_ARTICLE && *verb) && type != TOKEN_RATING &&
		    type != TOKEN_STATUS && type != TOKEN_STAY && type != TOKEN_STILL)
			break;
		*verb = true;
	}
	return at;
}

/* "the Green rating of": one that is spoken of as it is, not one that somebody discussed. */
static bool is_present(const struct parser *parser, size_t at, size_t end)
{
	if (!parser_is(parser, end, TOKEN_RATING) || at == 0 ||
	    !parser_is(parser, at - 1, TOKEN_ARTICLE) ||
	    parser_token(parser, at - 1)->value == ARTICLE_A || at == 1)
		return true;
	enum token_type type = parser_token(parser, at - 2)->type;
	return type == TOKEN_COMMA || type == TOKEN_BUT || type == TOKEN_AND ||
	       type == TOKEN_SEMICOLON || type == TOKEN_SAY || type == TOKEN_TIME ||
	       type == TOKEN_WHICH || type == TOKEN_COLON;
}

/* "Procurement's Green rating". */
static size_t parse_owned_level(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.total = -1}};
	size_t end = parse_names(parser, at, &claim.subject.names);
	if (end == at || !parser_is(parser, end, TOKEN_OWNER) ||
	    !parser_stands_free(parser, at, false))
		return at;
	size_t behind = parse_levels(parser, end + 1, &claim.said.now);
	enum token_type type = parser_token(parser, behind + 1)->type;
	if (behind == end + 1 || !parser_is(parser, behind, TOKEN_RATING) || type == TOKEN_WAS ||
	    type == TOKEN_HOPE)
		return at;
	return parse_after(parser, at, behind + 1, &claim);
}

/* "maintained" and the like. */
static bool is_kept(const struct parser *parser, size_t at)
{
	return parser_is(parser, at, TOKEN_STAY) && parser_token(parser, at)->value != 0;
}

/* "the second month in a row at" Green: how many; 0: none. */
static int streak_before(const struct parser *parser, size_t at)
{
	for (int i = 0; i < PARSER_MOST_VERBS && at > 0; i++, at--) {
		const struct token *before = parser_token(parser, at - 1);
		if (before->type == TOKEN_STREAK)
			return before->value;
		if (parser_skip_to_levels(parser, at - 1) == at - 1)
			break;
	}
	return 0;
}

/* "I have accepted a rating of" Green "for Homes". */
static bool is_accepted(const struct parser *parser, size_t at)
{
	return at > 4 && parser_is(parser, at - 1, TOKEN_OF) &&
	       parser_is(parser, at - 2, TOKEN_RATING) &&
	       parser_is(parser, at - 3, TOKEN_ARTICLE) && parser_is(parser, at - 5, TOKEN_HAVE) &&
	       parser_ends_with(parser, at - 4,
	                        "accepted agreed endorsed approved supported confirmed upheld");
}

/* "Green ratings were given to three workstreams", "Green across all five themes". */
static size_t parse_level_first(struct parser *parser, size_t at)
{
	unsigned levels = 0;
	bool verb = false, kept = false;
	struct claim claim = {0};
	size_t end = parse_levels(parser, at, &levels);
	if (end == at || !is_given(parser, at))
		return at;
	size_t next = skip_to_subject(parser, end, &verb);
	bool of = parser_is(parser, end, TOKEN_RATING) && parser_is(parser, end + 1, TOKEN_OF);
	next = of ? end + 2 : next;
	if (next == end || !is_present(parser, at, end))
		return at;
	size_t behind = parse_subject(parser, next, &claim.subject);
	verb = verb || of || is_accepted(parser, at);
	bool programme = claim.subject.domain == DOMAIN_PROGRAMME && verb;
	bool by = parser_is(parser, next - 1, TOKEN_BY);
	if (behind == next || (claim.subject.domain != DOMAIN_STRANDS && !programme) ||
	    claim.subject.rating || claim.subject.generic || claim.subject.any ||
	    (by && !claim.subject.counted) || claim.subject.delivery ||
	    (!claim.subject.counted && !verb) || claim.subject.shy)
		return at;
	enum token_type type = parser_token(parser, behind)->type;
	bool other =
		type == TOKEN_OTHER && !lexicon_follows_level(parser_token(parser, behind)->text);
	if (other || type == TOKEN_HOPE || type == TOKEN_OWNER ||
	    (type == TOKEN_WAS && parser_is(parser, end, TOKEN_RATING)))
		return at;
	claim.said.now = levels;
	claim.said.streak = streak_before(parser, at);
	claim.said.stated = claim.said.streak != 0;
	for (size_t i = end; i < next; i++)
		kept = kept || parser_is(parser, i, TOKEN_STAY) ||
		       parser_is(parser, i, TOKEN_STILL);
	for (size_t i = behind; !kept && i < behind + 3 && !parser_is(parser, i, TOKEN_END); i++) {
		kept = is_kept(parser, i);
		behind = kept ? i + 1 : behind;
	}
	if (kept && !claim.said.stated)
		claim.said.streak = 2;
	parser->levels = levels;
	parser_remember(parser, &claim.subject);
	return parse_after(parser, at, behind, &claim);
}

static bool is_auxiliary(const struct parser *parser, size_t at)
{
	enum token_type type = parser_token(parser, at)->type;
	return type == TOKEN_HAVE || type == TOKEN_BE || type == TOKEN_BEEN || type == TOKEN_STAY ||
	       type == TOKEN_ADVERB;
}

/* True where the verb at AT has ratings before it, or nothing. */
static bool is_of_ratings(const struct parser *parser, size_t at)
{
	for (int i = 0; i < PARSER_MOST_VERBS && at > 0 && is_auxiliary(parser, at - 1); i++)
		at--;
	return at == 0 || parser_is(parser, at - 1, TOKEN_RATING) ||
	       parser_is(parser, at - 1, TOKEN_COMMA) || parser_is(parser, at - 1, TOKEN_TIME);
}

/* "improvement was seen in four of five themes", "on track in all workstreams". */
static size_t parse_trend_first(struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	struct claim claim = {0};
	size_t next = at + 1;
	bool verb = false;
	if (token->type == TOKEN_SCHEDULE && at > 0 && parser_is(parser, at - 1, TOKEN_OTHER))
		return at; /* "papers went out early in ..." */
	if (token->type == TOKEN_SCHEDULE)
		claim.said.pace = (enum pace)token->value;
	else if (token->type == TOKEN_TREND_NOUN || token->type == TOKEN_TREND ||
	         (token->type == TOKEN_KIND && token->value != 0))
		claim.said.directions = (unsigned)token->value;
	else
		return at;
	if (at > 0 &&
	    (parser_is(parser, at - 1, TOKEN_NOT) || parser_is(parser, at - 1, TOKEN_FOR) ||
	     parser_is(parser, at - 1, TOKEN_TO) || parser_is(parser, at - 1, TOKEN_OF)))
		return at;
	bool rating = parser_ends_with(parser, at, "rating ratings");
	bool noun = at > 0 && parser_is(parser, at - 1, TOKEN_ARTICLE); /* "a fall in the rating" */
	if (token->type == TOKEN_TREND && !rating && !noun && !is_of_ratings(parser, at))
		return at;
	if (parser_is(parser, next, TOKEN_TIME) && parser_token(parser, next)->value == WHEN_NOW)
		next++; /* "went up this month in" */
	size_t start = next;
	if (parser_is(parser, next, TOKEN_FOR) && parser_is(parser, next + 1, TOKEN_RATING))
		next += 2;
	next = parser_is(parser, next, TOKEN_OF) ? next + 1 : skip_to_subject(parser, next, &verb);
	if (next == start && parser_is(parser, next, TOKEN_TO))
		next++; /* "no change to the ratings" */
	size_t behind = parse_subject(parser, next, &claim.subject);
	bool there = at > 0 && parser_is(parser, at - 1, TOKEN_THERE);
	bool whole = claim.subject.domain == DOMAIN_STRANDS &&
	             (claim.subject.counted || (rating && !claim.subject.shy && (verb || there)));
	if (next == start || behind == next || (!whole && !claim.subject.rating) ||
	    claim.subject.position || (noun && !claim.subject.rating && token->type == TOKEN_TREND))
		return at;
	bool given = verb && parser_is(parser, next - 1, TOKEN_TO); /* "no change made to" */
	if (((claim.subject.any || claim.subject.generic) &&
	     claim.said.directions != MOVEMENT_STEADY) ||
	    (given && !rating && !claim.subject.rating &&
	     !parser_is(parser, behind - 1, TOKEN_RATING)) ||
	    (claim.subject.rating && parser_is(parser, behind, TOKEN_OTHER)))
		return at;
	claim.subject.any = claim.subject.generic = false;
	parser_remember(parser, &claim.subject);
	return parse_after(parser, at, behind, &claim);
}

/* "no Red workstreams", "there are three Green workstreams", "the only Amber theme is Homes". */
size_t parse_level_of_group(struct parser *parser, size_t at)
{
	struct claim claim = {.subject = {.total = -1, .counted = true}};
	struct claim_subject *subject = &claim.subject;
	size_t next = parser_skip(parser, at, TOKEN_ARTICLE);
	const struct token *token = parser_token(parser, parser_skip(parser, next, TOKEN_ONLY));
	if (parser_is(parser, next, TOKEN_ONLY)) {
		subject->only = true;
		next++;
	}
	bool number = token->type == TOKEN_NUMBER && !token->shy;
	bool none = token->type == TOKEN_NONE, only = subject->only && !number;
	if (!number && !none && !only)
		return at;
	subject->quantity = none ? QUANTITY_NONE : QUANTITY_EXACTLY;
	subject->number = number ? token->value : 1;
	size_t start = number || none ? next + 1 : next;
	start = parser_skip(parser, start, TOKEN_REST);
	start = parser_skip(parser, start, TOKEN_RATED);
	size_t end = parse_levels(parser, start, &claim.said.now);
	if (end == start)
		return at;
	end = parser_skip(parser, end, TOKEN_RATED);
	const struct token *group = parser_token(parser, end);
	bool plural = group->type == TOKEN_RATING && parser->self < 0;
	bool allowed = group->type == TOKEN_GROUP &&
	               (parser->self < 0 || group->value < GROUP_THEME) &&
	               !(parser_token(parser, end - 1)->shy && group->value >= GROUP_THEME &&
	                 strcmp(group->text, "themes") != 0 && strcmp(group->text, "theme") != 0);
	enum token_type behind = parser_token(parser, end + 1)->type;
	if ((!plural && !allowed) || behind == TOKEN_HAVE || behind == TOKEN_TREND ||
	    behind == TOKEN_MOVE || behind == TOKEN_OTHER || behind == TOKEN_WAS)
		return at;
	end++;
	if (only && parser_is(parser, end, TOKEN_BE)) {
		size_t names = end + 1;
		end = parse_names(parser, names, &subject->these);
		if (end == names)
			return at;
		subject->number = (int)parser->names_listed.count;
	} else if (only)
		return at;
	else if (parser_is(parser, end, TOKEN_BE)) {
		size_t names = end + 1;
		size_t listed = parse_names(parser, names, &subject->these);
		end = listed == names ? end : listed;
	}
	parser->plural = true;
	parser->milestones = false;
	parser->levels = claim.said.now;
	return parse_after(parser, at, end, &claim);
}

/* "Procurement: Green", "Green (Procurement, Homes)"; a bracket holds what was, too. */
static size_t parse_listed(struct parser *parser, size_t at)
{
	struct claim_subject subject = {.total = -1};
	struct claim_said said = {0};
	size_t end = parse_names(parser, at, &subject.names);
	bool names_first = end != at;
	if (!names_first)
		end = parse_levels(parser, at, &said.now);
	enum token_type type = parser_token(parser, end)->type;
	if (end == at || (type != TOKEN_COLON && type != TOKEN_DASH && type != TOKEN_OPEN) ||
	    (type != TOKEN_OPEN && at != 0 && !parser_is(parser, at - 1, TOKEN_SEMICOLON)))
		return at;
	size_t next = names_first ? parser_skip_to_levels(parser, end + 1) : end + 1;
	end = names_first ? parse_levels(parser, next, &said.now)
	                  : parse_names(parser, next, &subject.names);
	enum token_type closing = parser_token(parser, end)->type;
	bool over = closing == TOKEN_END || closing == TOKEN_STOP || closing == TOKEN_SEMICOLON ||
	            closing == TOKEN_OPEN || closing == TOKEN_DASH || closing == TOKEN_COMMA;
	if (end == next ||
	    !(type == TOKEN_OPEN ? closing == TOKEN_CLOSE || closing == TOKEN_COMMA : over))
		return at;
	struct claim claim = {.subject = subject, .said = said};
	return parse_after(parser, at, end, &claim);
}

/* "trends across all five themes are positive". */
static size_t parse_trends_of(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	if (!parser_is(parser, at, TOKEN_TRENDS) ||
	    (!parser_is(parser, at + 1, TOKEN_FOR) && !parser_is(parser, at + 1, TOKEN_OF)))
		return at;
	size_t end = parse_subject(parser, at + 2, &claim.subject);
	if (end == at + 2 || claim.subject.any || claim.subject.generic || claim.subject.shy ||
	    claim.subject.delivery || claim.subject.domain != DOMAIN_STRANDS ||
	    !parser_is(parser, end, TOKEN_BE))
		return at;
	end = parser_skip_adverbs(parser, end + 1);
	if (!parser_is(parser, end, TOKEN_POSITIVE))
		return at;
	claim.said.directions = (unsigned)parser_token(parser, end)->value;
	return parse_after(parser, at, end + 1, &claim);
}

/* "no missed milestones". */
static size_t parse_outcome_of_group(struct parser *parser, size_t at)
{
	struct claim claim = {
		.subject = {.domain = DOMAIN_MILESTONES, .total = -1, .counted = true}};
	const struct token *token = parser_token(parser, at);
	bool number = token->type == TOKEN_NUMBER && !token->shy;
	if ((!number && token->type != TOKEN_NONE) || parser->self < 0 ||
	    !parser_is(parser, at + 1, TOKEN_STATUS) ||
	    !parser_is(parser, at + 2, TOKEN_MILESTONE) ||
	    !(parser_is_over(parser, at + 3) || parser_is(parser, at + 3, TOKEN_TO)))
		return at;
	claim.subject.quantity = number ? QUANTITY_EXACTLY : QUANTITY_NONE;
	claim.subject.number = token->value;
	claim.said.outcome = (enum outcome)parser_token(parser, at + 1)->value;
	return parse_after(parser, at, at + 3, &claim);
}

/* "We saw no reason to move Homes from Amber", "we have not moved Homes from Amber". */
static size_t parse_unmoved(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	enum token_type verb = parser_token(parser, at + 1)->type;
	if (at == 0 || (verb != TOKEN_MOVE && verb != TOKEN_TREND) ||
	    (!parser_is(parser, at - 1, TOKEN_HAVE) && !parser_is(parser, at - 1, TOKEN_RATED) &&
	     !parser_is(parser, at - 1, TOKEN_WE) && !parser_is(parser, at - 1, TOKEN_WAS) &&
	     !parser_is(parser, at - 1, TOKEN_THERE)))
		return at;
	size_t end = parse_subject(parser, at + 2, &claim.subject);
	if (end == at + 2 || claim.subject.counted || claim.subject.delivery || claim.subject.shy ||
	    claim.subject.domain != DOMAIN_STRANDS)
		return at;
	size_t behind = parser_move(parser, end, &claim.said);
	if (behind == end || claim.said.last == 0 || claim.said.now != 0)
		return at;
	claim.said.now = claim.said.last;
	claim.said.last = 0;
	claim.said.streak = 2;
	if (!parser_is_over(parser, behind))
		return at;
	parser_claim(parser, at, behind, &claim.subject, &claim.said);
	return behind;
}

/* "We have moved Homes from Amber to Green". */
static size_t parse_moved(struct parser *parser, size_t at)
{
	const struct token *verb = parser_token(parser, at);
	struct claim claim = {0};
	size_t before = at;
	if (verb->type == TOKEN_NOT)
		return parse_unmoved(parser, at);
	if (verb->type != TOKEN_MOVE && verb->type != TOKEN_TREND)
		return at;
	for (int i = 0;
	     i < PARSER_MOST_VERBS && before > 0 && parser_is(parser, before - 1, TOKEN_ADVERB);
	     i++)
		before--;
	bool had = before > 1 && parser_is(parser, before - 1, TOKEN_TO) &&
	           parser_is(parser, before - 2, TOKEN_WAS); /* "have had to lower" */
	if (before == 0 || (!had && !parser_is(parser, before - 1, TOKEN_HAVE) &&
	                    !parser_is(parser, before - 1, TOKEN_THERE) &&
	                    !parser_is(parser, before - 1, TOKEN_WE)))
		return at;
	size_t end = parse_subject(parser, at + 1, &claim.subject);
	if (end == at + 1 || claim.subject.delivery || claim.subject.generic || claim.subject.any ||
	    claim.subject.position || claim.subject.domain != DOMAIN_STRANDS)
		return at;
	size_t behind = parser_move(parser, end, &claim.said);
	bool level = claim.subject.rating || parser_is(parser, end, TOKEN_STEP) ||
	             strstr(verb->text, "graded") != NULL;
	const struct token *way = parser_token(parser, end);
	bool up = verb->type == TOKEN_MOVE && verb->value == MOVEMENT_CHANGED &&
	          (strcmp(way->text, "up") == 0 || strcmp(way->text, "down") == 0) &&
	          parser_is_over(parser, end + 1); /* "we moved two themes up" */
	if (verb->type == TOKEN_TREND && strcmp(way->text, "as") == 0 &&
	    (behind = parse_levels(parser, end + 1, &claim.said.now)) != end + 1)
		return parse_after(parser, at, behind, &claim); /* "put down Homes as Amber" */
	if (up) {
		claim.said.directions = (unsigned)way->value;
		return parse_after(parser, at, end + 1, &claim);
	}
	if (behind == end && (!level || verb->type == TOKEN_MOVE || !parser_is_over(parser, end)))
		return at;
	bool put = verb->type == TOKEN_TREND && parser_is(parser, end, TOKEN_LEVEL);
	claim.said.directions = claim.said.last == 0 && !put ? (unsigned)verb->value : 0;
	return parse_after(parser, at, behind, &claim);
}

size_t parse_reversed(struct parser *parser, size_t at)
{
	size_t (*const ways[])(struct parser *, size_t) = {
		parse_listed,    parse_owned_level, parse_level_first,      parse_moved,
		parse_trends_of, parse_own,         parse_outcome_of_group, parse_trend_first};
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		size_t end = ways[i](parser, at);
		if (end != at)
			return end;
	}
	return at;
}
