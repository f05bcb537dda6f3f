/*
 * Rules about a close-down, each task by itself: declared in rules/judge.h.
 *
 * What a text says of work that goes on, or of a decision, is read by a few fixed words;
 * whatever they don't catch is left alone.
 */
#include "rules/judge.h"

#include <string.h>

#include "base/text.h"

/* The tasks of the document; none where it is no close-down. */
static size_t tasks_of(const struct judgement *judgement, const struct closedown_task **tasks)
{
	const struct closedown *closedown = judgement->document->closedown;
	*tasks = closedown == NULL ? NULL : LIST_OF(struct closedown_task, closedown->tasks);
	return closedown == NULL ? 0 : closedown->tasks.count;
}

static void add(const struct judgement *judgement, struct place place, const char *message)
{
	judgement_add(judgement, judgement->document->path, place, "%s", message);
}

/* What the task means to do with its work, where that is one known thing. */
static bool decided(const struct judgement *judgement, const struct closedown_task *task,
                    struct disposition *disposition)
{
	return task_disposition(judgement->folder->plan, task, disposition);
}

void judge_disposition_missing(const struct judgement *judgement)
{
	const struct closedown_task *tasks;
	size_t count = tasks_of(judgement, &tasks);
	for (size_t i = 0; i < count; i++)
		if (tasks[i].disposition.count == 0)
			add(judgement, tasks[i].place,
			    "this task has no `disposition`, so nobody can tell whether it is finished "
			    "or goes on; choose one of the plan's");
}

void judge_disposition_several(const struct judgement *judgement)
{
	const struct closedown_task *tasks;
	size_t count = tasks_of(judgement, &tasks);
	for (size_t i = 0; i < count; i++) {
		const struct value *values = LIST_OF(struct value, tasks[i].disposition);
		struct disposition disposition;
		if (tasks[i].disposition.count > 1)
			judgement_add(judgement, judgement->document->path, values[1].place,
			              "this task has %zu dispositions; keep the one that was "
			              "decided, or make two tasks of it",
			              tasks[i].disposition.count);
		else if (tasks[i].to.text != NULL && decided(judgement, &tasks[i], &disposition) &&
		         disposition.meaning == DISPOSITION_CLOSED)
			judgement_add(
				judgement, judgement->document->path, tasks[i].to.place,
				"`%.60s` ends this task, and `to` says where it goes on; keep "
				"one of them",
				disposition.id);
	}
}

void judge_destination_missing(const struct judgement *judgement)
{
	const struct closedown_task *tasks;
	struct disposition disposition;
	size_t count = tasks_of(judgement, &tasks);
	for (size_t i = 0; i < count; i++)
		if (tasks[i].to.text == NULL && decided(judgement, &tasks[i], &disposition) &&
		    disposition.meaning == DISPOSITION_MOVED)
			judgement_add(
				judgement, judgement->document->path, tasks[i].disposition.place,
				"`%.60s` moves this task, and nothing says where to; add `to` "
				"(`plan/workstream`, or a directorate's plan by name)",
				disposition.id);
}

static void check_destination(const struct judgement *judgement, const struct value *to)
{
	struct task_destination destination;
	if (to->text == NULL || !destination_read(to->text, &destination))
		return;
	const struct folder *folder = collection_folder(judgement->collection, destination.plan);
	if (folder == NULL && !judgement->collection->partial)
		judgement_add(judgement, judgement->document->path, to->place,
		              "there is no plan `%s` below %s/; use one that is there, or give a "
		              "directorate's plan by its name",
		              destination.plan, REPO_PLANS);
	else if (folder != NULL && folder->plan != NULL &&
	         plan_workstream(folder->plan, destination.workstream) == NULL)
		judgement_add(judgement, judgement->document->path, to->place,
		              "the plan `%s` has no workstream `%s`; use one from `workstreams` in "
		              "its plan.md, or add it there",
		              destination.plan, destination.workstream);
}

void judge_destination_unknown(const struct judgement *judgement)
{
	const struct closedown_task *tasks;
	size_t count = tasks_of(judgement, &tasks);
	for (size_t i = 0; i < count; i++)
		check_destination(judgement, &tasks[i].to);
}

