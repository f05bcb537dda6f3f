#include "document/plan.h"

#include <string.h>

#include "document/rows.h"

static const char *const cadences[] = {"monthly", "two-monthly", "quarterly", NULL};
static const char *const committee_types[] = {"decide", "scrutinise", "advise", "officer", NULL};
static const char *const post_words[] = {"filled", "interim", "vacant", NULL};
static const char *const disposition_words[] = {"closed", "kept", "moved", NULL};
static const char *const languages[] = {"en", "cy", NULL};

static const struct field explanation_fields[] = {
	FIELD(explanation, rule, "rule", FIELD_TEXT, REQUIRED,
              "The rule whose finding this answers."),
	FIELD(explanation, reason, "reason", FIELD_TEXT, REQUIRED,
              "Why the finding stands as it is."),
};
static const struct shape explanation_shape =
	SHAPE("explanation", explanation, explanation_fields, NULL);

static const struct field common_fields[] = {
	FIELD(common, kind, "kind", FIELD_TEXT, OPTIONAL,
              "What the document is; `update` when not given."),
	FIELD(common, draft, "draft", FIELD_FLAG, OPTIONAL,
              "`true` while the update is not finished."),
	FIELD(common, exempt, "exempt", FIELD_FLAG, OPTIONAL,
              "`true` to leave it out of what is published."),
	RECORDS(common, explained, "explained", FIELD_RECORDS, OPTIONAL, &explanation_shape,
                "Answers to findings: the rule, and the reason why it stands."),
};
const struct shape common_shape = SHAPE("document", common, common_fields, NULL);

