#include "candour/own_work.h"

#include <string.h>

enum { LEAST_LETTERS = 3, STEM = 5 };

/* Words that say nothing of what the work is. */
static bool says_little(const struct word *word)
{
	static const char words[] =
		"the and for with from that this are all new not its has have been will was "
		"into out who which their our draft final first second next board boards "
		"committee council councils authority authorities officer officers staff "
		"member members partner partners meeting meetings agree agreed agreement "
		"approve approved approval complete completed completion deliver delivered "
		"delivery sign signed off place ready endorsed adopted adoption finished done "
		"carried set seek sought report reports group team period month months year "
		"work working live use used including between through across review reviewed "
		"develop developed development improve improved improvement steps taken may "
		"march opened open implemented implementation combined organisation people "
		"key";
	return strlen(word->text) < LEAST_LETTERS || word_is_any(word, words);
}

static void add_own(struct own_work *own, const char *text, struct arena *arena)
{
	struct sentences sentences = {0};
	if (text == NULL || own->count == MOST_OWN)
		return;
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		for (size_t k = 0; k < sentences.items[i].count && own->count < MOST_OWN; k++) {
			const struct word *word = &sentences.items[i].words[k];
			if (word->type == WORD_LETTERS && !says_little(word) &&
			    !date_month_named(word->text, strlen(word->text)))
				own->words[own->count++] = word->text;
		}
}

void own_work_read(const struct chapter *chapter, struct own_work *own, struct arena *arena)
{
	const struct update *update = chapter_update(chapter);
	const struct plan_outcome *outcomes = LIST_OF(struct plan_outcome, update->outcomes);
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	own->read = true;
	add_own(own, chapter->strand->title, arena);
	for (size_t i = 0; i < update->milestones.count; i++)
		add_own(own, milestones[i].title.text, arena);
	for (size_t i = 0; i < update->next_milestones.count; i++)
		add_own(own, next[i].title.text, arena);
	for (size_t i = 0; i < update->outcomes.count; i++)
		add_own(own, outcomes[i].title.text, arena);
	add_own(own, update->description.text, arena);
}

/* The same word, but for its ending: "framework" and "frameworks". */
static bool is_same_word(const char *a, const char *b)
{
	size_t same = 0, most = strlen(a) > strlen(b) ? strlen(a) : strlen(b);
	while (a[same] != '\0' && a[same] == b[same])
		same++;
	return same == most || (same >= STEM && most - same <= 2);
}

bool own_work_names(const struct own_work *own, const struct word *word)
{
	for (size_t i = 0; i < own->count && word->type == WORD_LETTERS; i++)
		if (is_same_word(own->words[i], word->text))
			return true;
	return false;
}
