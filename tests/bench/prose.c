#include "bench/prose.h"

#include <stdio.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define ONE_OF(dice, array) ((array)[dice_roll(dice, COUNT_OF(array))])

enum { WIDTH = 88 };

static const char *const plans[PROSE_PLANS][2] = {
	{"adult-care", "Adult Care"},
	{"bus-network", "Bus Network"},
	{"childrens-services", "Children's Services"},
	{"climate-action", "Climate Action"},
	{"corporate-recovery", "Corporate Recovery"},
	{"customer-access", "Customer Access"},
	{"digital-services", "Digital Services"},
	{"economic-growth", "Economic Growth"},
	{"financial-control", "Financial Control"},
	{"fire-and-rescue", "Fire and Rescue"},
	{"flood-defence", "Flood Defence"},
	{"highways", "Highways"},
	{"housing-repairs", "Housing Repairs"},
	{"leisure-centres", "Leisure Centres"},
	{"local-planning", "Local Planning"},
	{"public-health", "Public Health"},
	{"revenues-benefits", "Revenues and Benefits"},
	{"special-needs", "Special Needs"},
	{"town-centres", "Town Centres"},
	{"waste-collection", "Waste Collection"},
};

static const char *const workstreams[PROSE_WORKSTREAMS][2] = {
	{"governance", "Governance and decision making"},
	{"procurement", "Procurement"},
	{"project-delivery", "Project plans and delivery"},
	{"partnership", "Partnership working"},
	{"culture", "Confidence and culture"},
	{"finance", "Financial planning"},
	{"workforce", "Workforce and capacity"},
	{"risk", "Risk management"},
	{"assurance", "Assurance framework"},
	{"data", "Data and performance"},
	{"audit", "Internal audit actions"},
	{"contracts", "Contract management"},
	{"estates", "Land and buildings"},
	{"engagement", "Engagement of residents"},
	{"scrutiny", "Scrutiny and challenge"},
	{"complaints", "Complaints and learning"},
	{"technology", "Systems and technology"},
	{"safeguarding", "Safeguarding"},
	{"legal", "Legal and compliance"},
	{"communication", "Communication"},
};

static const char *const other_paths[PROSE_OTHERS] = {
	".editorconfig",
	"SECURITY.md",
	"NOTICE",
	"CHANGELOG.md",
	"CODEOWNERS",
	"CONTRIBUTING.md",
	"LICENSE",
	"Makefile",
	"README.md",
	"data/calendar.csv",
	"data/contacts.csv",
	"docs/accessibility.md",
	"docs/background.md",
	"docs/board-papers.md",
	"docs/calendar.md",
	"docs/decisions.md",
	"docs/faq.md",
	"docs/glossary.md",
	"docs/guide-for-officers.md",
	"docs/guide-for-sponsors.md",
	"docs/index.md",
	"docs/minutes/board.md",
	"docs/minutes/scrutiny.md",
	"docs/publishing.md",
	"docs/ratings.md",
	"docs/roles.md",
	"scripts/publish",
	"scripts/remind",
	"scripts/report",
	"scripts/lib/mail.sh",
	"templates/agenda.md",
	"templates/overview.md",
	"templates/page.html",
	"templates/update.md",
};

static const char *const ratings[PROSE_RATINGS] = {"green", "green-amber", "amber", "amber-red",
                                                   "red"};

static const char *const subjects[] = {
	"The project group",       "The workstream's sponsor",  "The board",
	"The working party",       "The programme office",      "The finance team",
	"The delivery partner",    "The scrutiny committee",    "The monitoring officer",
	"The external reviewer",   "The group of lead members", "The interim manager",
	"The audit committee",     "The people team",           "The legal adviser",
	"The network of partners",
};

static const char *const verbs[] = {
	"agreed",     "reviewed",       "finished",  "asked for changes to",
	"signed off", "postponed",      "accepted",  "published",
	"rewrote",    "took advice on", "costed",    "tested",
	"began",      "withdrew",       "presented", "discussed",
};

static const char *const objects[] = {
	"the draft strategy",
	"the revised scheme of delegation",
	"the action plan for the next stage",
	"the training offered to all staff",
	"the register of contracts",
	"the business case for extra posts",
	"the first set of performance measures",
	"the terms of reference",
	"the response to the auditor's letter",
	"the survey of residents",
	"the handover from the earlier project",
	"the timetable for consultation",
	"the forecast of costs to the year's end",
	"the new operating model",
	"the lessons from the pilot",
	"the list of decisions still to be taken",
};

static const char *const endings[] = {
	"with two points left open",
	"a week later than planned",
	"as the timetable asks",
	"after talks with the partners",
	"in time for the next meeting",
	"subject to the money being found",
	"so that recruitment can start",
	"although one reply is still missing",
	"and will report back within the month",
	"without any change to the end date",
	"which closes an earlier action",
	"following questions from members",
};

