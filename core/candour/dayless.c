#include "candour/dayless.h"

#include <string.h>

#include "candour/mention.h"

enum { MOST_TOLD = 20 };

/* The committee that the sentence names, where it is one alone; or NULL. */
static const struct name *only_committee(const struct name_register *names,
                                         const struct sentence *sentence, struct arena *arena)
{
	const struct name *found = NULL;
	struct kept_words words;
	kept_read(sentence, arena, &words);
	for (size_t i = 0; i < words.count; i++) {
		const struct name *name = register_find(names, &words, i);
		if (name == NULL || name->type != NAME_COMMITTEE || name->ambiguous)
			continue;
		if (found != NULL && found->owner != name->owner)
			return NULL;
		found = name;
		i += name->words.count - 1;
	}
	return found;
}

/* The meeting of the committee in the month, or NULL. */
static const struct meeting *meeting_in(const struct plan *plan, size_t owner,
                                        const struct mention *month)
{
	const struct meeting *rows = LIST_OF(struct meeting, plan->meetings);
	const char *id = LIST_OF(struct committee, plan->committees)[owner].id.text;
	for (size_t i = 0; i < plan->meetings.count; i++)
		if (id != NULL && rows[i].date.valid && rows[i].committee.text != NULL &&
		    strcmp(rows[i].committee.text, id) == 0 &&
		    date_days(rows[i].date.as.date) >= date_days(month->first) &&
		    date_days(rows[i].date.as.date) <= date_days(month->last))
			return &rows[i];
	return NULL;
}

/* "on September 2023", and nothing behind it that the month could belong to. */
static bool lacks_day(const struct sentence *sentence, const struct mention *mention)
{
	size_t behind = mention->word + mention->count;
	return !mention->day && mention->year && mention->word > 0 &&
	       strcmp(sentence->words[mention->word - 1].text, "on") == 0 &&
	       (behind >= sentence->count || sentence->words[behind].type == WORD_MARK);
}

static void raise(const struct question *question, const struct sentence *sentence,
                  const struct mention *mention, const struct name *committee)
{
	char named[DATE_TEXT_SIZE], day[DATE_TEXT_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct plan *plan = question->story->plan;
	const struct meeting *meeting = meeting_in(plan, committee->owner, mention);
	struct place place = sentence_place(chapter_document(chapter), sentence, mention->word);
	if (meeting == NULL) {
		struct doubt *doubt =
			doubt_raise(question, place,
		                    "\"on %s\" lacks its day, and the plan lists no meeting "
		                    "of the %.120s then",
		                    mention_words(mention, named), committee->text);
		doubt_point(question, doubt, NULL, committee->place, "the committee \"%.120s\"",
		            committee->text);
		return;
	}
	struct doubt *doubt =
		doubt_raise(question, place,
	                    "\"on %s\" lacks its day; the plan lists a meeting of the %.120s on %s",
	                    mention_words(mention, named), committee->text,
	                    date_words(meeting->date.as.date, day));
	doubt_point(question, doubt, NULL, meeting->date.place, "a meeting of the %.120s on %s",
	            committee->text, day);
}

void ask_dayless(const struct question *question, const struct name_register *names,
                 struct arena *arena)
{
	const struct chapter *chapter = question->chapter;
	const struct sentences *sentences = chapter_sentences(chapter);
	for (size_t i = 0, told = 0; i < sentences->count && told < MOST_TOLD; i++) {
		const struct sentence *sentence = &sentences->items[i];
		struct mentions mentions;
		if (sentence->passage->quoted ||
		    sentence_find(sentence, 0, "on") == sentence->count)
			continue;
		mentions_read(sentence, chapter_ends(chapter), arena, &mentions);
		for (size_t j = 0; j < mentions.count; j++) {
			const struct name *committee =
				lacks_day(sentence, &mentions.items[j])
					? only_committee(names, sentence, arena)
					: NULL;
			if (committee == NULL)
				continue;
			raise(question, sentence, &mentions.items[j], committee);
			told++;
		}
	}
}
