#include "candour/event_body.h"

#include <string.h>

#include "base/text.h"

static const char *word_at(const struct bodies *bodies, size_t word)
{
	return word < bodies->sentence->count ? bodies->sentence->words[word].text : "";
}

/* "Chair of the Board", "the Board's working group", "an informal session of the Board". */
static bool is_spoiled(const struct bodies *bodies, size_t first, size_t end)
{
	static const char *const before[] = {
		"informal", "informally",    "chair",    "chairman",  "members",
		"member",   "chairs",        "workshop", "workshops", "briefing",
		"seminar",  "pre-meeting",   "deputy",   "subgroup",  "sub-group",
		"some",     "meeting-free",  "shadow",   "party",     "secretariat",
		"clerk",    "sub-committee", "outside",  NULL};
	static const char *const behind[] = {"chair",
	                                     "chairman",
	                                     "chairs",
	                                     "member",
	                                     "members",
	                                     "workshop",
	                                     "briefing",
	                                     "seminar",
	                                     "informal",
	                                     "informally",
	                                     "sub-group",
	                                     "subgroup",
	                                     "sub-committee",
	                                     "subcommittee",
	                                     "working",
	                                     "task",
	                                     "lead",
	                                     "leads",
	                                     "representatives",
	                                     "paper",
	                                     "papers",
	                                     "report",
	                                     "agenda",
	                                     "away",
	                                     "clerk",
	                                     "pre-meeting",
	                                     NULL};
	for (size_t back = 1; back <= 4 && back <= first; back++)
		if (text_is_one_of(word_at(bodies, first - back), before) ||
		    sentence_says(bodies->sentence, first - back, "ahead of the"))
			return true;
	const char *next = word_at(bodies, end);
	if (strcmp(next, "'s") == 0)
		next = word_at(bodies, end + 1);
	if (text_is_one_of(next, behind))
		return true;
	/* "the Board, meeting informally on ..." */
	for (size_t on = 0; on < 4; on++)
		if (text_is_one_of(word_at(bodies, end + on),
		                   (const char *const[]){"informal", "informally", NULL}))
			return true;
	/* A capital right behind: it is only the beginning of a longer name. */
	return end < bodies->sentence->count && bodies->sentence->words[end].capital &&
	       date_month_named(next, strlen(next)) == 0 && strstr(next, "day") == NULL;
}

void bodies_read(const struct name_register *names, const struct sentence *sentence,
                 struct arena *arena, struct bodies *bodies)
{
	struct kept_words words;
	*bodies = (struct bodies){.sentence = sentence};
	kept_read(sentence, arena, &words);
	for (size_t at = 0; at < words.count && bodies->count < BODIES_MOST; at++) {
		const struct name *name = register_find(names, &words, at);
		if (name == NULL)
			continue;
		size_t first = words.items[at].word;
		size_t end = words.items[at + name->words.count - 1].word + 1;
		if (name->type == NAME_COMMITTEE && !name->ambiguous)
			bodies->items[bodies->count++] = (struct body_named){
				first, end, name->owner, is_spoiled(bodies, first, end)};
		at += name->words.count - 1;
	}
}
