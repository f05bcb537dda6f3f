#include "record/stored_check.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/text.h"
#include "repo/paths.h"

/* --- texts, days and readings --- */

bool stored_has_texts(const struct stored_texts *texts)
{
	return texts->length != 0 && texts->bytes[0] == '\0' &&
	       texts->bytes[texts->length - 1] == '\0';
}

static bool is_word(const struct stored_texts *texts, uint32_t offset)
{
	if (!stored_is_whole(texts, offset))
		return false;
	const char *text = texts->bytes + offset;
	size_t length = strlen(text);
	return text_invalid(text, length) == length;
}

bool stored_are_texts(struct stored_check *check, const uint32_t offsets[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		uint32_t *known = &check->words[offsets[i] % 256];
		if (*known == offsets[i])
			continue;
		if (!is_word(&check->texts, offsets[i]))
			return false;
		*known = offsets[i];
	}
	return true;
}

static bool is_known(const struct stored_check *check, uint32_t offset)
{
	return check->words[offset % 256] == offset;
}

/* The words of a reading, which are those of another one most often. */
static bool are_words(struct stored_check *check, const struct stored_reading *stored)
{
	return (is_known(check, stored->rag) && is_known(check, stored->sponsor) &&
	        is_known(check, stored->correction) && is_known(check, stored->raised_by)) ||
	       STORED_ARE_TEXTS(check, stored->rag, stored->sponsor, stored->correction,
	                        stored->raised_by);
}

bool stored_are_days(struct stored_check *check, const int32_t numbers[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int32_t *known = &check->days[(uint32_t)numbers[i] % 256];
		if (*known == numbers[i])
			continue;
		if (stored_number(stored_date(numbers[i])) != numbers[i])
			return false;
		*known = numbers[i];
	}
	return true;
}

bool stored_is_period(struct period period)
{
	return period.first >= DATE_FIRST_YEAR * 12 && period.last < (DATE_LAST_YEAR + 1) * 12 &&
	       period.first <= period.last && period.last - period.first < PERIOD_LONGEST;
}

bool stored_is_path(const char *path)
{
	return path_is_safe(path);
}

/* The paths of pages are made from it. */
static bool is_workstream(struct stored_check *check, uint32_t offset)
{
	uint32_t *known = &check->names[offset % 64];
	if (*known == offset)
		return true;
	if (!stored_is_whole(&check->texts, offset) || !text_is_slug(check->texts.bytes + offset))
		return false;
	*known = offset;
	return true;
}

bool stored_is_reading(struct stored_check *check, const struct stored_reading *stored)
{
	if ((stored->flags & READING_KNOWN) == 0 ||
	    (stored->why != 0 && !STORED_ARE_TEXTS(check, stored->why)))
		return false;
	if ((stored->flags & READING_SAYS) == 0)
		return true;
	return stored->why == 0 && stored->rag != 0 && is_workstream(check, stored->workstream) &&
	       are_words(check, stored) &&
	       STORED_ARE_DAYS(check, stored->agreed, stored->forecast) &&
	       stored_is_period((struct period){stored->first, stored->last});
}

/* --- a lineage --- */

/* A walk along it, from the first commit on. */
struct story {
	const struct lineage *lineage;
	uint32_t *changed_by; /* of a path: number of the link that changed it last, and one */
	uint32_t *stands;     /* of a path: what the last landing left there, and one; 0: none */
};

static bool is_blob(const struct lineage *lineage, uint32_t blob)
{
	return blob < lineage->blob_count || blob == LINEAGE_NONE;
}

/* A link changes a path once. What a landing changes is what the ones before it had left. */
static bool is_change(struct story *story, const struct lineage_link *link, bool landed,
                      const struct lineage_change *change)
{
	const struct lineage *lineage = story->lineage;
	const uint32_t number = (uint32_t)(link - lineage->links) + 1;
	const bool plain = change->type_after == FILE_REGULAR && !change->gone;
	if (change->path >= lineage->path_count || !is_blob(lineage, change->before) ||
	    !is_blob(lineage, change->after) || plain != (change->after != LINEAGE_NONE) ||
	    (link->parent == LINEAGE_NONE && change->before != LINEAGE_NONE) ||
	    story->changed_by[change->path] == number ||
	    (landed && story->stands[change->path] != change->before + 1))
		return false;
	story->changed_by[change->path] = number;
	if (landed)
		story->stands[change->path] = change->after + 1;
	return true;
}

/* A commit has a link to each of its parents, which stand before it, or one to none. */
static bool is_link(struct story *story, uint32_t commit, const struct lineage_link *link,
                    bool landed)
{
	const struct lineage *lineage = story->lineage;
	if (link->parent >= commit &&
	    (link->parent != LINEAGE_NONE || lineage->rows[commit].link_count != 1))
		return false;
	for (uint32_t i = 0; i < link->change_count; i++)
		if (!is_change(story, link, landed, &lineage->changes[link->changes + i]))
			return false;
	return true;
}

/*
 * The links of a commit. *LANDED: it is the last of landing NUMBER, which goes on from the one
 * before it. False too where none of the links leads there.
 */
static bool are_links(struct story *story, uint32_t commit, size_t number, bool *landed)
{
	const struct lineage *lineage = story->lineage;
	const struct lineage_row *row = &lineage->rows[commit];
	bool missing = *landed = lineage->landings[number] == commit;
	for (uint32_t i = 0; i < row->link_count; i++) {
		const struct lineage_link *link = &lineage->links[row->links + i];
		bool leads =
			missing && (number == 0 || link->parent == lineage->landings[number - 1]);
		if (!is_link(story, commit, link, leads))
			return false;
		missing = missing && !leads;
	}
	return row->link_count != 0 && !missing;
}

static bool is_story(struct story *story)
{
	const struct lineage *lineage = story->lineage;
	size_t number = 0;
	for (uint32_t at = 0; at < lineage->count; at++) {
		bool landed;
		if (number == lineage->landing_count || !are_links(story, at, number, &landed))
			return false;
		number += landed ? 1 : 0;
	}
	return number == lineage->landing_count;
}

static bool are_paths(const struct lineage *lineage)
{
	for (size_t i = 0; i < lineage->path_count; i++)
		if (!path_is_document(lineage->paths[i]))
			return false;
	return true;
}

bool stored_is_lineage(const struct lineage *lineage)
{
	struct story story = {
		.lineage = lineage,
		.changed_by = mem_new(lineage->path_count, sizeof(*story.changed_by)),
		.stands = mem_new(lineage->path_count, sizeof(*story.stands)),
	};
	bool sound = lineage->landing_count != 0 && lineage->landings[0] == 0 &&
	             lineage->landings[lineage->landing_count - 1] + 1 == lineage->count &&
	             are_paths(lineage) && is_story(&story);
	free(story.changed_by);
	free(story.stands);
	return sound;
}
