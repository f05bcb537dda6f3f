/* Sentences as claims: declared in candour/claim.h. */
#include <string.h>

#include "candour/claim_whole.h"

/* --- where a subject may stand --- */

/* "the sponsor of Homes reports Green", "delivery of two of four is complete". */
static bool stands_behind_of(const struct parser *parser, size_t at, bool counted)
{
	if (at < 2 || (counted && parser_is(parser, at - 2, TOKEN_DELIVERY)))
		return at > 1;
	size_t verb = parser_skip(parser, at + 1, TOKEN_HAVE);
	bool says = parser_is(parser, verb, TOKEN_RATED) ||
	            parser_is(parser, at + 1, TOKEN_PROCEED) ||
	            strcmp(parser_token(parser, at + 2)->text, "agreed") == 0;
	return says && parser_is(parser, at, TOKEN_NAME) &&
	       parser_ends_with(parser, at - 2,
	                        "sponsor sponsors manager managers lead leads director");
}

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
	case TOKEN_ARTICLE: /* "one of our four workstreams": not all four */
		return (at < 2 || (!parser_is(parser, at - 2, TOKEN_OF) &&
		                   !parser_is(parser, at - 2, TOKEN_FOR))) &&
		       (counted || parser->opened);
	case TOKEN_OTHER: /* "which is why it is" */
		return counted || parser->opened || strcmp(before->text, "why") == 0;
	case TOKEN_IF:
		return strcmp(before->text, "when") == 0;
	case TOKEN_OF:
		return stands_behind_of(parser, at, counted);
	case TOKEN_OWNER:
	case TOKEN_FOR:
	case TOKEN_FROM:
	case TOKEN_TO:
	case TOKEN_BY:
	case TOKEN_COMPARED:
	case TOKEN_EXCEPT:
		return false;
	case TOKEN_STAY:
		return !counted && before->value != 0;
	case TOKEN_PROCEED: /* "we expect Homes to finish late" */
		return counted || parser->opened || before->value != 0;
	case TOKEN_RATING: /* "we are rating Homes Green" */
		return at > 1 && parser_is(parser, at - 2, TOKEN_BE);
	case TOKEN_HAVE: /* "we have three workstreams at Green" */
		return counted || (at > 1 && parser_is(parser, at - 2, TOKEN_WE)) ||
		       (at > 2 && parser_is(parser, at - 3, TOKEN_WE));
	default:
		return counted || parser->opened;
	}
}

/* ", and we are now": of this report, though the sentence began with the last one. */
static bool is_of_now(const struct parser *parser, size_t at)
{
	if (parser->when != WHEN_LAST || !parser_is(parser, at, TOKEN_AND))
		return false;
	for (size_t next = at + 1; next < at + PARSER_MOST_VERBS; next++) {
		enum token_type type = parser_token(parser, next)->type;
		if (type == TOKEN_BE || strcmp(parser_token(parser, next)->text, "now") == 0)
			return true;
		if (type == TOKEN_WAS || type == TOKEN_COMMA || type == TOKEN_SEMICOLON ||
		    type == TOKEN_END)
			break;
	}
	return false;
}

/* Whether what stands at AT begins or ends what is only hoped, or depends. */
static void watch(struct parser *parser, size_t at, bool *depends)
{
	const struct token *token = parser_token(parser, at), *next = parser_token(parser, at + 1);
	bool weighed = token->type == TOKEN_RATED && strncmp(token->text, "consider", 8) == 0 &&
	               next->type == TOKEN_ARTICLE && next->value == ARTICLE_A &&
	               (at == 0 || (!parser_is(parser, at - 1, TOKEN_BE) &&
	                            !parser_is(parser, at - 1, TOKEN_BEEN)));
	if (token->type == TOKEN_HOPE || weighed || (token->type == TOKEN_IF && token->value != 0))
		parser->hoped = true;
	else if (token->type == TOKEN_IF)
		*depends = true;
	else if (token->type == TOKEN_SEMICOLON) {
		parser->hoped = *depends = false;
		parser->timed = parser->elsewhere = parser->since = false;
		parser->opened = false;
	} else if (token->type == TOKEN_BUT || token->type == TOKEN_COLON ||
	           (token->type == TOKEN_COMMA &&
	            (next->type == TOKEN_AND || next->type == TOKEN_BUT ||
	             next->type == TOKEN_WHICH || strcmp(next->text, "with") == 0)))
		parser->hoped = false;
	if (token->type == TOKEN_BUT || (parser->timed && is_of_now(parser, at)))
		parser->timed = false;
	if (token->type == TOKEN_TIME && token->value == WHEN_OTHER)
		parser->elsewhere = true;
}

