/* The rating against its reasons: declared in candour/ask.h. */
#include "candour/ask.h"
#include "candour/likeness.h"
#include "candour/repeated.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum {
	FEW_WORDS = 5,     /* fewer give no reason that could be the same */
	COPIED_WORDS = 25, /* shorter texts repeat themselves without being copied */
	JUMP = 3,          /* levels at once */
	MOST_QUOTED = 80,  /* characters */
};

static const char rationale[] = "RAG rationale";

static const struct value *rating_of(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	return update != NULL ? &update->rag : &chapter_overview(chapter)->rag;
}

/* --- what a section says --- */

struct said {
	struct wording wording;
	struct place place;      /* of its heading; of its first line before the first one */
	const char *first_words; /* NULL where it says nothing */
};

/* Reads a section but for what it quotes. All memory is the arena's. */
static struct said section_said(const struct chapter *chapter, int section, struct arena *arena)
{
	const struct sentences *sentences = chapter_sentences(chapter);
	struct said said = {.wording = wording_new(arena)};
	if (section != BODY_PREFACE)
		said.place = chapter_document(chapter)->body.sections[section].place;
	for (size_t i = 0; i < sentences->count; i++) {
		const struct sentence *sentence = &sentences->items[i];
		if (sentence->passage->section != section || sentence->passage->quoted)
			continue;
		if (said.first_words == NULL)
			said.first_words = sentence_quote(sentence, MOST_QUOTED, arena);
		if (said.place.line == 0)
			said.place = sentence_place(chapter_document(chapter), sentence, 0);
		wording_read(&said.wording, sentence, chapter->scale);
	}
	wording_finish(&said.wording);
	return said;
}

static const char *how_like(const struct said *now, const struct said *then)
{
	return wording_equal(&now->wording, &then->wording) ? "word for word"
	                                                    : "nearly word for word";
}

/* --- the rating moved, and its reasons did not --- */

/* True where the chapter's rating and the one before differ. */
static bool has_moved(const struct chapter *chapter)
{
	int steps;
	return chapter->before != NULL && chapter_compare(chapter, chapter->before, &steps) &&
	       steps != 0;
}

static void compare_rationales(const struct question *question, struct arena *arena)
{
	char period[PERIOD_TEXT_SIZE];
	const struct chapter *chapter = question->chapter, *before = chapter->before;
	int now_section = body_section(&chapter_document(chapter)->body, rationale);
	int then_section = body_section(&chapter_document(before)->body, rationale);
	if (now_section == BODY_PREFACE || then_section == BODY_PREFACE)
		return;
	struct said now = section_said(chapter, now_section, arena);
	struct said then = section_said(before, then_section, arena);
	if (now.wording.telling < FEW_WORDS || !wording_same(&now.wording, &then.wording))
		return;
	struct doubt *doubt = doubt_raise(
		question, now.place,
		"the rating moved from %.60s to %.60s, and its rationale is %s that of %s",
		chapter_rating(before), chapter_rating(chapter), how_like(&now, &then),
		period_words(before->period, period));
	doubt_point(question, doubt, before, rating_of(before)->place, "rated %.60s",
	            chapter_rating(before));
	doubt_point(question, doubt, before, then.place, "the rationale: %s", then.first_words);
}

void ask_rationale_unmoved(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	if (has_moved(question->chapter))
		compare_rationales(question, &arena);
	arena_release(&arena);
}

/* --- last period's text again --- */

/* What may well be the same in every period: what the work is, not what was done. */
static bool is_standing(const char *title)
{
	static const char *const words[] = {"about",
	                                    "aim",
	                                    "background",
	                                    "contact",
	                                    "context",
	                                    "definition",
	                                    "description",
	                                    "glossary",
	                                    "introduction",
	                                    "key to",
	                                    "method",
	                                    "objective",
	                                    "outcome",
	                                    "overview of the work",
	                                    "purpose",
	                                    "reference",
	                                    "scale",
	                                    "scope",
	                                    "terms of",
	                                    "vision",
	                                    NULL};
	struct buf folded = BUF_INIT;
	bool found = false;
	for (const char *at = title; *at != '\0'; at++)
		buf_byte(&folded, text_lower(*at));
	for (size_t i = 0; words[i] != NULL && folded.length != 0; i++)
		found = found || strstr(folded.bytes, words[i]) != NULL;
	buf_release(&folded);
	return found;
}

