/* What is counted, and out of how many: declared in candour/claim_parser.h. */
#include <string.h>

#include "candour/claim_parser.h"

/* "of the five", "(of five)", "out of 5": the total. */
size_t parse_total(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = parser_skip(parser, at, TOKEN_OPEN);
	if (next != at && parser_is(parser, next, TOKEN_NUMBER) &&
	    parser_is(parser, next + 1, TOKEN_CLOSE))
		return next + 2;
	bool of = parser_is(parser, next, TOKEN_OF);
	if (next != at && !of)
		return at;
	next = parser_skip(parser, next, TOKEN_OF);
	next = parser_skip(parser, parser_skip(parser, next, TOKEN_ALL), TOKEN_ARTICLE);
	bool now = parser_is(parser, next, TOKEN_TIME) &&
	           parser_token(parser, next)->value == WHEN_NOW;
	if ((now || parser_is(parser, next, TOKEN_PROGRAMME)) &&
	    parser_is(parser, next + 1, TOKEN_OWNER))
		next += 2; /* "of the plan's six" */
	if (parser_is(parser, next, TOKEN_NUMBER) && !parser_token(parser, next)->shy &&
	    (of || subject->quantity == QUANTITY_ALL)) {
		subject->total = parser_token(parser, next)->value;
		next++;
		if (!of && parser_is(parser, next, TOKEN_OF))
			next = parser_skip(parser, next + 1, TOKEN_ARTICLE);
	}
	return parser_is(parser, at, TOKEN_OPEN) ? parser_skip(parser, next, TOKEN_CLOSE) : next;
}

/* "in the plan", "of the programme": changes nothing. Sets *SAID where it stands there. */
static size_t skip_of_plan(const struct parser *parser, size_t at, bool *said)
{
	enum token_type type = parser_token(parser, at)->type;
	size_t next = parser_skip(parser, at + 1, TOKEN_ARTICLE);
	if ((type != TOKEN_OF && type != TOKEN_FOR) || !parser_is(parser, next, TOKEN_PROGRAMME))
		return at;
	*said = true;
	return next + 1;
}

/* The group itself; AT where it is none that can be counted. */
size_t parse_group(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = at;
	while ((next < at + PARSER_MOST_VERBS && parser_is(parser, next, TOKEN_KIND)) ||
	       (parser_is(parser, next, TOKEN_TIME) &&
	        parser_token(parser, next)->value == WHEN_NOW &&
	        parser_is(parser, next + 1, TOKEN_OWNER)) ||
	       parser_is(parser, next, TOKEN_DUE) || parser_is(parser, next, TOKEN_PROGRAMME) ||
	       parser_is(parser, next, TOKEN_OWNER)) {
		subject->due = subject->due || parser_is(parser, next, TOKEN_DUE);
		next++;
	}
	const struct token *token = parser_token(parser, next);
	bool update = parser->self >= 0, planned = false;
	size_t end = skip_of_plan(parser, next + 1, &planned);
	if (token->type == TOKEN_MILESTONE) {
		subject->domain = DOMAIN_MILESTONES;
		if (parser_is(parser, end, TOKEN_DUE)) {
			subject->due = true;
			end++;
		}
		if (parser_is(parser, end, TOKEN_WHICH) && parser_is(parser, end + 1, TOKEN_WAS) &&
		    parser_is(parser, end + 2, TOKEN_KIND))
			end += 3; /* "that were planned" */
		else if (parser_is(parser, end, TOKEN_KIND) ||
		         strcmp(parser_token(parser, end)->text, "listed") == 0 ||
		         strcmp(parser_token(parser, end)->text, "set") == 0)
			end++;
		if (parser_is(parser, end, TOKEN_FOR)) {
			size_t whose = parse_names(parser, end + 1, &subject->names);
			if (whose != end + 1)
				return parser_skip(parser, whose, TOKEN_GROUP);
		}
		if (update && parser_is(parser, end, TOKEN_OF) &&
		    strcmp(parser_token(parser, end + 1)->text, "ours") == 0)
			return end + 2;
		size_t own = parser_skip(parser, end + 1, TOKEN_ARTICLE);
		if (update && parser_is(parser, end, TOKEN_OF) && own > end + 1 &&
		    parser_is(parser, own, TOKEN_GROUP))
			return own + 1; /* "of the workstream" */
		bool timed =
			parser_is(parser, end, TOKEN_FOR) && parser_is(parser, end + 1, TOKEN_TIME);
		if (timed && parser_token(parser, end + 1)->value != WHEN_NOW)
			return at;
		return timed ? end + 2 : end;
	}
	bool each = subject->quantity == QUANTITY_NONE || subject->quantity == QUANTITY_ALL ||
	            subject->number == 1;
	if (token->type == TOKEN_RATING && (token->value == 1 || each) && !update) {
		bool any = parser_is(parser, end, TOKEN_OF) &&
		           parser_is(parser, end + 1, TOKEN_ANY) &&
		           parser_is(parser, end + 2, TOKEN_GROUP);
		return any ? end + 3 : end; /* "no rating of any workstream" */
	}
	if (token->type != TOKEN_GROUP || (update && token->value >= GROUP_THEME && !planned))
		return at;
	if (parser_is(parser, end, TOKEN_OF) && parser_is(parser, end + 1, TOKEN_NAME))
		return at; /* "two of the strands of Homes" */
	size_t owned = parser_skip(parser, end, TOKEN_OWNER);
	return parser_is(parser, owned, TOKEN_RATING) ? owned + 1 : end;
}

/* "workstreams out of five": the total behind the group, and nothing that it is of. */
size_t parse_late_total(const struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = parser_skip(parser, at + 1, TOKEN_ARTICLE);
	const struct token *token = parser_token(parser, next);
	enum token_type behind = parser_token(parser, next + 1)->type;
	if (!parser_is(parser, at, TOKEN_OF) || token->type != TOKEN_NUMBER || token->shy ||
	    behind == TOKEN_OTHER || behind == TOKEN_GROUP || behind == TOKEN_KIND)
		return at;
	subject->total = token->value;
	return next + 1;
}

/* "the ratings", "our workstreams": all of them, though that is not said. */
size_t parse_generic(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = parser_skip(parser, at, TOKEN_ARTICLE);
	bool article = next != at && parser_token(parser, at)->value != ARTICLE_A &&
	               strcmp(parser_token(parser, at)->text, "its") != 0 &&
	               strcmp(parser_token(parser, at)->text, "their") != 0;
	size_t start = next;
	for (int i = 0; i < PARSER_MOST_VERBS && (parser_is(parser, next, TOKEN_KIND) ||
	                                          parser_is(parser, next, TOKEN_DUE) ||
	                                          parser_is(parser, next, TOKEN_PROGRAMME));
	     i++)
		next++;
	const struct token *token = parser_token(parser, next);
	bool rating = token->type == TOKEN_RATING && token->value == 1 && parser->self < 0;
	bool group =
		token->type == TOKEN_GROUP && (token->value == GROUP_WORKSTREAMS ||
	                                       (token->value == GROUP_THEMES && parser->self < 0));
	bool milestones = token->type == TOKEN_MILESTONE && token->value == 1;
	if (!(rating && (article || next == start)) && !((group || milestones) && article))
		return at;
	subject->quantity = QUANTITY_ALL;
	subject->counted = subject->generic = true;
	return parse_group(parser, start, subject);
}
