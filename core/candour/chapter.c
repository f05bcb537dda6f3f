/* Questions to a chapter: declared in candour/story.h. */
#include "candour/story.h"

#include "base/text.h"

const struct chapter *chapter_last(const struct chapter *chapter)
{
	const struct chapter *before = chapter->before;
	return before != NULL && before->period.last + 1 == chapter->period.first ? before : NULL;
}

const struct update *chapter_update(const struct chapter *chapter)
{
	return chapter_document(chapter)->update;
}

const struct overview *chapter_overview(const struct chapter *chapter)
{
	return chapter_document(chapter)->overview;
}

const char *chapter_rating(const struct chapter *chapter)
{
	const struct document *document = chapter_document(chapter);
	const struct value *rating =
		document->update != NULL ? &document->update->rag : &document->overview->rag;
	if (chapter->level != SCALE_NONE)
		return chapter->scale->levels[chapter->level].label;
	return rating->text != NULL ? rating->text : "no rating";
}

bool chapter_compare(const struct chapter *a, const struct chapter *b, int *steps)
{
	if (a->level == SCALE_NONE || b->level == SCALE_NONE || !scale_same(a->scale, b->scale))
		return false;
	*steps = a->level - b->level;
	return true;
}

bool chapter_is_well(const struct chapter *chapter)
{
	enum { MANY_LEVELS = 4 };
	int most = chapter->scale->count >= MANY_LEVELS ? 1 : 0;
	return chapter->level != SCALE_NONE && chapter->level <= most;
}

static struct date last_day(int month)
{
	struct date day = {month / 12, month % 12 + 1, 31};
	while (!date_exists(day.year, day.month, day.day))
		day.day--;
	return day;
}

struct date chapter_ends(const struct chapter *chapter)
{
	return last_day(chapter->period.last);
}

struct date day_of(const struct value *value)
{
	return value->valid ? value->as.date : (struct date){0};
}

struct date chapter_completed(const struct chapter *chapter)
{
	const struct document *document = chapter_document(chapter);
	return day_of(document->update != NULL ? &document->update->completed_on
	                                       : &document->overview->completed_on);
}

bool chapter_is_imported(const struct chapter *chapter)
{
	return document_is_imported(chapter_document(chapter));
}

const struct prose *chapter_prose(const struct chapter *chapter)
{
	chapter_sentences(chapter);
	return &chapter->matter->prose;
}

const struct sentences *chapter_sentences(const struct chapter *chapter)
{
	struct reading_matter *matter = chapter->matter;
	if (!matter->read) {
		matter->read = true;
		prose_read(&chapter_document(chapter)->body, &matter->story->arena, &matter->prose);
		sentences_read(&matter->prose, &matter->story->arena, &matter->sentences);
	}
	return &matter->sentences;
}

bool chapter_in_section(const struct chapter *chapter, const struct passage *passage,
                        const char *title)
{
	return passage->section != BODY_PREFACE &&
	       body_section(&chapter_document(chapter)->body, title) == passage->section;
}
