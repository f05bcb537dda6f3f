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
static void publish_drafts(const struct series *from, const struct silences *silences,
                           struct arena *arena, struct series *to)
{
	to->drafts = arena_new(arena, from->draft_count * sizeof(*to->drafts));
	to->draft_count = 0;
	for (size_t i = 0; i < from->draft_count; i++) {
		const struct draft *draft = &from->drafts[i];
		size_t landed = draft->landing->number;
		if (!draft->reading->exempt && is_on_record(to, draft->reading->period) &&
		    !silences_cover(silences, landed, landed + 1))
			to->drafts[to->draft_count++] = *draft;
	}
}

/* The landing after which version number INDEX did not stand any more; SIZE_MAX: it does. */
static size_t end_of(const struct standing *standing, size_t index)
{
	for (size_t i = 0; i < standing->withdrawal_count; i++)
		if (standing->withdrawals[i].before == index + 1)
			return standing->withdrawals[i].landing->number;
	return index + 1 < standing->count ? standing->versions[index + 1]->landing->number
	                                   : SIZE_MAX;
}

/* Whether each version was never published; returns how many. */
static size_t find_hidden(const struct standing *standing, const struct silences *silences,
                          bool *hidden)
{
	size_t count = 0;
	for (size_t i = 0; i < standing->count; i++) {
		const struct version *version = standing->versions[i];
		hidden[i] = version->reading->exempt ||
		            silences_cover(silences, version->landing->number, end_of(standing, i));
		count += hidden[i] ? 1 : 0;
	}
	return count;
}

static bool same_rating(const struct version *a, const struct version *b)
{
	if (strcmp(a->reading->rag, b->reading->rag) == 0)
		return true;
	return a->level != SCALE_NONE && a->level == b->level && scale_same(a->scale, b->scale);
}

/* The withdrawals that anybody saw, and behind how many of what is left. */
static void publish_withdrawals(const struct standing *from, const bool *hidden, const size_t *left,
                                struct arena *arena, struct standing *to)
{
	to->withdrawals = arena_new(arena, from->withdrawal_count * sizeof(*to->withdrawals));
	to->withdrawal_count = 0;
	for (size_t i = 0; i < from->withdrawal_count; i++) {
		struct withdrawal gone = from->withdrawals[i];
		bool last = gone.before == from->count;
		if (gone.before == 0 || (hidden[gone.before - 1] && !last))
			continue;
		gone.before = left[gone.before];
		to->withdrawals[to->withdrawal_count++] = gone;
	}
	to->withdrawal_room = from->withdrawal_count;
}

/* At least one of its versions is not HIDDEN. */
static struct standing publish_standing(const struct standing *from, const bool *hidden,
                                        struct arena *arena)
{
	struct standing to = *from;
	size_t *left = arena_new(arena, (from->count + 1) * sizeof(*left));
	to.versions = arena_new(arena, from->count * sizeof(struct version *));
	to.count = 0;
	to.room = from->count;
	for (size_t i = 0; i < from->count; i++) {
		left[i] = to.count;
		if (hidden[i])
			continue;
		struct version *version = arena_new(arena, sizeof(*version));
		const struct version *last = to.count != 0 ? to.versions[to.count - 1] : NULL;
		*version = *from->versions[i];
		version->resumed = i != 0 && hidden[i - 1];
		bool same = last != NULL && same_rating(last, version);
		version->rated = same ? last->rated : version;
		version->rerating = last != NULL && !same;
		version->brought_back = version->brought_back && !version->resumed;
		to.versions[to.count++] = version;
	}
	left[from->count] = to.count;
	publish_withdrawals(from, hidden, left, arena, &to);
	return to;
}

size_t publish_series(const struct series *series, const struct silences *silences,
                      struct arena *arena, struct series *published)
{
	size_t left_out = 0;
	*published = *series;
	published->standings = arena_new(arena, series->count * sizeof(*published->standings));
	published->count = 0;
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		bool *hidden = arena_new(arena, standing->count * sizeof(*hidden));
		size_t count = find_hidden(standing, silences, hidden);
		if (standing_version(standing)->reading->exempt)
			left_out++;
		else if (count != standing->count)
			published->standings[published->count++] =
				count != 0 ? publish_standing(standing, hidden, arena) : *standing;
	}
	publish_drafts(series, silences, arena, published);
	return left_out;
}

bool is_published(const struct series *published, const struct standing *standing,
                  const struct version *version)
{
	for (size_t i = 0; published != NULL && i < published->count; i++) {
		const struct standing *shown = &published->standings[i];
		if (!period_equal(shown->period, standing->period))
			continue;
		for (size_t j = 0; j < shown->count; j++)
			if (shown->versions[j]->landing == version->landing)
				return true;
	}
	return false;
}

/* The landing after which version number INDEX did not stand any more; SIZE_MAX: it does. */
static size_t end_of_filed(const struct filed *filed, size_t index)
{
	if (filed->versions[index].left != NULL)
		return filed->versions[index].left->number;
	return index + 1 < filed->count ? filed->versions[index + 1].landing->number : SIZE_MAX;
}

/* Whether each version was never published; returns how many. */
static size_t find_hidden_filed(const struct filed *filed, const struct silences *silences,
                                bool *hidden)
{
	size_t count = 0;
	for (size_t i = 0; i < filed->count; i++) {
		const struct filed_version *version = &filed->versions[i];
		hidden[i] =
			exempt_document(version->document) ||
			silences_cover(silences, version->landing->number, end_of_filed(filed, i));
		count += hidden[i] ? 1 : 0;
	}
	return count;
}

void publish_filed(struct filed *filed, const struct silences *silences)
{
	struct arena arena = ARENA_INIT;
	struct filed_version *all = filed->versions, *kept;
	size_t count = 0, kept_back = 0;
	bool resumed = false;
	if (exempt_document(filed_version(filed)->document))
		return;
	bool *hidden = arena_new(&arena, filed->count * sizeof(*hidden));
	filed->unpublished = find_hidden_filed(filed, silences, hidden) == filed->count;
	kept = arena_new(&arena, filed->count * sizeof(*kept));
	for (size_t i = 0; i < filed->count && !filed->unpublished; i++) {
		struct filed_version version = all[i];
		version.resumed = resumed;
		resumed = hidden[i];
		if (resumed)
			kept[kept_back++] = version;
		else
			all[count++] = version;
	}
	if (kept_back != 0)
		memcpy(all + count, kept, kept_back * sizeof(*kept));
	if (!filed->unpublished)
		filed->count = count;
	filed->kept_back = kept_back;
	arena_release(&arena);
}
