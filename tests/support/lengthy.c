#include "support/lengthy.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "support/command.h"
#include "support/rich.h"

enum { PLAN = 1 };

/* --- what a version says --- */

static void write_update(struct buf *out, const struct lengthy *shape, int n)
{
	static const char *const ratings[] = {"green", "amber", "red"};
	const int month = n / shape->in_period;
	if (shape->varied && n % 97 == 5) {
		buf_printf(out, "---\nworkstream: [\n---\n%d\n", n);
		return;
	}
	buf_printf(out,
	           "---\nworkstream: %s\nperiod: %04d-%02d\nrag: %s\nsponsor: Sponsor %d\n"
	           "managers: [Manager]\nagreed_completion: 2030-01-31\n"
	           "forecast_completion: 2030-%02d-28\ncompleted_by: Manager\n"
	           "completed_on: 2023-01-31\n",
	           n % 2 != 0 ? "a" : "b", shape->first_year + month / 12, month % 12 + 1,
	           ratings[n * n / 7 % 3], n % 5, n % 12 + 1);
	if (shape->varied && n % 3 == 0)
		buf_printf(out, "sponsor_signed: {by: Sponsor %d, on: 2023-01-31}\n", n % 5);
	if (shape->varied && n % 31 == 0)
		buf_text(out, "draft: true\n");
	buf_printf(out, "---\n\n## Key activities\n\nNumber %d.\n", n);
}

static bool is_plan(const struct lengthy *shape, int n)
{
	return n == PLAN || (shape->varied && (n == LENGTHY_OWN || n == LENGTHY_USUAL));
}

static void write_file(struct buf *stream, const struct lengthy *shape, int n)
{
	struct buf text = BUF_INIT;
	const char *name = "plan";
	if (!is_plan(shape, n)) {
		name = n % 2 != 0 ? "a" : "b";
		write_update(&text, shape, n);
	} else {
		buf_text(&text, n == LENGTHY_OWN ? rich_plan(true) : history_plan("a b"));
	}
	buf_printf(stream, "M 100644 inline plans/better/%s.md\ndata %zu\n%s\n", name, text.length,
	           text.bytes);
	buf_release(&text);
}

/* --- the stream --- */

static void write_stream(struct buf *stream, const struct lengthy *shape)
{
	const long long begin =
		(long long)date_days((struct date){shape->first_year, 1, 1}) * HISTORY_DAY;
	int last = 0, merged = 0;
	for (int n = 1; n <= shape->commits; n++) {
		const bool side = shape->sides && n % 50 == 17;
		buf_printf(stream,
		           "commit refs/heads/%s\nmark :%d\ncommitter Officer %d <o@e> %lld +0000\n"
		           "data 4\nMore\n",
		           side ? "side" : "main", n, n % 7, begin + n * shape->hours * 3600LL);
		if (last != 0)
			buf_printf(stream, "from :%d\n", last);
		if (merged != 0)
			buf_printf(stream, "merge :%d\n", merged);
		merged = side ? n : 0;
		last = side ? last : n;
		write_file(stream, shape, n);
	}
}

void lengthy_new(struct sandbox *sandbox, const struct lengthy *shape)
{
	struct buf stream = BUF_INIT;
	GIT(sandbox, NULL, "init", "-q", "-b", "main", "repo");
	write_stream(&stream, shape);
	struct outcome outcome =
		command_run(sandbox, &(struct command){.program = "git",
	                                               .folder = "repo",
	                                               .input = stream.bytes,
	                                               .arguments = (const char *const[]){
							       "fast-import", "--quiet", NULL}});
	buf_release(&stream);
	assert_outcome(outcome, 0, "", "");
	GIT(sandbox, "repo", "repack", "-adq");
}