/* Whether a subject may stand at the next token, since no other was met in the clause. */
static void notice_opening(struct parser *parser, size_t at, bool fresh)
{
	const struct token *token = parser_token(parser, at);
	size_t length = strlen(token->text);
	bool leads = token->type == TOKEN_FOR || token->type == TOKEN_PREPOSITION ||
	             token->type == TOKEN_BY || strcmp(token->text, "after") == 0;
	bool goes_on = token->type == TOKEN_OTHER || token->type == TOKEN_ARTICLE ||
	               token->type == TOKEN_ADVERB || token->type == TOKEN_OF ||
	               token->type == TOKEN_PROGRAMME || token->type == TOKEN_ALL;
	bool participle = token->type == TOKEN_OTHER && length > 4 &&
	                  (strcmp(token->text + length - 3, "ing") == 0 ||
	                   strcmp(token->text + length - 2, "ed") == 0);
	parser->opened = (fresh && leads) || (parser->opened && goes_on && !participle);
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
	bool which = parser_is(parser, behind, TOKEN_COMMA) &&
	             parser_is(parser, behind + 1, TOKEN_WHICH) && subject.names != 0;
	if (behind == at || subject.any ||
	    !(which || parser_stands_free(parser, at, subject.counted && !subject.generic)))
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
	if (!subject.counted && subject.domain != DOMAIN_MILESTONES && !parser->about) {
		parser->topic = (struct claim_subject){
			.total = -1, .domain = subject.domain, .names = subject.names};
		parser->about = true;
	}
	return end;
}

/* "We delivered three of the four milestones": the verb stands first. */
static size_t parse_delivered(struct parser *parser, size_t at, const struct claim_subject *last)
{
	const struct token *token = parser_token(parser, at);
	struct claim claim = {0};
	(void)last;
	bool stands = at > 0 && token->type == TOKEN_RATED &&
	              parser_is(parser, at - 1, TOKEN_DELIVERY) &&
	              parser_ends_with(parser, at, "stands stood ended ends closed"); /* "at" */
	bool reached = token->type == TOKEN_RATED && parser_ends_with(parser, at, "reached");
	if (token->type != TOKEN_STATUS && !stands && !reached)
		return at;
	size_t whom = stands ? parser_skip(parser, at + 1, TOKEN_PREPOSITION) : at + 1;
	size_t behind = parse_subject(parser, whom, &claim.subject);
	bool denied = at > 0 && parser_is(parser, at - 1, TOKEN_NOT);
	if (behind == whom || claim.subject.domain != DOMAIN_MILESTONES || denied ||
	    parser_is(parser, behind, TOKEN_OTHER) || !claim.subject.counted)
		return at;
	size_t name = at;
	while (name + PARSER_MOST_VERBS > at && name > 0 &&
	       (parser_is(parser, name - 1, TOKEN_HAVE) ||
	        parser_is(parser, name - 1, TOKEN_ADVERB)))
		name--;
	if (claim.subject.names == 0 && name > 0 && parser_is(parser, name - 1, TOKEN_NAME))
		claim.subject.names = (uint64_t)1 << parser_token(parser, name - 1)->value;
	else if (claim.subject.names == 0 && parser->self < 0)
		return at;
	claim.said.outcome = stands || reached ? OUTCOME_DELIVERED : (enum outcome)token->value;
	parser_remember(parser, &claim.subject);
	return parse_after(parser, at, behind, &claim);
}

