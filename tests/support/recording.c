#include "support/recording.h"

#include "support/printed.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

static void free_record(void *record)
{
	record_free(record);
}

const struct record *recorded(struct history *history, const char *revision)
{
	struct repo *repo;
	struct record *record;
	struct error error = ERROR_INIT;
	struct object_id commit = history_id(history, revision);
	if (repo_open(&repo, history->folder, false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(history->sandbox, close_repo, repo);
	if (record_read(repo, &commit, DEPTH_WHOLE, &record, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(history->sandbox, free_record, record);
	return record;
}

static const char *keep(struct history *history, struct buf *text)
{
	const char *copy = arena_text(&history->sandbox->arena, text->bytes, text->length);
	buf_release(text);
	return copy;
}

const char *recorded_text(struct history *history, const char *revision)
{
	struct buf text = BUF_INIT;
	print_record(&text, recorded(history, revision));
	return keep(history, &text);
}

/* What PRINT has to say of the plan's trend. */
static const char *print_with(struct history *history,
                              void (*print)(struct buf *, const struct trend *))
{
	struct buf text = BUF_INIT;
	struct trend trend;
	const struct plan_record *plan = record_plan(recorded(history, "HEAD"), "better");
	assert_non_null(plan);
	trend_read(plan, &trend);
	print(&text, &trend);
	trend_release(&trend);
	return keep(history, &text);
}

const char *trend_text(struct history *history)
{
	return print_with(history, print_trend);
}

static void print_sentence(struct buf *text, const struct trend *trend)
{
	trend_sentence(trend, text);
}

const char *sentence_text(struct history *history)
{
	return print_with(history, print_sentence);
}
