#include "candour/story.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "candour/lexicon.h"

/* --- reading --- */

static const struct value *period_of(const struct document *document)
{
	if (document->update != NULL)
		return &document->update->period;
	return document->overview != NULL ? &document->overview->period : NULL;
}

/* What the document rates, or NULL. */
static struct strand *strand_of(struct story *story, const struct document *document)
{
	if (document->overview != NULL)
		return &story->programme;
	if (document->update == NULL || !document->update->workstream.valid)
		return NULL;
	for (size_t i = 0; i < story->count; i++)
		if (strcmp(story->strands[i].id, document->update->workstream.text) == 0)
			return &story->strands[i];
	return NULL;
}

static void begin(struct story *story, const char *id, const struct plan *plan,
                  const struct document *plan_document)
{
	const struct workstream *rows = LIST_OF(struct workstream, plan->workstreams);
	*story = (struct story){.id = id, .plan = plan, .plan_document = plan_document};
	story->strands = arena_new(&story->arena, plan->workstreams.count * sizeof(struct strand));
	for (size_t i = 0; i < plan->workstreams.count; i++)
		if (rows[i].id.text != NULL && plan_workstream(plan, rows[i].id.text) == &rows[i])
			story->strands[story->count++] = (struct strand){
				.id = rows[i].id.text,
				.title = rows[i].title.text != NULL ? rows[i].title.text
			                                            : rows[i].id.text,
				.declared = &rows[i],
			};
	story->programme = (struct strand){.id = "overview", .title = "the programme"};
}

/* DOCUMENT: of the chapter; NULL: it is on record. */
static void add_chapter(struct story *story, struct strand *strand, const struct chapter *chapter,
                        const struct document *document)
{
	strand->chapters = arena_grow(&story->arena, strand->chapters, strand->count, &strand->room,
	                              sizeof(*strand->chapters));
	struct chapter *added = &strand->chapters[strand->count++];
	*added = *chapter;
	added->matter = arena_new(&story->arena, sizeof(*added->matter));
	added->matter->story = story;
	added->matter->document = document;
}

static int level_of(const struct document *document, const struct scale *scale)
{
	const struct value *rating =
		document->update != NULL ? &document->update->rag : &document->overview->rag;
	return rating->text == NULL ? SCALE_NONE : scale_level(scale, rating->text);
}

/* The series of the record that the strand goes on, or NULL. */
static const struct series *series_of(const struct plan_record *past, const struct story *story,
                                      const struct strand *strand)
{
	if (past == NULL)
		return NULL;
	if (strand == &story->programme)
		return &past->programme;
	for (size_t i = 0; i < past->count; i++)
		if (strcmp(past->workstreams[i].id, strand->id) == 0)
			return &past->workstreams[i];
	return NULL;
}

static const struct standing *standing_of(const struct series *series, struct period period)
{
	for (size_t i = 0; series != NULL && i < series->count; i++)
		if (period_equal(series->standings[i].period, period))
			return &series->standings[i];
	return NULL;
}

static struct chapter *find_chapter(const struct strand *strand, struct period period)
{
	for (size_t i = 0; i < strand->count; i++)
		if (period_equal(strand->chapters[i].period, period))
			return &strand->chapters[i];
	return NULL;
}

static const struct document *own(struct story *story, struct document *document)
{
	story->owned = mem_grow(story->owned, story->owned_count, &story->owned_room,
	                        sizeof(*story->owned));
	return story->owned[story->owned_count++] = document;
}

/* The document behind a version, which the story owns; NULL with the error filled. */
static const struct document *read_version(struct story *story, const struct version *version,
                                           struct error *error)
{
	struct document *document = NULL;
	return record_document(story->record, version, &document, error) < 0 ? NULL
	                                                                     : own(story, document);
}

/* Whether the document is the strand's, of that period. */
static bool belongs(struct story *story, const struct strand *strand, struct period period,
                    const struct document *document)
{
	const struct value *said = period_of(document);
	return said != NULL && said->valid && period_equal(said->as.period, period) &&
	       strand_of(story, document) == strand;
}

/* What stands on record of a period as a chapter. Its document is read when somebody asks for it.
 */