void judge_closed_outstanding(const struct judgement *judgement)
{
	const struct closedown_task *tasks;
	struct disposition disposition;
	size_t count = tasks_of(judgement, &tasks);
	for (size_t i = 0; i < count; i++)
		if (tasks[i].outstanding.count != 0 &&
		    decided(judgement, &tasks[i], &disposition) &&
		    disposition.meaning == DISPOSITION_CLOSED)
			judgement_add(judgement, judgement->document->path,
			              LIST_OF(struct value, tasks[i].outstanding)[0].place,
			              "`%.60s` ends this task, yet %zu %s outstanding; choose a "
			              "disposition that says who does it, or say that it is done",
			              disposition.id, tasks[i].outstanding.count,
			              tasks[i].outstanding.count == 1 ? "thing is" : "things are");
}

enum { WORD_SIZE = 32, MOST_LETTERS = 8192 };

/* A text, word by word in small letters; what stands between words is passed over. */
struct reader {
	const char *at;
	size_t left;
	char word[WORD_SIZE], before[WORD_SIZE], earlier[WORD_SIZE]; /* and the two before it */
	bool first;  /* the word begins the text, or follows the end of a sentence or a bullet */
	bool denied; /* a "no" or "not" stands before it in its clause */
};

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte & 0x80) != 0 || byte == '\'' ||
	       (byte >= '0' && byte <= '9');
}

/* A longer word is cut: no word that is looked for is as long. */
static bool read_word(struct reader *reader)
{
	static const char *const denials[] = {"no",    "not",     "nothing", "none",
	                                      "never", "without", NULL};
	size_t length = 0;
	reader->denied = reader->denied || text_is_one_of(reader->word, denials);
	memcpy(reader->earlier, reader->before, WORD_SIZE);
	memcpy(reader->before, reader->word, WORD_SIZE);
	reader->first = reader->word[0] == '\0';
	for (; reader->left != 0 && !is_letter(text_lower(*reader->at)); reader->at++) {
		reader->first = reader->first || strchr(".;:*!?", *reader->at) != NULL;
		reader->denied = reader->denied && strchr(".;:*!?,(", *reader->at) == NULL;
		reader->left--;
	}
	for (; reader->left != 0 && is_letter(text_lower(*reader->at)); reader->at++) {
		if (length + 1 < WORD_SIZE)
			reader->word[length++] = text_lower(*reader->at);
		reader->left--;
	}
	reader->word[length] = '\0';
	return length != 0;
}

static struct reader reader_of(const char *text)
{
	size_t length = strlen(text);
	return (struct reader){.at = text, .left = length > MOST_LETTERS ? MOST_LETTERS : length};
}

static bool ends(const char *word, const char *ending)
{
	size_t length = strlen(word), wanted = strlen(ending);
	return length > wanted && strcmp(word + length - wanted, ending) == 0;
}

/* "being developed", behind nothing that makes it past, wished for or denied. */
static bool is_being_done(const struct reader *reader)
{
	static const char *const done[] = {"drawn", "written", "built", "rolled",
	                                   "set",   "put",     NULL};
	static const char *const behind[] = {"was",   "were", "after", "from",   "despite", "of",
	                                     "for",   "by",   "to",    "before", "longer",  "when",
	                                     "until", "on",   "human", "well",   NULL};
	return strcmp(reader->before, "being") == 0 &&
	       (ends(reader->word, "ed") || text_is_one_of(reader->word, done)) &&
	       !text_is_one_of(reader->earlier, behind);
}

/* "to be agreed", "yet to be appointed": what has still to happen. */
static bool is_to_be_done(const struct reader *reader)
{
	static const char *const done[] = {"agreed",    "approved",    "confirmed", "finalised",
	                                   "finalized", "developed",   "appointed", "completed",
	                                   "scheduled", "implemented", "embedded",  NULL};
	return strcmp(reader->earlier, "to") == 0 && strcmp(reader->before, "be") == 0 &&
	       text_is_one_of(reader->word, done);
}

/* "in progress", "under way", "ongoing". */
static bool is_under_way(const struct reader *reader)
{
	bool in = strcmp(reader->before, "in") == 0 && (strcmp(reader->word, "progress") == 0 ||
	                                                strcmp(reader->word, "development") == 0);
	bool under = strcmp(reader->before, "under") == 0 &&
	             (strcmp(reader->word, "way") == 0 || strcmp(reader->word, "development") == 0);
	return in || under || strcmp(reader->word, "underway") == 0;
}

