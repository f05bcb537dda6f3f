#include "bench/corpus.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"

enum target_kind { TARGET_UPDATE, TARGET_OVERVIEW, TARGET_PLAN, TARGET_OTHER };

/* A file, by its place in the corpus. */
struct target {
	enum target_kind kind;
	unsigned index;
};

/* What happens to the file: it is begun for a new month, edited, or rated anew. */
enum step { STEP_BEGIN, STEP_EDIT, STEP_RATE };

struct event {
	int64_t time;
	unsigned order; /* keeps the order of events of one second */
	struct target target;
	enum step step;
};

struct events {
	struct event *items;
	size_t count, room;
	unsigned month;
};

/* A commit to write: of one event, or of a merge. */
struct stroke {
	int64_t time;
	const char *branch;
	unsigned from, merged; /* marks; 0: the branch's tip, none */
	const struct target *targets;
	size_t count;
	const char *message;
};

enum { DAY = 86400, LONGEST_WINDOW = 6, WINDOW_EVERY = 27 };

static void sink_write(struct corpus_sink *sink, const struct buf *bytes)
{
	uint64_t hash = sink->hash != 0 ? sink->hash : 0xcbf29ce484222325;
	for (size_t i = 0; i < bytes->length; i++)
		hash = (hash ^ (unsigned char)bytes->bytes[i]) * 0x100000001b3;
	sink->hash = hash;
	sink->length += bytes->length;
	if (sink->file != NULL)
		fwrite(bytes->bytes, 1, bytes->length, sink->file);
}

/* --- files --- */

static void add_path(struct buf *text, const struct corpus *corpus, struct target target)
{
	unsigned workstreams = corpus->shape->workstreams;
	switch (target.kind) {
	case TARGET_UPDATE:
		buf_printf(text, "plans/%s/%s.md", prose_plan_id(target.index / workstreams),
		           prose_workstream_id(target.index % workstreams));
		break;
	case TARGET_OVERVIEW:
		buf_printf(text, "plans/%s/overview.md", prose_plan_id(target.index));
		break;
	case TARGET_PLAN:
		buf_printf(text, "plans/%s/plan.md", prose_plan_id(target.index));
		break;
	case TARGET_OTHER:
		buf_text(text, prose_other_path(target.index));
		break;
	}
}

static void add_content(struct buf *text, const struct corpus *corpus, struct target target)
{
	const struct shape_of_corpus *shape = corpus->shape;
	switch (target.kind) {
	case TARGET_UPDATE:
		prose_update(text, &corpus->updates[target.index]);
		break;
	case TARGET_OVERVIEW:
		prose_overview(text, &corpus->overviews[target.index]);
		break;
	case TARGET_PLAN:
		prose_plan(text, &(struct outline){target.index, shape->workstreams, shape->months,
		                                   corpus->meetings[target.index]});
		break;
	case TARGET_OTHER:
		prose_other(text, target.index, corpus->others[target.index]);
		break;
	}
}

/* Writes a commit, and returns its mark: they count from 1. */
static unsigned write_commit(struct corpus *corpus, const struct stroke *stroke)
{
	struct buf *commit = &corpus->commit;
	unsigned officer = stroke->count != 0 ? stroke->targets[0].index % 40 : 0;
	corpus->commits++;
	buf_clear(commit);
	buf_printf(commit, "commit %s\nmark :%u\n", stroke->branch, corpus->commits);
	for (int i = 0; i < 2; i++)
		buf_printf(commit, "%s Officer %u <officer%u@authority.example> %lld +0000\n",
		           i == 0 ? "author" : "committer", officer + 1, officer + 1,
		           (long long)stroke->time);
	buf_printf(commit, "data %zu\n%s\n", strlen(stroke->message), stroke->message);
	if (stroke->from != 0)
		buf_printf(commit, "from :%u\n", stroke->from);
	if (stroke->merged != 0)
		buf_printf(commit, "merge :%u\n", stroke->merged);
	for (size_t i = 0; i < stroke->count; i++) {
		buf_clear(&corpus->text);
		add_content(&corpus->text, corpus, stroke->targets[i]);
		buf_text(commit, "M 100644 inline ");
		add_path(commit, corpus, stroke->targets[i]);
		buf_printf(commit, "\ndata %zu\n%s\n", corpus->text.length, corpus->text.bytes);
	}
	buf_byte(commit, '\n');
	sink_write(corpus->sink, commit);
	return corpus->commits;
}