static void add_standing(struct story *story, struct strand *strand,
                         const struct standing *standing, bool judged)
{
	const struct version *version = standing_version(standing);
	const char *rag = version->reading != NULL ? version->reading->rag : version->rag;
	struct chapter chapter = {
		.period = standing->period,
		.path = version->path,
		.landing = version->landing,
		.standing = standing,
		.scale = version->scale != NULL ? version->scale : &story->plan->scale,
		.judged = judged,
	};
	chapter.level = rag[0] != '\0' ? scale_level(chapter.scale, rag) : SCALE_NONE;
	add_chapter(story, strand, &chapter, NULL);
}

/* What stands for a document that cannot be read: one of its kind that says nothing. */
static const struct document *nothing_read(struct story *story, const struct chapter *chapter)
{
	static const char update[] = "---\nperiod: 2000-01\n---\n";
	static const char overview[] = "---\nkind: overview\nperiod: 2000-01\n---\n";
	const char *bytes = chapter->strand == &story->programme ? overview : update;
	return own(story, document_read(chapter->path, bytes, strlen(bytes), DOCUMENT_WHOLE));
}

static const struct document *read_chapter(struct story *story, const struct chapter *chapter)
{
	struct error error = ERROR_INIT;
	const struct document *document =
		read_version(story, standing_version(chapter->standing), &error);
	if (document != NULL && belongs(story, chapter->strand, chapter->period, document))
		return document;
	if (document != NULL) {
		error_set(&error, "%s: what is kept of it is not what it says", chapter->path);
		error_hint(&error, "take the folder `ragtrail` out of the git folder");
	}
	if (!story->failed)
		story->failure = error;
	story->failed = true;
	return nothing_read(story, chapter);
}

const struct document *chapter_document(const struct chapter *chapter)
{
	struct reading_matter *matter = chapter->matter;
	if (matter->document == NULL)
		matter->document = read_chapter(matter->story, chapter);
	return matter->document;
}

/* The first period of the strand that is judged; last 0: none is. */
static struct period first_judged(const struct strand *strand)
{
	struct period first = {0, 0};
	for (size_t i = 0; i < strand->count; i++)
		if (strand->chapters[i].judged &&
		    (first.last == 0 || period_compare(strand->chapters[i].period, first) < 0))
			first = strand->chapters[i].period;
	return first;
}

static int compare_standings(const void *a, const void *b)
{
	const struct standing *first = *(const struct standing *const *)a;
	const struct standing *second = *(const struct standing *const *)b;
	return period_compare(first->period, second->period);
}

/* What stands on record by period: an outline has it in no order. */
static const struct standing **standings_of(struct story *story, const struct series *series)
{
	const struct standing **standings =
		arena_new(&story->arena, (series->count + 1) * sizeof(*standings));
	for (size_t i = 0; i < series->count; i++)
		standings[i] = &series->standings[i];
	qsort(standings, series->count, sizeof(*standings), compare_standings);
	return standings;
}

/* The chapters that are on record and in no document here. */
static void look_back(struct story *story, struct strand *strand, const struct series *series)
{
	if (series == NULL || first_judged(strand).last == 0)
		return;
	const struct standing **standings = standings_of(story, series);
	for (size_t i = series->count; i-- > 0;)
		if (standing_holds(standings[i]) &&
		    find_chapter(strand, standings[i]->period) == NULL)
			add_standing(story, strand, standings[i], false);
}

static int compare_chapters(const void *a, const void *b)
{
	const struct chapter *first = a, *second = b;
	int order = period_compare(first->period, second->period);
	return order != 0 ? order : strcmp(first->path, second->path);
}

/* Puts the chapters in their order, and tells each of the one before. */
static void finish_strand(struct strand *strand)
{
	if (strand->count != 0)
		qsort(strand->chapters, strand->count, sizeof(*strand->chapters), compare_chapters);
	for (size_t i = 0; i < strand->count; i++) {
		struct chapter *chapter = &strand->chapters[i];
		chapter->strand = strand;
		size_t before = i;
		while (before > 0 &&
		       strand->chapters[before - 1].period.last >= chapter->period.first)
			before--;
		chapter->before = before > 0 ? &strand->chapters[before - 1] : NULL;
	}
}

static void finish(struct story *story)
{
	for (size_t i = 0; i < story->count; i++)
		finish_strand(&story->strands[i]);
	finish_strand(&story->programme);
}

