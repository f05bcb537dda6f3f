/* Claims about the programme, the reporting workstream, and "it": see claim_parser.h. */
#include <string.h>

#include "base/text.h"
#include "candour/claim_parser.h"

static bool says(const struct parser *parser, size_t at, const char *text)
{
	return strcmp(parser_token(parser, at)->text, text) == 0;
}

size_t parse_owned(const struct parser *parser, size_t at, struct claim_subject *subject,
                   bool *fits)
{
	size_t next = parser_skip(parser, at, TOKEN_OWNER);
	bool owner = next != at;
	next = owner ? parser_skip_adverbs(parser, next) : next;
	if (parser_is(parser, next, TOKEN_RATING)) {
		subject->rating = true;
		subject->before = parser_token(parser, next)->value == 2;
		subject->position = parser_token(parser, next)->value == 3;
		return next + 1;
	}
	size_t work = next;
	for (int i = 0; owner && i < PARSER_MOST_VERBS && parser_is(parser, work, TOKEN_KIND); i++)
		work++;
	if (owner && parser_is(parser, work, TOKEN_DELIVERY)) {
		subject->delivery = true; /* "Homes's agreed completion date" */
		return work + 1;
	}
	*fits = !owner;
	return at;
}

/* --- what "it" is --- */

static bool is_one(uint64_t names)
{
	return names != 0 && (names & (names - 1)) == 0;
}

void parser_note_topic(struct parser *parser, size_t at, bool fresh)
{
	size_t next = at;
	size_t start = at == 0 && (says(parser, at, "as") || says(parser, at, "turning")) ? 1 : 0;
	bool led = at == 0 && (parser_is(parser, start, TOKEN_FOR) ||
	                       (start == 1 && parser_is(parser, start, TOKEN_TO)));
	if (parser_is(parser, at, TOKEN_RATING) && parser_is(parser, at + 1, TOKEN_OF))
		next = at + 2;
	else if (led)
		next = start + 1;
	else if (!fresh)
		return;
	struct parser_list listed = parser->names_listed;
	struct claim_subject topic = {.total = -1};
	size_t end = parse_names(parser, next, &topic.names);
	parser->names_listed = listed;
	if (end == next && parser->self >= 0 && parser_is(parser, at, TOKEN_ARTICLE) &&
	    parser_token(parser, at)->value != ARTICLE_A &&
	    parser_is(parser, at + 1, TOKEN_GROUP) &&
	    parser_token(parser, at + 1)->value == GROUP_WORKSTREAM) {
		topic.names = (uint64_t)1 << parser->self;
		end = at + 2;
	}
	if (end == next || parser_is(parser, end, TOKEN_OWNER) ||
	    parser_token(parser, end - 1)->shy)
		return;
	parser->topic = topic;
	parser->about = true;
	parser->carried = false;
}

/* "it", "its rating", "they": whom the text was about last; AT where that is not clear. */
static size_t parse_it(struct parser *parser, size_t at, struct claim_subject *subject)
{
	const struct token *token = parser_token(parser, at);
	bool its = token->type == TOKEN_ARTICLE &&
	           (strcmp(token->text, "its") == 0 || strcmp(token->text, "their") == 0);
	size_t next = its ? parser_skip_adverbs(parser, at + 1) : at;
	bool several = says(parser, at, "they") || says(parser, at, "their");
	if ((its && !parser_is(parser, next, TOKEN_RATING)) || (!its && token->type != TOKEN_IT) ||
	    !parser->about || (parser->carried && at != 0) ||
	    (parser->topic.domain == DOMAIN_STRANDS && is_one(parser->topic.names) == several))
		return at;
	subject->domain = parser->topic.domain;
	subject->names = parser->topic.names;
	subject->rating = its;
	subject->before = its && parser_token(parser, next)->value == 2;
	subject->position = true; /* what else it does is not said of its rating */
	return next + 1;
}

/* --- who reports --- */

/* "the rating that we have given": behind what changes nothing, or AT. */
static size_t skip_giving(const struct parser *parser, size_t at)
{
	size_t next = parser_skip(parser, at, TOKEN_WHICH);
	if (!parser_is(parser, next, TOKEN_WE))
		return parser_is(parser, at, TOKEN_RATED) && says(parser, at, "given") &&
		                       parser_is(parser, at + 1, TOKEN_BE)
		               ? at + 1
		               : at;
	next++;
	while (parser_is(parser, next, TOKEN_HAVE) || parser_is(parser, next, TOKEN_ADVERB))
		next++;
	return parser_is(parser, next, TOKEN_RATED) ? next + 1 : at;
}