/* --- events --- */

static int64_t month_start(unsigned month)
{
	struct date first = {(int)(PROSE_FIRST_YEAR + month / 12), (int)(month % 12 + 1), 1};
	return (int64_t)date_days(first) * DAY;
}

static void begin_report(struct corpus *corpus, struct report *report, unsigned month)
{
	report->month = month;
	report->corrected = false;
	report->seed = dice_roll(&corpus->dice, 1u << 30);
	memset(report->edits, 0, sizeof(report->edits));
	unsigned change = month == 0 ? 0 : dice_roll(&corpus->dice, 8);
	if (month == 0)
		report->rating = dice_roll(&corpus->dice, PROSE_RATINGS);
	else if (change == 0 && report->rating + 1 < PROSE_RATINGS)
		report->rating++;
	else if (change == 1 && report->rating > 0)
		report->rating--;
}

static void change_report(struct corpus *corpus, struct report *report, enum step step)
{
	if (step == STEP_EDIT) {
		report->edits[dice_roll(&corpus->dice, PROSE_SECTIONS)]++;
		report->edits[dice_roll(&corpus->dice, PROSE_SECTIONS)]++;
		return;
	}
	bool better = report->rating != 0 && dice_roll(&corpus->dice, 3) == 0;
	report->rating = better                                ? report->rating - 1
	                 : report->rating + 1 == PROSE_RATINGS ? report->rating - 1
	                                                       : report->rating + 1;
	report->edits[PROSE_RATIONALE]++;
	report->corrected = true;
}

/* Makes the event happen to the file. */
static void apply(struct corpus *corpus, const struct event *event, unsigned month)
{
	struct target target = event->target;
	if (target.kind == TARGET_PLAN) {
		corpus->meetings[target.index]++;
		return;
	}
	if (target.kind == TARGET_OTHER) {
		corpus->others[target.index]++;
		corpus->outside++;
		return;
	}
	struct report *report = target.kind == TARGET_UPDATE ? &corpus->updates[target.index]
	                                                     : &corpus->overviews[target.index];
	if (event->step == STEP_BEGIN)
		begin_report(corpus, report, month);
	else
		change_report(corpus, report, event->step);
	report->day = (unsigned)((event->time - month_start(month + 1)) / DAY) + 1;
	if (target.kind == TARGET_UPDATE)
		corpus->versions++;
}

static const char *message_of(const struct corpus *corpus, const struct event *event,
                              struct buf *text)
{
	static const char *const done[] = {"new month", "more detail", "rated anew"};
	buf_clear(text);
	if (event->target.kind == TARGET_UPDATE)
		buf_printf(text, "%s: %s",
		           prose_workstream_title(event->target.index % corpus->shape->workstreams),
		           done[event->step]);
	else if (event->target.kind == TARGET_OVERVIEW)
		buf_printf(text, "Overview: %s", done[event->step]);
	else if (event->target.kind == TARGET_PLAN)
		buf_text(text, "A meeting is put on the plan");
	else
		buf_printf(text, "Reword %s", prose_other_path(event->target.index));
	return text->bytes;
}

static int compare_events(const void *a, const void *b)
{
	const struct event *first = a, *second = b;
	if (first->time != second->time)
		return first->time < second->time ? -1 : 1;
	return first->order < second->order ? -1 : first->order > second->order;
}

static struct event *add_event(struct events *events, int64_t time, struct target target,
                               enum step step)
{
	events->items =
		mem_grow(events->items, events->count, &events->room, sizeof(*events->items));
	struct event *event = &events->items[events->count];
	*event = (struct event){time, (unsigned)events->count++, target, step};
	return event;
}