static const struct field named_fields[] = {
	FIELD(named, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(named, title, "title", FIELD_TEXT, REQUIRED, "What readers see."),
};
static const struct shape named_shape = SHAPE("entry", named, named_fields, NULL);

static const struct field workstream_fields[] = {
	FIELD(workstream, id, "id", FIELD_SLUG, REQUIRED,
              "The name that updates give in `workstream`."),
	FIELD(workstream, title, "title", FIELD_TEXT, REQUIRED, "What readers see."),
	FIELD(workstream, also, "also", FIELD_LIST, OPTIONAL, "Other spellings met in papers."),
	FIELD(workstream, sponsor, "sponsor", FIELD_TEXT, OPTIONAL, "Who answers for it."),
	FIELD(workstream, starts, "starts", FIELD_DATE, OPTIONAL,
              "When it began, if later than the plan."),
	FIELD(workstream, ends, "ends", FIELD_DATE, OPTIONAL,
              "When it was closed, if earlier than the plan."),
	REFERRING(workstream, addresses, "addresses", FIELD_LIST, OPTIONAL, REFERS_CONCERN,
                  "The ids of the concerns it answers."),
	RECORDS(workstream, themes, "themes", FIELD_RECORDS, OPTIONAL, &named_shape,
                "Parts that it reports on."),
	FIELD(workstream, raters, "raters", FIELD_LIST, OPTIONAL,
              "Who may set its rating: `jo@example.org`, or `key:` before it."),
	FIELD(workstream, inherits, "inherits", FIELD_LIST, OPTIONAL,
              "Close-down tasks that it takes over: `plan/closedown#task`."),
	FIELD(workstream, exempt, "exempt", FIELD_FLAG, OPTIONAL,
              "`true` to leave it out of what is published."),
};
static const struct shape workstream_shape =
	SHAPE("workstream", workstream, workstream_fields, NULL);

static const struct field level_fields[] = {
	FIELD(scale_level_fields, id, "id", FIELD_SLUG, REQUIRED,
              "How files name the level: `green-amber`."),
	FIELD(scale_level_fields, label, "label", FIELD_TEXT, REQUIRED,
              "How readers see it: `Green/Amber`."),
	FIELD(scale_level_fields, short_label, "short", FIELD_TEXT, REQUIRED,
              "One to three letters: `G/A`."),
	FIELD(scale_level_fields, meaning, "meaning", FIELD_TEXT, REQUIRED,
              "What the level says about delivery."),
};
static const struct shape level_shape = SHAPE("level", scale_level_fields, level_fields, NULL);

static const struct field scale_field_rows[] = {
	FIELD(scale_fields, source, "source", FIELD_TEXT, OPTIONAL,
              "The paper that defines the scale."),
	FIELD(scale_fields, version, "version", FIELD_TEXT, OPTIONAL, "Which version of it."),
	RECORDS(scale_fields, levels, "levels", FIELD_RECORDS, REQUIRED, &level_shape,
                "The levels, best first."),
};
static const struct shape scale_shape = SHAPE("scale", scale_fields, scale_field_rows, NULL);

static const struct field requirement_fields[] = {
	FIELD(requirements, fields, "fields", FIELD_LIST, OPTIONAL,
              "Fields that every update must have."),
	FIELD(requirements, sections, "sections", FIELD_LIST, OPTIONAL,
              "Sections that every update must have."),
};
static const struct shape requirements_shape =
	SHAPE("requires", requirements, requirement_fields, NULL);

static const struct field concern_fields[] = {
	FIELD(concern, id, "id", FIELD_SLUG, REQUIRED,
              "The name that workstreams give in `addresses`."),
	FIELD(concern, source, "source", FIELD_TEXT, OPTIONAL, "Who raised it."),
	FIELD(concern, raised, "raised", FIELD_DATE, OPTIONAL, "When."),
	FIELD(concern, title, "title", FIELD_TEXT, OPTIONAL, "What the concern is."),
};
static const struct shape concern_shape = SHAPE("concern", concern, concern_fields, NULL);

static const struct field committee_fields[] = {
	FIELD(committee, id, "id", FIELD_SLUG, REQUIRED,
              "The name that meetings give in `committee`."),
	FIELD(committee, name, "name", FIELD_TEXT, REQUIRED, "What readers see."),
	FIELD(committee, also, "also", FIELD_LIST, OPTIONAL, "Other spellings and initials."),
	WORDS(committee, type, "type", committee_types, OPTIONAL,
              "What the body does with a paper."),
};
static const struct shape committee_shape = SHAPE("committee", committee, committee_fields, NULL);

static const struct field meeting_fields[] = {
	REFERRING(meeting, committee, "committee", FIELD_SLUG, REQUIRED, REFERS_COMMITTEE,
                  "The committee's id."),
	FIELD(meeting, date, "date", FIELD_DATE, REQUIRED, "The day it met."),
	FIELD(meeting, tag, "tag", FIELD_TEXT, OPTIONAL,
              "The git tag of what was published for it."),
};
static const struct shape meeting_shape = SHAPE("meeting", meeting, meeting_fields, NULL);

static const struct field person_fields[] = {
	FIELD(person, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(person, name, "name", FIELD_TEXT, OPTIONAL,
              "A name, or the post as the organisation chooses."),
	FIELD(person, also, "also", FIELD_LIST, OPTIONAL, "Other spellings."),
	FIELD(person, role, "role", FIELD_TEXT, OPTIONAL, "The post."),
	FIELD(person, note, "note", FIELD_TEXT, OPTIONAL,
              "What else is known of it: what its holder does for the plan."),
	REFERRING(person, organisation, "organisation", FIELD_SLUG, OPTIONAL, REFERS_ORGANISATION,
                  "The id of the body that the post is in; the plan's own when not given."),
	WORDS(person, status, "status", post_words, OPTIONAL,
              "`interim` while somebody stands in, `vacant` while nobody holds the post; else "
              "`filled`."),
	FIELD(person, until, "until", FIELD_DATE, OPTIONAL,
              "The last day of an interim, or of whoever held the post."),
};
static const struct shape person_shape = SHAPE("person", person, person_fields, NULL);

static const struct field organisation_fields[] = {
	FIELD(organisation, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(organisation, name, "name", FIELD_TEXT, REQUIRED, "What readers see."),
	FIELD(organisation, also, "also", FIELD_LIST, OPTIONAL, "Other spellings and initials."),
	FIELD(organisation, role, "role", FIELD_TEXT, OPTIONAL,
              "What it is to the plan: whose plan it is, a partner, an auditor."),
};
static const struct shape organisation_shape =
	SHAPE("organisation", organisation, organisation_fields, NULL);

static const struct field disposition_field_rows[] = {
	FIELD(disposition_fields, id, "id", FIELD_SLUG, REQUIRED,
              "The name that close-down tasks give in `disposition`."),
	FIELD(disposition_fields, title, "title", FIELD_TEXT, REQUIRED, "What readers see."),
	WORDS(disposition_fields, means, "means", disposition_words, REQUIRED,
              "`closed`: nothing is left; `kept`: done, with a review to come; `moved`: it goes "
              "on elsewhere."),
};
static const struct shape disposition_shape =
	SHAPE("disposition", disposition_fields, disposition_field_rows, NULL);

static const struct field funding_fields[] = {
	FIELD(funding, amount, "amount", FIELD_TEXT, REQUIRED, "In pounds."),
	FIELD(funding, until, "until", FIELD_DATE, OPTIONAL, "The last day that it pays for."),
	FIELD(funding, note, "note", FIELD_TEXT, OPTIONAL, "Who agreed it, and when."),
};
static const struct shape funding_shape = SHAPE("funding", funding, funding_fields, NULL);

static const struct field site_field_rows[] = {
	FIELD(site_fields, accent, "accent", FIELD_TEXT, OPTIONAL,
              "The organisation's colour, in quotes: `\"#1a65a6\"`."),
	FIELD(site_fields, header, "header", FIELD_TEXT, OPTIONAL,
              "Text at the top of every page."),
	FIELD(site_fields, footer, "footer", FIELD_TEXT, OPTIONAL,
              "Text at the bottom of every page."),
	FIELD(site_fields, base_url, "base_url", FIELD_TEXT, OPTIONAL,
              "Where the site is published."),
	FIELD(site_fields, accessibility_statement, "accessibility_statement", FIELD_TEXT, OPTIONAL,
              "The address of the organisation's statement."),
	FIELD(site_fields, licence, "licence", FIELD_TEXT, OPTIONAL,
              "Under which others may use the data: its name or its address."),
	WORDS(site_fields, lang, "lang", languages, OPTIONAL, "The language of the page's frame."),
};
static const struct shape site_shape = SHAPE("site", site_fields, site_field_rows, NULL);

static const struct field plan_fields[] = {
	FIELD(plan, title, "title", FIELD_TEXT, REQUIRED, "What readers see."),
	FIELD(plan, organisation, "organisation", FIELD_TEXT, REQUIRED, "Whose plan it is."),
	FIELD(plan, starts, "starts", FIELD_DATE, REQUIRED, "The plan's first day."),
	FIELD(plan, ends, "ends", FIELD_DATE, REQUIRED, "The plan's last day."),
	FIELD(plan, phase, "phase", FIELD_TEXT, OPTIONAL, "Which phase of a longer programme."),
	WORDS(plan, cadence, "cadence", cadences, OPTIONAL, "How often updates are written."),
	FIELD(plan, due_day, "due_day", FIELD_NUMBER, OPTIONAL,
              "The day of the month after a period by which its updates are due."),
	RECORDS(plan, workstreams, "workstreams", FIELD_RECORDS, REQUIRED, &workstream_shape,
                "What is rated, in the order of reports."),
	RECORDS(plan, scale_fields, "scale", FIELD_RECORD, OPTIONAL, &scale_shape,
                "The levels that ratings use; five by default."),
	FIELD(plan, roll_up, "roll_up", FIELD_TEXT, OPTIONAL,
              "How the overall rating follows from the workstreams': `stated`, `worst`, or "
              "`share 60%`, the best level that so many of them have or better."),
	RECORDS(plan, requires, "requires", FIELD_RECORD, OPTIONAL, &requirements_shape,
                "What this plan asks of updates beyond the usual."),
	FIELD(plan, severity, "severity", FIELD_PAIRS, OPTIONAL,
              "A rule's severity in this plan: `rule-id: error`, `warning` or `off`."),
	FIELD(plan, raters, "raters", FIELD_LIST, OPTIONAL,
              "Who may declare the programme's own rating: `jo@example.org`, or `key:` before it."),
	FIELD(plan, owners, "owners", FIELD_LIST, OPTIONAL,
              "Who may change how this plan is judged: `jo@example.org`, or `key:` before it."),
	RECORDS(plan, concerns, "concerns", FIELD_RECORDS, OPTIONAL, &concern_shape,
                "What the plan answers."),
	RECORDS(plan, committees, "committees", FIELD_RECORDS, OPTIONAL, &committee_shape,
                "Boards, committees and groups."),
	RECORDS(plan, meetings, "meetings", FIELD_RECORDS, OPTIONAL, &meeting_shape,
                "When they met."),
	RECORDS(plan, people, "people", FIELD_RECORDS, OPTIONAL, &person_shape,
                "People and posts."),
	RECORDS(plan, organisations, "organisations", FIELD_RECORDS, OPTIONAL, &organisation_shape,
                "The bodies that the plan deals with."),
	FIELD(plan, objectives, "objectives", FIELD_LIST, OPTIONAL, "Strategic objectives."),
	RECORDS(plan, funding, "funding", FIELD_RECORDS, OPTIONAL, &funding_shape,
                "Money for the plan."),
	RECORDS(plan, unrated, "unrated", FIELD_RECORDS, OPTIONAL, &named_shape,
                "Areas that are reported on but not rated."),
	RECORDS(plan, dispositions, "dispositions", FIELD_RECORDS, OPTIONAL, &disposition_shape,
                "What may become of a task at close-down; four by default."),
	RECORDS(plan, site, "site", FIELD_RECORD, OPTIONAL, &site_shape,
                "How the published pages look."),
};
const struct shape plan_shape = SHAPE("plan", plan, plan_fields, &common_shape);

static const char *text_or_empty(const struct value *value)
{
	return value->text != NULL ? value->text : "";
}

/* "share 60%": the share in hundredths, or 0. */
static int read_share(const char *text)
{
	enum { MOST_DIGITS = 3, WHOLE = 100 };
	static const char word[] = "share ";
	if (strncmp(text, word, strlen(word)) != 0)
		return 0;
	int share = 0;
	size_t digits = strspn(text + strlen(word), "0123456789");
	const char *figures = text + strlen(word), *end = figures + digits;
	if (digits == 0 || digits > MOST_DIGITS || strcmp(end, "%") != 0)
		return 0;
	for (const char *at = figures; at < end; at++)
		share = share * 10 + (*at - '0');
	return share <= WHOLE ? share : 0;
}

static void finish_roll_up(struct plan *plan, struct faults *faults)
{
	const char *text = plan->roll_up.text;
	plan->rolls_up = (struct roll_up){ROLL_UP_STATED, 0};
	if (text == NULL || strcmp(text, "stated") == 0)
		return;
	int share = read_share(text);
	if (strcmp(text, "worst") == 0)
		plan->rolls_up.type = ROLL_UP_WORST;
	else if (share != 0)
		plan->rolls_up = (struct roll_up){ROLL_UP_SHARE, share};
	else
		fault_add(faults, "bad-word", plan->roll_up.place,
		          "`roll_up: %.60s` must be `stated`, `worst`, or a share such as "
		          "`share 60%%` (from 1%% to 100%%)",
		          text);
}

static void finish_scale(struct plan *plan, struct faults *faults)
{
	const struct scale_fields *fields = &plan->scale_fields;
	plan->scale = scale_default;
	if (fields->place.line == 0)
		return;
	if (fields->levels.count < 2 || fields->levels.count > SCALE_MOST_LEVELS) {
		fault_add(faults, "scale-levels", fields->place,
		          "a scale needs from 2 to %d levels, best first; this one has %zu",
		          SCALE_MOST_LEVELS, fields->levels.count);
		return;
	}
	const struct scale_level_fields *rows = LIST_OF(struct scale_level_fields, fields->levels);
	struct level *levels = arena_new(faults->arena, fields->levels.count * sizeof(*levels));
	for (size_t i = 0; i < fields->levels.count; i++) {
		if (rows[i].id.text == NULL || rows[i].label.text == NULL)
			return;
		levels[i] = (struct level){rows[i].id.text, rows[i].label.text,
		                           text_or_empty(&rows[i].short_label),
		                           text_or_empty(&rows[i].meaning)};
		struct scale earlier = {"", "", levels, i};
		if (scale_level(&earlier, levels[i].id) != SCALE_NONE ||
		    scale_level(&earlier, levels[i].label) != SCALE_NONE)
			fault_add(
				faults, "scale-levels", rows[i].place,
				"`%.60s` reads the same as a level above it; give each level its own words",
				levels[i].label);
	}
	plan->scale = (struct scale){text_or_empty(&fields->source),
	                             text_or_empty(&fields->version), levels, fields->levels.count};
}

void plan_finish(struct plan *plan, struct faults *faults)
{
	finish_scale(plan, faults);
	finish_roll_up(plan, faults);
	plan->accent = accent_read(&plan->site.accent, faults);
}

const struct workstream *plan_workstream(const struct plan *plan, const char *id)
{
	const struct workstream *workstreams = LIST_OF(struct workstream, plan->workstreams);
	for (size_t i = 0; i < plan->workstreams.count; i++)
		if (workstreams[i].id.text != NULL && strcmp(workstreams[i].id.text, id) == 0)
			return &workstreams[i];
	return NULL;
}
