/* What came before: the history of a rating and of dates. Declared in view/show_view.h. */
#include "view/show_view.h"

#include <string.h>

#include "view/change_text.h"

enum { INDENT = 2, ITEM = 4, DETAIL = 6 };

/* "Green/Amber, set by Ann on 25 Aug 2023; on record since 24 Nov 2026, commit 7527213" */
static void add_set(const struct version *version, const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], written[DATE_TEXT_SIZE], landed[DATE_TEXT_SIZE];
	char time[DATE_TEXT_SIZE];
	const struct landing *landing = version->landing, *rater = version_rater(version);
	struct buf line = BUF_INIT;
	buf_printf(&line, "%s, set by %s on %s; on record since %s, commit %.*s",
	           version_label(version), rater->author.name,
	           date_short(date_from_time(rater->author.time), written),
	           date_short(date_from_time(landing_time(landing)), landed), OBJECT_SHORT,
	           object_hex(&landing->id, hex));
	if (landing->received != 0)
		buf_printf(&line, "; received %s%s%s%s, committed %s", landing->late ? "by " : "",
		           date_time_iso(landing->received, time),
		           landing->account != NULL ? " from " : "",
		           landing->account != NULL ? landing->account : "",
		           date_short(date_from_time(landing->committer.time), written));
	buf_repeat(out, ' ', ITEM);
	lines_wrap(out, line.bytes, ITEM, DETAIL, layout);
	buf_release(&line);
}

static void add_rerating(const struct version *before, const struct version *version,
                         const struct layout *layout, struct buf *out)
{
	const struct difference change = {.kind = CHANGE_RERATED,
	                                  .reason = version->reading->correction,
	                                  .by = version->reading->raised_by};
	struct buf line = BUF_INIT;
	buf_printf(&line, "re-rated from %s to %s, ", version_label(before),
	           version_label(version));
	change_reason(&line, &change);
	lines_add(out, line.bytes, DETAIL, layout);
	buf_release(&line);
}

static void add_withdrawal(const struct landing *landing, const struct layout *layout,
                           struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	buf_printf(&line, "withdrawn by %s on %s, commit %.*s", landing->author.name,
	           date_short(date_from_time(landing_time(landing)), day), OBJECT_SHORT,
	           object_hex(&landing->id, hex));
	lines_add(out, line.bytes, ITEM, layout);
	buf_release(&line);
}

/* What a landing held of this period that did not stand. */
static void add_drafts(const struct series *series, struct period period,
                       const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	for (size_t i = 0; i < series->draft_count; i++) {
		const struct draft *draft = &series->drafts[i];
		if (!period_equal(draft->reading->period, period))
			continue;
		buf_clear(&line);
		buf_printf(
			&line, "%s: %s, by %s on %s, commit %.*s",
			change_words(draft->reading->draft ? CHANGE_DRAFT : CHANGE_BEFORE_LANDING),
			draft_label(draft), draft->commit->author.name,
			date_short(date_from_time(draft->commit->author.time), day), OBJECT_SHORT,
			object_hex(&draft->commit->id, hex));
		lines_add(out, line.bytes, DETAIL, layout);
	}
	buf_release(&line);
}

static void add_standing(const struct series *series, const struct standing *standing,
                         const struct layout *layout, struct buf *out)
{
	char period[PERIOD_TEXT_SIZE];
	buf_repeat(out, ' ', INDENT);
	buf_printf(out, "%s\n", period_words(standing->period, period));
	for (size_t i = 0; i <= standing->count; i++) {
		for (size_t j = 0; j < standing->withdrawal_count; j++)
			if (standing->withdrawals[j].before == i)
				add_withdrawal(standing->withdrawals[j].landing, layout, out);
		if (i == standing->count || standing->versions[i]->rated != standing->versions[i])
			continue;
		add_set(standing->versions[i], layout, out);
		if (standing->versions[i]->rerating)
			add_rerating(standing->versions[i - 1], standing->versions[i], layout, out);
	}
	add_drafts(series, standing->period, layout, out);
}

void show_history(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct series *series = shown->subject.series;
	show_heading(out, "Rating history", layout);
	for (size_t i = series->count; i-- > 0;)
		add_standing(series, &series->standings[i], layout, out);
}

static void add_dates(const char *name, const struct ledger_dates *dates,
                      const struct layout *layout, struct buf *out)
{
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE], landed[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	for (size_t i = 0; i < dates->count && dates->count > 1; i++) {
		const struct ledger_move *move = &dates->moves[i];
		const struct reading *reading = move->version->reading;
		const struct landing *landing = move->version->landing;
		buf_clear(&line);
		date_short(date_from_time(landing_time(landing)), landed);
		buf_printf(&line, "%s %s", name, date_short(move->to, to));
		if (i != 0) {
			buf_printf(&line, ", was %s: ", date_short(move->from, from));
			change_days(&line, move->days);
		}
		buf_printf(&line, " (%s, %s)", landing->author.name, landed);
		if (i != 0 && dates->moves[0].to.year != 0 && move->total != move->days)
			buf_printf(&line, "; %+d days in all", move->total);
		if (i != 0 && reading->whole->agreed_by != NULL && strcmp(name, "agreed") == 0)
			buf_printf(&line, "; approved by %s", reading->whole->agreed_by);
		buf_repeat(out, ' ', INDENT);
		lines_wrap(out, line.bytes, INDENT, ITEM, layout);
	}
	buf_release(&line);
}

void show_ledger(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	struct ledger ledger;
	struct buf line = BUF_INIT;
	ledger_read(shown->subject.series, &ledger);
	if (ledger.agreed.count > 1 || ledger.forecast.count > 1) {
		show_heading(out, "Dates over time", layout);
		add_dates("agreed", &ledger.agreed, layout, out);
		add_dates("forecast", &ledger.forecast, layout, out);
	}
	if (ledger.slips && ledger.slip != 0 &&
	    (ledger.agreed.count > 1 || ledger.forecast.count > 1)) {
		buf_text(&line, "in all, completion is forecast ");
		change_days(&line, ledger.slip);
		buf_text(&line, " than first agreed");
		lines_add(out, line.bytes, INDENT, layout);
	}
	ledger_release(&ledger);
	buf_release(&line);
}