/* Some second of the month in which reports are written: the one after theirs. */
static int64_t some_time(struct corpus *corpus, unsigned month)
{
	return month_start(month + 1) + dice_roll(&corpus->dice, 28) * (int64_t)DAY + 8 * 3600 +
	       dice_roll(&corpus->dice, 10 * 3600);
}

/* An update is begun and edited twice or three times; one in three is rated anew. */
static void add_report(struct corpus *corpus, struct events *events, struct target target)
{
	unsigned least = target.kind == TARGET_UPDATE ? 3 : 2;
	unsigned edits = least + (dice_roll(&corpus->dice, 10) < 3);
	bool rated = target.kind == TARGET_UPDATE && dice_roll(&corpus->dice, 3) == 0;
	size_t first = events->count;
	for (unsigned i = 0; i < edits + rated; i++)
		add_event(events, some_time(corpus, events->month), target, STEP_EDIT);
	/* The first in time begins, the last one rates anew. */
	qsort(events->items + first, events->count - first, sizeof(*events->items), compare_events);
	events->items[first].step = STEP_BEGIN;
	if (rated)
		events->items[events->count - 1].step = STEP_RATE;
	for (size_t i = first; i < events->count; i++)
		events->items[i].order = (unsigned)i;
}

static void list_events(struct corpus *corpus, struct events *events)
{
	const struct shape_of_corpus *shape = corpus->shape;
	events->count = 0;
	for (unsigned i = 0; i < shape->plans * shape->workstreams; i++)
		add_report(corpus, events, (struct target){TARGET_UPDATE, i});
	for (unsigned i = 0; i < shape->plans; i++) {
		add_report(corpus, events, (struct target){TARGET_OVERVIEW, i});
		if (events->month % 6 == 3)
			add_event(events, some_time(corpus, events->month),
			          (struct target){TARGET_PLAN, i}, STEP_EDIT);
	}
	/* So many that, the merges counted, they are a quarter of all commits. */
	size_t outside = events->count * 35 / 100;
	for (size_t i = 0; i < outside; i++)
		add_event(events, some_time(corpus, events->month),
		          (struct target){TARGET_OTHER, dice_roll(&corpus->dice, PROSE_OTHERS)},
		          STEP_EDIT);
	qsort(events->items, events->count, sizeof(*events->items), compare_events);
}

/* --- commits --- */

static bool is_among(const struct target *targets, size_t count, struct target target)
{
	for (size_t i = 0; i < count; i++)
		if (targets[i].kind == target.kind && targets[i].index == target.index)
			return true;
	return false;
}

static unsigned write_event(struct corpus *corpus, const struct event *event, unsigned month,
                            const char *branch, unsigned from)
{
	struct buf message = BUF_INIT;
	apply(corpus, event, month);
	unsigned mark = write_commit(corpus, &(struct stroke){
						     .time = event->time,
						     .branch = branch,
						     .from = from,
						     .targets = &event->target,
						     .count = 1,
						     .message = message_of(corpus, event, &message),
					     });
	buf_release(&message);
	return mark;
}

/* Some of the events on a short branch, the others on main meanwhile; then a merge. */
static unsigned write_window(struct corpus *corpus, const struct event *events, size_t count,
                             unsigned month, unsigned tip)
{
	struct target branched[LONGEST_WINDOW], straight[LONGEST_WINDOW];
	size_t branch_count = 0, straight_count = 0;
	unsigned base = tip, topic = 0;
	for (size_t i = 0; i < count; i++) {
		struct target target = events[i].target;
		bool known = is_among(branched, branch_count, target);
		if (known || (i % 2 == 0 && !is_among(straight, straight_count, target))) {
			topic = write_event(corpus, &events[i], month, CORPUS_TOPIC,
			                    topic == 0 ? base : 0);
			if (!known)
				branched[branch_count++] = target;
		} else {
			tip = write_event(corpus, &events[i], month, "refs/heads/main", 0);
			straight[straight_count++] = target;
		}
	}
	corpus->merges++;
	return write_commit(corpus, &(struct stroke){
					    .time = events[count - 1].time,
					    .branch = "refs/heads/main",
					    .merged = topic,
					    .targets = branched,
					    .count = branch_count,
					    .message = "Merge an officer's branch",
				    });
}