/* The documents of the folder as chapters, where they are of this plan. */
static void add_items(struct story *story, const struct folder *folder,
                      const struct plan_record *past)
{
	for (size_t i = 0; i < folder->count; i++) {
		const struct item *item = &folder->items[i];
		struct strand *strand = item->document == NULL || item->presumed
		                                ? NULL
		                                : strand_of(story, item->document);
		if (strand == NULL || !period_of(item->document)->valid)
			continue;
		struct period period = period_of(item->document)->as.period;
		const struct standing *standing =
			standing_of(series_of(past, story, strand), period);
		bool same = standing != NULL && standing_holds(standing) &&
		            strcmp(standing_version(standing)->path, item->path) == 0;
		if (find_chapter(strand, period) != NULL)
			continue; /* claimed twice, which has a rule of its own */
		add_chapter(story, strand,
		            &(struct chapter){
				    .period = period,
				    .path = item->document->path,
				    .landing = same ? standing_version(standing)->landing : NULL,
				    .standing = standing,
				    .scale = &story->plan->scale,
				    .level = level_of(item->document, &story->plan->scale),
				    .judged = !item->beside,
			    },
		            item->document);
	}
}

void story_of_folder(const struct folder *folder, const struct record *record,
                     const struct plan_record *past, struct story *story)
{
	begin(story, folder->id, folder->plan, folder->plan_document);
	story->record = record;
	add_items(story, folder, past);
	for (size_t i = 0; i <= story->count; i++) {
		struct strand *strand = i < story->count ? &story->strands[i] : &story->programme;
		look_back(story, strand, series_of(past, story, strand));
	}
	finish(story);
}

static void find_latest(const struct series *series, struct period *latest)
{
	for (size_t i = 0; i < series->count; i++)
		if (standing_holds(&series->standings[i]) &&
		    (latest->last == 0 || period_compare(series->standings[i].period, *latest) > 0))
			*latest = series->standings[i].period;
}

static struct period latest_period(const struct plan_record *past)
{
	struct period latest = {0, 0};
	find_latest(&past->programme, &latest);
	for (size_t i = 0; i < past->count; i++)
		find_latest(&past->workstreams[i], &latest);
	return latest;
}

/*
 * Reads the standings from the period LAST back, which alone is judged; NULL: from the last
 * one, and all are.
 */
static void read_extent(const struct record *record, const struct plan_record *past,
                        const struct period *last, struct story *story)
{
	begin(story, past->id, past->plan, past->document);
	story->record = record;
	for (size_t i = 0; i <= story->count; i++) {
		struct strand *strand = i < story->count ? &story->strands[i] : &story->programme;
		const struct series *series = series_of(past, story, strand);
		for (size_t j = series == NULL ? 0 : series->count; j-- > 0;) {
			const struct standing *standing = &series->standings[j];
			if (standing_holds(standing) &&
			    (last == NULL || period_compare(standing->period, *last) <= 0))
				add_standing(story, strand, standing,
				             last == NULL || period_equal(standing->period, *last));
		}
	}
	finish(story);
}

void story_of_record(const struct record *record, const struct plan_record *past,
                     enum story_part part, struct story *story)
{
	if (part == STORY_LATEST)
		story_of_period(record, past, latest_period(past), story);
	else
		read_extent(record, past, NULL, story);
}

void story_of_period(const struct record *record, const struct plan_record *past,
                     struct period period, struct story *story)
{
	read_extent(record, past, &period, story);
}

void story_release(struct story *story)
{
	for (size_t i = 0; i < story->owned_count; i++)
		document_free(story->owned[i]);
	free(story->owned);
	lexicon_release(story->lexicon);
	arena_release(&story->arena);
	*story = (struct story){0};
}

/* --- asking --- */

/* How many of the chapters, which stand in their order, are of an earlier period. */
static size_t count_earlier(const struct strand *strand, struct period period)
{
	size_t from = 0, to = strand->count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (period_compare(strand->chapters[middle].period, period) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

const struct chapter *strand_chapter(const struct strand *strand, struct period period)
{
	size_t at = count_earlier(strand, period);
	bool found = at < strand->count && period_equal(strand->chapters[at].period, period);
	return found ? &strand->chapters[at] : NULL;
}

const struct chapter *strand_before(const struct strand *strand, struct period period)
{
	/* Chapters are ordered by their last month, so one that reaches into it is behind. */
	size_t at = count_earlier(strand, (struct period){.first = 0, .last = period.first});
	return at == 0 ? NULL : &strand->chapters[at - 1];
}

const struct strand *story_strand(const struct story *story, const char *id)
{
	for (size_t i = 0; i < story->count; i++)
		if (strcmp(story->strands[i].id, id) == 0)
			return &story->strands[i];
	return NULL;
}
