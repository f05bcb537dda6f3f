/* What the parts of a workstream's page share: declared in site/workstream_parts.h. */
#include "site/workstream_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void written(struct html *html, const char *text)
{
	html_lines(html, text);
}

void written_brief(struct html *html, const char *text)
{
	enum { MOST = 200 };
	struct buf brief = BUF_INIT;
	size_t count = 0, step;
	for (size_t at = 0; text[at] != '\0'; at += step, count++) {
		unsigned rune;
		step = text_rune(text + at, strnlen(text + at, 4), &rune);
		step = step == 0 ? 1 : step;
		if (count == MOST) {
			buf_text(&brief, "…");
			break;
		}
		buf_add(&brief, text + at, step);
	}
	written(html, brief.bytes);
	buf_release(&brief);
}

void plain_tell(const struct html *html, struct buf *text, enum phrase phrase, const char *first,
                const char *second)
{
	phrase_tell(text, html->language, phrase, first, second);
}

const char *days_text(const struct html *html, int days, char text[DAYS_TEXT_SIZE])
{
	struct buf words = BUF_INIT;
	char count[HTML_NUMBER_SIZE];
	enum phrase phrase = days == 1    ? PHRASE_HISTORY_DAY_LATER
	                     : days == -1 ? PHRASE_HISTORY_DAY_EARLIER
	                     : days > 0   ? PHRASE_HISTORY_DAYS_LATER
	                                  : PHRASE_HISTORY_DAYS_EARLIER;
	plain_tell(html, &words, days == 0 ? PHRASE_HISTORY_NO_CHANGE : phrase,
	           html_number((size_t)abs(days), count), NULL);
	snprintf(text, DAYS_TEXT_SIZE, "%s", words.bytes);
	buf_release(&words);
	return text;
}

void part_begin(struct html *html, const char *id, enum phrase heading)
{
	html_add(html, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id,
	         html_phrase(html, heading));
}

void shown_note(struct html *html, enum phrase phrase, size_t shown, size_t all)
{
	char some[HTML_NUMBER_SIZE], whole[HTML_NUMBER_SIZE];
	if (shown == all)
		return;
	html_put(html, "<p class=\"note\">");
	html_tell(html, phrase, html_number(shown, some), html_number(all, whole));
	html_put(html, "</p>\n");
}

enum phrase milestone_phrase(int status)
{
	static const enum phrase phrases[] = {
		[MILESTONE_DELIVERED] = PHRASE_REPORT_DELIVERED,
		[MILESTONE_IN_PROGRESS] = PHRASE_REPORT_IN_PROGRESS,
		[MILESTONE_CARRIED] = PHRASE_REPORT_CARRIED,
		[MILESTONE_SPLIT] = PHRASE_REPORT_SPLIT,
		[MILESTONE_MERGED] = PHRASE_REPORT_MERGED,
		[MILESTONE_MISSED] = PHRASE_REPORT_MISSED,
		[MILESTONE_DROPPED] = PHRASE_REPORT_DROPPED,
		[MILESTONE_NOT_STARTED] = PHRASE_REPORT_NOT_STARTED,
	};
	return phrases[status];
}

struct reports reports_of(const struct series *series, struct arena *arena)
{
	struct reports reports = {arena_new(arena, (series->count + 1) * sizeof(*reports.items)),
	                          0};
	for (size_t i = 0; i < series->count; i++)
		if (standing_holds(&series->standings[i]))
			reports.items[reports.count++] = &series->standings[i];
	return reports;
}

const struct reading *report_reading(const struct reports *reports, size_t number)
{
	return standing_version(reports->items[number])->reading;
}

int report_day(const struct reports *reports, size_t number)
{
	int next = reports->items[number]->period.last + 1;
	return date_days((struct date){next / 12, next % 12 + 1, 1}) - 1;
}

static bool has_milestones(const struct whole_reading *whole)
{
	for (size_t i = 0; i < whole->milestone_count; i++)
		if (whole->milestones[i].id != NULL || whole->milestones[i].title != NULL)
			return true;
	return false;
}

static bool has_risks(const struct whole_reading *whole)
{
	for (size_t i = 0; i < whole->risk_count; i++)
		if (whole->risks[i].id != NULL || whole->risks[i].risk != NULL)
			return true;
	return false;
}

bool lists_risks(const struct reading *reading, size_t before)
{
	return has_risks(reading->whole) || (before != 0 && !reading->imported);
}

bool lists_milestones(const struct reading *reading)
{
	return has_milestones(reading->whole);
}

struct history_parts history_parts(const struct series *series)
{
	size_t dates = 0, milestones = 0, risks = 0;
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (!standing_holds(standing))
			continue;
		const struct reading *reading = standing_version(standing)->reading;
		dates += reading->agreed.year != 0 || reading->forecast.year != 0 ? 1 : 0;
		milestones += lists_milestones(reading) ? 1 : 0;
		risks += lists_risks(reading, risks) ? 1 : 0;
	}
	return (struct history_parts){dates > 1, milestones > 1, risks > 1};
}
