#include "candour/spoken.h"

static void add(struct spoken_list *list, struct arena *arena, struct spoken spoken)
{
	if (list->count == SPOKEN_MOST)
		return;
	list->items =
		arena_grow(arena, list->items, list->count, &list->room, sizeof(*list->items));
	list->items[list->count++] = spoken;
}

/* The sentences of a text that stands at one place. */
static void add_text(struct spoken_list *list, struct arena *arena, struct spoken spoken,
                     const char *text)
{
	struct sentences sentences = {0};
	if (text == NULL || list->count == SPOKEN_MOST)
		return;
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++) {
		spoken.sentence = &sentences.items[i];
		add(list, arena, spoken);
	}
}

static void add_body(const struct chapter *chapter, struct arena *arena, struct spoken_list *list)
{
	const struct sentences *sentences = chapter_sentences(chapter);
	for (size_t i = 0; i < sentences->count; i++)
		if (!sentences->items[i].passage->quoted)
			add(list, arena,
			    (struct spoken){.type = SPOKEN_BODY, .sentence = &sentences->items[i]});
}

static void add_headings(const struct chapter *chapter, struct arena *arena,
                         struct spoken_list *list)
{
	const struct body *body = &chapter_document(chapter)->body;
	const struct prose *prose = chapter_prose(chapter);
	for (size_t i = 0; i < body->count; i++)
		add_text(list, arena,
		         (struct spoken){.type = SPOKEN_HEADING, .place = body->sections[i].place},
		         body->sections[i].title);
	for (size_t i = 0; i < prose->count; i++)
		if (prose->passages[i].heading)
			add_text(list, arena,
			         (struct spoken){.type = SPOKEN_HEADING,
			                         .place = {prose->passages[i].line, 1}},
			         prose->passages[i].text);
}

static void add_field(struct spoken_list *list, struct arena *arena, enum spoken_type type,
                      const char *field, const struct value *value)
{
	add_text(list, arena, (struct spoken){.type = type, .field = field, .place = value->place},
	         value->text);
}

static void add_texts(const struct chapter *chapter, struct arena *arena, struct spoken_list *list)
{
	const struct update *update = chapter_update(chapter);
	if (update == NULL) {
		const struct overview *overview = chapter_overview(chapter);
		add_field(list, arena, SPOKEN_TEXT, "roll_up_reason", &overview->roll_up_reason);
		add_field(list, arena, SPOKEN_TEXT, "reason", &overview->correction.reason);
		return;
	}
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	const struct risk *risks = LIST_OF(struct risk, update->risks);
	add_field(list, arena, SPOKEN_TEXT, "description", &update->description);
	for (size_t i = 0; i < update->milestones.count; i++) {
		add_field(list, arena, SPOKEN_TEXT, "title", &milestones[i].title);
		add_field(list, arena, SPOKEN_TEXT, "reason", &milestones[i].reason);
	}
	for (size_t i = 0; i < update->next_milestones.count; i++)
		add_field(list, arena, SPOKEN_TEXT, "title", &next[i].title);
	for (size_t i = 0; i < update->risks.count; i++) {
		add_field(list, arena, SPOKEN_TEXT, "risk", &risks[i].risk);
		add_field(list, arena, SPOKEN_TEXT, "mitigation", &risks[i].mitigation);
		add_field(list, arena, SPOKEN_TEXT, "reason", &risks[i].reason);
	}
	add_field(list, arena, SPOKEN_TEXT, "reason", &update->correction.reason);
}

void spoken_read_posts(const struct chapter *chapter, struct arena *arena, struct spoken_list *list)
{
	const struct update *update = chapter_update(chapter);
	if (update == NULL) {
		const struct overview *overview = chapter_overview(chapter);
		add_field(list, arena, SPOKEN_POST, "director", &overview->director);
		add_field(list, arena, SPOKEN_POST, "raised_by", &overview->correction.raised_by);
		return;
	}
	const struct value *managers = LIST_OF(struct value, update->managers);
	const struct risk *risks = LIST_OF(struct risk, update->risks);
	add_field(list, arena, SPOKEN_POST, "sponsor", &update->sponsor);
	for (size_t i = 0; i < update->managers.count; i++)
		add_field(list, arena, SPOKEN_POST, "managers", &managers[i]);
	add_field(list, arena, SPOKEN_POST, "support", &update->support);
	add_field(list, arena, SPOKEN_POST, "completed_by", &update->completed_by);
	add_field(list, arena, SPOKEN_POST, "sponsor_signed", &update->sponsor_signed.by);
	add_field(list, arena, SPOKEN_POST, "agreed_change", &update->agreed_change.by);
	add_field(list, arena, SPOKEN_POST, "raised_by", &update->correction.raised_by);
	for (size_t i = 0; i < update->risks.count; i++)
		add_field(list, arena, SPOKEN_POST, "owner", &risks[i].owner);
}

const struct spoken_list *chapter_spoken(const struct chapter *chapter)
{
	struct reading_matter *matter = chapter->matter;
	if (matter->spoken == NULL) {
		struct arena *arena = &matter->story->arena;
		struct spoken_list *list = arena_new(arena, sizeof(*list));
		add_body(chapter, arena, list);
		add_headings(chapter, arena, list);
		add_texts(chapter, arena, list);
		spoken_read_posts(chapter, arena, list);
		matter->spoken = list;
	}
	return matter->spoken;
}

struct place spoken_place(const struct chapter *chapter, const struct spoken *spoken, size_t word)
{
	return spoken->type == SPOKEN_BODY
	               ? sentence_place(chapter_document(chapter), spoken->sentence, word)
	               : spoken->place;
}
