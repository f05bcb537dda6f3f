/* Levels in a clause: declared in candour/claim_whole.h. */
#include <string.h>

#include "candour/claim_whole.h"

static bool says(const struct parser *parser, size_t at, const char *text)
{
	return strcmp(parser_token(parser, at)->text, text) == 0;
}

/* What may stand between a level and what leads to it. */
static bool is_light(const struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	switch (token->type) {
	case TOKEN_ARTICLE:
	case TOKEN_ADVERB:
	case TOKEN_STILL:
	case TOKEN_AGAIN:
	case TOKEN_RATING:
		return true;
	case TOKEN_OF: /* "to a rating of Green" */
		return at > 0 && (parser_is(parser, at - 1, TOKEN_RATING) ||
		                  parser_is(parser, at - 1, TOKEN_STREAK));
	case TOKEN_KIND:
		return token->value == 0;
	default:
		return false;
	}
}

/* Whether the level at AT can be the rating of somebody, for what stands before it. */
static bool place_level(const struct parser *parser, const struct whole *whole, size_t at,
                        enum whole_place *place)
{
	size_t before = at;
	while (before > whole->from && is_light(parser, before - 1))
		before--;
	*place = WHOLE_AT;
	if (before == whole->from)
		return true;
	const struct token *token = parser_token(parser, --before);
	switch (token->type) {
	case TOKEN_FROM:
		*place = WHOLE_FROM;
		return true;
	case TOKEN_OF: /* "a verdict of Green", not "short of Green" */
		return before > 0 &&
		       whole_is_word(parser, before - 1,
		                     "verdict assessment judgement judgment mark grade score level "
		                     "category colour code label result outcome conclusion");
	case TOKEN_TO: /* "moved to Green", not "the way to Green" */
		return whole->moves || whole->rating || whole->directions != 0 ||
		       (before > 0 && (parser_is(parser, before - 1, TOKEN_NAME) ||
		                       parser_is(parser, before - 1, TOKEN_LEVEL)));
	case TOKEN_FOR:
		return says(parser, before, "in") || whole->level_count != 0 ||
		       parser_is(parser, at + 1, TOKEN_RATING);
	case TOKEN_BY:
	case TOKEN_DELIVERY:
	case TOKEN_PROCEED:
	case TOKEN_BEYOND:
	case TOKEN_FINISH:
		return false;
	case TOKEN_COMPARED:
		*place = WHOLE_FROM;
		return !says(parser, before, "against") || whole->level_count != 0 ||
		       before == whole->from;
	default:
		break;
	}
	if (whole_is_word(parser, before,
	                  "left leave leaves exchanged exchanges swapped swaps traded "
	                  "trades replaced replaces shed sheds"))
		*place = WHOLE_LEFT;
	return true;
}

/* "at the Green": where no rating is named or given. */
static bool is_place(const struct parser *parser, const struct whole *whole, size_t at, size_t end)
{
	return at > whole->from && whole_is_word(parser, at - 1, "the") && end == whole->to &&
	       !whole->rating;
}

size_t whole_take_level(struct parser *parser, struct whole *whole, size_t at)
{
	unsigned set = 0;
	size_t end = parse_levels(parser, at, &set);
	struct whole_level *level = &whole->levels[whole->level_count];
	size_t first = parser_is(parser, at, TOKEN_LEVEL) ? at : at + 1;
	whole->bad = whole->bad || end == at || whole->level_count == WHOLE_MOST_LEVELS ||
	             parser_token(parser, first)->shy || parser_is(parser, end, TOKEN_GROUP) ||
	             parser_is(parser, end, TOKEN_MILESTONE) || is_place(parser, whole, at, end);
	if (whole->bad)
		return at + 1;
	*level = (struct whole_level){.set = set, .at = at, .end = end};
	whole->bad = !place_level(parser, whole, at, &level->place);
	whole->level_count++;
	return end;
}