size_t parser_skip_whose(const struct parser *parser, size_t at)
{
	static const char *const people[] = {"sponsor", "manager",  "lead", "leader",
	                                     "team",    "director", NULL};
	return parser_is(parser, at + 1, TOKEN_OWNER) &&
	                       text_is_one_of(parser_token(parser, at)->text, people)
	               ? at + 2
	               : at;
}

/* "the current rating": adjectives that leave it the same one. */
static size_t skip_adjectives(const struct parser *parser, size_t at)
{
	size_t next = parser_skip_adverbs(parser, parser_skip_whose(parser, at));
	for (int i = 0; i < PARSER_MOST_VERBS && parser_is(parser, next, TOKEN_KIND) &&
	                parser_token(parser, next)->value == 0;
	     i++)
		next++;
	return parser_is(parser, next, TOKEN_RATING) ? next : parser_skip_adverbs(parser, at);
}

/* "this" alone: "This is up from Amber". */
static bool is_this(const struct parser *parser, size_t at)
{
	return parser->self >= 0 && at == 0 && says(parser, at, "this") &&
	       parser_is(parser, at, TOKEN_ARTICLE) && parser_is(parser, at + 1, TOKEN_BE) &&
	       parser_is(parser, at + 2, TOKEN_COMPARED);
}

/* "Homes, which we have rated Amber": what is said is of Homes, and not of us. */
static bool is_of_other(const struct parser *parser, size_t at)
{
	if (at < 2 || !parser_is(parser, at - 1, TOKEN_WHICH))
		return false;
	size_t whom = at - 2;
	whom -= whom > 0 && parser_is(parser, whom, TOKEN_COMMA) ? 1 : 0;
	enum token_type type = parser_token(parser, whom)->type;
	return type == TOKEN_NAME || type == TOKEN_GROUP || type == TOKEN_OWNER;
}

/* Whether the token at NEXT, behind what stands from AT on, is the programme or what reports. */
static bool find_itself(const struct parser *parser, size_t at, size_t next,
                        struct claim_subject *subject)
{
	size_t start = parser_skip(parser, at, TOKEN_ARTICLE);
	const struct token *token = parser_token(parser, next);
	bool article = start != at && parser_token(parser, at)->value != ARTICLE_A;
	bool overall = next != start && says(parser, start, "overall");
	size_t before = at > 0 && parser_is(parser, at - 1, TOKEN_COMMA) ? at - 1 : at;
	overall = overall || (article && before > 0 && says(parser, before - 1, "overall"));
	if ((article && (says(parser, at, "its") || says(parser, at, "their"))) ||
	    (token->type == TOKEN_WE && is_of_other(parser, at)))
		return false;
	bool ours = article && says(parser, at, "our");
	bool update = parser->self >= 0,
	     group = token->type == TOKEN_GROUP && article &&
	             (token->value == GROUP_WORKSTREAM || token->value == GROUP_THEME);
	if (token->type == TOKEN_PROGRAMME || (!update && token->type == TOKEN_WE) ||
	    (token->type == TOKEN_RATING && token->value != 1 && !update && (overall || ours)))
		subject->domain = DOMAIN_PROGRAMME;
	else if (update && ((token->type == TOKEN_RATING && token->value != 1) || group ||
	                    token->type == TOKEN_WE || token->type == TOKEN_DELIVERY))
		subject->names = (uint64_t)1 << parser->self;
	else
		return false;
	return true;
}

