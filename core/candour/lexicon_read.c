/* Reading a sentence as tokens: declared in candour/lexicon.h. */
#include <string.h>

#include "candour/lexicon_bits.h"
#include "candour/mention.h"

enum {
	MOST_LEVEL_BITS = 5,
	SHORT_NAME = 2,
	LONGEST_LEVEL = 96,
};

struct lexing {
	const struct lexicon *lexicon;
	struct bits bits;
	struct mentions mentions;
	size_t mention; /* the next */
	struct tokens *tokens;
};

static const struct bit *bit_at(const struct lexing *lexing, size_t at)
{
	return bits_at(&lexing->bits, at);
}

/* Marks that a name may be written with or without. */
static bool is_loose(const struct bit *bit)
{
	return bit->mark && strlen(bit->text) == 1 && strchr(",/-'", bit->text[0]) != NULL;
}

/* How many bits the entry takes at AT, where its first word stands; 0: the others do not. */
static size_t match(const struct lexing *lexing, const struct entry *entry, size_t at)
{
	size_t from = at++;
	for (size_t i = 1; i < entry->count; i++) {
		const struct bit *bit = bit_at(lexing, at);
		bool name = entry->type == TOKEN_NAME;
		if (name && is_loose(bit) && !bit_says(bit, entry->words[i]))
			bit = bit_at(lexing, ++at);
		if (!bit_says(bit, entry->words[i]) &&
		    !(name && bit_says(bit, "&") && strcmp(entry->words[i], "and") == 0))
			return 0;
		at++;
	}
	return at - from;
}

/* "HR" is a name; "hr" may be anything. */
static bool is_written_large(const struct lexing *lexing, const struct bit *bit)
{
	const struct sentence *sentence = lexing->tokens->sentence;
	const char *written = sentence->passage->text + sentence->words[bit->word].at;
	size_t length = strlen(bit->text);
	if (length < 2)
		return false;
	for (size_t i = 0; i < length; i++)
		if (written[i] < 'A' || written[i] > 'Z')
			return false;
	return true;
}

/* The longest entry at AT; sets *TAKEN. NULL: there is none. */
static const struct entry *find_entry(const struct lexing *lexing, size_t at, size_t *taken)
{
	const struct bit *bit = bit_at(lexing, at);
	const struct entry *best = NULL;
	*taken = 0;
	for (const struct entry *entry = map_get(&lexing->lexicon->entries, bit->text);
	     entry != NULL; entry = entry->next) {
		size_t count = match(lexing, entry, at);
		bool name = entry->type == TOKEN_NAME, single = entry->count == 1;
		if (count == 0 || (name && single && strlen(bit->text) <= SHORT_NAME &&
		                   !is_written_large(lexing, bit)))
			continue;
		if (best == NULL || count > *taken ||
		    (count == *taken && name && (!single || bit->capital))) {
			best = entry;
			*taken = count;
		}
	}
	return best;
}

static bool is_colour(const char *word)
{
	static const char *const words[] = {"green", "amber", "red",   "blue",
	                                    "grey",  "black", "white", "yellow"};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static bool is_adverb(const char *word)
{
	static const char *const others[] = {"early",    "monthly", "supply",    "family",
	                                     "weekly",   "only",    "quarterly", "daily",
	                                     "assembly", "yearly",  "reply",     "apply"};
	size_t length = strlen(word);
	if (length < 5 || strcmp(word + length - 2, "ly") != 0)
		return false;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(others[i], word) == 0)
			return false;
	return true;
}

/* True where what stands at AT can follow a rating: it is not what is green. */
static bool can_follow(const struct lexing *lexing, size_t at)
{
	size_t taken;
	int value;
	const struct bit *bit = bit_at(lexing, at);
	if (bits_streak(&lexing->bits, at, &value) != 0)
		return true;
	if (bit->mark || bit->number >= 0 || lexicon_follows_level(bit->text) ||
	    is_adverb(bit->text))
		return true;
	for (size_t i = lexing->mention; i < lexing->mentions.count; i++)
		if (lexing->mentions.items[i].word == bit->word)
			return true;
	const struct entry *entry = find_entry(lexing, at, &taken);
	return entry != NULL && entry->type != TOKEN_OTHER && entry->type != TOKEN_KIND &&
	       entry->type != TOKEN_DELIVERY && entry->type != TOKEN_PROGRAMME &&
	       !(entry->type == TOKEN_GROUP && entry->value >= GROUP_THEME && bit->capital);
}

/* The plural: "two Ambers". */
static const char *colour_at(const struct lexing *lexing, size_t at)
{
	const struct bit *bit = bit_at(lexing, at);
	size_t length = strlen(bit->text);
	if (map_get(&lexing->lexicon->colours, bit->text) != NULL)
		return bit->text;
	if (length < 4 || bit->text[length - 1] != 's')
		return NULL;
	const char *one = arena_text(lexing->lexicon->arena, bit->text, length - 1);
	return is_colour(one) && map_get(&lexing->lexicon->colours, one) != NULL ? one : NULL;
}

