/* Sentences as claims: declared in candour/claim.h. */
#include <string.h>

#include "candour/claim_parser.h"

/* --- where a subject may stand --- */

/* True where what begins at AT is no object of what stands before it. */
static bool stands_free(const struct parser *parser, size_t at, bool counted)
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
	case TOKEN_STAY:
		return false;
	default:
		return counted;
	}
}

/* Whether what stands at AT begins or ends what is only hoped, or depends. */
static void watch(struct parser *parser, size_t at, bool *depends)
{
	const struct token *token = parser_token(parser, at), *next = parser_token(parser, at + 1);
	if (token->type == TOKEN_HOPE)
		parser->hoped = true;
	else if (token->type == TOKEN_IF && token->value == 0)
		*depends = true;
	else if (token->type == TOKEN_IF)
		parser->hoped = true;
	else if (token->type == TOKEN_SEMICOLON) {
		parser->hoped = *depends = false;
		parser->timed = parser->elsewhere = parser->since = false;
	} else if (token->type == TOKEN_BUT ||
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

static void remember(struct parser *parser, const struct claim_subject *subject)
{
	if (subject->counted)
		parser->milestones = subject->domain == DOMAIN_MILESTONES;
	if (subject->counted && subject->domain == DOMAIN_STRANDS)
		parser->plural = true;
	if (subject->names != 0)
		parser->named = true;
}

/* --- what stands before a subject --- */

static size_t behind_comma(const struct parser *parser, size_t end, size_t at)
{
	return parser_is(parser, end, TOKEN_COMMA) ? end + 1 : at;
}

/* "In July,", "At the end of the period,": a time for what follows. */
static size_t parse_fronted_time(struct parser *parser, size_t at)
{
	size_t end = at;
	while (end < at + 4 && !parser_is(parser, end, TOKEN_TIME) &&
	       (parser_is(parser, end, TOKEN_PREPOSITION) || parser_is(parser, end, TOKEN_FOR) ||
	        parser_is(parser, end, TOKEN_BY) || parser_is(parser, end, TOKEN_ARTICLE) || parser_is(parser, end, TOKEN_OF) ||
	        strcmp(parser_token(parser, end)->text, "end") == 0))
		end++;
	if (!parser_is(parser, end, TOKEN_TIME))
		return at;
	parser->timed = true;
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
	if (parser_is(parser, next, TOKEN_NUMBER))
		total = parser_token(parser, next++)->value;
	while (parser_is(parser, next, TOKEN_KIND) || parser_is(parser, next, TOKEN_PROGRAMME) ||
	       parser_is(parser, next, TOKEN_OWNER))
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

/* "With the exception of Homes,". */
static size_t parse_fronted_except(struct parser *parser, size_t at)
{
	if (!parser_is(parser, at, TOKEN_EXCEPT))
		return at;
	uint64_t names;
	size_t end = parse_names(parser, at + 1, &names);
	if (end == at + 1 || !parser_is(parser, end, TOKEN_COMMA))
		return at;
	parser->except = names;
	return end + 1;
}

/* "Previously Amber,", "Amber last month,": what the next subject was. */
static size_t parse_fronted_level(struct parser *parser, size_t at)
{
	size_t next = at;
	bool marked = parser_is(parser, next, TOKEN_ONCE) ||
	              (parser_is(parser, next, TOKEN_COMPARED) &&
	               strncmp(parser_token(parser, next)->text, "having", 6) == 0);
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
	if (!marked || !parser_is(parser, end, TOKEN_COMMA))
		return at;
	parser->earlier = levels;
	return end + 1;
}

/* "For the remaining two themes, A and B, the rating is ...". */
static size_t parse_fronted_subject(struct parser *parser, size_t at)
{
	struct claim_subject subject;
	if (!parser_is(parser, at, TOKEN_FOR))
		return at;
	size_t end = parse_subject(parser, at + 1, &subject);
	if (end == at + 1)
		return at;
	remember(parser, &subject);
	size_t next = parser_skip(parser, end, TOKEN_COMMA);
	next = parser_skip_adverbs(parser, parser_skip(parser, next, TOKEN_ARTICLE));
	if (!parser_is(parser, next, TOKEN_RATING))
		return at;
	subject.rating = true;
	next = parse_said(parser, at + 1, next + 1, &subject);
	return parser_is(parser, next, TOKEN_RATING) ? at : next;
}

/* "For the second month in a row,". */
static size_t parse_fronted_streak(struct parser *parser, size_t at)
{
	if (!parser_is(parser, at, TOKEN_STREAK))
		return at;
	parser->streak = parser_token(parser, at)->value;
	return parser_skip(parser, at + 1, TOKEN_COMMA);
}

static size_t parse_fronted(struct parser *parser, size_t at)
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

/* --- the level first --- */

/* True where levels at AT are a rating given, and not one to come or of long ago. */
static bool is_given(const struct parser *parser, size_t at)
{
	if (at == 0)
		return true;
	enum token_type type = parser_token(parser, at - 1)->type;
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
		    (type == TOKEN_PREPOSITION && *verb))
			return next + 1;
		if (type != TOKEN_BE && type != TOKEN_WAS && type != TOKEN_HAVE &&
		    type != TOKEN_BEEN && type != TOKEN_RATED && type != TOKEN_ADVERB &&
		    type != TOKEN_RATING && type != TOKEN_STATUS && type != TOKEN_STAY)
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
	if (end == at || !parser_is(parser, end, TOKEN_OWNER) || !stands_free(parser, at, false))
		return at;
	size_t behind = parse_levels(parser, end + 1, &claim.said.now);
	enum token_type type = parser_token(parser, behind + 1)->type;
	if (behind == end + 1 || !parser_is(parser, behind, TOKEN_RATING) || type == TOKEN_WAS ||
	    type == TOKEN_HOPE)
		return at;
	return parse_after(parser, at, behind + 1, &claim);
}

/* "Green ratings were given to three workstreams", "Green across all five themes". */
static size_t parse_level_first(struct parser *parser, size_t at)
{
	unsigned levels = 0;
	bool verb = false;
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
	verb = verb || of;
	if (behind == next || claim.subject.domain != DOMAIN_STRANDS || claim.subject.rating ||
	    claim.subject.delivery || (!claim.subject.counted && !verb) || claim.subject.shy)
		return at;
	enum token_type type = parser_token(parser, behind)->type;
	bool other = type == TOKEN_OTHER && !lexicon_follows_level(parser_token(parser, behind)->text);
	if (other || type == TOKEN_HOPE || type == TOKEN_OWNER ||
	    (type == TOKEN_WAS && parser_is(parser, end, TOKEN_RATING)))
		return at;
	claim.said.now = levels;
	parser->levels = levels;
	remember(parser, &claim.subject);
	return parse_after(parser, at, behind, &claim);
}

/* True where the verb at AT has ratings before it, or nothing. */
static bool is_of_ratings(const struct parser *parser, size_t at)
{
	while (at > 0 && (parser_is(parser, at - 1, TOKEN_HAVE) ||
	                  parser_is(parser, at - 1, TOKEN_BE) ||
	                  parser_is(parser, at - 1, TOKEN_BEEN) ||
	                  parser_is(parser, at - 1, TOKEN_STAY) ||
	                  parser_is(parser, at - 1, TOKEN_ADVERB)))
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
	if (token->type == TOKEN_SCHEDULE)
		claim.said.pace = (enum pace)token->value;
	else if (token->type == TOKEN_TREND_NOUN || token->type == TOKEN_TREND ||
	         (token->type == TOKEN_KIND && token->value != 0))
		claim.said.directions = (unsigned)token->value;
	else
		return at;
	if (at > 0 && parser_is(parser, at - 1, TOKEN_NOT))
		return at;
	if (token->type == TOKEN_TREND && !is_of_ratings(parser, at))
		return at;
	if (parser_is(parser, next, TOKEN_FOR) && parser_is(parser, next + 1, TOKEN_RATING))
		next += 2;
	next = parser_is(parser, next, TOKEN_OF) ? next + 1 : skip_to_subject(parser, next, &verb);
	size_t behind = parse_subject(parser, next, &claim.subject);
	if (next == at + 1 || behind == next || !claim.subject.counted ||
	    claim.subject.domain != DOMAIN_STRANDS)
		return at;
	remember(parser, &claim.subject);
	return parse_after(parser, at, behind, &claim);
}

/* "no Red workstreams", "there are three Green workstreams", "the only Amber theme is Homes". */
static size_t parse_level_of_group(struct parser *parser, size_t at)
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
	size_t next = end + 1;
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

/* --- a clause --- */

static size_t parse_subject_clause(struct parser *parser, size_t at, struct claim_subject *last)
{
	struct claim_subject subject;
	size_t behind = parse_subject(parser, at, &subject);
	if (behind == at || !stands_free(parser, at, subject.counted))
		return at;
	unsigned earlier = parser->earlier;
	if (earlier != 0)
		parser_claim(parser, at, behind, &subject, &(struct claim_said){.last = earlier});
	parser->earlier = 0;
	size_t end = parse_said(parser, at, behind, &subject);
	if (end == behind)
		return at;
	remember(parser, &subject);
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
	remember(parser, &claim.subject);
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
	if ((last->names == 0 && !last->counted && last->domain != DOMAIN_PROGRAMME) ||
	    type == TOKEN_LEVEL || type == TOKEN_PREPOSITION || type == TOKEN_FOR ||
	    type == TOKEN_ARTICLE || type == TOKEN_ALL || type == TOKEN_BOTH)
		return at;
	size_t end = parse_said(parser, next, next, last);
	return end == next ? at : end;
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
				end = parse_listed(parser, at);
			if (end == at)
				end = parse_owned_level(parser, at);
			if (end == at)
				end = parse_level_first(parser, at);
			if (end == at)
				end = parse_trend_first(parser, at);
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
	const struct passage *passage = NULL;
	lexicon_begin(story, chapter, &words, &lexicon);
	for (size_t i = 0; i < sentences->count; i++) {
		const struct sentence *sentence = &sentences->items[i];
		if (sentence->passage != passage)
			parser.plural = parser.milestones = parser.named = false;
		passage = sentence->passage;
		if (!passage->quoted)
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
