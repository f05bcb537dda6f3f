/* Sentences as claims: declared in candour/claim.h. */
#include <string.h>

#include "candour/claim_parser.h"

/* --- where a subject may stand --- */

/* True where what begins at AT is no object of what stands before it. */
bool parser_stands_free(const struct parser *parser, size_t at, bool counted)
{
	if (at == 0)
		return true;
	const struct token *before = parser_token(parser, at - 1);
	switch (before->type) {
	case TOKEN_COMMA:
	case TOKEN_SEMICOLON:
	case TOKEN_COLON:
	case TOKEN_DASH:
	case TOKEN_OPEN:
	case TOKEN_CLOSE:
	case TOKEN_STOP:
	case TOKEN_AND:
	case TOKEN_BUT:
	case TOKEN_OR:
	case TOKEN_WHICH:
	case TOKEN_SAY:
	case TOKEN_ADVERB:
	case TOKEN_TIME:
	case TOKEN_AGAIN:
	case TOKEN_STILL:
	case TOKEN_THERE:
	case TOKEN_NUMBER:
	case TOKEN_STREAK:
	case TOKEN_RATED:
	case TOKEN_LEVEL:
	case TOKEN_BE:
	case TOKEN_NAMELY:
		return true;
	case TOKEN_PREPOSITION:
		return strcmp(before->text, "with") == 0;
	case TOKEN_IF:
		return strcmp(before->text, "when") == 0;
	case TOKEN_FOR:
	case TOKEN_OF:
	case TOKEN_FROM:
	case TOKEN_TO:
	case TOKEN_BY:
	case TOKEN_COMPARED:
	case TOKEN_EXCEPT:
		return false;
	case TOKEN_STAY:
		return !counted && at > 1 &&
		       (parser_is(parser, at - 2, TOKEN_HAVE) ||
		        parser_is(parser, at - 2, TOKEN_THERE) ||
		        parser_is(parser, at - 2, TOKEN_WE));
	default:
		return counted;
	}
}

/* Whether what stands at AT begins or ends what is only hoped, or depends. */
static void watch(struct parser *parser, size_t at, bool *depends)
{
	const struct token *token = parser_token(parser, at), *next = parser_token(parser, at + 1);
	if (token->type == TOKEN_HOPE || (token->type == TOKEN_IF && token->value != 0))
		parser->hoped = true;
	else if (token->type == TOKEN_IF)
		*depends = true;
	else if (token->type == TOKEN_SEMICOLON) {
		parser->hoped = *depends = false;
		parser->timed = parser->elsewhere = parser->since = false;
	} else if (token->type == TOKEN_BUT || token->type == TOKEN_COLON ||
	           (token->type == TOKEN_COMMA &&
	            (next->type == TOKEN_AND || next->type == TOKEN_BUT ||
	             next->type == TOKEN_WHICH || strcmp(next->text, "with") == 0)))
		parser->hoped = false;
	if (token->type == TOKEN_BUT)
		parser->timed = false;
	if (token->type == TOKEN_TIME && token->value == WHEN_OTHER)
		parser->elsewhere = true;
}

/* A clause that begins with "in the first phase" may be about another time. */
static void notice_elsewhere(struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	bool place = token->type == TOKEN_FOR || token->type == TOKEN_PREPOSITION ||
	             token->type == TOKEN_BY || strcmp(token->text, "before") == 0 ||
	             strcmp(token->text, "after") == 0;
	if (!place || strcmp(token->text, "with") == 0)
		return;
	parser->elsewhere = true;
	parser->since = parser->since || strcmp(token->text, "since") == 0;
}

void parser_remember(struct parser *parser, const struct claim_subject *subject)
{
	if (subject->counted)
		parser->milestones = subject->domain == DOMAIN_MILESTONES;
	if (subject->counted && subject->domain == DOMAIN_STRANDS)
		parser->plural = true;
	if (subject->names != 0)
		parser->named = true;
}

/* --- a clause --- */

static size_t parse_subject_clause(struct parser *parser, size_t at, struct claim_subject *last)
{
	struct claim_subject subject;
	size_t behind = parse_subject(parser, at, &subject);
	if (behind == at || !parser_stands_free(parser, at, subject.counted))
		return at;
	unsigned earlier = parser->earlier;
	if (earlier != 0)
		parser_claim(parser, at, behind, &subject, &(struct claim_said){.last = earlier});
	parser->earlier = 0;
	size_t end = parse_said(parser, at, behind, &subject);
	if (end == behind)
		return at;
	parser_remember(parser, &subject);
	*last = subject;
	return end;
}

/* "We delivered three of the four milestones": the verb stands first. */
static size_t parse_delivered(struct parser *parser, size_t at, const struct claim_subject *last)
{
	const struct token *token = parser_token(parser, at);
	struct claim claim = {0};
	(void)last;
	if (token->type != TOKEN_STATUS)
		return at;
	size_t behind = parse_subject(parser, at + 1, &claim.subject);
	bool denied = at > 0 && parser_is(parser, at - 1, TOKEN_NOT);
	if (behind == at + 1 || claim.subject.domain != DOMAIN_MILESTONES || denied ||
	    !claim.subject.counted)
		return at;
	size_t name = at;
	while (name > 0 && (parser_is(parser, name - 1, TOKEN_HAVE) ||
	                    parser_is(parser, name - 1, TOKEN_ADVERB)))
		name--;
	if (claim.subject.names == 0 && name > 0 && parser_is(parser, name - 1, TOKEN_NAME))
		claim.subject.names = (uint64_t)1 << parser_token(parser, name - 1)->value;
	else if (claim.subject.names == 0 && parser->self < 0)
		return at;
	claim.said.outcome = (enum outcome)token->value;
	parser_remember(parser, &claim.subject);
	return parse_after(parser, at, behind, &claim);
}