/* Joins the words of a level from AT on, most of them first; returns how many there are. */
static size_t join_level(const struct lexing *lexing, size_t at, size_t most, char *text,
                         bool *coloured)
{
	size_t length = 0, used = 0;
	*coloured = true;
	for (size_t i = 0; i < most; i++) {
		const struct bit *bit = bit_at(lexing, at + i);
		bool slash = i > 0 && bit_says(bit, "/");
		const char *word = slash ? bit->text : colour_at(lexing, at + i);
		if (word == NULL || length + strlen(word) + 2 > LONGEST_LEVEL)
			break;
		*coloured = *coloured && (slash || is_colour(word));
		if (i > 0)
			text[length++] = ' ';
		memcpy(text + length, word, strlen(word) + 1);
		length += strlen(word);
		used++;
	}
	return used == most ? most : 0;
}

/* Reads a level at AT; returns how many bits it takes, or 0. */
static size_t read_level(const struct lexing *lexing, size_t at, int *level, bool *shy)
{
	const struct bit *bit = bit_at(lexing, at);
	bool coloured = false;
	if (colour_at(lexing, at) == NULL)
		return 0;
	for (size_t count = MOST_LEVEL_BITS; count > 0; count--) {
		char text[LONGEST_LEVEL] = "";
		if (join_level(lexing, at, count, text, &coloured) == 0 || strlen(text) < 3)
			continue;
		*level = scale_level(lexing->lexicon->scale, text);
		if (*level == SCALE_NONE)
			continue;
		bool goes_on = bit_says(bit_at(lexing, at + count), "/") &&
		               !bit_at(lexing, at + count + 1)->mark;
		*shy = !bit->capital;
		return !goes_on && (coloured || bit->capital) && can_follow(lexing, at + count)
		               ? count
		               : 0;
	}
	return 0;
}

/* --- quotations --- */

static bool is_quote(const struct bit *bit)
{
	return bit->mark && (bit_says(bit, "\"") || bit_says(bit, "'"));
}

/* True where nothing stands from FROM to TO but a level or a name. */
static bool is_term(const struct lexing *lexing, size_t from, size_t to)
{
	size_t taken;
	int level;
	bool shy;
	const struct entry *entry = find_entry(lexing, from, &taken);
	if (entry != NULL && entry->type == TOKEN_NAME && from + taken == to)
		return true;
	taken = read_level(lexing, from, &level, &shy);
	return taken != 0 && from + taken == to;
}

/* Takes the marks off quoted terms; what else is quoted becomes one bit that says nothing. */
static void strip_quotes(struct lexing *lexing)
{
	struct bit *items = lexing->bits.items;
	size_t kept = 0, count = lexing->bits.count;
	bool *gone = arena_new(lexing->lexicon->arena, count + 1);
	for (size_t i = 0; i < count; i++) {
		if (!is_quote(&items[i]))
			continue;
		bool owner = bit_says(&items[i], "'") && items[i].glued;
		size_t end = i + 1;
		while (!owner && end < count && strcmp(items[end].text, items[i].text) != 0)
			end++;
		if (owner)
			items[i].text = "'s";
		else if (end == count)
			gone[i] = true;
		else if (is_term(lexing, i + 1, end))
			gone[i] = gone[end] = true;
		else {
			for (size_t k = i + 1; k <= end; k++)
				gone[k] = true;
			items[i].text = "";
			items[i].mark = false;
		}
		i = owner || end == count ? i : end;
	}
	for (size_t i = 0; i < count; i++)
		if (!gone[i])
			items[kept++] = items[i];
	lexing->bits.count = kept;
}

/* --- tokens --- */

static enum token_type mark_type(const struct bit *bit)
{
	static const struct {
		const char *text;
		enum token_type type;
	} marks[] = {
		{",", TOKEN_COMMA}, {"(", TOKEN_OPEN},      {")", TOKEN_CLOSE}, {"[", TOKEN_OPEN},
		{"]", TOKEN_CLOSE}, {":", TOKEN_COLON},     {"-", TOKEN_DASH},  {">", TOKEN_OTHER},
		{".", TOKEN_STOP},  {";", TOKEN_SEMICOLON}, {"!", TOKEN_STOP},  {"&", TOKEN_AND},
	};
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (bit_says(bit, marks[i].text))
			return marks[i].type;
	return TOKEN_OTHER;
}

/* Whether the mention is of the chapter's own report, the one before, or neither. */
static enum when when_of(const struct lexicon *lexicon, const struct mention *mention)
{
	const struct chapter *chapter = lexicon->chapter;
	const struct chapter *last = chapter_last(chapter);
	int first = mention->first.year * 12 + mention->first.month - 1;
	int end = mention->last.year * 12 + mention->last.month - 1;
	struct date completed = chapter_completed(chapter);
	if (end == chapter->period.last && first >= chapter->period.first)
		return WHEN_NOW;
	if (mention->day && completed.year != 0 && first > chapter->period.last &&
	    date_days(mention->last) <= date_days(completed))
		return WHEN_NOW;
	if (last != NULL && end == last->period.last && first >= last->period.first)
		return WHEN_LAST;
	return WHEN_OTHER;
}