static void compare_sections(const struct question *question, int now_section, int then_section,
                             struct arena *arena)
{
	char period[PERIOD_TEXT_SIZE];
	const struct chapter *chapter = question->chapter, *before = chapter->before;
	struct said now = section_said(chapter, now_section, arena);
	if (now.wording.telling < COPIED_WORDS)
		return;
	struct said then = section_said(before, then_section, arena);
	if (then.wording.telling < COPIED_WORDS || !wording_same(&now.wording, &then.wording))
		return;
	const char *title =
		now_section == BODY_PREFACE
			? "the text"
			: arena_printf(arena, "the section `%.80s`",
	                               chapter_document(chapter)->body.sections[now_section].title);
	struct doubt *doubt = doubt_raise(question, now.place, "%s (%zu words) is %s that of %s",
	                                  title, now.wording.words, how_like(&now, &then),
	                                  period_words(before->period, period));
	doubt_point(question, doubt, before, then.place, "%s", then.first_words);
}

void ask_text_copied(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	ask_repeated(question);
	if (chapter->before == NULL)
		return;
	const struct body *now = &chapter_document(chapter)->body;
	const struct body *then = &chapter_document(chapter->before)->body;
	for (int i = BODY_PREFACE; i < (int)now->count; i++) {
		struct arena arena = ARENA_INIT;
		const char *title = i == BODY_PREFACE ? NULL : now->sections[i].title;
		int same = title == NULL ? BODY_PREFACE : body_section(then, title);
		/* Under a rating that moved it is another question. */
		bool asked = title == NULL ||
		             (same != BODY_PREFACE && !is_standing(title) &&
		              !(text_equal_folded(title, rationale) && has_moved(chapter)));
		if (asked)
			compare_sections(question, i, same, &arena);
		arena_release(&arena);
	}
}

/* --- how the rating moved --- */

void ask_rating_jumped(const struct question *question)
{
	int steps;
	char period[PERIOD_TEXT_SIZE];
	const struct chapter *chapter = question->chapter, *last = chapter_last(chapter);
	if (last == NULL || !chapter_compare(chapter, last, &steps) || abs(steps) < JUMP)
		return;
	struct doubt *doubt =
		doubt_raise(question, rating_of(chapter)->place,
	                    "the rating %s %d levels at once, from %.60s in %s to %.60s",
	                    steps < 0 ? "rose" : "fell", abs(steps), chapter_rating(last),
	                    period_words(last->period, period), chapter_rating(chapter));
	doubt_point(question, doubt, last, rating_of(last)->place, "rated %.60s",
	            chapter_rating(last));
}

static bool is_explained(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	const struct value *reason = update != NULL ? &update->correction.reason
	                                            : &chapter_overview(chapter)->correction.reason;
	return reason->text != NULL;
}

/* The level's label as the scale of that landing had it. */
static const char *version_rating(const struct version *version)
{
	return version->level != SCALE_NONE ? version->scale->levels[version->level].label
	                                    : version->reading->rag;
}

static bool is_another(const struct version *version, int level, const struct scale *scale)
{
	return version->level != SCALE_NONE && level != SCALE_NONE && version->level != level &&
	       version->scale != NULL && scale_same(version->scale, scale);
}

static void point_to_version(const struct question *question, struct doubt *doubt,
                             const struct version *version)
{
	char day[DATE_TEXT_SIZE];
	const struct commit_identity *rater = &version_rater(version)->author;
	doubt_point_version(question, doubt, version, "rated %.60s by %.100s on %s",
	                    version_rating(version), rater->name,
	                    date_words(date_from_time(rater->time), day));
}

static void raise_rerating(const struct question *question, const struct version *from,
                           const struct version *to)
{
	const struct chapter *chapter = question->chapter;
	char period[PERIOD_TEXT_SIZE];
	struct doubt *doubt = doubt_raise(
		question, rating_of(chapter)->place,
		"the rating of %s was changed from %.60s to %.60s when it was on record, and no "
		"`correction` says why",
		period_words(chapter->period, period), version_rating(from), version_rating(to));
	point_to_version(question, doubt, from);
	point_to_version(question, doubt, to);
}

/* The last version before number INDEX whose word was a level, or NULL. */
static const struct version *rated_before(const struct standing *standing, size_t index)
{
	while (index-- > 0)
		if (standing->versions[index]->level != SCALE_NONE)
			return standing->versions[index];
	return NULL;
}

void ask_rerating_unexplained(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct standing *standing = chapter->standing;
	if (standing == NULL || is_explained(chapter) ||
	    document_is_draft(chapter_document(chapter)))
		return;
	const struct version *stands = standing_version(standing);
	/* What is about to be changed is asked of the folder: record-rerated. */
	if (standing_holds(standing) && is_another(stands, chapter->level, chapter->scale))
		return;
	for (size_t i = standing->count; i-- > 0;) {
		const struct version *version = standing->versions[i];
		const struct version *before = rated_before(standing, i);
		if (!version->rerating || before == NULL ||
		    !is_another(before, version->level, version->scale))
			continue;
		if (version->reading->correction == NULL)
			raise_rerating(question, before, version);
		return;
	}
}
