/* What a merge did not settle, and merges that turn the history around. */
#include <string.h>

#include "record/building.h"

void builder_conflict(struct builder *builder, const struct key *key, const char *how)
{
	char period[PERIOD_TEXT_SIZE];
	for (size_t i = builder->record->remark_count; i-- > 0;) {
		const struct remark *remark = &builder->record->remarks[i];
		if (remark->landing != builder_landing(builder))
			break;
		if (remark->type == REMARK_CONFLICT && strcmp(remark->plan, key->plan->id) == 0 &&
		    remark->workstream == key->workstream &&
		    period_equal(remark->period, key->period))
			return;
	}
	builder_remark(builder,
	               (struct remark){
			       .type = REMARK_CONFLICT,
			       .landing = builder_landing(builder),
			       .plan = key->plan->id,
			       .workstream = key->workstream,
			       .period = key->period,
			       .text = arena_printf(&builder->record->arena,
	                                            "%s was rated differently for %s on branches "
	                                            "that were merged here, and %s",
	                                            key->workstream != NULL ? key->workstream
	                                                                    : "the programme",
	                                            period_words(key->period, period), how),
		       });
}

static bool differ(const struct scale *scale, const char *const *ratings, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (!same_rating(scale, ratings[0], ratings[i]))
			return true;
	return false;
}

enum { MOST_PARENTS = 64 };

/*
 * The ratings that the parents of the merge give the key. Where a link changes no
 * document about it the parent's is that of the merge: STILL, which may be NULL.
 */
static int ratings_of_parents(struct builder *builder, const struct lineage_row *row,
                              const struct key *key, const char *still, const char **ratings,
                              size_t *count, struct error *error)
{
	*count = 0;
	for (uint32_t i = 0; i < row->link_count && *count < MOST_PARENTS; i++) {
		const struct lineage_link *link = &builder->lineage->links[row->links + i];
		struct side before, after;
		bool was, is;
		if (side_find(builder, link, false, key, false, &before, &was, error) < 0 ||
		    side_find(builder, link, true, key, false, &after, &is, error) < 0)
			return -1;
		const char *rating = was ? before.reading->rag : is ? NULL : still;
		if (rating != NULL)
			ratings[(*count)++] = rating;
	}
	return 0;
}

/* True for what will be withdrawn: it was left, and did not move on. */
static bool will_leave(struct builder *builder, const struct key *key)
{
	for (size_t i = 0; i < builder->left_count; i++) {
		const struct left *left = &builder->left[i];
		if (left->slot->plan == key->plan && !left->moved_on &&
		    period_equal(left->reading->period, key->period) &&
		    left->reading->workstream == key->workstream)
			return true;
	}
	return false;
}

/* A rating in the merge's own tree that none of its parents had, though they disagreed. */
static int judge_merge(struct builder *builder, const struct key *key, const char *rating,
                       struct error *error)
{
	const struct lineage_row *row =
		&builder->lineage->rows[builder->lineage->landings[builder->number]];
	const char *ratings[MOST_PARENTS];
	size_t count;
	if (ratings_of_parents(builder, row, key, rating, ratings, &count, error) < 0)
		return -1;
	if (count < 2 || !differ(key->plan->scale, ratings, count))
		return 0;
	for (size_t i = 0; i < count; i++)
		if (rating != NULL && same_rating(key->plan->scale, rating, ratings[i]))
			return 0;
	if (rating != NULL)
		builder_conflict(builder, key, "the merge gave a rating that none of them had");
	else if (!builder_holds(builder, key) || will_leave(builder, key))
		builder_conflict(builder, key, "the merge kept none of them");
	return 0;
}

int builder_conflicts(struct builder *builder, const struct departures *departures,
                      struct error *error)
{
	const struct lineage *lineage = builder->lineage;
	uint32_t tip = lineage->landings[builder->number];
	const struct lineage_row *row = &lineage->rows[tip];
	if (row->link_count < 2)
		return 0;
	const struct lineage_link *link = &lineage->links[row->links];
	for (uint32_t i = 0; i < link->change_count; i++) {
		struct side side;
		if (side_of(builder, link, &lineage->changes[link->changes + i], true, &side,
		            error) < 0)
			return -1;
		if (side.reading == NULL || side.reading->draft)
			continue;
		struct key key = {side.slot->plan, side.reading->workstream, side.reading->period};
		if (judge_merge(builder, &key, side.reading->rag, error) < 0)
			return -1;
	}
	for (size_t i = 0; i < departures->count; i++)
		if (departures->items[i].after == tip &&
		    !builder_in_tree(builder, &departures->items[i].key) &&
		    judge_merge(builder, &departures->items[i].key, NULL, error) < 0)
			return -1;
	return 0;
}

/* "main" of "Merge branch 'main' of URL" or of "Merge remote-tracking branch 'origin/main'". */
static bool names_itself(const char *subject)
{
	static const char local[] = "Merge branch '", remote[] = "Merge remote-tracking branch '";
	bool is_local = strncmp(subject, local, sizeof(local) - 1) == 0;
	if (!is_local && strncmp(subject, remote, sizeof(remote) - 1) != 0)
		return false;
	const char *name = subject + (is_local ? sizeof(local) : sizeof(remote)) - 1;
	const char *end = strchr(name, '\'');
	if (end == NULL || (is_local && strncmp(end, "' of ", 5) != 0))
		return false;
	const char *slash = is_local ? NULL : memchr(name, '/', (size_t)(end - name));
	name = slash == NULL ? name : slash + 1;
	size_t length = (size_t)(end - name);
	const char *into = strstr(end, " into ");
	if (into != NULL)
		return strlen(into + 6) == length && memcmp(into + 6, name, length) == 0;
	return (length == 4 && memcmp(name, "main", 4) == 0) ||
	       (length == 6 && memcmp(name, "master", 6) == 0);
}

void builder_turn(struct builder *builder)
{
	const struct lineage *lineage = builder->lineage;
	const struct landing *landing = builder_landing(builder);
	if (builder->number == 0 || !landing->merge || !names_itself(landing->subject))
		return;
	if (lineage->commits[lineage->landings[builder->number - 1]].received != 0)
		return;
	builder_remark(
		builder,
		(struct remark){
			.type = REMARK_TURNED,
			.landing = landing,
			.text = "a `git pull` merged the shared branch into somebody's own work, and "
				"not the other way round: what had landed there before is shown as "
				"drafts of this landing",
		});
}
