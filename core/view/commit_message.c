#include "view/commit_message.h"

#include <string.h>

#include "base/text.h"
#include "view/change_text.h"

#define TRAILER "Rag-Change: "
#define SIGNED "Signed-off-by: "

/* Behind the comment character: from this line on, all is git's own. */
#define SCISSORS " ------------------------ >8 ------------------------"

static const struct difference *rating_of(const struct proposal_row *row)
{
	return change_subject(row->changes[0].kind) == SUBJECT_RATING ? &row->changes[0] : NULL;
}

/* "Partnership working, Jul–Aug 2023: " */
static void add_title(struct buf *text, const struct proposal *proposal,
                      const struct proposal_row *row)
{
	char period[PERIOD_TEXT_SIZE];
	buf_text(text, row->title != NULL ? row->title : CHANGE_PROGRAMME);
	if (proposal->several)
		buf_printf(text, " (%s)", row->plan);
	buf_printf(text, ", %s: ", period_short(row->period, period));
}

static void add_change(struct buf *text, const struct difference *change)
{
	switch (change->kind) {
	case CHANGE_IMPROVED:
	case CHANGE_DECLINED:
	case CHANGE_NOT_COMPARED:
		buf_printf(text, "%s (was %s)", change->to, change->from);
		break;
	default:
		change_sentence(text, change);
		break;
	}
}

/* What a workstream's line says of it. */
static void add_row(struct buf *text, const struct proposal *proposal,
                    const struct proposal_row *row)
{
	add_title(text, proposal, row);
	add_change(text, &row->changes[0]);
}

/* A line of the message: whatever a document says, it stays one. */
static void end_line(struct buf *out, struct buf *line)
{
	text_add_visible(out, line->bytes, line->length);
	buf_byte(out, '\n');
	buf_clear(line);
}

/* "5 workstreams, Jul–Aug 2023: 2 improved, 3 steady" */
static void add_counts(struct buf *line, const struct proposal *proposal)
{
	static const enum change_kind counted_kinds[] = {
		CHANGE_FIRST,   CHANGE_IMPROVED,  CHANGE_STEADY,   CHANGE_DECLINED,
		CHANGE_RERATED, CHANGE_WITHDRAWN, CHANGE_RETURNED, CHANGE_DRAFT};
	char period[PERIOD_TEXT_SIZE];
	const struct proposal_row *rows = proposal->rows;
	bool same = true;
	size_t counted = 0;
	for (size_t i = 1; i < proposal->count; i++)
		same = same && period_equal(rows[i].period, rows[0].period);
	buf_printf(line, "%zu reports", proposal->count);
	if (same)
		buf_printf(line, ", %s", period_short(rows[0].period, period));
	for (size_t i = 0; i < sizeof(counted_kinds) / sizeof(counted_kinds[0]); i++) {
		size_t count = 0;
		for (size_t j = 0; j < proposal->count; j++)
			if (rows[j].changes[0].kind == counted_kinds[i])
				count++;
		if (count == 0)
			continue;
		const char *words = change_words(counted_kinds[i]);
		buf_printf(line, "%s%zu %s%s", counted == 0 ? ": " : ", ", count, words,
		           counted_kinds[i] == CHANGE_FIRST && count > 1 ? "s" : "");
		counted += count;
	}
	if (counted != 0 && counted < proposal->count)
		buf_printf(line, ", %zu otherwise", proposal->count - counted);
}

static void add_rating(struct buf *line, const char *label)
{
	for (; label != NULL && *label != '\0'; label++)
		buf_byte(line, text_lower(*label));
}

/* "partnership 2023-07/2023-08 amber -> green/amber" */
static void add_trailer(struct buf *line, const struct proposal *proposal,
                        const struct proposal_row *row, const struct difference *rating)
{
	char period[PERIOD_TEXT_SIZE];
	buf_text(line, TRAILER);
	if (proposal->several)
		buf_printf(line, "%s/", row->plan);
	buf_printf(line, "%s %s ", row->workstream, period_iso(row->period, period));
	add_rating(line, rating->from != NULL ? rating->from : "none");
	buf_text(line, " -> ");
	add_rating(line, rating->to != NULL ? rating->to : "none");
}

/* Of one workstream: why it was re-rated, and what else changed. */
static void add_details(const struct proposal_row *row, struct buf *out)
{
	struct buf line = BUF_INIT;
	bool reason = row->changes[0].kind == CHANGE_RERATED;
	if (reason || row->count > 1)
		buf_byte(out, '\n');
	if (reason) {
		buf_text(&line, "- ");
		change_reason(&line, &row->changes[0]);
		end_line(out, &line);
	}
	for (size_t i = 1; i < row->count; i++) {
		buf_text(&line, "- ");
		add_change(&line, &row->changes[i]);
		end_line(out, &line);
	}
	buf_release(&line);
}

/* Behind the subject: of one workstream what else changed, of several a line each. */
static void add_body(const struct proposal *proposal, struct buf *out)
{
	struct buf line = BUF_INIT;
	if (proposal->count == 1) {
		add_details(&proposal->rows[0], out);
		return;
	}
	buf_byte(out, '\n');
	for (size_t i = 0; i < proposal->count; i++) {
		buf_text(&line, "- ");
		add_row(&line, proposal, &proposal->rows[i]);
		end_line(out, &line);
	}
	buf_release(&line);
}

void commit_message(const struct proposal *proposal, struct buf *out)
{
	struct buf line = BUF_INIT;
	bool first = true;
	if (proposal->count == 0)
		return;
	if (proposal->count == 1)
		add_row(&line, proposal, &proposal->rows[0]);
	else
		add_counts(&line, proposal);
	end_line(out, &line);
	add_body(proposal, out);
	for (size_t i = 0; i < proposal->count; i++) {
		const struct difference *rating = rating_of(&proposal->rows[i]);
		if (rating == NULL || rating->kind == CHANGE_DRAFT)
			continue;
		buf_text(out, first ? "\n" : "");
		first = false;
		add_trailer(&line, proposal, &proposal->rows[i], rating);
		end_line(out, &line);
	}
	buf_release(&line);
}

static const char *next_line(const char *at)
{
	at += strcspn(at, "\n");
	return *at == '\n' ? at + 1 : at;
}

static bool begins(const char *text, const char *word)
{
	return strncmp(text, word, strlen(word)) == 0;
}

bool commit_message_place(const char *message, const char *file, char comment, struct buf *out)
{
	const char *rest = file;
	bool is_signed = false;
	for (const char *line = message; *line != '\0'; line = next_line(line))
		if (*line == comment)
			return false;
	for (const char *line = file; *line != '\0'; line = next_line(line)) {
		if (*line == comment && begins(line + 1, SCISSORS))
			break;
		if (begins(line, SIGNED))
			is_signed = true;
		else if (*line != comment && line[strspn(line, " \t\r")] != '\n' &&
		         line[strspn(line, " \t\r")] != '\0')
			return false;
	}
	buf_text(out, message);
	if (!is_signed) {
		buf_text(out, *rest == '\n' || *rest == '\0' ? "" : "\n");
		buf_text(out, rest);
		return true;
	}
	rest += strspn(rest, " \t\r\n");
	if (strstr(message, "\n" TRAILER) == NULL)
		buf_byte(out, '\n');
	buf_text(out, rest);
	return true;
}
