#include "candour/narrowed.h"

#include <string.h>

#include "candour/gist.h"
#include "candour/risk_rows.h"

enum { QUOTED_MOST = 90, SHARED_LEAST = 2, ROWS_MOST = 200, TOLD_MOST = 5, ABOUT_MOST = 12 };

/* The first word of what the sentence has no concerns about; or the sentence's count. */
static size_t find_about(const struct sentence *sentence)
{
	static const char *const denials[] = {
		"there are no concerns", "there are no issues",  "there are no risks",
		"we have no concerns",   "there is no risk",     "there is no concern",
		"no concerns exist",     "there are no worries", NULL};
	static const char *const about[] = {"about",      "relating to", "regarding",
	                                    "concerning", "over",        NULL};
	for (size_t i = 0; denials[i] != NULL; i++) {
		if (!sentence_says(sentence, 0, denials[i]))
			continue;
		size_t at = 0;
		for (const char *blank = denials[i]; blank != NULL; blank = strchr(blank + 1, ' '))
			at++;
		for (size_t j = 0; about[j] != NULL; j++)
			if (sentence_says(sentence, at, about[j]))
				return at + (strchr(about[j], ' ') != NULL ? 2 : 1);
	}
	return sentence->count;
}

/* True where a word of the sentence bounds it to something else: "beyond", "other than". */
static bool is_bounded(const struct sentence *sentence)
{
	static const char *const bounds[] = {"beyond", "except", "apart", "other", "but",
	                                     "unless", "if",     "once",  NULL};
	return sentence_has(sentence, bounds);
}

/* The open risk that is about the same: it has two of the words and more than half of them. */
static const struct risk *find_risk(const struct update *update, const struct gist *said,
                                    struct arena *arena)
{
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	for (size_t i = 0; i < update->risks.count && i < ROWS_MOST; i++) {
		if (!risk_is_open(&rows[i]))
			continue;
		struct gist risk = gist_of(rows[i].risk.text, arena);
		struct gist mitigation = gist_of(rows[i].mitigation.text, arena);
		gist_drop_shared(&mitigation, &risk);
		size_t shared = gist_shared(&risk, said) + gist_shared(&mitigation, said);
		if (shared >= SHARED_LEAST && shared * 2 > said->count)
			return &rows[i];
	}
	return NULL;
}

void ask_narrowed(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct sentences *sentences = chapter_sentences(chapter);
	struct arena arena = ARENA_INIT;
	for (size_t i = 0, told = 0;
	     i < sentences->count && told < TOLD_MOST && update->risks.count != 0; i++) {
		const struct sentence *sentence = &sentences->items[i];
		size_t at = sentence->passage->quoted ? sentence->count : find_about(sentence);
		struct gist said = {.count = 0};
		if (at == sentence->count || sentence->count - at > ABOUT_MOST ||
		    is_bounded(sentence))
			continue;
		gist_add(&said, sentence, at, sentence->count, &arena);
		const struct risk *risk = find_risk(update, &said, &arena);
		if (risk == NULL)
			continue;
		told++;
		const char *text = text_quote(risk->risk.text, QUOTED_MOST, &arena);
		struct doubt *doubt = doubt_raise(
			question, sentence_place(chapter_document(chapter), sentence, 0),
			"says \"%s\", and the open risk \"%s\" is about that",
			sentence_quote(sentence, QUOTED_MOST, &arena), text);
		doubt_point(question, doubt, chapter, risk->place, "open risk \"%s\"", text);
	}
	arena_release(&arena);
}
