#include "view/handovers_view.h"

#include <string.h>

enum { NAME_INDENT = 2, FACT_INDENT = 6, MOST_LEGS = 16 };

bool handovers_tell(const struct handovers_told *told, const struct handover *handover)
{
	if (handover->state == HANDOVER_CLOSED)
		return false;
	for (size_t i = 0; i < told->plan_count; i++)
		if (handover->plan == told->plans[i] || handover->filed->plan == told->plans[i])
			return true;
	return told->plan_count == 0;
}

/* What became of the task, in words: the state, and more where it is not the whole story. */
static void handover_words(const struct handover *handover, struct buf *out)
{
	bool reopened = handover_is_reopened(handover);
	if (reopened && handover->state != HANDOVER_REOPENED)
		buf_text(out, "closed, taken up again, and ");
	buf_text(out, handover_state_words(handover->state));
	if (handover->state == HANDOVER_UNDECIDED && handover->task->disposition.count > 1)
		buf_printf(out, " between %zu dispositions", handover->task->disposition.count);
	if (handover->state == HANDOVER_OFFERED && handover_is_accepted(handover))
		buf_text(out, ", though accepted");
}

static bool same_receiver(const struct handover *a, const struct handover *b)
{
	return a->receiver == NULL || b->receiver == NULL ? a->receiver == b->receiver
	                                                  : strcmp(a->receiver, b->receiver) == 0;
}

static void add_receiver(const struct handover *handover, const struct layout *layout,
                         struct buf *out)
{
	struct buf line = BUF_INIT;
	if (handover->receiver == NULL)
		buf_text(&line, "To nobody");
	else
		buf_printf(&line, "To %s", handover->receiver);
	if (handover->series != NULL)
		buf_printf(&line, ": %s", handover->series->title);
	lines_add(out, line.bytes, 0, layout);
	buf_release(&line);
}

/* "3 Jul 2023 by Cy, commit 4c2c834". */
static void add_landing(struct buf *line, const struct landing *landing)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	buf_printf(line, "%s by %s, commit %.*s",
	           date_short(date_from_time(landing_time(landing)), day), landing->author.name,
	           OBJECT_SHORT, object_hex(&landing->id, hex));
}

static void add_source(const struct handover *handover, const struct layout *layout,
                       struct buf *out)
{
	struct buf line = BUF_INIT;
	const char *workstream =
		handover->giver != NULL ? handover->giver->title : handover->task->workstream.text;
	buf_text(&line, handover->name);
	if (workstream != NULL)
		buf_printf(&line, ", from %s", workstream);
	if (handover->disposition.id != NULL)
		buf_printf(&line, ": %s", handover->disposition.title);
	lines_add(out, line.bytes, FACT_INDENT, layout);
	buf_clear(&line);
	buf_text(&line, handover->disposition.id == NULL                     ? "on record since "
	                : handover->disposition.meaning == DISPOSITION_MOVED ? "given on "
	                                                                     : "closed on ");
	add_landing(&line, handover->offered);
	lines_add(out, line.bytes, FACT_INDENT, layout);
	buf_release(&line);
}

static void add_answers(const struct handover *handover, const struct layout *layout,
                        struct buf *out)
{
	char day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	if (handover->named != NULL) {
		buf_printf(&line, "named in %s/%s on ", handover->named->plan->id,
		           handover->named->workstream);
		add_landing(&line, handover->named->landing);
		lines_add(out, line.bytes, FACT_INDENT, layout);
	}
	if (handover->accepted != NULL) {
		buf_clear(&line);
		buf_printf(&line, "accepted by %s on %s; on record since ",
		           handover->task->accepted.by.text,
		           date_short(handover->task->accepted.on.as.date, day));
		add_landing(&line, handover->accepted);
		lines_add(out, line.bytes, FACT_INDENT, layout);
	}
	buf_release(&line);
}

