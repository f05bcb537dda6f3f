#include "rules/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"

const char *severity_word(enum severity severity)
{
	static const char *const words[SEVERITY_COUNT] = {"error", "warning", "explained", "off"};
	return words[severity];
}

static const char *copy(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_text(arena, text, strlen(text));
}

/* Where the next finding goes; NULL where it is only counted. */
static struct finding *make_room(struct findings *findings, enum severity severity)
{
	if (findings->count < FINDINGS_MOST) {
		findings->items = arena_grow(&findings->arena, findings->items, findings->count,
		                             &findings->room, sizeof(*findings->items));
		return &findings->items[findings->count++];
	}
	findings->unkept++;
	while (severity == SEVERITY_ERROR && findings->passed < findings->count) {
		struct finding *last = &findings->items[findings->count - ++findings->passed];
		if (last->severity != SEVERITY_ERROR)
			return last;
	}
	return NULL;
}

/* Many findings in a row may be about one long line, which is kept once then. */
static const char *copy_line(struct findings *findings, const struct finding *added,
                             const struct finding *finding)
{
	const struct finding *last = added == findings->items ? NULL : added - 1;
	if (last != NULL && last->line != NULL && finding->line != NULL &&
	    last->place.line == finding->place.line && strcmp(last->line, finding->line) == 0)
		return last->line;
	return copy(&findings->arena, finding->line);
}

static const struct finding_evidence *copy_evidence(struct arena *arena,
                                                    const struct finding *finding)
{
	struct finding_evidence *copies =
		arena_new(arena, finding->evidence_count * sizeof(*copies));
	for (size_t i = 0; i < finding->evidence_count; i++) {
		const struct finding_evidence *evidence = &finding->evidence[i];
		copies[i] = (struct finding_evidence){
			.path = copy(arena, evidence->path),
			.line = evidence->line,
			.period = copy(arena, evidence->period),
			.commit = copy(arena, evidence->commit),
			.text = copy(arena, evidence->text),
		};
	}
	return copies;
}

void findings_add(struct findings *findings, const struct finding *finding)
{
	struct arena *arena = &findings->arena;
	if (finding->severity == SEVERITY_OFF)
		return;
	findings->totals[finding->severity]++;
	struct finding *added = make_room(findings, finding->severity);
	findings->order = NULL;
	if (added == NULL)
		return;
	*added = *finding;
	added->path = copy(arena, finding->path);
	added->message = copy(arena, finding->message);
	added->answer = copy(arena, finding->answer);
	added->commit = copy(arena, finding->commit);
	added->workstream = copy(arena, finding->workstream);
	added->evidence = finding->evidence_count == 0 ? NULL : copy_evidence(arena, finding);
	added->line = copy_line(findings, added, finding);
}

void findings_carry(struct findings *findings, const struct findings *from)
{
	for (size_t i = 0; i < SEVERITY_COUNT; i++)
		findings->totals[i] += from->totals[i];
	for (size_t i = 0; i < from->count; i++)
		findings->totals[from->items[i].severity]--;
	findings->unkept += from->unkept;
}

static int compare_commits(const char *first, const char *second)
{
	if (first == NULL || second == NULL)
		return (first != NULL) - (second != NULL);
	return strcmp(first, second);
}

static int compare(const void *a, const void *b)
{
	const struct finding *first = a, *second = b;
	int order = strcmp(first->path, second->path);
	if (order == 0)
		order = first->place.line - second->place.line;
	if (order == 0)
		order = first->place.column - second->place.column;
	if (order == 0)
		order = strcmp(first->rule, second->rule);
	if (order == 0)
		order = strcmp(first->message, second->message);
	if (order == 0)
		order = compare_commits(first->commit, second->commit);
	/* One file may have said the same in several periods. */
	return order != 0 ? order : period_compare(first->period, second->period);
}

void findings_sort(struct findings *findings)
{
	size_t kept = 0;
	findings->order = NULL;
	if (findings->count == 0)
		return;
	qsort(findings->items, findings->count, sizeof(*findings->items), compare);
	for (size_t i = 1; i < findings->count; i++) {
		if (compare(&findings->items[kept], &findings->items[i]) == 0)
			findings->totals[findings->items[i].severity]--;
		else
			findings->items[++kept] = findings->items[i];
	}
	findings->count = kept + 1;
	findings->passed = 0;
}

