/* The registers of a plan on its page: who meets when, who is who. */
#include "view/pages.h"

#include "record/registers.h"
#include "view/html.h"

const char *committee_name(const struct registers *registers, const char *id)
{
	const struct committee *committee = id == NULL ? NULL : registers_committee(registers, id);
	if (committee != NULL && committee->name.text != NULL)
		return committee->name.text;
	return id != NULL ? id : "Not given";
}

static void add_meetings(struct buf *html, const struct plan *plan,
                         const struct registers *registers)
{
	static const char *const columns[] = {"Date", "Body", "What was published for it"};
	const struct meeting *rows = LIST_OF(struct meeting, plan->meetings);
	bool tagged = false;
	if (plan->meetings.count == 0)
		return;
	for (size_t i = 0; i < plan->meetings.count; i++)
		tagged = tagged || rows[i].tag.text != NULL;
	buf_text(html, "<h3>Meetings</h3>\n");
	html_table(html, HTML_PAIRS, "Meetings at which the plan is looked at", columns,
	           tagged ? 3 : 2);
	for (size_t i = 0; i < plan->meetings.count; i++) {
		html_row(html, columns[0]);
		if (rows[i].date.valid)
			html_date(html, rows[i].date.as.date);
		else
			buf_text(html, "Not given");
		buf_text(html, "</th>\n");
		html_cell(html, columns[1]);
		html_add(html, "%s</td>\n", committee_name(registers, rows[i].committee.text));
		if (tagged) {
			html_cell(html, columns[2]);
			html_add(html, "%s</td>\n",
			         rows[i].tag.text != NULL ? rows[i].tag.text : "Nothing tagged");
		}
		buf_text(html, "</tr>\n");
	}
	html_table_end(html);
}

static const char *text_or(const struct value *value, const char *otherwise)
{
	return value->text != NULL ? value->text : otherwise;
}

/* Other spellings, behind a name. */
static void add_also(struct buf *html, const struct list *also)
{
	for (size_t i = 0; i < also->count; i++) {
		const char *text = LIST_OF(struct value, *also)[i].text;
		if (text == NULL)
			continue;
		buf_text(html, i == 0 ? "<span class=\"note\">Also: " : "; ");
		html_text(html, text);
	}
	if (also->count != 0)
		buf_text(html, "</span>");
}

static void add_committees(struct buf *html, const struct plan *plan)
{
	static const char *const columns[] = {"Body", "What it does"};
	static const char *const types[] = {"Decides", "Scrutinises", "Advises", "Officers meet"};
	const struct committee *rows = LIST_OF(struct committee, plan->committees);
	if (plan->committees.count == 0)
		return;
	buf_text(html, "<h3>Boards, committees and groups</h3>\n");
	html_table(html, HTML_PAIRS, "Bodies that the plan goes to", columns, 2);
	for (size_t i = 0; i < plan->committees.count; i++) {
		html_row(html, columns[0]);
		html_text(html, text_or(&rows[i].name, text_or(&rows[i].id, "Not given")));
		add_also(html, &rows[i].also);
		buf_text(html, "</th>\n");
		html_cell(html, columns[1]);
		buf_text(html, rows[i].type.valid ? types[rows[i].type.as.word] : "Not said");
		buf_text(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
}

/* "Interim until 31 January 2024" */
static void add_post(struct buf *html, const struct person *person)
{
	static const char *const words[] = {"Filled", "Interim", "Vacant"};
	buf_text(html, words[person->status.valid ? person->status.as.word : POST_FILLED]);
	if (!person->until.valid)
		return;
	buf_text(html, " until ");
	html_date(html, person->until.as.date);
}

static void add_people(struct buf *html, const struct plan *plan, const struct registers *registers)
{
	static const char *const columns[] = {"Post", "Who", "Of", "How it is held"};
	const struct person *rows = LIST_OF(struct person, plan->people);
	if (plan->people.count == 0)
		return;
	buf_text(html, "<h3>People and posts</h3>\n");
	html_table(html, HTML_PAIRS, "Who the plan names", columns, 4);
	for (size_t i = 0; i < plan->people.count; i++) {
		const char *id = rows[i].organisation.text;
		const struct organisation *of =
			id == NULL ? NULL : registers_organisation(registers, id);
		html_row(html, columns[0]);
		html_text(html, text_or(&rows[i].role, text_or(&rows[i].name, "Not given")));
		buf_text(html, "</th>\n");
		html_cell(html, columns[1]);
		html_person(html, rows[i].role.text == NULL ? "As said"
		                                            : text_or(&rows[i].name, "Not named"));
		add_also(html, &rows[i].also);
		buf_text(html, "</td>\n");
		html_cell(html, columns[2]);
		html_text(html, of != NULL   ? text_or(&of->name, id)
		                : id != NULL ? id
		                             : text_or(&plan->organisation, "Not given"));
		buf_text(html, "</td>\n");
		html_cell(html, columns[3]);
		add_post(html, &rows[i]);
		buf_text(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
}

static void add_organisations(struct buf *html, const struct plan *plan)
{
	static const char *const columns[] = {"Body", "What it is to the plan"};
	const struct organisation *rows = LIST_OF(struct organisation, plan->organisations);
	if (plan->organisations.count == 0)
		return;
	buf_text(html, "<h3>Organisations</h3>\n");
	html_table(html, HTML_PAIRS, "Bodies that the plan deals with", columns, 2);
	for (size_t i = 0; i < plan->organisations.count; i++) {
		html_row(html, columns[0]);
		html_text(html, text_or(&rows[i].name, "Not given"));
		add_also(html, &rows[i].also);
		buf_text(html, "</th>\n");
		html_cell(html, columns[1]);
		html_text(html, text_or(&rows[i].role, "Not said"));
		buf_text(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
}

void plan_registers(struct buf *html, const struct site_view *site, const struct plan_view *view)
{
	const struct plan *plan = view->plan.plan;
	struct arena arena = ARENA_INIT;
	struct registers registers = registers_of_plan(site->record, &view->plan, &arena);
	add_meetings(html, plan, &registers);
	add_committees(html, plan);
	add_people(html, plan, &registers);
	add_organisations(html, plan);
	arena_release(&arena);
}