static const char *const section_titles[PROSE_SECTIONS] = {
	"Key activities", "Engagement", "Concerns and issues", "RAG rationale", "Sponsor comments"};

unsigned dice_roll(struct dice *dice, unsigned sides)
{
	uint64_t mixed = dice->state += 0x9e3779b97f4a7c15;
	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
	mixed ^= mixed >> 31;
	return (unsigned)((mixed >> 32) % sides);
}

static struct dice dice_of(unsigned a, unsigned b, unsigned c)
{
	struct dice dice = {((uint64_t)a << 32) ^ ((uint64_t)b << 16) ^ c};
	dice_roll(&dice, 1);
	return dice;
}

/* Appends the words in lines of WIDTH; the first line begins in the column FROM. */
static void add_wrapped(struct buf *text, const char *words, unsigned from, unsigned indent)
{
	size_t column = from;
	for (const char *at = words; *at != '\0';) {
		size_t length = strcspn(at, " ");
		if (column != from && column + 1 + length > WIDTH) {
			buf_byte(text, '\n');
			buf_repeat(text, ' ', indent);
			column = indent;
		} else if (column != from) {
			buf_byte(text, ' ');
			column++;
		}
		buf_add(text, at, length);
		column += length;
		at += length + (at[length] == ' ');
	}
	buf_byte(text, '\n');
}

static void add_sentence(struct buf *words, struct dice *dice)
{
	buf_printf(words, "%s%s %s %s", words->length != 0 ? " " : "", ONE_OF(dice, subjects),
	           ONE_OF(dice, verbs), ONE_OF(dice, objects));
	switch (dice_roll(dice, 4)) {
	case 0:
		buf_printf(words, " on %u %s", 1 + dice_roll(dice, 28),
		           (const char *[]){"January", "March", "May", "July", "September",
		                            "November"}[dice_roll(dice, 6)]);
		break;
	case 1:
		buf_printf(words, " at a cost of %u,%03u pounds", 1 + dice_roll(dice, 90),
		           dice_roll(dice, 10) * 100);
		break;
	default:
		buf_printf(words, " %s", ONE_OF(dice, endings));
	}
	buf_byte(words, '.');
}

static void add_sentences(struct buf *text, struct dice *dice, unsigned count, unsigned from,
                          unsigned indent)
{
	struct buf words = BUF_INIT;
	for (unsigned i = 0; i < count; i++)
		add_sentence(&words, dice);
	add_wrapped(text, words.bytes, from, indent);
	buf_release(&words);
}

char *prose_month(unsigned month, char text[PROSE_MONTH_SIZE])
{
	snprintf(text, PROSE_MONTH_SIZE, "%04u-%02u", PROSE_FIRST_YEAR + month / 12,
	         month % 12 + 1);
	return text;
}

static void add_section(struct buf *text, const struct report *report, unsigned section)
{
	static const unsigned char least[PROSE_SECTIONS] = {2, 1, 1, 1, 1};
	struct dice dice = dice_of(report->seed, section + 1, report->edits[section]);
	unsigned count = least[section] + dice_roll(&dice, 2);
	buf_printf(text, "\n## %s\n\n", section_titles[section]);
	if (section == 0) {
		for (unsigned i = 0; i < count; i++) {
			buf_text(text, "- ");
			add_sentences(text, &dice, 1, 2, 2);
		}
		return;
	}
	if (section == PROSE_RATIONALE)
		buf_printf(text, "The rating for this month is %s.\n", ratings[report->rating]);
	add_sentences(text, &dice, count, 0, 0);
}

static void add_milestones(struct buf *text, const struct report *report)
{
	static const char *const statuses[] = {"delivered", "in-progress", "carried",
	                                       "not-started"};
	char month[PROSE_MONTH_SIZE];
	struct dice stable = dice_of(report->plan, report->workstream, 77);
	struct dice dice = dice_of(report->seed, 20, report->edits[0]);
	unsigned first = report->month / 3;
	buf_text(text, "milestones:\n");
	for (unsigned i = 0; i < 3; i++)
		buf_printf(text, "  - {id: m%u, title: %s %u, due: %s-%02u, status: %s}\n",
		           first + i + 1, ONE_OF(&stable, objects) + 4, first + i + 1,
		           prose_month(report->month + i, month), 1 + dice_roll(&stable, 28),
		           ONE_OF(&dice, statuses));
	buf_text(text, "next_milestones:\n");
	buf_printf(text, "  - {id: m%u, title: %s, due: %s-28}\n", first + 4,
	           ONE_OF(&stable, objects) + 4, prose_month(report->month + 3, month));
}

static void add_risks(struct buf *text, const struct report *report)
{
	struct dice stable = dice_of(report->plan, report->workstream, 78);
	unsigned count = 1 + report->seed % 2;
	buf_text(text, "risks:\n");
	for (unsigned i = 0; i < count; i++) {
		struct dice dice = dice_of(report->seed, 40 + i, report->edits[2]);
		buf_printf(text, "  - id: r%u\n    risk: Nobody decides on %s\n", i + 1,
		           ONE_OF(&stable, objects));
		buf_text(text, "    mitigation: >-\n      ");
		add_sentences(text, &dice, 1, 6, 6);
	}
}