/* Where a finding stands in the order; those about no workstream come first. */
static int compare_about(const struct finding *finding, const char *workstream,
                         struct period period)
{
	if (finding->workstream == NULL || workstream == NULL)
		return (finding->workstream != NULL) - (workstream != NULL);
	int order = period_compare(finding->period, period);
	return order != 0 ? order : strcmp(finding->workstream, workstream);
}

static int compare_order(const void *a, const void *b, void *context)
{
	const struct finding *items = context;
	uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
	int order = compare_about(&items[one], items[other].workstream, items[other].period);
	return order != 0 ? order : one < other ? -1 : one > other;
}

void findings_order(struct findings *findings)
{
	findings->order = arena_new(&findings->arena, findings->count * sizeof(*findings->order));
	for (size_t i = 0; i < findings->count; i++)
		findings->order[i] = (uint32_t)i;
	if (findings->count != 0)
		qsort_r(findings->order, findings->count, sizeof(*findings->order), compare_order,
		        findings->items);
}

/* The first place in the order that is not before them. */
static size_t first_about(const struct findings *findings, const char *workstream,
                          struct period period)
{
	size_t low = 0, high = findings->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_about(&findings->items[findings->order[middle]], workstream, period) <
		    0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The same in any order: *AT is the number of an item. */
static const struct finding *search_about(const struct findings *findings, const char *workstream,
                                          struct period period, size_t *at)
{
	while (*at < findings->count) {
		const struct finding *finding = &findings->items[(*at)++];
		if (compare_about(finding, workstream, period) == 0)
			return finding;
	}
	return NULL;
}

const struct finding *findings_about(const struct findings *findings, const char *workstream,
                                     struct period period, size_t *at)
{
	if (findings->order == NULL)
		return search_about(findings, workstream, period, at);
	/* *AT is the number among those that it is about. */
	size_t place = first_about(findings, workstream, period) + *at;
	if (place >= findings->count)
		return NULL;
	const struct finding *finding = &findings->items[findings->order[place]];
	if (compare_about(finding, workstream, period) != 0)
		return NULL;
	++*at;
	return finding;
}

/* What makes two findings the same, as one text. A path may hold a line end, a rule's id none. */
static const char *key_of(const struct finding *finding, struct buf *key)
{
	buf_clear(key);
	buf_printf(key, "%zu\n%s\n%s\n%s", strlen(finding->path), finding->path, finding->rule,
	           finding->message);
	return key->bytes;
}

/* How often each finding is there. */
struct tally {
	struct arena arena;
	struct map counts; /* size_t, by key */
};

static void count(struct tally *tally, const struct finding *finding, struct buf *key)
{
	size_t *number = map_get(&tally->counts, key_of(finding, key));
	if (number == NULL) {
		number = arena_new(&tally->arena, sizeof(*number));
		map_set(&tally->counts, arena_text(&tally->arena, key->bytes, key->length), number);
	}
	++*number;
}

/* Takes one finding like this off those that are there, if there is one. */
static bool take(struct tally *tally, const struct finding *finding, struct buf *key)
{
	size_t *number = map_get(&tally->counts, key_of(finding, key));
	if (number == NULL || *number == 0)
		return false;
	--*number;
	return true;
}

size_t findings_drop_standing(struct findings *findings, const struct findings *before)
{
	struct tally tally = {.arena = ARENA_INIT};
	struct buf key = BUF_INIT;
	size_t kept = 0, all = findings->count;
	for (size_t i = 0; i < before->count; i++)
		count(&tally, &before->items[i], &key);
	for (size_t i = 0; i < all; i++) {
		if (take(&tally, &findings->items[i], &key))
			findings->totals[findings->items[i].severity]--;
		else
			findings->items[kept++] = findings->items[i];
	}
	findings->count = kept;
	findings->order = NULL;
	buf_release(&key);
	map_release(&tally.counts);
	arena_release(&tally.arena);
	return all - kept;
}

void findings_release(struct findings *findings)
{
	arena_release(&findings->arena);
	*findings = (struct findings){0};
}
