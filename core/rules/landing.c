/* Rules about what a landing did to the record: declared in rules/judge.h. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "record/changes.h"
#include "rules/judge.h"

enum {
	HOUR = 3600,
	DAY = 24 * HOUR,
	MOST_NAMES = 5, /* of those who may do it */
};

/* Where the document that the deed put on record has its rating. */
static struct place rating_place(const struct judgement *judgement)
{
	struct document *document = NULL;
	struct error error = ERROR_INIT;
	struct place place = {1, 1};
	if (judgement->deed->now == NULL ||
	    record_document(judgement->record, judgement->deed->now, &document, &error) < 0)
		return place;
	if (document->update != NULL)
		place = document->update->rag.place;
	else if (document->overview != NULL)
		place = document->overview->rag.place;
	document_free(document);
	return place;
}

/* "Procurement, July 2023": what was rated. */
static void add_subject(struct buf *out, const struct deed *deed)
{
	char period[PERIOD_TEXT_SIZE];
	buf_printf(out, "%.100s, %s", deed->programme ? "the programme" : deed->series->title,
	           period_words(deed->period, period));
}

/*
 * The last version before the deed's whose rating is a level. A word that is none is a
 * mistake in the form, and no rating; what it stood in the place of is still to be answered for.
 */
static const struct version *last_rating(const struct deed *deed)
{
	const struct version *found = NULL;
	for (size_t i = 0; i < deed->series->count; i++) {
		const struct standing *standing = &deed->series->standings[i];
		if (!period_equal(standing->period, deed->period))
			continue;
		for (size_t j = 0; j < standing->count && standing->versions[j] != deed->now; j++)
			if (standing->versions[j]->level != SCALE_NONE)
				found = standing->versions[j];
	}
	return found;
}

/* True where the reason was there before, and speaks of an earlier change. */
static bool is_worn(const struct deed *deed, const struct version *last)
{
	const char *before = last->reading->correction;
	return before != NULL && strcmp(before, deed->now->reading->correction) == 0;
}

void judge_rerating(const struct judgement *judgement)
{
	const struct deed *deed = judgement->deed;
	struct buf subject = BUF_INIT;
	if (deed->kind != DEED_RERATED || deed->now->level == SCALE_NONE)
		return;
	const struct version *last = last_rating(deed);
	if (last == NULL ||
	    (last->level == deed->now->level && scale_same(last->scale, deed->now->scale)))
		return;
	bool given = deed->now->reading->correction != NULL;
	add_subject(&subject, deed);
	if (given && is_worn(deed, last))
		judgement_of_deed(judgement, rating_place(judgement),
		                  "%s: on record as %.60s, and changed to %.60s with the reason of "
		                  "an earlier change; write the new one in `correction: {reason: "
		                  "...}`",
		                  subject.bytes, version_label(last), version_label(deed->now));
	else if (!given)
		judgement_of_deed(
			judgement, rating_place(judgement),
			"%s: on record as %.60s, and changed to %.60s without a reason; add "
			"`correction: {reason: ...}`, or put the rating back",
			subject.bytes, version_label(last), version_label(deed->now));
	buf_release(&subject);
}

void judge_withdrawal(const struct judgement *judgement)
{
	struct buf subject = BUF_INIT;
	if (judgement->deed->kind != DEED_WITHDRAWN)
		return;
	add_subject(&subject, judgement->deed);
	judgement_of_deed(judgement, (struct place){1, 1},
	                  "%s: the rating %.60s is taken off the record; put the document back as "
	                  "it was, unless that is meant",
	                  subject.bytes, version_label(judgement->deed->before));
	buf_release(&subject);
}

void judge_add_named(struct buf *out, const struct list *named)
{
	size_t count = named->count < MOST_NAMES ? named->count : MOST_NAMES;
	for (size_t i = 0; i < count; i++) {
		const char *text = LIST_OF(struct value, *named)[i].text;
		buf_text(out, i == 0 ? "" : i + 1 == named->count ? " or " : ", ");
		buf_printf(out, "%.80s", text != NULL ? text : "");
	}
	if (named->count > count)
		buf_printf(out, " or %zu more", named->count - count);
}

/* The author may not do what the deed does, which WHAT says. */
static void refuse(const struct judgement *judgement, struct place place, const char *what)
{
	const struct deed *deed = judgement->deed;
	struct buf author = BUF_INIT, named = BUF_INIT;
	text_add_visible(&author, deed->by->author.email, strlen(deed->by->author.email));
	judge_add_named(&named, deed->named);
	if (deed->warrant == WARRANT_LACKING)
		judgement_of_deed(
			judgement, place,
			"%.80s may not %s; the plan names %s: ask one of them to commit it",
			author.bytes, what, named.bytes);
	else
		judgement_of_deed(judgement, place,
		                  "%.80s may %s with a signed commit alone, and %s", author.bytes,
		                  what, deed->unproven);
	buf_release(&author);
	buf_release(&named);
}

static bool is_refused(const struct deed *deed)
{
	return deed->warrant == WARRANT_LACKING || deed->warrant == WARRANT_UNPROVEN;
}

void judge_rater(const struct judgement *judgement)
{
	const struct deed *deed = judgement->deed;
	char what[160];
	if (deed->kind == DEED_SET || !is_refused(deed))
		return;
	snprintf(what, sizeof(what), "%s the rating of %.100s",
	         deed->kind == DEED_RATED     ? "set"
	         : deed->kind == DEED_RERATED ? "change"
	                                      : "take away",
	         deed->programme ? "the programme" : deed->series->title);
	refuse(judgement, rating_place(judgement), what);
}

void judge_owner(const struct judgement *judgement)
{
	const struct deed *deed = judgement->deed;
	char what[160];
	if (deed->kind != DEED_SET || !is_refused(deed))
		return;
	if (deed->setting.name == NULL)
		snprintf(what, sizeof(what), "take this plan away, or make it unreadable");
	else if (deed->setting.workstream != NULL)
		snprintf(what, sizeof(what), "change the `%s` of %.60s", deed->setting.name,
		         deed->setting.workstream);
	else
		snprintf(what, sizeof(what), "change `%s` of this plan", deed->setting.name);
	refuse(judgement, deed->place, what);
}

void judge_commit_date(const struct judgement *judgement)
{
	const struct deed *deed = judgement->deed;
	int64_t time = deed->landing->committer.time, made = deed->by->committer.time;
	int64_t latest = made > time ? made : time;
	char claimed[DATE_TEXT_SIZE], other[DATE_TEXT_SIZE];
	int64_t arrival =
		deed->landing->received != 0 ? deed->landing->received : judgement->gate->now;
	if (deed->received != 0 && time < deed->received - HOUR)
		judgement_of_deed(
			judgement, (struct place){1, 1},
			"the commit is dated %s, before the server received the one that it "
			"follows (%s); set the clock right, and commit it again",
			date_time_iso(time, claimed), date_time_iso(deed->received, other));
	if (arrival != 0 && latest > arrival + DAY)
		judgement_of_deed(judgement, (struct place){1, 1},
		                  "the commit is dated %s, in the future; set the clock right, and "
		                  "commit it again",
		                  date_time_iso(latest, claimed));
}
