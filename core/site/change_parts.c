#include "site/change_parts.h"

#include <string.h>

#include "document/source.h"
#include "record/entries.h"
#include "view/exempt.h"

/* The section that is being written. */
struct part {
	struct html *html;
	const struct site_view *site;
	const struct plan_view *view;
	const struct landed *landed;
	struct document_sides sides;
	struct error *error;
};

static void add_note(struct html *html, enum phrase phrase)
{
	html_add(html, "<p class=\"note\">%s</p>\n", html_phrase(html, phrase));
}

/* True when the period was off the record until this version brought it back. */
static bool is_return(const struct standing *standing, size_t index)
{
	for (size_t i = 0; i < standing->withdrawal_count; i++)
		if (standing->withdrawals[i].before == index)
			return true;
	return false;
}

void rating_move(struct html *html, const struct series *series, const struct standing *standing,
                 size_t index, const struct version **before)
{
	static const enum phrase moves[CHANGE_KIND_COUNT] = {
		[CHANGE_FIRST] = PHRASE_CHANGE_FIRST_RATING,
		[CHANGE_IMPROVED] = PHRASE_CHANGE_IMPROVED,
		[CHANGE_STEADY] = PHRASE_CHANGE_STEADY,
		[CHANGE_DECLINED] = PHRASE_CHANGE_DECLINED,
		[CHANGE_NOT_COMPARED] = PHRASE_CHANGE_NOT_COMPARED,
	};
	const struct version *version = standing->versions[index];
	*before = index != 0 ? standing->versions[index - 1]
	                     : version_before(series, standing, version->landing->number);
	if (index == 0)
		html_tell(html, moves[change_of_rating(*before, version)],
		          *before != NULL ? badge_words(html, *before) : "");
	else if (version->rerating)
		html_tell(html, PHRASE_CHANGE_RERATED_FROM, badge_words(html, *before));
	else if (is_return(standing, index))
		html_say(html, PHRASE_CHANGE_RETURNED);
	else
		html_say(html, PHRASE_CHANGE_SAME_RATING);
}

/* "Before landing: Green (Ann, 3 May 2023), then Amber (Ben, 4 May 2023)." */
static void add_drafts(const struct part *part)
{
	const struct landed *landed = part->landed;
	struct html *html = part->html;
	size_t count = 0;
	for (size_t i = landing_first_draft(landed->series, landed->landing);
	     i < landed->series->draft_count; i++) {
		const struct draft *draft = &landed->series->drafts[i];
		if (draft->landing != landed->landing)
			break;
		if (draft->reading->exempt ||
		    !period_equal(draft->reading->period, landed->standing->period))
			continue;
		if (count++ == 0)
			html_add(html, "<p>%s: ", html_phrase(html, PHRASE_CHANGE_DRAFTS));
		else
			html_say(html, PHRASE_CHANGE_THEN);
		html_add(html, "%s<strong>%s</strong> (", count == 1 ? "" : " ",
		         draft->level == SCALE_NONE
		                 ? draft->reading->rag
		                 : badge_label(html, &draft->scale->levels[draft->level]));
		if (draft->reading->draft)
			html_add(html, "%s, ", html_phrase(html, PHRASE_CHANGE_AS_DRAFT));
		html_person(html, draft->commit->author.name);
		html_put(html, ", ");
		html_day(html, draft->commit->author.time);
		html_put(html, ")");
	}
	if (count != 0)
		html_put(html, ".</p>\n");
}

static void add_rating(const struct part *part, const struct version **before)
{
	const struct landed *landed = part->landed;
	const struct version *version = landed->standing->versions[landed->index];
	const struct landing *rater = version_rater(version);
	struct html *html = part->html;
	html_put(html, "<p class=\"big\">");
	html_rating(html, version);
	html_put(html, " <span class=\"note\">");
	rating_move(html, landed->series, landed->standing, landed->index, before);
	html_put(html, "</span></p>\n");
	if (version->rerating) {
		html_put(html, "<p class=\"inset\">");
		html_say(html, PHRASE_CHANGE_RERATED_CAPITAL);
		html_put(html, ", ");
		rerating_reason(html, part->view, version->reading->correction,
		                version->reading->raised_by);
		html_put(html, "</p>\n");
	}
	if (version->rated == version && rater != landed->landing) {
		html_add(html, "<p class=\"note\">%s ", html_phrase(html, PHRASE_CHANGE_RATED_BY));
		html_person(html, rater->author.name);
		html_put(html, ", ");
		html_day(html, rater->author.time);
		html_put(html, "</p>\n");
	}
	add_drafts(part);
}