/* ", and on track", "but remains Amber": the subject of before goes on. */
static size_t parse_more(struct parser *parser, size_t at, const struct claim_subject *last)
{
	size_t next = parser_skip(parser, at, TOKEN_COMMA);
	struct claim_subject whom = *last;
	enum token_type type = parser_token(parser, next)->type;
	bool joined = type == TOKEN_AND || type == TOKEN_BUT;
	if (!joined && next == at)
		return at;
	next += joined ? 1 : 0;
	type = parser_token(parser, next)->type;
	bool nobody = whom.names == 0 && !whom.counted && whom.domain != DOMAIN_PROGRAMME;
	if (nobody && joined && parser->about && !parser->carried &&
	    (type == TOKEN_BE || type == TOKEN_STAY || type == TOKEN_HAVE || type == TOKEN_ADVERB ||
	     type == TOKEN_SAY)) {
		whom = parser->topic; /* "has let its contract, and is now Green" */
		whom.position = true;
		nobody = false;
	}
	if (type == TOKEN_COMMA ||
	    (type == TOKEN_STREAK && parser_is(parser, next + 1, TOKEN_COMMA)) || nobody ||
	    type == TOKEN_LEVEL || type == TOKEN_PREPOSITION || type == TOKEN_FOR ||
	    type == TOKEN_ARTICLE || type == TOKEN_ALL || type == TOKEN_BOTH)
		return at;
	size_t end = parse_said(parser, next, next, &whom);
	return end == next ? at : end;
}

/* What is no claim, but matters to what follows. */
static void notice(struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	size_t next = parser_skip(parser, at + 1, TOKEN_FOR);
	next = parser_skip(parser, next, TOKEN_PREPOSITION);
	if (token->type == TOKEN_STREAK && parser_is(parser, next, TOKEN_WHICH))
		parser->streak = token->value; /* "the second month in a row that ..." */
	if (token->type == TOKEN_MILESTONE && token->value == 1) {
		const struct token *count = parser_token(parser, at > 0 ? at - 1 : 0);
		bool numbered = parser_is(parser, at + 1, TOKEN_NUMBER); /* "milestones 1 and 2" */
		parser->milestones = !numbered;
		parser->total = count->type == TOKEN_NUMBER && !count->shy ? count->value : -1;
	}
	if (parser->self < 0 &&
	    ((token->type == TOKEN_RATING && token->value == 1) ||
	     (token->type == TOKEN_GROUP &&
	      (token->value == GROUP_WORKSTREAMS || token->value == GROUP_THEMES))))
		parser->several = true;
	if (token->type == TOKEN_COLON && parser->several)
		parser->plural = true; /* "the ratings are: three Green, ..." */
}

/* True where something is said in the sentence that could be so of a subject. */
static bool says_something(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++)
		switch (tokens->items[i].type) {
		case TOKEN_LEVEL:
		case TOKEN_TREND:
		case TOKEN_TREND_NOUN:
		case TOKEN_POSITIVE:
		case TOKEN_MOVE:
		case TOKEN_STAY:
		case TOKEN_SAME:
		case TOKEN_BEYOND:
		case TOKEN_COMPARED:
		case TOKEN_STREAK:
		case TOKEN_SCHEDULE:
		case TOKEN_DELAY:
		case TOKEN_STATUS:
			return true;
		case TOKEN_KIND:
			if (tokens->items[i].value != 0)
				return true;
			break;
		case TOKEN_MILESTONE:
			return true;
		default:
			break;
		}
	return false;
}

