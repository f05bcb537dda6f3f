/* Papers, the meetings that they go to, and what was published: declared in rules/judge.h. */
#include "rules/judge.h"

#include <string.h>

#include "record/published.h"
#include "record/registers.h"

static const struct place top = {1, 1};

void judge_meeting(const struct judgement *judgement)
{
	const struct paper *paper = judgement->document->paper;
	struct arena arena = ARENA_INIT;
	char day[DATE_TEXT_SIZE];
	if (paper == NULL || judgement->folder->plan == NULL || !paper->date.valid ||
	    paper->committee.text == NULL)
		return;
	struct registers shared =
		registers_of_folder(judgement->collection, judgement->folder, &arena);
	/* Of a committee that no plan lists another rule tells. */
	if (registers_committee(&shared, paper->committee.text) != NULL &&
	    registers_meeting(&shared, paper->committee.text, paper->date.as.date) == NULL &&
	    !judgement->collection->partial)
		judgement_add(
			judgement, judgement->document->path, paper->date.place,
			"there is no meeting of `%.60s` on %s in `meetings` of plan.md; add it "
			"there, or mend the date",
			paper->committee.text, date_words(paper->date.as.date, day));
	arena_release(&arena);
}

void judge_as_of(const struct judgement *judgement)
{
	const struct paper *paper = judgement->document->paper;
	const struct record *record = judgement->record;
	struct object_id commit;
	struct error why = ERROR_INIT;
	/* The outline of a record knows no commits. */
	if (paper == NULL || paper->as_of.text == NULL || record == NULL ||
	    record->lineage.count == 0)
		return;
	enum as_of_type type = as_of_find(record, paper->as_of.text, &commit);
	if (type == AS_OF_FOUND)
		return;
	as_of_explain(type, paper->as_of.text, &why);
	judgement_add(judgement, judgement->document->path, paper->as_of.place, "%s; %s", why.what,
	              why.hint);
}

/* The folder's paper with this id, or NULL. */
static const struct document *paper_in(const struct folder *folder, const char *id)
{
	for (size_t i = 0; i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		if (document != NULL && document->paper != NULL &&
		    document->paper->id.text != NULL && strcmp(document->paper->id.text, id) == 0)
			return document;
	}
	return NULL;
}

static void judge_published(const struct judgement *judgement, const struct filed *filed,
                            const struct filed_version *published)
{
	char hex[OBJECT_HEX_SIZE];
	const struct document *now = paper_in(judgement->folder, filed->id);
	int line = now == NULL ? 0 : published_difference(published->document, now);
	object_hex(&published->landing->id, hex);
	if (now == NULL && judgement->folder->plan_document != NULL)
		judgement_add(
			judgement, judgement->folder->plan_document->path, top,
			"the paper `%.60s` was published in commit %.*s, and is gone; bring it "
			"back: git checkout %.*s -- %.200s",
			filed->id, OBJECT_SHORT, hex, OBJECT_SHORT, hex, published->path);
	else if (line != 0)
		judgement_add(
			judgement, now->path, (struct place){line, 1},
			"this paper was published in commit %.*s, and from this line on it is "
			"not what it was; put it back (git checkout %.*s -- %.200s), and write "
			"what is new in a paper of its own",
			OBJECT_SHORT, hex, OBJECT_SHORT, hex, published->path);
}

void judge_changed_paper(const struct judgement *judgement)
{
	const struct record *record = judgement->record;
	struct cabinet cabinet;
	struct error ignored = ERROR_INIT;
	if (record == NULL || record->filing_count == 0)
		return;
	int result = cabinet_read(record, &cabinet, &ignored);
	for (size_t i = 0; i < cabinet.count && result == 0; i++) {
		struct judgement inner = *judgement;
		const struct filed_version *published = published_version(&cabinet.items[i]);
		if (published == NULL)
			continue;
		for (size_t j = 0; j < judgement->collection->count; j++)
			if (strcmp(judgement->collection->folders[j].id,
			           cabinet.items[i].plan_id) == 0)
				inner.folder = &judgement->collection->folders[j];
		if (inner.folder != NULL)
			judge_published(&inner, &cabinet.items[i], published);
	}
	cabinet_release(&cabinet);
}