/* The record's own words for what changed since the version before, or the period before. */
static void add_sentences(const struct part *part, const struct version *before)
{
	const struct landed *landed = part->landed;
	const struct version *version = landed->standing->versions[landed->index];
	struct arena arena = ARENA_INIT;
	struct changes changes = {.arena = &arena};
	struct html *html = part->html;
	char period[BADGE_PERIOD_SIZE];
	if (before == NULL || version->resumed)
		return;
	changes_facts(&changes, before->reading, version->reading);
	changes_lists(&changes, before->reading, version->reading);
	if (changes.count != 0) {
		html_put(html, "<h3>");
		if (landed->index == 0)
			html_tell(html, PHRASE_CHANGE_SINCE_BEFORE,
			          badge_period(html, before->reading->period, period));
		else
			html_say(html, PHRASE_CHANGE_IN_REPORT);
		html_put(html, "</h3>\n<ul>\n");
	}
	for (size_t i = 0; i < changes.count && html->text.length < part->sides.most; i++) {
		html_put(html, "<li>");
		change_words_of(html, &changes.items[i]);
		html_put(html, "</li>\n");
	}
	if (changes.count != 0)
		html_put(html, "</ul>\n");
	arena_release(&arena);
}

/* Both sides have been read: their fields, then their words. */
static int add_differences(struct part *part)
{
	struct html *html = part->html;
	html_add(html, "<h3>%s</h3>\n", html_phrase(html, PHRASE_CHANGE_IN_FIELDS));
	if (field_table(html, &part->sides, html_phrase(html, PHRASE_CHANGE_FIELDS_CAPTION),
	                part->error) == 0)
		add_note(html, PHRASE_CHANGE_NO_FIELDS);
	if (part->sides.left_out)
		add_note(html, PHRASE_CHANGE_LEFT_OUT);
	html_add(html, "<h3>%s</h3>\n", html_phrase(html, PHRASE_CHANGE_IN_WORDS));
	return prose_changes(html, &part->sides, part->error);
}

static void add_moved(struct html *html, const char *before, const char *after)
{
	if (strcmp(before, after) == 0)
		return;
	html_put(html, "<p class=\"note path\">");
	html_tell(html, PHRASE_CHANGE_MOVED, before, after);
	html_put(html, "</p>\n");
}

static int add_version(struct part *part)
{
	const struct landed *landed = part->landed;
	const struct version *version = landed->standing->versions[landed->index];
	const struct version *before = NULL;
	const struct record *record = part->site->record;
	struct html *html = part->html;
	char period[BADGE_PERIOD_SIZE];
	int result;
	add_rating(part, &before);
	add_sentences(part, before);
	if (shelf_document(part->site->shelf, record, version, &part->sides.after, part->error) < 0)
		return -1;
	part->sides.scale_after = version->scale;
	if (landed->index == 0 || version->resumed) {
		html_put(html, "<p>");
		if (!version->resumed)
			html_tell(html, PHRASE_CHANGE_FIRST_VERSION,
			          badge_period(html, landed->standing->period, period));
		else
			html_say(html, PHRASE_CHANGE_KEPT_BACK);
		html_put(html, "</p>\n");
		field_facts(html, &part->sides);
		return 0;
	}
	result =
		shelf_document(part->site->shelf, record, before, &part->sides.before, part->error);
	if (result < 0)
		return -1;
	part->sides.scale_before = before->scale;
	add_moved(html, before->path, version->path);
	return add_differences(part);
}

static int add_withdrawal(struct part *part)
{
	const struct landed *landed = part->landed;
	const struct withdrawal *withdrawal = &landed->standing->withdrawals[landed->index];
	struct html *html = part->html;
	char period[BADGE_PERIOD_SIZE];
	badge_period(html, landed->standing->period, period);
	html_put(html, "<p>");
	html_tell(html, PHRASE_CHANGE_TAKEN_OFF,
	          withdrawal->before != 0
	                  ? badge_words(html, landed->standing->versions[withdrawal->before - 1])
	                  : "–",
	          period);
	html_put(html, "</p>\n");
	return 0;
}