static void parse_sentence(struct parser *parser)
{
	struct claim_subject last = {.total = -1};
	bool depends = false, fresh = true, says = says_something(parser->tokens);
	for (size_t at = 0; at < parser->tokens->count;) {
		size_t end = at;
		watch(parser, at, &depends);
		parser_note_topic(parser, at, fresh);
		if (!parser->hoped && !depends) {
			if (fresh)
				end = parse_fronted(parser, at);
			if (fresh && end == at)
				notice_elsewhere(parser, at);
		}
		if (says && !parser->hoped && !depends) {
			if (end == at)
				end = parse_level_of_group(parser, at);
			if (end == at)
				end = parse_subject_clause(parser, at, &last);
			if (end == at)
				end = parse_delay(parser, at);
			if (end == at)
				end = parse_phrase(parser, at);
			if (end == at)
				end = parse_turn(parser, at);
			if (end == at)
				end = parse_reversed(parser, at);
			if (end == at)
				end = parse_delivered(parser, at, &last);
			if (end == at)
				end = parse_more(parser, at, &last);
		}
		enum token_type type = parser_token(parser, at)->type;
		notice_opening(parser, end == at ? at : end - 1, fresh && end == at);
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

/* True where other things are told of than workstreams: risks, papers, indicators. */
static bool names_others(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const char *text = tokens->items[i].text;
		size_t length = strlen(text);
		if (tokens->items[i].type == TOKEN_OTHER && length > 3 && text[length - 1] == 's' &&
		    text[length - 2] != 's')
			return true;
	}
	return false;
}

/* "Green means that the work is on course": what the colours are. */
static bool is_key(const struct tokens *tokens)
{
	return tokens->count > 1 &&
	       word_is_any(&tokens->sentence->words[0], "green amber red blue") &&
	       word_is_any(&tokens->sentence->words[tokens->items[1].word],
	                   "means mean denotes signifies indicates stands");
}

/* True where something is left out: what is said of all is not so of it. */
static bool excepts(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++)
		if (tokens->items[i].type == TOKEN_EXCEPTED ||
		    tokens->items[i].type == TOKEN_EXCEPT)
			return true;
	return false;
}

static void read_sentence(struct parser *parser, const struct lexicon *lexicon,
                          const struct sentence *sentence)
{
	struct tokens tokens;
	if (is_question(sentence))
		return;
	lexicon_read(lexicon, sentence, &tokens);
	if (is_key(&tokens))
		return;
	parser->tokens = &tokens;
	parser->total = -1;
	parser->except = 0;
	parser->spared = 0;
	parser->excepting = excepts(&tokens);
	parser->levels = parser->earlier = 0;
	parser->streak = 0;
	parser->first = parser->several = false;
	parser->timed = parser->hoped = parser->elsewhere = parser->since = false;
	parser->carried = parser->about;
	parser->opened = false;
	struct claim *mark = parser->claims->last;
	parse_sentence(parser);
	check_claims(parser, mark);
	if (says_something(&tokens) || parser->claims->last != NULL)
		parse_whole(parser, mark);
	parser->about = parser->about && !parser->carried;
	if (parser->several && !names_others(&tokens)) {
		parser->plural = true; /* "the five workstreams have reported. Three are ..." */
		parser->milestones = false;
	}
	parser->spoken = 0;
	for (size_t i = 0; i < tokens.count; i++)
		if (tokens.items[i].type == TOKEN_NAME)
			parser->spoken |= (uint64_t)1 << tokens.items[i].value;
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
	struct parser parser = {.story = story,
	                        .chapter = chapter,
	                        .arena = &chapter->matter->story->arena,
	                        .claims = claims,
	                        .self = self_of(story, chapter)};
	const struct sentences *sentences = chapter_sentences(chapter);
	const struct lexicon *lexicon = lexicon_open(story, chapter, &words);
	for (size_t i = 0; i < sentences->count; i++) {
		const struct sentence *sentence = &sentences->items[i];
		if (i == 0 || sentence->passage != sentence[-1].passage)
			parser.plural = parser.milestones = parser.named = parser.about = false;
		if (i == 0 || sentence->passage != sentence[-1].passage)
			parser.spoken = 0;
		if (!sentence->passage->quoted)
			read_sentence(&parser, lexicon, sentence);
	}
	arena_release(&words);
}

const struct claims *chapter_claims(const struct story *story, const struct chapter *chapter)
{
	struct reading_matter *matter = chapter->matter;
	if (matter->claims == NULL) {
		matter->claims = arena_new(&matter->story->arena, sizeof(*matter->claims));
		if (story->count <= LEXICON_MOST_STRANDS &&
		    (chapter_update(chapter) == NULL || self_of(story, chapter) >= 0))
			read_claims(story, chapter, matter->claims);
	}
	return matter->claims;
}