static void write_month(struct corpus *corpus, const struct events *events, unsigned *tip)
{
	for (size_t i = 0; i < events->count;) {
		size_t length = 1 + dice_roll(&corpus->dice, LONGEST_WINDOW);
		if (dice_roll(&corpus->dice, WINDOW_EVERY) == 0 && i + length <= events->count) {
			*tip = write_window(corpus, events->items + i, length, events->month, *tip);
			i += length;
		} else {
			*tip = write_event(corpus, &events->items[i++], events->month,
			                   "refs/heads/main", 0);
		}
	}
}

/* The files that are no documents, then the plans. */
static unsigned write_start(struct corpus *corpus)
{
	struct target others[PROSE_OTHERS];
	unsigned tip;
	for (unsigned i = 0; i < PROSE_OTHERS; i++)
		others[i] = (struct target){TARGET_OTHER, i};
	tip = write_commit(corpus, &(struct stroke){
					   .time = month_start(0) + 9L * 3600,
					   .branch = "refs/heads/main",
					   .targets = others,
					   .count = PROSE_OTHERS,
					   .message = "What stands around the plans",
				   });
	corpus->outside++;
	for (unsigned i = 0; i < corpus->shape->plans; i++)
		tip = write_commit(corpus, &(struct stroke){
						   .time = month_start(0) + 10L * 3600 + i,
						   .branch = "refs/heads/main",
						   .targets = &(struct target){TARGET_PLAN, i},
						   .count = 1,
						   .message = "A plan begins",
					   });
	return tip;
}

void corpus_write(struct corpus *corpus, const struct shape_of_corpus *shape,
                  struct corpus_sink *sink)
{
	struct events events = {.items = NULL};
	*corpus = (struct corpus){.shape = shape,
	                          .sink = sink,
	                          .dice = {shape->months * 1000 + shape->workstreams},
	                          .text = BUF_INIT,
	                          .commit = BUF_INIT};
	unsigned updates = shape->plans * shape->workstreams;
	corpus->updates = mem_new(updates, sizeof(*corpus->updates));
	corpus->overviews = mem_new(shape->plans, sizeof(*corpus->overviews));
	corpus->meetings = mem_new(shape->plans, sizeof(*corpus->meetings));
	corpus->others = mem_new(PROSE_OTHERS, sizeof(*corpus->others));
	for (unsigned i = 0; i < updates; i++) {
		corpus->updates[i].plan = i / shape->workstreams;
		corpus->updates[i].workstream = i % shape->workstreams;
	}
	for (unsigned i = 0; i < shape->plans; i++)
		corpus->overviews[i].plan = i;
	unsigned tip = write_start(corpus);
	for (events.month = 0; events.month < shape->months; events.month++) {
		list_events(corpus, &events);
		write_month(corpus, &events, &tip);
	}
	free(events.items);
}

void corpus_write_next(struct corpus *corpus)
{
	struct event event = {.time = month_start(corpus->shape->months + 1),
	                      .target = {TARGET_UPDATE, 0},
	                      .step = STEP_RATE};
	buf_clear(&corpus->commit);
	buf_text(&corpus->commit, "reset " CORPUS_NEXT "\nfrom refs/heads/main^0\n\n");
	sink_write(corpus->sink, &corpus->commit);
	event.time -= DAY;
	write_event(corpus, &event, corpus->shape->months - 1, CORPUS_NEXT, 0);
}

void corpus_release(struct corpus *corpus)
{
	free(corpus->updates);
	free(corpus->overviews);
	free(corpus->meetings);
	free(corpus->others);
	buf_release(&corpus->text);
	buf_release(&corpus->commit);
}