/* ", and on track", "but remains Amber": the subject of before goes on. */
static size_t parse_more(struct parser *parser, size_t at, const struct claim_subject *last)
{
	size_t next = parser_skip(parser, at, TOKEN_COMMA);
	enum token_type type = parser_token(parser, next)->type;
	if (type != TOKEN_AND && type != TOKEN_BUT && next == at)
		return at;
	next += type == TOKEN_AND || type == TOKEN_BUT ? 1 : 0;
	type = parser_token(parser, next)->type;
	if (type == TOKEN_COMMA ||
	    (type == TOKEN_STREAK && parser_is(parser, next + 1, TOKEN_COMMA)) ||
	    (last->names == 0 && !last->counted && last->domain != DOMAIN_PROGRAMME) ||
	    type == TOKEN_LEVEL || type == TOKEN_PREPOSITION || type == TOKEN_FOR ||
	    type == TOKEN_ARTICLE || type == TOKEN_ALL || type == TOKEN_BOTH)
		return at;
	size_t end = parse_said(parser, next, next, last);
	return end == next ? at : end;
}

/* What is no claim, but matters to what follows. */
static void notice(struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	size_t next = parser_skip(parser, at + 1, TOKEN_FOR);
	if (token->type == TOKEN_STREAK && parser_is(parser, next, TOKEN_WHICH))
		parser->streak = token->value; /* "the second month in a row that ..." */
	if (parser->self < 0 &&
	    ((token->type == TOKEN_RATING && token->value == 1) ||
	     (token->type == TOKEN_GROUP &&
	      (token->value == GROUP_WORKSTREAMS || token->value == GROUP_THEMES))))
		parser->several = true;
	if (token->type == TOKEN_COLON && parser->several)
		parser->plural = true; /* "the ratings are: three Green, ..." */
}

static void parse_sentence(struct parser *parser)
{
	struct claim_subject last = {.total = -1};
	bool depends = false, fresh = true;
	for (size_t at = 0; at < parser->tokens->count;) {
		size_t end = at;
		watch(parser, at, &depends);
		if (!parser->hoped && !depends) {
			if (fresh)
				end = parse_fronted(parser, at);
			if (fresh && end == at)
				notice_elsewhere(parser, at);
			if (end == at)
				end = parse_level_of_group(parser, at);
			if (end == at)
				end = parse_subject_clause(parser, at, &last);
			if (end == at)
				end = parse_reversed(parser, at);
			if (end == at)
				end = parse_delivered(parser, at, &last);
			if (end == at)
				end = parse_more(parser, at, &last);
		}
		enum token_type type = parser_token(parser, at)->type;
		fresh = end == at ? type == TOKEN_COMMA || type == TOKEN_SEMICOLON ||
		                            type == TOKEN_COLON || type == TOKEN_AND ||
		                            type == TOKEN_BUT || (fresh && type == TOKEN_ADVERB)
		                  : parser_is(parser, end - 1, TOKEN_COMMA);
		if (end == at)
			notice(parser, at);
		if (end == at && type == TOKEN_NOT)
			parser->hoped = true; /* "that does not mean that ..." */
		at = end == at ? at + 1 : end;
	}
}

/* --- a chapter --- */

static bool is_question(const struct sentence *sentence)
{
	return strcmp(sentence->words[sentence->count - 1].text, "?") == 0;
}

static void read_sentence(struct parser *parser, const struct lexicon *lexicon,
                          const struct sentence *sentence)
{
	struct tokens tokens;
	if (is_question(sentence))
		return;
	lexicon_read(lexicon, sentence, &tokens);
	parser->tokens = &tokens;
	parser->total = -1;
	parser->except = 0;
	parser->levels = parser->earlier = 0;
	parser->streak = 0;
	parser->first = parser->several = false;
	parser->timed = parser->hoped = parser->elsewhere = parser->since = false;
	parse_sentence(parser);
	parser->tokens = NULL;
}

static int self_of(const struct story *story, const struct chapter *chapter)
{
	for (size_t i = 0; i < story->count && i < LEXICON_MOST_STRANDS; i++)
		if (&story->strands[i] == chapter->strand)
			return (int)i;
	return -1;
}

static void read_claims(const struct story *story, const struct chapter *chapter,
                        struct claims *claims)
{
	struct arena words = ARENA_INIT;
	struct lexicon lexicon;
	struct parser parser = {.story = story,
	                        .chapter = chapter,
	                        .arena = chapter->matter->arena,
	                        .claims = claims,
	                        .self = self_of(story, chapter)};
	const struct sentences *sentences = chapter_sentences(chapter);
	lexicon_begin(story, chapter, &words, &lexicon);
	for (size_t i = 0; i < sentences->count; i++) {
		const struct sentence *sentence = &sentences->items[i];
		if (i == 0 || sentence->passage != sentence[-1].passage)
			parser.plural = parser.milestones = parser.named = false;
		if (!sentence->passage->quoted)
			read_sentence(&parser, &lexicon, sentence);
	}
	lexicon_end(&lexicon);
	arena_release(&words);
}

const struct claims *chapter_claims(const struct story *story, const struct chapter *chapter)
{
	struct reading_matter *matter = chapter->matter;
	if (matter->claims == NULL) {
		matter->claims = arena_new(matter->arena, sizeof(*matter->claims));
		if (story->count <= LEXICON_MOST_STRANDS &&
		    (chapter_update(chapter) == NULL || self_of(story, chapter) >= 0))
			read_claims(story, chapter, matter->claims);
	}
	return matter->claims;
}