/* Each leg with its day, where there is more than this one. */
static void add_journey(const struct handover *handover, const struct layout *layout,
                        struct buf *out)
{
	const struct handover *legs[MOST_LEGS];
	char day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	size_t count = handover_journey(handover, legs, MOST_LEGS);
	if (count < 2)
		return;
	buf_text(&line, "journey: ");
	for (size_t i = 0; i < count && i < MOST_LEGS; i++) {
		const char *receiver = legs[i]->receiver;
		buf_printf(&line, "%s%s%s%s on %s", i == 0 ? "" : "; then ", legs[i]->name,
		           receiver != NULL ? " to " : "", receiver != NULL ? receiver : "",
		           date_short(date_from_time(landing_time(legs[i]->offered)), day));
	}
	if (count > MOST_LEGS)
		buf_printf(&line, "; and %zu more", count - MOST_LEGS);
	else if (legs[count - 1] != handover)
		buf_printf(&line, ": %s", handover_state_words(legs[count - 1]->state));
	lines_add(out, line.bytes, FACT_INDENT, layout);
	for (size_t i = 1; i < handover->before_count; i++) {
		buf_clear(&line);
		buf_printf(&line, "goes on with %s too", handover->before[i]->name);
		lines_add(out, line.bytes, FACT_INDENT, layout);
	}
	buf_release(&line);
}

static void add_handover(const struct handover *handover, const struct layout *layout,
                         struct buf *out)
{
	struct buf line = BUF_INIT;
	buf_printf(&line, "%s: ",
	           handover->task->task.text != NULL ? handover->task->task.text
	                                             : handover->task->id.text);
	handover_words(handover, &line);
	lines_add(out, line.bytes, NAME_INDENT, layout);
	add_source(handover, layout, out);
	add_answers(handover, layout, out);
	add_journey(handover, layout, out);
	buf_clear(&line);
	for (size_t i = 0; i < handover->task->outstanding.count; i++) {
		const char *text = LIST_OF(struct value, handover->task->outstanding)[i].text;
		if (text != NULL)
			buf_printf(&line, "%s%s", line.length == 0 ? "outstanding: " : "; ", text);
	}
	if (line.length != 0)
		lines_add(out, line.bytes, FACT_INDENT, layout);
	buf_release(&line);
}

static void add_counts(const size_t counts[HANDOVER_STATES], const struct layout *layout,
                       struct buf *out)
{
	struct buf line = BUF_INIT;
	size_t open = 0, all = 0;
	for (size_t i = 0; i < HANDOVER_STATES; i++) {
		open += i <= HANDOVER_OUTSIDE ? counts[i] : 0;
		all += counts[i];
	}
	if (all == 0) {
		lines_add(out, "No close-down hands any task over.", 0, layout);
		return;
	}
	buf_printf(&line, "%zu open, %zu accepted, %zu moved again, %zu reopened.", open,
	           counts[HANDOVER_ACCEPTED], counts[HANDOVER_MOVED_AGAIN],
	           counts[HANDOVER_REOPENED]);
	lines_add(out, line.bytes, 0, layout);
	buf_release(&line);
}

/* "Hand-overs as of commit 4c2c834 of 24 Nov 2026". */
static void add_heading(const struct record *record, const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	buf_printf(&line, "Hand-overs as of commit %.*s of %s", OBJECT_SHORT,
	           object_hex(&record->tip.id, hex),
	           date_short(date_from_time(landing_time(&record->tip)), day));
	lines_add(out, line.bytes, 0, layout);
	buf_byte(out, '\n');
	buf_release(&line);
}

void handovers_as_text(const struct handovers_told *told, const struct layout *layout,
                       struct buf *out)
{
	const struct handover *last = NULL;
	size_t counts[HANDOVER_STATES] = {0};
	add_heading(told->record, layout, out);
	for (size_t i = 0; i < told->handovers->count; i++) {
		const struct handover *handover = told->handovers->sorted[i];
		if (!handovers_tell(told, handover))
			continue;
		if (last == NULL || !same_receiver(last, handover)) {
			if (last != NULL)
				buf_byte(out, '\n');
			add_receiver(handover, layout, out);
		}
		add_handover(handover, layout, out);
		counts[handover->state]++;
		last = handover;
		if (layout->drain != NULL)
			layout->drain(out);
	}
	if (last != NULL)
		buf_byte(out, '\n');
	add_counts(counts, layout, out);
}
