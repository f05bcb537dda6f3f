/* The registers of a plan on its page: who is who. */
#include "site/plan_parts.h"

#include "record/registers.h"
#include "view/badge.h"

const char *committee_name(const struct registers *registers, const char *id)
{
	const struct committee *committee = id == NULL ? NULL : registers_committee(registers, id);
	if (committee != NULL && committee->name.text != NULL)
		return committee->name.text;
	return id != NULL ? id : "Not given";
}

static const char *text_or(const struct value *value, const char *otherwise)
{
	return value->text != NULL ? value->text : otherwise;
}

/* Other spellings, below a name; WRITE is html_person() where it is somebody's. */
static void add_also(struct html *html, const struct list *also,
                     void (*write)(struct html *html, const char *text))
{
	size_t shown = 0;
	for (size_t i = 0; i < also->count; i++) {
		const char *text = LIST_OF(struct value, *also)[i].text;
		if (text == NULL)
			continue;
		html_put(html, shown == 0 ? "\n<span class=\"note\">" : "; ");
		if (shown++ == 0)
			html_add(html, "%s: ", html_phrase(html, PHRASE_REGISTER_ALSO));
		write(html, text);
	}
	if (shown != 0)
		html_put(html, "</span>");
}

/* Folded away: they are looked up, not read, and can be longer than all the rest. */
static void register_begin(struct html *html, enum phrase heading, size_t count)
{
	html_add(html, "<details>\n<summary><h3>%s</h3> (%zu)</summary>\n",
	         html_phrase(html, heading), count);
}

static void add_committees(struct html *html, const struct plan *plan)
{
	static const enum phrase names[] = {PHRASE_REGISTER_BODY, PHRASE_REGISTER_WHAT_IT_DOES};
	static const enum phrase types[] = {PHRASE_REGISTER_DECIDES, PHRASE_REGISTER_SCRUTINISES,
	                                    PHRASE_REGISTER_ADVISES, PHRASE_REGISTER_OFFICERS};
	const char *columns[2];
	const struct committee *rows = LIST_OF(struct committee, plan->committees);
	if (plan->committees.count == 0)
		return;
	phrase_columns(html, names, 2, columns);
	register_begin(html, PHRASE_REGISTER_COMMITTEES, plan->committees.count);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_REGISTER_COMMITTEES_CAPTION), columns,
	           2);
	for (size_t i = 0; i < plan->committees.count; i++) {
		html_row(html, columns[0]);
		html_text(html,
		          text_or(&rows[i].name,
		                  text_or(&rows[i].id, html_phrase(html, PHRASE_PLAN_NOT_GIVEN))));
		add_also(html, &rows[i].also, html_text);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		html_say(html, rows[i].type.valid ? types[rows[i].type.as.word]
		                                  : PHRASE_REGISTER_NOT_SAID);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</details>\n");
}

/* "Interim until 31 January 2024" */
static void add_post(struct html *html, const struct person *person)
{
	static const enum phrase words[] = {PHRASE_REGISTER_FILLED, PHRASE_REGISTER_INTERIM,
	                                    PHRASE_REGISTER_VACANT};
	html_say(html, words[person->status.valid ? person->status.as.word : POST_FILLED]);
	if (!person->until.valid)
		return;
	html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_UNTIL));
	html_date(html, person->until.as.date);
}

/* A post, or whoever is listed without one, and what else is known of it. */
static void add_role(struct html *html, const struct person *person)
{
	html_person(html,
	            text_or(&person->role,
	                    text_or(&person->name, html_phrase(html, PHRASE_PLAN_NOT_GIVEN))));
	if (person->name.text == NULL || person->role.text == NULL)
		add_also(html, &person->also, html_person);
	if (person->note.text != NULL)
		html_add(html, "\n<span class=\"note\">%s</span>", person->note.text);
}

