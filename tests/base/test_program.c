/* Another program, run to its end. */
#include "support/testing.h"

#include <string.h>

#include "base/program.h"

/* Runs a script of sh; what it prints is in OUT. */
static int run(const char *script, const char *input, const char *file, unsigned seconds,
               struct buf *out, struct error *error, int *code)
{
	struct buf in = BUF_INIT, other = BUF_INIT;
	buf_text(&in, input != NULL ? input : "");
	buf_text(&other, file != NULL ? file : "");
	const struct program program = {
		.arguments = (const char *const[]){"sh", "-c", script, NULL},
		.environment = (const char *const[]){"GIVEN=yes", "PATH=/usr/bin:/bin", NULL},
		.input = input != NULL ? &in : NULL,
		.file = file != NULL ? &other : NULL,
		.seconds = seconds,
	};
	buf_clear(out);
	int result = program_run(&program, out, code, error);
	buf_release(&in);
	buf_release(&other);
	return result;
}

static void what_it_prints_and_how_it_ends_is_told(void **state)
{
	struct error error = ERROR_INIT;
	struct buf out = BUF_INIT;
	int code;
	(void)state;
	assert_int_equal(run("echo one; echo two >&2; exit 3", NULL, NULL, 0, &out, &error, &code),
	                 0);
	assert_text(out.bytes, "one\n");
	assert_int_equal(code, 3);
	assert_int_equal(run("kill -TERM $$", NULL, NULL, 0, &out, &error, &code), 0);
	assert_int_equal(code, 128 + 15);
	assert_int_equal(run("no-such-program", NULL, NULL, 0, &out, &error, &code), 0);
	assert_int_equal(code, 127);
	buf_release(&out);
}

static void it_reads_what_it_is_given_and_nothing_else(void **state)
{
	struct error error = ERROR_INIT;
	struct buf out = BUF_INIT;
	int code;
	(void)state;
	assert_int_equal(run("cat; echo; cat " PROGRAM_FILE "; echo; echo $GIVEN $HOME", "in",
	                     "file", 0, &out, &error, &code),
	                 0);
	assert_text(out.bytes, "in\nfile\nyes\n");
	assert_int_equal(run("cat; cat " PROGRAM_FILE, NULL, NULL, 0, &out, &error, &code), 0);
	assert_text(out.bytes, "");
	buf_release(&out);
}

static void one_that_comes_to_no_end_is_stopped(void **state)
{
	struct error error = ERROR_INIT;
	struct buf out = BUF_INIT;
	int code;
	(void)state;
	assert_int_equal(run("sleep 100", NULL, NULL, 1, &out, &error, &code), -1);
	assert_text(error.what, "sh was stopped, because it came to no end");
	assert_int_equal(run("yes", NULL, NULL, 0, &out, &error, &code), -1);
	assert_true(out.length < 2 * PROGRAM_LARGEST_OUTPUT);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_it_prints_and_how_it_ends_is_told),
		cmocka_unit_test(it_reads_what_it_is_given_and_nothing_else),
		cmocka_unit_test(one_that_comes_to_no_end_is_stopped),
	};
	return cmocka_run_group_tests_name("program", tests, NULL, NULL) != 0;
}