/* "the work is ongoing", "Ongoing": not "the ongoing review", which says who looks on. */
static bool is_ongoing(const struct reader *reader)
{
	static const char *const states[] = {"is", "are", "still", "remain", "remains", NULL};
	return strcmp(reader->word, "ongoing") == 0 &&
	       (text_is_one_of(reader->before, states) ||
	        (reader->first && strspn(reader->at, " .\n") >= reader->left));
}

/* "The business case is being developed". */
static bool goes_on(const char *text)
{
	struct reader reader = reader_of(text == NULL ? "" : text);
	while (read_word(&reader))
		if (!reader.denied && (is_being_done(&reader) || is_to_be_done(&reader) ||
		                       is_under_way(&reader) || is_ongoing(&reader)))
			return true;
	return false;
}

static void check_going_on(const struct judgement *judgement, const struct value *value,
                           const struct disposition *disposition)
{
	if (goes_on(value->text))
		judgement_add(
			judgement, judgement->document->path, value->place,
			"the task is `%.60s`, and this reads as work that still goes on; move "
			"the work to where it is done, or say that it is over",
			disposition->id);
}

void judge_closed_in_progress(const struct judgement *judgement)
{
	const struct closedown_task *tasks;
	struct disposition disposition;
	size_t count = tasks_of(judgement, &tasks);
	for (size_t i = 0; i < count; i++) {
		const struct task_evidence *evidence =
			LIST_OF(struct task_evidence, tasks[i].evidence);
		const struct value *outstanding = LIST_OF(struct value, tasks[i].outstanding);
		if (!decided(judgement, &tasks[i], &disposition) ||
		    disposition.meaning == DISPOSITION_MOVED)
			continue;
		for (size_t j = 0; j < tasks[i].evidence.count; j++)
			check_going_on(judgement, &evidence[j].text, &disposition);
		/* Where the task is closed another rule asks of all that is outstanding. */
		for (size_t j = 0;
		     j < tasks[i].outstanding.count && disposition.meaning == DISPOSITION_KEPT; j++)
			check_going_on(judgement, &outstanding[j], &disposition);
	}
}

/* "Agreed by the board", "has been signed off": not "the agreed changes", "to be agreed". */
static bool says_decided(const char *text)
{
	static const char *const verbs[] = {"agreed",   "approved", "endorsed",
	                                    "ratified", "adopted",  NULL};
	static const char *const behind[] = {
		"not",  "be",    "being", "as",       "an",      "the",   "of",    "all",
		"its",  "these", "those", "once",     "when",    "if",    "until", "newly",
		"only", "with",  "per",   "into",     "against", "under", "our",   "their",
		"any",  "each",  "every", "formerly", "never",   NULL};
	struct reader reader = reader_of(text == NULL ? "" : text);
	while (read_word(&reader)) {
		bool off = strcmp(reader.before, "signed") == 0 && strcmp(reader.word, "off") == 0;
		const char *last = off ? reader.earlier : reader.before;
		if ((off || text_is_one_of(reader.word, verbs)) && !reader.denied &&
		    (reader.first || !text_is_one_of(last, behind)))
			return true;
	}
	return false;
}

void judge_evidence_unsupported(const struct judgement *judgement)
{
	const struct closedown_task *tasks;
	size_t count = tasks_of(judgement, &tasks);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < tasks[i].evidence.count; j++) {
			const struct task_evidence *evidence =
				&LIST_OF(struct task_evidence, tasks[i].evidence)[j];
			bool body = evidence->committee.text != NULL, day = evidence->on.valid;
			if ((body && day) || !says_decided(evidence->text.text))
				continue;
			judgement_add(judgement, judgement->document->path, evidence->text.place,
			              "this says that something was decided, and %s; add %s",
			              body  ? "does not give the day"
			              : day ? "does not give the committee"
			                    : "gives neither the committee nor the day",
			              body  ? "`on`"
			              : day ? "`committee`"
			                    : "`committee` and `on`");
		}
}