size_t parse_itself(struct parser *parser, size_t at, struct claim_subject *subject)
{
	size_t next = parse_it(parser, at, subject);
	bool fits = true;
	if (next != at)
		return next;
	if (parser->self >= 0 && parser_is(parser, at, TOKEN_TIME) &&
	    parser_token(parser, at)->value == WHEN_LAST &&
	    parser_is(parser, at + 1, TOKEN_OWNER) && parser_is(parser, at + 2, TOKEN_RATING)) {
		subject->names = (uint64_t)1 << parser->self;
		subject->rating = subject->before = true;
		return at + 3;
	}
	if (parser->self >= 0 && parser_is(parser, at, TOKEN_ALL)) {
		/* "all is on track", "all of the work" */
		size_t work =
			parser_skip(parser, parser_skip(parser, at + 1, TOKEN_OF), TOKEN_ARTICLE);
		if (!parser_is(parser, work, TOKEN_DELIVERY) &&
		    !parser_is(parser, at + 1, TOKEN_BE))
			return at;
		subject->names = (uint64_t)1 << parser->self;
		subject->delivery = true;
		return parser_is(parser, work, TOKEN_DELIVERY) ? work + 1 : at + 1;
	}
	if (is_this(parser, at)) {
		subject->names = (uint64_t)1 << parser->self;
		return at + 1;
	}
	next = skip_adjectives(parser, parser_skip(parser, at, TOKEN_ARTICLE));
	const struct token *token = parser_token(parser, next);
	if (!find_itself(parser, at, next, subject))
		return at;
	subject->rating = token->type == TOKEN_RATING;
	subject->before = subject->rating && token->value == 2;
	subject->position = subject->rating && token->value == 3;
	if (subject->rating && parser_is(parser, next + 1, TOKEN_FOR) &&
	    parser_is(parser, next + 2, TOKEN_TIME) &&
	    parser_token(parser, next + 2)->value == WHEN_NOW)
		next += 2;
	subject->delivery = token->type == TOKEN_DELIVERY;
	next = parse_owned(parser, next + 1, subject, &fits);
	if (subject->rating)
		next = skip_giving(parser, next);
	return fits ? next : at;
}

/* --- levels that stand first --- */

/* Sets the subject to the workstream of an update, or the programme of an overview. */
static void be_own(const struct parser *parser, struct claim_subject *subject)
{
	*subject = (struct claim_subject){.total = -1, .rating = true};
	if (parser->self >= 0)
		subject->names = (uint64_t)1 << parser->self;
	else
		subject->domain = DOMAIN_PROGRAMME;
}

/* Behind a verb that says why a rating is what it is: "reflects that". */
static bool is_reasoned(const struct parser *parser, size_t at)
{
	return (says(parser, at, "reflects") && !parser_is(parser, at + 1, TOKEN_ADVERB)) ||
	       says(parser, at, "recognises") || says(parser, at, "because") ||
	       says(parser, at, "follows");
}

static bool in_rationale(const struct parser *parser)
{
	return chapter_in_section(parser->chapter, parser->tokens->sentence->passage,
	                          "RAG rationale");
}

/* "the sponsor has agreed" a rating. */
static bool is_agreed(const struct parser *parser, size_t at)
{
	return at > 2 && parser_ends_with(parser, at - 1, "agreed chosen confirmed endorsed") &&
	       parser_is(parser, at - 2, TOKEN_HAVE) &&
	       (parser_is(parser, at - 3, TOKEN_AND) ||
	        parser_ends_with(parser, at - 3, "sponsor manager lead leader director team I"));
}

static bool is_start(const struct parser *parser, size_t at)
{
	for (int i = 0; i < PARSER_MOST_VERBS && at > 0 && parser_is(parser, at - 1, TOKEN_ADVERB);
	     i++)
		at--;
	return at == 0 || parser_is(parser, at - 1, TOKEN_COMMA) ||
	       parser_is(parser, at - 1, TOKEN_SAY) || says(parser, at - 1, "with") ||
	       is_agreed(parser, at);
}

/* "the Green rating reflects", "a rating of Green is given", "rated Green": in an update. */
static size_t parse_own_level(struct parser *parser, size_t at)
{
	struct claim claim;
	if (parser->self < 0 || !is_start(parser, at))
		return at;
	be_own(parser, &claim.subject);
	claim = (struct claim){.subject = claim.subject};
	size_t next = at == 0 ? parser_skip(parser, at, TOKEN_RATED) : at;
	bool rated = next != at;
	next = parser_skip(parser, next, rated ? TOKEN_PREPOSITION : TOKEN_ARTICLE);
	if (!rated && (says(parser, at, "its") || says(parser, at, "their")))
		return at;
	bool article = next != at && !rated,
	     said = at > 0 && (parser_is(parser, at - 1, TOKEN_SAY) || is_agreed(parser, at));
	bool definite = article && parser_token(parser, at)->value != ARTICLE_A;
	bool of = article && parser_is(parser, next, TOKEN_RATING) &&
	          parser_is(parser, next + 1, TOKEN_OF);
	next += of ? 2 : 0;
	size_t end = parse_levels(parser, next, &claim.said.now);
	if (end == next)
		return at;
	bool named = of || parser_is(parser, end, TOKEN_RATING);
	end += !of && parser_is(parser, end, TOKEN_RATING) ? 1 : 0;
	enum token_type type = parser_token(parser, end)->type;
	bool given = type == TOKEN_RATED || ((type == TOKEN_BE || type == TOKEN_HAVE) &&
	                                     (parser_is(parser, end + 1, TOKEN_RATED) ||
	                                      parser_is(parser, end + 2, TOKEN_RATED) ||
	                                      parser_is(parser, end + 1, TOKEN_KIND) ||
	                                      parser_is(parser, end + 2, TOKEN_KIND)));
	bool reasoned = is_reasoned(parser, end);
	bool bare =
		at == 0 && !article && !named &&
		((reasoned && in_rationale(parser)) || type == TOKEN_STREAK || type == TOKEN_AGAIN);
	if (!(rated || bare || (named && (definite || reasoned || given || said))) ||
	    type == TOKEN_WAS || type == TOKEN_HOPE || type == TOKEN_FOR || type == TOKEN_OF ||
	    type == TOKEN_GROUP || type == TOKEN_WHICH || (type == TOKEN_OTHER && !reasoned))
		return at;
	while (given && (parser_is(parser, end, TOKEN_BE) || parser_is(parser, end, TOKEN_HAVE) ||
	                 parser_is(parser, end, TOKEN_BEEN) ||
	                 parser_is(parser, end, TOKEN_RATED) || parser_is(parser, end, TOKEN_KIND)))
		end++;
	return parse_after(parser, at, end, &claim);
}