static void add_token(struct lexing *lexing, enum token_type type, int value, bool shy, size_t at)
{
	struct tokens *tokens = lexing->tokens;
	const struct bit *bit = bit_at(lexing, at);
	tokens->items = arena_grow(lexing->lexicon->arena, tokens->items, tokens->count,
	                           &tokens->room, sizeof(*tokens->items));
	tokens->items[tokens->count++] = (struct token){
		.type = type, .value = value, .shy = shy, .word = bit->word, .text = bit->text};
}

/* The date that begins with the bit at AT, as a time; how many bits it takes, or 0. */
static size_t read_time(struct lexing *lexing, size_t at)
{
	size_t word = bit_at(lexing, at)->word, count = 0;
	while (lexing->mention < lexing->mentions.count &&
	       lexing->mentions.items[lexing->mention].word < word)
		lexing->mention++;
	if (lexing->mention == lexing->mentions.count)
		return 0;
	const struct mention *mention = &lexing->mentions.items[lexing->mention];
	if (mention->word != word)
		return 0;
	while (at + count < lexing->bits.count &&
	       bit_at(lexing, at + count)->word < mention->word + mention->count)
		count++;
	add_token(lexing, TOKEN_TIME, (int)when_of(lexing->lexicon, mention), false, at);
	return count;
}

/* A percentage is no count. */
static bool is_percentage(const struct lexing *lexing, size_t at)
{
	return bit_says(bit_at(lexing, at), "%") || bit_says(bit_at(lexing, at), "per") ||
	       bit_says(bit_at(lexing, at), "percent");
}

/* A streak, a pace or a trend in many words at AT; how many bits it takes, or 0. */
static size_t read_span(struct lexing *lexing, size_t at)
{
	static const struct {
		enum token_type type;
		size_t (*read)(const struct bits *bits, size_t at, int *value);
	} spans[] = {{TOKEN_STREAK, bits_streak},
	             {TOKEN_SCHEDULE, bits_pace},
	             {TOKEN_TREND_NOUN, bits_trend}};
	for (size_t i = 0; i < sizeof(spans) / sizeof(spans[0]); i++) {
		int value = 0;
		size_t taken = spans[i].read(&lexing->bits, at, &value);
		if (taken == 0)
			continue;
		add_token(lexing, spans[i].type, value, false, at);
		return taken;
	}
	return 0;
}

/* What stands at AT where no date, level or streak does; returns how many bits it takes. */
static size_t read_other(struct lexing *lexing, size_t at)
{
	const struct bit *bit = bit_at(lexing, at);
	size_t taken;
	const struct entry *entry = find_entry(lexing, at, &taken);
	if (bits_expects(&lexing->bits, at) != 0) {
		add_token(lexing, TOKEN_PROCEED, 1, false, at);
		return 1;
	}
	if (entry != NULL) {
		bool shy = entry->type == TOKEN_NAME && entry->count == 1 && !bit->capital;
		add_token(lexing, entry->type, entry->value, shy, at);
		return taken;
	}
	if (bit->number >= 0 && !is_percentage(lexing, at + 1))
		add_token(lexing, TOKEN_NUMBER, bit->number, bit_is_ordinal(bit), at);
	else if (bit->mark)
		add_token(lexing, mark_type(bit), 0, false, at);
	else
		add_token(lexing, is_adverb(bit->text) ? TOKEN_ADVERB : TOKEN_OTHER, 0, false, at);
	return 1;
}

void lexicon_read(const struct lexicon *lexicon, const struct sentence *sentence,
                  struct tokens *tokens)
{
	struct lexing lexing = {.lexicon = lexicon, .tokens = tokens};
	*tokens = (struct tokens){.sentence = sentence};
	mentions_read(sentence, chapter_ends(lexicon->chapter), lexicon->arena, &lexing.mentions);
	bits_cut(lexicon->arena, sentence, &lexing.bits);
	strip_quotes(&lexing);
	for (size_t at = 0; at < lexing.bits.count;) {
		int value = 0;
		bool shy = false;
		size_t taken = read_time(&lexing, at), named;
		const struct entry *entry = taken != 0 ? NULL : find_entry(&lexing, at, &named);
		bool name = entry != NULL && entry->type == TOKEN_NAME;
		if (taken == 0 && !name && (taken = read_level(&lexing, at, &value, &shy)) != 0)
			add_token(&lexing, TOKEN_LEVEL, value, shy, at);
		if (taken == 0 && !name)
			taken = read_span(&lexing, at);
		at += taken != 0 ? taken : read_other(&lexing, at);
	}
	add_token(&lexing, TOKEN_END, 0, false, lexing.bits.count);
	tokens->items[tokens->count - 1].word = sentence->count;
	tokens->count--;
}
