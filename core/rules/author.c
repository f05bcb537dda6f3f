/* Rules about who may rate, before anything is committed: declared in rules/rules.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "record/roles.h"
#include "record/settings.h"
#include "rules/judge.h"

/* What a document says of one workstream and one period; of the overview, of no workstream. */
struct claim {
	const char *workstream;
	const struct value *period, *rag;
};

static bool names_anybody(const struct plan *plan)
{
	if (plan == NULL)
		return false;
	for (size_t i = 0; i < plan->workstreams.count; i++)
		if (roles_named(&LIST_OF(struct workstream, plan->workstreams)[i].raters))
			return true;
	return roles_named(&plan->raters) || roles_named(&plan->owners);
}

bool rules_ask_author(const struct collection *collection)
{
	for (size_t i = 0; i < collection->count; i++) {
		const struct folder *folder = &collection->folders[i];
		if (names_anybody(folder->plan))
			return true;
		/* Who was named in a plan.md that is changed is known from before alone. */
		for (size_t j = 0; j < folder->count; j++)
			if (folder->items[j].document == folder->plan_document &&
			    folder->plan_document != NULL && !folder->items[j].beside)
				return true;
	}
	return false;
}

/* False where the document claims no rating: a draft, or one that cannot be read. */
static bool read_claim(const struct document *document, struct claim *claim)
{
	if (document != NULL && document->update != NULL &&
	    document->update->workstream.text != NULL)
		*claim = (struct claim){document->update->workstream.text,
		                        &document->update->period, &document->update->rag};
	else if (document != NULL && document->overview != NULL)
		*claim =
			(struct claim){NULL, &document->overview->period, &document->overview->rag};
	else
		return false;
	const struct common *common = document_common(document);
	bool draft = common != NULL && common->draft.valid && common->draft.as.flag;
	return !draft && claim->period->valid && claim->rag->text != NULL;
}

static bool same_subject(const struct claim *a, const struct claim *b)
{
	bool same = a->workstream == NULL || b->workstream == NULL
	                    ? a->workstream == b->workstream
	                    : strcmp(a->workstream, b->workstream) == 0;
	return same && period_equal(a->period->as.period, b->period->as.period);
}

/* True where the plan's documents said the same before, in whatever file. */
static bool stood(const struct folder *before, const struct claim *claim)
{
	for (size_t i = 0; i < before->count; i++) {
		struct claim other;
		if (read_claim(before->items[i].document, &other) && same_subject(&other, claim))
			return scale_level(&before->plan->scale, other.rag->text) != SCALE_NONE
			               ? scale_level(&before->plan->scale, other.rag->text) ==
			                         scale_level(&before->plan->scale, claim->rag->text)
			               : strcmp(other.rag->text, claim->rag->text) == 0;
	}
	return false;
}

static void warn(const struct judgement *judgement, const char *email, const struct list *named,
                 struct place place, const char *what)
{
	struct buf author = BUF_INIT, names = BUF_INIT;
	text_add_visible(&author, email, strlen(email));
	judge_add_named(&names, named);
	judgement_add(judgement, judgement->document->path, place,
	              "%.80s may not %s; the plan names %s: ask one of them to commit it, or the "
	              "server will refuse it",
	              author.bytes, what, names.bytes);
	buf_release(&author);
	buf_release(&names);
}

static void judge_claim(struct judgement *judgement, const struct folder *before, const char *email)
{
	struct claim claim;
	struct buf what = BUF_INIT;
	if (!read_claim(judgement->document, &claim))
		return;
	const struct list *named = roles_raters(before->plan, claim.workstream);
	if (roles_find(named, email) != WARRANT_LACKING || stood(before, &claim))
		return;
	buf_printf(&what, "set the rating of %.100s",
	           claim.workstream != NULL ? claim.workstream : "the programme");
	judgement->rule = rule_named("rater-not-named");
	warn(judgement, email, named, claim.rag->place, what.bytes);
	buf_release(&what);
}

static void judge_settings(struct judgement *judgement, const struct folder *before,
                           const char *email)
{
	struct settings changed = {0};
	struct arena arena = ARENA_INIT;
	const struct plan *now = judgement->folder->plan;
	if (now == NULL || roles_find(&before->plan->owners, email) != WARRANT_LACKING)
		return;
	settings_changed(before->plan, now, &arena, &changed);
	judgement->rule = rule_named("owner-not-named");
	for (size_t i = 0; i < changed.count; i++) {
		struct buf what = BUF_INIT;
		if (changed.items[i].workstream != NULL)
			buf_printf(&what, "change the `%s` of %.60s", changed.items[i].name,
			           changed.items[i].workstream);
		else
			buf_printf(&what, "change `%s` of this plan", changed.items[i].name);
		warn(judgement, email, &before->plan->owners, setting_place(&changed.items[i], now),
		     what.bytes);
		buf_release(&what);
	}
	arena_release(&arena);
}

static const struct folder *folder_of(const struct collection *collection, const char *id)
{
	for (size_t i = 0; i < collection->count; i++)
		if (strcmp(collection->folders[i].id, id) == 0)
			return &collection->folders[i];
	return NULL;
}

void rules_judge_author(const struct collection *collection, const struct collection *before,
                        const char *email, struct findings *findings)
{
	static const struct gate looks_on = {false, 0};
	for (size_t i = 0; i < collection->count; i++) {
		const struct folder *folder = &collection->folders[i];
		const struct folder *was = folder_of(before, folder->id);
		/* Where there was no plan that could be read, nobody was named. */
		for (size_t j = 0; was != NULL && was->plan != NULL && j < folder->count; j++) {
			struct judgement judgement = {.folder = folder,
			                              .document = folder->items[j].document,
			                              .findings = findings,
			                              .collection = collection,
			                              .gate = &looks_on};
			if (judgement.document == NULL || folder->items[j].beside)
				continue;
			if (judgement.document == folder->plan_document)
				judge_settings(&judgement, was, email);
			else
				judge_claim(&judgement, was, email);
		}
	}
	findings_sort(findings);
}