/* Who holds it, where that is told: else no column says so. */
static void add_holder(struct html *html, const struct person *person)
{
	if (person->role.text == NULL || person->name.text == NULL) {
		html_say(html, PHRASE_REGISTER_NOT_NAMED);
		return;
	}
	html_person(html, person->name.text);
	add_also(html, &person->also, html_person);
}

static void add_people(struct html *html, const struct plan *plan,
                       const struct registers *registers)
{
	static const enum phrase names[] = {PHRASE_REGISTER_POST, PHRASE_REGISTER_OF,
	                                    PHRASE_REGISTER_HOW_HELD, PHRASE_REGISTER_WHO};
	const char *columns[4];
	const struct person *rows = LIST_OF(struct person, plan->people);
	bool named = false;
	if (plan->people.count == 0)
		return;
	for (size_t i = 0; i < plan->people.count; i++)
		named = named || (rows[i].name.text != NULL && rows[i].role.text != NULL);
	phrase_columns(html, names, 4, columns);
	register_begin(html, PHRASE_REGISTER_PEOPLE, plan->people.count);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_REGISTER_PEOPLE_CAPTION), columns,
	           named ? 4 : 3);
	for (size_t i = 0; i < plan->people.count; i++) {
		const char *id = rows[i].organisation.text;
		const struct organisation *of =
			id == NULL ? NULL : registers_organisation(registers, id);
		html_row(html, columns[0]);
		add_role(html, &rows[i]);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		html_text(html, of != NULL   ? text_or(&of->name, id)
		                : id != NULL ? id
		                             : text_or(&plan->organisation,
		                                       html_phrase(html, PHRASE_PLAN_NOT_GIVEN)));
		html_put(html, "</td>\n");
		html_cell(html, columns[2]);
		add_post(html, &rows[i]);
		html_put(html, "</td>\n");
		if (named) {
			html_cell(html, columns[3]);
			add_holder(html, &rows[i]);
			html_put(html, "</td>\n");
		}
		html_put(html, "</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</details>\n");
}

static void add_organisations(struct html *html, const struct plan *plan)
{
	static const enum phrase names[] = {PHRASE_REGISTER_BODY, PHRASE_REGISTER_ROLE};
	const char *columns[2];
	const struct organisation *rows = LIST_OF(struct organisation, plan->organisations);
	if (plan->organisations.count == 0)
		return;
	phrase_columns(html, names, 2, columns);
	register_begin(html, PHRASE_REGISTER_ORGANISATIONS, plan->organisations.count);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_REGISTER_ORGANISATIONS_CAPTION),
	           columns, 2);
	for (size_t i = 0; i < plan->organisations.count; i++) {
		html_row(html, columns[0]);
		html_text(html, text_or(&rows[i].name, html_phrase(html, PHRASE_PLAN_NOT_GIVEN)));
		add_also(html, &rows[i].also, html_text);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		html_text(html,
		          text_or(&rows[i].role, html_phrase(html, PHRASE_REGISTER_NOT_SAID)));
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</details>\n");
}

struct registers published_registers(const struct site_view *site, const struct plan_view *view,
                                     struct arena *arena)
{
	struct registers all = registers_of_plan(site->record, &view->plan, arena);
	struct registers shown = {.plans =
	                                  arena_new(arena, (all.count + 1) * sizeof(*shown.plans))};
	for (size_t i = 0; i < all.count; i++)
		for (size_t j = 0; j < site->count; j++)
			if (site->plans[j].plan.plan == all.plans[i])
				shown.plans[shown.count++] = all.plans[i];
	return shown;
}

void plan_registers(struct html *html, const struct site_view *site, const struct plan_view *view)
{
	const struct plan *plan = view->plan.plan;
	struct arena arena = ARENA_INIT;
	struct registers registers = published_registers(site, view, &arena);
	add_committees(html, plan);
	add_people(html, plan, &registers);
	add_organisations(html, plan);
	arena_release(&arena);
}
