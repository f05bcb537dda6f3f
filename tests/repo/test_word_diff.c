#include "support/testing.h"

#include <string.h>

#include "base/buf.h"
#include "repo/repo.h"
#include "repo/word_diff.h"

static struct word text(const char *bytes)
{
	return (struct word){bytes, strlen(bytes)};
}

/* All words but those of fate LEFT_OUT, with a blank behind each. */
static void add_words(const struct word_diff *diff, enum word_fate left_out, struct buf *out)
{
	for (size_t i = 0; i < diff->count; i++)
		for (size_t j = 0; j < diff->runs[i].count && diff->runs[i].fate != left_out; j++) {
			buf_add(out, diff->runs[i].words[j].text, diff->runs[i].words[j].length);
			buf_byte(out, ' ');
		}
}

/* "a [-b-] {+c+}", as git prints it. */
static void assert_diff(const char *before, const char *after, const char *expected)
{
	static const char *const opening[] = {"", "[-", "{+"}, *const closing[] = {"", "-]", "+}"};
	struct word_diff diff;
	struct error error = ERROR_INIT;
	struct buf out = BUF_INIT;
	assert_int_equal(word_diff_read(text(before), text(after), &diff, &error), 0);
	for (size_t i = 0; i < diff.count; i++) {
		const struct word_run *run = &diff.runs[i];
		buf_printf(&out, "%s%s", i == 0 ? "" : " ", opening[run->fate]);
		for (size_t j = 0; j < run->count; j++)
			buf_printf(&out, "%s%.*s", j == 0 ? "" : " ",
			           run->words[j].text[0] == '\n' ? 1 : (int)run->words[j].length,
			           run->words[j].text[0] == '\n' ? "/" : run->words[j].text);
		buf_text(&out, closing[run->fate]);
	}
	assert_text(out.bytes, expected);
	buf_release(&out);
	word_diff_release(&diff);
}

static void words_that_changed_are_told(void **state)
{
	(void)state;
	static const struct {
		const char *before, *after, *expected;
	} rows[] = {
		{"", "", ""},
		{"", "a b", "{+a b+}"},
		{"a b", "", "[-a b-]"},
		{"a b", "a b", "a b"},
		{"a  b\t", " a b", "a b"},
		{"one two three", "one too three", "one [-two-] {+too+} three"},
		{"one three", "one two three", "one {+two+} three"},
		{"one two", "two", "[-one-] two"},
		{"one", "one two", "one {+two+}"},
		{"a\nb", "a\nc", "a / [-b-] {+c+}"},
		{"a\nb", "a b", "a [-/-] b"},
		{"a\xff\xfe", "a\xff", "[-a\xff\xfe-] {+a\xff+}"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_diff(rows[i].before, rows[i].after, rows[i].expected);
}

static void crumbs_between_two_changes_are_told_with_them(void **state)
{
	(void)state;
	assert_diff("we met ten of the bidders in person today",
	            "we will now write to the others by post today",
	            "we [-met ten of the bidders in person-] {+will now write to the others by "
	            "post+} today");
	assert_diff("a the b", "c the d", "[-a-] {+c+} the [-b-] {+d+}");
	assert_diff("p q r s t\nu v w x y", "a b c d e\nf g h i j",
	            "[-p q r s t-] {+a b c d e+} / [-u v w x y-] {+f g h i j+}");
}

/* The same numbers on every machine. */
static unsigned draw(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static void draw_text(unsigned *seed, struct buf *out)
{
	static const char *const words[] = {"a",      "b",        "the",  "\n",
	                                    "tender", "\xc3\xa9", "\xff", "c"};
	for (unsigned i = draw(seed, 60); i-- > 0;) {
		buf_text(out, words[draw(seed, COUNT_OF(words))]);
		buf_byte(out, ' ');
	}
}

static void each_text_is_there_without_what_the_other_has(void **state)
{
	(void)state;
	unsigned seed = 7;
	struct error error = ERROR_INIT;
	for (int round = 0; round < 2000; round++) {
		struct buf before = BUF_INIT, after = BUF_INIT, told = BUF_INIT;
		struct word_diff diff;
		draw_text(&seed, &before);
		draw_text(&seed, &after);
		assert_int_equal(
			word_diff_read(text(before.bytes), text(after.bytes), &diff, &error), 0);
		add_words(&diff, WORD_ADDED, &told);
		assert_text(told.bytes, before.bytes);
		buf_clear(&told);
		add_words(&diff, WORD_REMOVED, &told);
		assert_text(told.bytes, after.bytes);
		word_diff_release(&diff);
		buf_release(&before);
		buf_release(&after);
		buf_release(&told);
	}
}

static void hostile_texts_take_no_longer(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	struct buf before = BUF_INIT, after = BUF_INIT, told = BUF_INIT;
	struct word_diff diff;
	unsigned seed = 3;
	double start = testing_seconds();
	for (size_t most = 0; most < 2; most++) {
		buf_clear(&before);
		buf_clear(&after);
		for (size_t i = 0; i < (most == 0 ? WORD_DIFF_MOST / 2 : 32768); i++) {
			buf_printf(&before, "%c ", 'a' + (int)draw(&seed, 26));
			buf_printf(&after, "%c ", 'a' + (int)draw(&seed, 26));
		}
		assert_int_equal(
			word_diff_read(text(before.bytes), text(after.bytes), &diff, &error), 0);
		assert_int_equal(diff.coarse, most == 1);
		buf_clear(&told);
		add_words(&diff, WORD_ADDED, &told);
		assert_text(told.bytes, before.bytes);
		word_diff_release(&diff);
	}
	buf_clear(&before);
	buf_clear(&after);
	buf_repeat(&before, 'x', 10000);
	buf_repeat(&after, 'x', 10001);
	assert_int_equal(word_diff_read(text(before.bytes), text(after.bytes), &diff, &error), 0);
	assert_int_equal(diff.removed, 1);
	assert_int_equal(diff.added, 1);
	word_diff_release(&diff);
	assert_quick(start, 2, "hostile texts");
	buf_release(&before);
	buf_release(&after);
	buf_release(&told);
}

/* The library must be set up: a repository that is open does that. */
static int open_here(void **state)
{
	static struct repo *repo;
	struct error error = ERROR_INIT;
	*state = NULL;
	return repo_open(&repo, ".", false, &error) == 0 ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_that_changed_are_told),
		cmocka_unit_test(crumbs_between_two_changes_are_told_with_them),
		cmocka_unit_test(each_text_is_there_without_what_the_other_has),
		cmocka_unit_test(hostile_texts_take_no_longer),
	};
	return cmocka_run_group_tests(tests, open_here, NULL);
}
