#include "candour/register.h"

#include <string.h>

const char *name_type_words(enum name_type type)
{
	static const char *const words[] = {"workstream", "committee", "person"};
	return words[type];
}

/* --- words --- */

static bool is_between(const struct word *word)
{
	return (word->type == WORD_MARK && strlen(word->text) == 1 &&
	        strchr(",&/", word->text[0]) != NULL) ||
	       strcmp(word->text, "and") == 0;
}

void kept_read(const struct sentence *sentence, struct arena *arena, struct kept_words *words)
{
	*words = (struct kept_words){.sentence = sentence};
	words->items = arena_new(arena, sentence->count * sizeof(*words->items));
	bool joined = false, listed = false;
	for (size_t i = 0; i < sentence->count; i++) {
		const struct word *word = &sentence->words[i];
		if (is_between(word)) {
			listed = true;
			continue;
		}
		if (word->type == WORD_MARK) {
			joined = false;
			listed = false;
			continue;
		}
		words->items[words->count] = (struct kept){
			.word = i,
			.joined = joined,
			.adjacent = joined && !listed,
			.listed = joined && listed,
		};
		words->count++;
		joined = true;
		listed = false;
	}
}

const char *kept_text(const struct kept_words *words, size_t at)
{
	return words->sentence->words[words->items[at].word].text;
}

bool kept_capital(const struct kept_words *words, size_t at)
{
	return words->sentence->words[words->items[at].word].capital;
}

/* --- reading --- */

static bool has_small_letter(const char *text)
{
	for (; *text != '\0'; text++)
		if ((*text >= 'a' && *text <= 'z') || (unsigned char)*text >= 0x80)
			return true;
	return false;
}

static bool same_words(const struct name *a, const struct name *b)
{
	if (a->words.count != b->words.count || a->initials != b->initials)
		return false;
	for (size_t i = 0; i < a->words.count; i++)
		if (strcmp(kept_text(&a->words, i), kept_text(&b->words, i)) != 0)
			return false;
	return true;
}

static void add_name(struct name_register *names, struct arena *arena, struct name name,
                     const struct value *value)
{
	struct sentences sentences = {0};
	if (value->text == NULL || names->count == REGISTER_MOST_NAMES)
		return;
	sentences_of_text(value->text, arena, &sentences);
	if (sentences.count != 1)
		return;
	kept_read(&sentences.items[0], arena, &name.words);
	for (size_t i = 1; i < name.words.count; i++)
		if (!name.words.items[i].joined)
			name.words.count = i;
	if (name.words.count == 0 || name.words.count > NAME_MOST_WORDS)
		return;
	name.text = value->text;
	name.place = value->place;
	name.initials = !has_small_letter(value->text);
	names->names =
		arena_grow(arena, names->names, names->count, &names->room, sizeof(*names->names));
	names->names[names->count++] = name;
}

static void add_names(struct name_register *names, struct arena *arena, enum name_type type,
                      size_t owner, const struct value *main, const struct list *also)
{
	const struct value *others = LIST_OF(struct value, *also);
	add_name(names, arena, (struct name){.type = type, .owner = owner, .main = true}, main);
	for (size_t i = 0; i < also->count; i++)
		add_name(names, arena, (struct name){.type = type, .owner = owner}, &others[i]);
}

/* Chains the names by their first word, the first in the plan first. */
static void chain(struct name_register *names)
{
	for (size_t i = names->count; i-- > 0;) {
		struct name *name = &names->names[i];
		const char *first = kept_text(&name->words, 0);
		name->next = map_get(&names->by_first, first);
		for (struct name *other = name->next; other != NULL; other = other->next)
			if ((other->owner != name->owner || other->type != name->type) &&
			    same_words(other, name))
				other->ambiguous = name->ambiguous = true;
		map_set(&names->by_first, first, name);
	}
}

void register_read(const struct plan *plan, struct arena *arena, struct name_register *names)
{
	const struct workstream *workstreams = LIST_OF(struct workstream, plan->workstreams);
	const struct committee *committees = LIST_OF(struct committee, plan->committees);
	const struct person *people = LIST_OF(struct person, plan->people);
	*names = (struct name_register){.plan = plan};
	for (size_t i = 0; i < plan->workstreams.count; i++)
		add_names(names, arena, NAME_WORKSTREAM, i, &workstreams[i].title,
		          &workstreams[i].also);
	for (size_t i = 0; i < plan->committees.count; i++)
		add_names(names, arena, NAME_COMMITTEE, i, &committees[i].name,
		          &committees[i].also);
	for (size_t i = 0; i < plan->people.count; i++)
		add_names(names, arena, NAME_PERSON, i, &people[i].name, &people[i].also);
	chain(names);
}

void register_release(struct name_register *names)
{
	map_release(&names->by_first);
	*names = (struct name_register){0};
}

/* --- finding --- */

/* The same word, but for the ending of a possessive or, in a longer name, of a plural. */
static bool same_last(const char *written, const char *name, bool longer)
{
	size_t length = strlen(name);
	if (strncmp(written, name, length) != 0)
		return false;
	written += length;
	return *written == '\0' || strcmp(written, "'s") == 0 || strcmp(written, "'") == 0 ||
	       (longer && (strcmp(written, "s") == 0 || strcmp(written, "s'") == 0));
}

/* Initials are the very bytes of the text. */
static bool same_bytes(const struct kept_words *words, size_t at, const struct name *name)
{
	const struct sentence *own = name->words.sentence;
	for (size_t i = 0; i < name->words.count; i++) {
		const struct word *word = &words->sentence->words[words->items[at + i].word];
		const struct word *wanted = &own->words[name->words.items[i].word];
		if (strncmp(words->sentence->passage->text + word->at,
		            own->passage->text + wanted->at, wanted->length) != 0)
			return false;
	}
	return true;
}

static bool stands_at(const struct name *name, const struct kept_words *words, size_t at)
{
	size_t count = name->words.count;
	if (at + count > words->count)
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *written = kept_text(words, at + i), *own = kept_text(&name->words, i);
		bool apart = words->items[at + i].listed && name->words.items[i].adjacent;
		if ((i > 0 && (!words->items[at + i].joined || apart)) ||
		    (i + 1 < count ? strcmp(written, own) != 0
		                   : !same_last(written, own, count > 1)))
			return false;
	}
	if (name->initials)
		return same_bytes(words, at, name);
	return count > 1 || name->type == NAME_WORKSTREAM || kept_capital(words, at);
}

const struct name *register_find(const struct name_register *names, const struct kept_words *words,
                                 size_t at)
{
	const char *text = kept_text(words, at), *mark = strchr(text, '\'');
	char first[64];
	const struct name *found = NULL;
	for (int bare = 0; bare < 2; bare++) {
		if (bare == 1) {
			size_t length = mark != NULL ? (size_t)(mark - text) : sizeof(first);
			if (length >= sizeof(first))
				break;
			memcpy(first, text, length);
			first[length] = '\0';
			text = first;
		}
		for (const struct name *name = map_get(&names->by_first, text); name != NULL;
		     name = name->next)
			if ((found == NULL || name->words.count > found->words.count) &&
			    stands_at(name, words, at))
				found = name;
	}
	return found;
}