static int add_filed(struct part *part)
{
	const struct landed *landed = part->landed;
	const struct filed_version *version = &landed->filed->versions[landed->index];
	const struct filed_version *before = landed->index == 0 ? NULL : version - 1;
	struct html *html = part->html;
	part->sides.after = version->document;
	if (before == NULL || version->resumed) {
		html_add(html, "<p>%s</p>\n",
		         html_phrase(html, version->resumed ? PHRASE_CHANGE_KEPT_BACK
		                                            : PHRASE_CHANGE_FIRST_FILED));
		field_facts(html, &part->sides);
		return 0;
	}
	part->sides.before = before->document;
	add_moved(html, before->path, version->path);
	return add_differences(part);
}

static int add_unfiled(struct part *part)
{
	html_add(part->html, "<p>%s</p>\n", html_phrase(part->html, PHRASE_CHANGE_UNFILED));
	return 0;
}

/* A version of plan.md; *DOCUMENT stays NULL for none. */
static int read_plan(const struct part *part, uint32_t blob, struct document **document)
{
	const struct record *record = part->site->record;
	struct buf bytes = BUF_INIT;
	size_t size;
	if (blob == LINEAGE_NONE)
		return 0;
	int result = repo_blob_small(record->repo, &record->lineage.blobs[blob], SOURCE_LARGEST,
	                             &bytes, &size, part->error);
	if (result == 0)
		*document = document_read("plan.md", bytes.bytes, bytes.length, DOCUMENT_WHOLE);
	buf_release(&bytes);
	return result;
}

static int add_plan(struct part *part)
{
	struct document *before = NULL, *after = NULL;
	struct html *html = part->html;
	int result = read_plan(part, part->landed->before, &before);
	if (result == 0)
		result = read_plan(part, part->landed->after, &after);
	part->sides.before = before;
	part->sides.after = after;
	if (result < 0) {
		document_free(before);
		return -1;
	}
	if ((before != NULL && exempt_document(before)) ||
	    (after != NULL && exempt_document(after))) {
		add_note(html, PHRASE_CHANGE_PLAN_KEPT);
		part->sides.left_out = true;
	} else if (before == NULL && after != NULL) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_CHANGE_FIRST_PLAN));
		field_facts(html, &part->sides);
	} else if (after == NULL) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_CHANGE_PLAN_GONE));
	} else {
		result = add_differences(part);
	}
	document_free(before);
	document_free(after);
	return result;
}

/* The document's name, as a link to its page where that is published. */
static void add_heading(const struct part *part, size_t number)
{
	const struct landed *landed = part->landed;
	const struct plan_view *view = part->view;
	struct html *html = part->html;
	struct buf name = landed_name(html, view, landed);
	char period[BADGE_PERIOD_SIZE];
	html_add(html, "<h2 id=\"changed-%zu\">", number + 1);
	if (landed->filed != NULL && paper_find(view, landed->filed->kind, landed->filed->id)) {
		const struct paper_view *paper =
			paper_find(view, landed->filed->kind, landed->filed->id);
		html_add(html, "<a href=\"%s.html\">%s</a>", paper->name, name.bytes);
	} else if (landed->series == &view->plan.programme) {
		html_add(html, "<a href=\"index.html#programme\">%s</a>", name.bytes);
	} else if (landed->series != NULL) {
		workstream_link(html, view, landed->series);
	} else {
		html_text(html, name.bytes);
	}
	if (landed->standing != NULL)
		html_add(html, ": %s", badge_period(html, landed->standing->period, period));
	html_put(html, "</h2>\n");
	buf_release(&name);
}

int change_part(struct html *html, const struct site_view *site, const struct plan_view *view,
                const struct landing_view *change, size_t number, bool *left_out,
                struct error *error)
{
	static int (*const adders[])(struct part * part) = {
		[LANDED_VERSION] = add_version, [LANDED_WITHDRAWAL] = add_withdrawal,
		[LANDED_FILED] = add_filed,     [LANDED_UNFILED] = add_unfiled,
		[LANDED_PLAN] = add_plan,
	};
	struct part part = {html, site, view, &change->items[number], {0}, error};
	part.sides = (struct document_sides){.site = site, .view = view};
	part.sides.most =
		html->text.length + (CHANGE_LARGEST - html->text.length) / (change->count - number);
	html_add(html, "<section aria-labelledby=\"changed-%zu\">\n", number + 1);
	add_heading(&part, number);
	int result = adders[part.landed->type](&part);
	html_put(html, "</section>\n");
	*left_out |= part.sides.left_out;
	return result;
}