static void add_correction(struct buf *text, const struct report *report)
{
	if (report->corrected)
		buf_text(text, "correction:\n"
		               "  reason: The rating did not follow from what the scale says.\n"
		               "  raised_by: Programme office\n");
}

void prose_update(struct buf *text, const struct report *report)
{
	char month[PROSE_MONTH_SIZE];
	const char *title = workstreams[report->workstream][1];
	struct dice stable = dice_of(report->plan, report->workstream, 79);
	unsigned ends = report->month + 3 + dice_roll(&stable, 12);
	buf_printf(text, "---\nworkstream: %s\nperiod: %s\nrag: %s\n",
	           workstreams[report->workstream][0], prose_month(report->month, month),
	           ratings[report->rating]);
	buf_printf(text, "sponsor: Sponsor of %s\nmanagers:\n  - Manager of %s\n", title, title);
	buf_printf(text, "agreed_completion: %s-28\n", prose_month(ends, month));
	buf_printf(text, "forecast_completion: %s-28\n",
	           prose_month(ends + report->rating / 2, month));
	buf_text(text, "description: >-\n  ");
	add_sentences(text, &stable, 1, 2, 2);
	buf_printf(text, "outcomes:\n  - {id: first, title: %s in use}\n",
	           ONE_OF(&stable, objects) + 4);
	add_milestones(text, report);
	add_risks(text, report);
	add_correction(text, report);
	buf_printf(text, "completed_by: Manager of %s\ncompleted_on: %s-%02u\n---\n", title,
	           prose_month(report->month + 1, month), report->day);
	for (unsigned i = 0; i < PROSE_SECTIONS; i++)
		add_section(text, report, i);
}

void prose_overview(struct buf *text, const struct report *report)
{
	char month[PROSE_MONTH_SIZE];
	struct dice dice = dice_of(report->seed, 60, report->edits[0]);
	buf_printf(text, "---\nkind: overview\nperiod: %s\nrag: %s\n",
	           prose_month(report->month, month), ratings[report->rating]);
	buf_printf(text, "director: Director of %s\ncompleted_on: %s-%02u\n",
	           plans[report->plan][1], prose_month(report->month + 1, month), report->day);
	add_correction(text, report);
	buf_text(text, "---\n\n");
	add_sentences(text, &dice, 5, 0, 0);
	buf_text(text, "\n## The programme\n\n");
	add_sentences(text, &dice, 4, 0, 0);
}

void prose_plan(struct buf *text, const struct outline *outline)
{
	char month[PROSE_MONTH_SIZE];
	const char *title = plans[outline->plan][1];
	struct dice stable = dice_of(outline->plan, 1, 80);
	buf_printf(text,
	           "---\nkind: plan\ntitle: %s Improvement Plan\n"
	           "organisation: The %s Authority\nstarts: %u-01-01\nends: %s-28\n"
	           "cadence: monthly\nworkstreams:\n",
	           title, title, PROSE_FIRST_YEAR, prose_month(outline->months + 12, month));
	for (unsigned i = 0; i < outline->workstreams; i++)
		buf_printf(text, "  - id: %s\n    title: %s\n    sponsor: Sponsor of %s\n",
		           workstreams[i][0], workstreams[i][1], workstreams[i][1]);
	buf_text(text, "roll_up: stated\ncommittees:\n"
	               "  - {id: board, name: Authority Board, type: decide}\n"
	               "  - {id: scrutiny, name: Scrutiny Committee, type: scrutinise}\n");
	if (outline->meetings != 0)
		buf_text(text, "meetings:\n");
	for (unsigned i = 0; i < outline->meetings; i++)
		buf_printf(text, "  - {committee: %s, date: %s-20}\n",
		           i % 2 == 0 ? "board" : "scrutiny", prose_month(i * 6, month));
	buf_text(text, "---\n\n");
	add_sentences(text, &stable, 6, 0, 0);
}

void prose_other(struct buf *text, unsigned other, unsigned edits)
{
	/* Each edit rewrites one paragraph of six. */
	for (unsigned i = 0; i < 6; i++) {
		struct dice dice = dice_of(other, 90 + i, (edits + 5 - i) / 6);
		if (i != 0)
			buf_byte(text, '\n');
		add_sentences(text, &dice, 2 + dice_roll(&dice, 2), 0, 0);
	}
}

const char *prose_plan_id(unsigned plan)
{
	return plans[plan][0];
}

const char *prose_workstream_id(unsigned workstream)
{
	return workstreams[workstream][0];
}

const char *prose_workstream_title(unsigned workstream)
{
	return workstreams[workstream][1];
}

const char *prose_other_path(unsigned other)
{
	return other_paths[other];
}
