#include "view/publish.h"

#include <string.h>

#include "view/exempt.h"

/* True where the series, whose periods are in order, has a standing of this one. */
static bool is_on_record(const struct series *series, struct period period)
{
	size_t first = 0, end = series->count;
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int order = period_compare(series->standings[middle].period, period);
		if (order == 0)
			return true;
		if (order < 0)
			first = middle + 1;
		else
			end = middle;
	}
	return false;
}

/* Drafts of what is published. What has not landed yet may be exempt when it does. */
static void publish_drafts(const struct series *from, struct arena *arena, struct series *to)
{
	to->drafts = arena_new(arena, from->draft_count * sizeof(*to->drafts));
	to->draft_count = 0;
	for (size_t i = 0; i < from->draft_count; i++)
		if (!from->drafts[i].reading->exempt &&
		    is_on_record(to, from->drafts[i].reading->period))
			to->drafts[to->draft_count++] = from->drafts[i];
}

static bool has_exempt(const struct standing *standing)
{
	for (size_t i = 0; i < standing->count; i++)
		if (standing->versions[i]->reading->exempt)
			return true;
	return false;
}

static bool same_rating(const struct version *a, const struct version *b)
{
	if (strcmp(a->reading->rag, b->reading->rag) == 0)
		return true;
	return a->level != SCALE_NONE && a->level == b->level && scale_same(a->scale, b->scale);
}

/* The withdrawals that anybody saw, and behind how many of what is left. */
static void publish_withdrawals(const struct standing *from, const size_t *left,
                                struct arena *arena, struct standing *to)
{
	to->withdrawals = arena_new(arena, from->withdrawal_count * sizeof(*to->withdrawals));
	to->withdrawal_count = 0;
	for (size_t i = 0; i < from->withdrawal_count; i++) {
		struct withdrawal gone = from->withdrawals[i];
		if (gone.before == 0 || from->versions[gone.before - 1]->reading->exempt)
			continue;
		gone.before = left[gone.before];
		to->withdrawals[to->withdrawal_count++] = gone;
	}
	to->withdrawal_room = from->withdrawal_count;
}

/* The last of its versions is not exempt. */
static struct standing publish_standing(const struct standing *from, struct arena *arena)
{
	struct standing to = *from;
	size_t *left = arena_new(arena, (from->count + 1) * sizeof(*left));
	to.versions = arena_new(arena, from->count * sizeof(struct version *));
	to.count = 0;
	to.room = from->count;
	for (size_t i = 0; i < from->count; i++) {
		left[i] = to.count;
		if (from->versions[i]->reading->exempt)
			continue;
		struct version *version = arena_new(arena, sizeof(*version));
		const struct version *last = to.count != 0 ? to.versions[to.count - 1] : NULL;
		*version = *from->versions[i];
		version->resumed = i != 0 && from->versions[i - 1]->reading->exempt;
		bool same = last != NULL && same_rating(last, version);
		version->rated = same ? last->rated : version;
		version->rerating = last != NULL && !same;
		version->brought_back = version->brought_back && !version->resumed;
		to.versions[to.count++] = version;
	}
	left[from->count] = to.count;
	publish_withdrawals(from, left, arena, &to);
	return to;
}

size_t publish_series(const struct series *series, struct arena *arena, struct series *published)
{
	size_t left_out = 0;
	*published = *series;
	published->standings = arena_new(arena, series->count * sizeof(*published->standings));
	published->count = 0;
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (standing_version(standing)->reading->exempt)
			left_out++;
		else
			published->standings[published->count++] =
				has_exempt(standing) ? publish_standing(standing, arena)
						     : *standing;
	}
	publish_drafts(series, arena, published);
	return left_out;
}

void publish_filed(struct filed *filed)
{
	struct arena arena = ARENA_INIT;
	struct filed_version *all = filed->versions, *kept;
	size_t count = 0, kept_back = 0;
	bool resumed = false;
	if (exempt_document(filed_version(filed)->document))
		return;
	kept = arena_new(&arena, filed->count * sizeof(*kept));
	for (size_t i = 0; i < filed->count; i++) {
		struct filed_version version = all[i];
		version.resumed = resumed;
		resumed = exempt_document(version.document);
		if (resumed)
			kept[kept_back++] = version;
		else
			all[count++] = version;
	}
	if (kept_back != 0)
		memcpy(all + count, kept, kept_back * sizeof(*kept));
	filed->count = count;
	filed->kept_back = kept_back;
	arena_release(&arena);
}
