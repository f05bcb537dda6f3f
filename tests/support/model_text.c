/* The record of the model as text, as print_record() tells the real one. */
#include "support/model_rules.h"

static void print_key(const struct key *key, struct buf *text)
{
	char period[PERIOD_TEXT_SIZE];
	buf_printf(text, "better %s %s", model_workstreams[key->workstream],
	           period_iso(key->period, period));
}

static void print_version(const struct model *model, const struct on_record *record, int index,
                          struct buf *text)
{
	const struct model_commit *commits = model->history->commits;
	const struct model_version *version = &record->versions[index];
	const struct model_version *rated = &record->versions[version->rated];
	print_key(&record->key, text);
	buf_printf(text, " %s #%d %s", model_ratings[version->file.rating], version->number,
	           commits[version->landing].author);
	if (version->rerating)
		buf_text(text, " re-rated");
	if (version->rated != index || version->rater != version->landing)
		buf_printf(text, " rated #%d by %s", rated->number, commits[rated->rater].author);
	buf_byte(text, '\n');
}

static void print_on_record(const struct model *model, const struct on_record *record,
                            struct buf *text)
{
	for (int i = 0; i <= record->count; i++) {
		for (int j = 0; j < record->withdrawal_count; j++) {
			if (record->before[j] != i)
				continue;
			print_key(&record->key, text);
			buf_printf(text, " withdrawn #%d\n", record->withdrawals[j]);
		}
		if (i < record->count)
			print_version(model, record, i, text);
	}
}

void model_print(const struct model *model, struct buf *text)
{
	for (int next = 1; next <= MODEL_WORKSTREAMS; next++) {
		int workstream = next % MODEL_WORKSTREAMS; /* the overview last */
		for (int i = 0; i < model->key_count; i++)
			if (model->keys[i].key.workstream == workstream)
				print_on_record(model, &model->keys[i], text);
		for (int i = 0; i < model->draft_count; i++) {
			const struct model_draft *draft = &model->drafts[i];
			const struct key key = key_of(&draft->file);
			if (key.workstream != workstream)
				continue;
			print_key(&key, text);
			buf_printf(text, " draft %s #%d %s\n", model_ratings[draft->file.rating],
			           draft->number, model->history->commits[draft->commit].author);
		}
	}
	buf_text(text, model->holes.bytes);
	/* By landing; a landing's overlaps behind its others. */
	for (int number = 0; number <= model->last; number++)
		for (int i = 0; i < model->remark_count; i++)
			if (model->remarks[i].number == number)
				buf_printf(text, "remark #%d %s\n", number, model->remarks[i].text);
}