/* "Amber is our rating this month", "Green is the overall rating". */
static size_t parse_is_rating(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	size_t next = parse_levels(parser, at, &claim.said.now);
	bool stays = parser_is(parser, next, TOKEN_STAY);
	if (next == at || !is_start(parser, at) || (!stays && !parser_is(parser, next, TOKEN_BE)))
		return at;
	stays = stays || parser_is(parser, next + 1, TOKEN_STILL);
	size_t article = parser_skip(parser, next + 1, TOKEN_STILL);
	article = parser_skip_adverbs(parser, article);
	claim.said.streak = stays ? 2 : 0;
	size_t end = skip_adjectives(parser, parser_skip(parser, article, TOKEN_ARTICLE));
	if (end == article || !parser_is(parser, end, TOKEN_RATING) ||
	    !find_itself(parser, article, end, &claim.subject))
		return at;
	claim.subject.rating = true;
	claim.subject.total = -1;
	end++;
	if ((parser_is(parser, end, TOKEN_FOR) || parser_is(parser, end, TOKEN_OF)) &&
	    parser_is(parser, end + 1, TOKEN_ARTICLE) &&
	    parser_is(parser, end + 2, parser->self < 0 ? TOKEN_PROGRAMME : TOKEN_GROUP))
		end += 3;
	return parser_is_over(parser, end) || parser_is(parser, end, TOKEN_OTHER)
	               ? parse_after(parser, at, end, &claim)
	               : at;
}

/* True where the sentence is the first of a section on the rating: no key to the colours. */
static bool opens_rationale(const struct parser *parser)
{
	const struct sentence *sentence = parser->tokens->sentence;
	return in_rationale(parser) && sentence->at == 0 && !sentence->passage->item;
}

/* "Overall: Amber", "Programme: Amber"; "Green: the work is going to plan". */
static size_t parse_headed(struct parser *parser, size_t at)
{
	struct claim claim = {0};
	if (at != 0)
		return at;
	size_t next = parser_skip(parser, parser_skip_adverbs(parser, at), TOKEN_PROGRAMME);
	bool overall = next != at && (says(parser, at, "overall") ||
	                              parser_is(parser, next - 1, TOKEN_PROGRAMME));
	be_own(parser, &claim.subject);
	if (overall &&
	    (parser_is(parser, next, TOKEN_COLON) || parser_is(parser, next, TOKEN_DASH))) {
		size_t end = parse_levels(parser, next + 1, &claim.said.now);
		return end == next + 1 || !parser_is_over(parser, end)
		               ? at
		               : parse_after(parser, at, end, &claim);
	}
	size_t end = parse_levels(parser, at, &claim.said.now);
	if (end == at || parser->self < 0 || parser->levels_listed.count != 1 ||
	    (!parser_is(parser, end, TOKEN_COLON) && !parser_is(parser, end, TOKEN_DASH)) ||
	    parser_is(parser, end + 1, TOKEN_NAME) || !opens_rationale(parser))
		return at;
	parser_claim(parser, at, end, &claim.subject, &claim.said);
	return end;
}

size_t parse_own(struct parser *parser, size_t at)
{
	size_t (*const ways[])(struct parser *, size_t) = {parse_headed, parse_is_rating,
	                                                   parse_own_level};
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		size_t end = ways[i](parser, at);
		if (end != at)
			return end;
	}
	return at;
}
