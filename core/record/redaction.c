#include "record/redaction.h"

#include <string.h>

#include "record/settings.h"

/* A comparison; what is compared is told by where it stands in both. */
struct histories {
	const struct record *before, *now;
	struct buf *difference;
};

static bool differs(const struct histories *pair)
{
	return pair->difference->length != 0;
}

/* Says of a commit of the old history what the new one has otherwise. */
static void say(const struct histories *pair, const struct landing *commit, const char *what)
{
	char hex[OBJECT_HEX_SIZE];
	if (!differs(pair))
		buf_printf(pair->difference, "%s, since commit %.*s", what, OBJECT_SHORT,
		           object_hex(&commit->id, hex));
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_given(const char *a, const char *b)
{
	return (a == NULL) == (b == NULL);
}

static bool same_day(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

static bool same_identity(const struct commit_identity *a, const struct commit_identity *b)
{
	return a->time == b->time && same_text(a->name, b->name) && same_text(a->email, b->email);
}

static uint32_t number_of(const struct record *record, const struct landing *commit)
{
	return (uint32_t)(commit - record->lineage.commits);
}

static bool same_commit(const struct histories *pair, const struct landing *before,
                        const struct landing *now)
{
	return (before == NULL) == (now == NULL) &&
	       (before == NULL || number_of(pair->before, before) == number_of(pair->now, now));
}

/* The commits, who made them, when, and what they lead to. */
static void compare_commits(const struct histories *pair)
{
	const struct lineage *before = &pair->before->lineage, *now = &pair->now->lineage;
	const struct landing *last = &before->commits[before->count - 1];
	if (now->count != before->count + 1 || now->landing_count != before->landing_count + 1) {
		say(pair, last,
		    "the new history must have as many commits as the old one, and one behind them "
		    "that says why");
		return;
	}
	for (size_t i = 0; i < before->count && !differs(pair); i++) {
		const struct lineage_row *row = &before->rows[i], *other = &now->rows[i];
		bool same = row->link_count == other->link_count &&
		            before->commits[i].number == now->commits[i].number;
		for (uint32_t j = 0; j < row->link_count && same; j++)
			same = before->links[row->links + j].parent ==
			       now->links[other->links + j].parent;
		if (!same)
			say(pair, &before->commits[i], "the commits hang together otherwise");
		else if (!same_identity(&before->commits[i].author, &now->commits[i].author) ||
		         !same_identity(&before->commits[i].committer, &now->commits[i].committer))
			say(pair, &before->commits[i], "a commit has another author or date");
	}
}

/* The commit behind all others changes no document, and says why. */
static void compare_last(const struct histories *pair)
{
	const struct lineage *now = &pair->now->lineage;
	const struct landing *last = &pair->before->tip;
	if (lineage_landed(now, now->landing_count - 1)->change_count != 0)
		say(pair, last, "the commit behind the others, which says why, changes documents");
	else if (now->commits[now->count - 1].subject[0] == '\0')
		say(pair, last, "the commit behind the others does not say why");
}

static bool same_milestones(const struct whole_reading *a, const struct whole_reading *b)
{
	bool same = a->milestone_count == b->milestone_count;
	for (size_t i = 0; i < a->milestone_count && same; i++) {
		const struct milestone_reading *one = &a->milestones[i], *other = &b->milestones[i];
		same = same_text(one->id, other->id) && same_day(one->due, other->due) &&
		       same_day(one->delivered_on, other->delivered_on) &&
		       one->status == other->status && one->next == other->next &&
		       same_given(one->reason, other->reason);
	}
	return same;
}

static bool same_risks(const struct whole_reading *a, const struct whole_reading *b)
{
	bool same = a->risk_count == b->risk_count;
	for (size_t i = 0; i < a->risk_count && same; i++) {
		const struct risk_reading *one = &a->risks[i], *other = &b->risks[i];
		same = same_text(one->id, other->id) && same_text(one->rating, other->rating) &&
		       one->closed == other->closed && same_day(one->closed_on, other->closed_on);
	}
	return same;
}

static bool same_whole(const struct whole_reading *a, const struct whole_reading *b)
{
	return same_given(a->agreed_by, b->agreed_by) && same_day(a->agreed_on, b->agreed_on) &&
	       same_milestones(a, b) && same_risks(a, b);
}

/* Everything of a report but its words. */
static bool same_reading(const struct reading *a, const struct reading *b)
{
	return same_text(a->workstream, b->workstream) && period_equal(a->period, b->period) &&
	       same_text(a->rag, b->rag) && a->draft == b->draft && a->exempt == b->exempt &&
	       a->imported == b->imported && same_day(a->agreed, b->agreed) &&
	       same_day(a->forecast, b->forecast) && same_given(a->correction, b->correction) &&
	       same_whole(a->whole, b->whole);
}

static void compare_version(const struct histories *pair, const struct version *a,
                            const struct version *b)
{
	if (!same_commit(pair, a->landing, b->landing))
		say(pair, a->landing, "a rating lands elsewhere");
	else if (!same_commit(pair, a->rater, b->rater))
		say(pair, a->landing, "a rating is by another commit");
	else if (!same_reading(a->reading, b->reading))
		say(pair, a->landing, "a report has another rating, period or date");
	else if (a->level != b->level || a->rerating != b->rerating ||
	         !scale_same(a->scale, b->scale))
		say(pair, a->landing, "a rating means something else");
}

static void compare_standing(const struct histories *pair, const struct standing *a,
                             const struct standing *b)
{
	const struct landing *first = a->versions[0]->landing;
	if (!period_equal(a->period, b->period) || a->count != b->count ||
	    a->withdrawal_count != b->withdrawal_count) {
		say(pair, first, "a period has other ratings, or was taken away otherwise");
		return;
	}
	for (size_t i = 0; i < a->count; i++)
		compare_version(pair, a->versions[i], b->versions[i]);
	for (size_t i = 0; i < a->withdrawal_count; i++)
		if (!same_commit(pair, a->withdrawals[i].landing, b->withdrawals[i].landing) ||
		    a->withdrawals[i].before != b->withdrawals[i].before)
			say(pair, first, "a rating was taken away otherwise");
}

static void compare_series(const struct histories *pair, const struct series *a,
                           const struct series *b)
{
	if (strcmp(a->id, b->id) != 0 || a->count != b->count || a->draft_count != b->draft_count) {
		say(pair, &pair->before->tip, "a workstream has other periods or drafts");
		return;
	}
	for (size_t i = 0; i < a->count; i++)
		compare_standing(pair, &a->standings[i], &b->standings[i]);
	for (size_t i = 0; i < a->draft_count; i++)
		if (!same_commit(pair, a->drafts[i].commit, b->drafts[i].commit) ||
		    !same_commit(pair, a->drafts[i].landing, b->drafts[i].landing) ||
		    !same_reading(a->drafts[i].reading, b->drafts[i].reading))
			say(pair, a->drafts[i].landing,
			    "a draft has another rating, period or date");
}

static void compare_plan(const struct histories *pair, const struct plan_record *a,
                         const struct plan_record *b)
{
	struct arena arena = ARENA_INIT;
	struct settings changed = {0};
	if (strcmp(a->id, b->id) != 0 || a->count != b->count) {
		say(pair, &pair->before->tip, "there are other plans or workstreams");
		return;
	}
	if (a->plan != NULL && b->plan != NULL)
		settings_changed(a->plan, b->plan, &arena, &changed);
	if (changed.count != 0)
		say(pair, &pair->before->tip, "a plan has other settings");
	for (size_t i = 0; i < a->count; i++)
		compare_series(pair, &a->workstreams[i], &b->workstreams[i]);
	compare_series(pair, &a->programme, &b->programme);
	arena_release(&arena);
}

static void compare_holes(const struct histories *pair)
{
	const struct record *before = pair->before, *now = pair->now;
	bool same = before->hole_count == now->hole_count;
	for (size_t i = 0; i < before->hole_count && same; i++)
		same = same_commit(pair, before->holes[i].landing, now->holes[i].landing);
	if (!same)
		say(pair, &before->tip, "other versions cannot be read");
}

void redaction_compare(const struct record *before, const struct record *now,
                       struct buf *difference)
{
	const struct histories pair = {before, now, difference};
	compare_commits(&pair);
	if (differs(&pair))
		return;
	compare_last(&pair);
	if (before->count != now->count || before->removed_count != now->removed_count)
		say(&pair, &before->tip, "there are other plans");
	for (size_t i = 0; i < before->count && !differs(&pair); i++)
		compare_plan(&pair, &before->plans[i], &now->plans[i]);
	for (size_t i = 0; i < before->removed_count && !differs(&pair); i++)
		compare_plan(&pair, &before->removed[i], &now->removed[i]);
	compare_holes(&pair);
}

static bool is_of_plan(const char *path, const char *plan)
{
	size_t top = strlen(REPO_PLANS) + 1, length = strlen(plan);
	return strncmp(path + top, plan, length) == 0 && path[top + length] == '/';
}

/* Whether the link has the change, with the same content. */
static bool has_change(const struct lineage *lineage, const struct lineage_link *link,
                       const char *path, const struct object_id *blob)
{
	for (uint32_t i = 0; i < link->change_count; i++) {
		const struct lineage_change *change = &lineage->changes[link->changes + i];
		if (strcmp(lineage->paths[change->path], path) == 0)
			return change->after == LINEAGE_NONE
			               ? blob == NULL
			               : blob != NULL &&
			                         object_equal(&lineage->blobs[change->after], blob);
	}
	return false;
}

/* Whether a link changes a document of the plan as no link of the other history does. */
static bool is_changed(const struct lineage *lineage, const struct lineage_link *link,
                       const struct lineage *other, const struct lineage_link *other_link,
                       const char *plan)
{
	for (uint32_t i = 0; i < link->change_count; i++) {
		const struct lineage_change *change = &lineage->changes[link->changes + i];
		const char *path = lineage->paths[change->path];
		const struct object_id *blob =
			change->after == LINEAGE_NONE ? NULL : &lineage->blobs[change->after];
		if (is_of_plan(path, plan) && !has_change(other, other_link, path, blob))
			return true;
	}
	return false;
}

bool redaction_touches(const struct record *before, const struct record *now, const char *plan)
{
	const struct lineage *old = &before->lineage, *new = &now->lineage;
	size_t links = old->link_count < new->link_count ? old->link_count : new->link_count;
	for (size_t i = 0; i < links; i++)
		if (is_changed(old, &old->links[i], new, &new->links[i], plan) ||
		    is_changed(new, &new->links[i], old, &old->links[i], plan))
			return true;
	return false;
}
