#include "repo/word_diff.h"

#include <string.h>

#include "base/buf.h"
#include "repo/internal.h"

/* So few words between two changes are told with them, where those have so many times more. */
enum { CRUMBS = 2, CRUMBS_IN = 4 };

struct words {
	struct word *items;
	size_t count, room;
};

/* Both texts in words, and how far the comparison has come. */
struct comparing {
	struct words before, after;
	size_t at_before, at_after;
	struct word_diff *diff;
};

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f' || byte == '\v';
}

/* The array is there even where no word is, so that places in it can be named. */
static void split(struct word text, struct arena *arena, struct words *words)
{
	words->items =
		arena_grow(arena, words->items, words->count, &words->room, sizeof(*words->items));
	for (size_t at = 0; at < text.length;) {
		size_t length = 1;
		if (is_blank(text.text[at])) {
			at++;
			continue;
		}
		while (text.text[at] != '\n' && at + length < text.length &&
		       !is_blank(text.text[at + length]) && text.text[at + length] != '\n')
			length++;
		words->items = arena_grow(arena, words->items, words->count, &words->room,
		                          sizeof(*words->items));
		words->items[words->count++] = (struct word){text.text + at, length};
		at += length;
	}
}

static bool same_word(struct word a, struct word b)
{
	return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
}

static bool is_end(struct word word)
{
	return word.length == 1 && word.text[0] == '\n';
}

/* Adds COUNT words of the run to come; what goes on as before makes the last run longer. */
static void add_run(struct word_diff *diff, enum word_fate fate, const struct word *words,
                    size_t count)
{
	struct word_run *last = diff->count == 0 ? NULL : &diff->runs[diff->count - 1];
	if (count == 0)
		return;
	if (last != NULL && last->fate == fate && last->words + last->count == words) {
		last->count += count;
		return;
	}
	diff->runs =
		arena_grow(&diff->arena, diff->runs, diff->count, &diff->room, sizeof(*diff->runs));
	diff->runs[diff->count++] = (struct word_run){fate, words, count};
}

/* A word a line; a line end is a line without any. */
static void write_lines(const struct words *words, struct buf *text)
{
	for (size_t i = 0; i < words->count; i++) {
		if (!is_end(words->items[i]))
			buf_add(text, words->items[i].text, words->items[i].length);
		buf_byte(text, '\n');
	}
}

/* A hunk has no context: what is before it and after the last one is the same. */
static int add_hunk(const git_diff_delta *delta, const git_diff_hunk *hunk, void *context)
{
	struct comparing *comparing = context;
	size_t removed = (size_t)hunk->old_lines, added = (size_t)hunk->new_lines;
	/* Where a side has no line its start is the line before. */
	size_t from = (size_t)hunk->old_start - (removed != 0 ? 1 : 0);
	size_t same = from - comparing->at_before;
	(void)delta;
	add_run(comparing->diff, WORD_SAME, comparing->after.items + comparing->at_after, same);
	comparing->at_after += same;
	add_run(comparing->diff, WORD_REMOVED, comparing->before.items + from, removed);
	add_run(comparing->diff, WORD_ADDED, comparing->after.items + comparing->at_after, added);
	comparing->at_before = from + removed;
	comparing->at_after += added;
	return 0;
}

static int compare_lines(struct comparing *comparing, struct error *error)
{
	git_diff_options options;
	struct buf before = BUF_INIT, after = BUF_INIT;
	if (git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0)
		return repo_fail(error, "texts cannot be compared");
	options.flags = GIT_DIFF_FORCE_TEXT;
	options.context_lines = 0;
	options.interhunk_lines = 0;
	write_lines(&comparing->before, &before);
	write_lines(&comparing->after, &after);
	int code = git_diff_buffers(before.bytes, before.length, NULL, after.bytes, after.length,
	                            NULL, &options, NULL, NULL, add_hunk, NULL, comparing);
	buf_release(&before);
	buf_release(&after);
	return code < 0 ? repo_fail(error, "two versions of a text cannot be compared") : 0;
}

/* The words at both ends are the same; what is between them is not looked at. */
static void compare_ends(struct comparing *comparing)
{
	const struct words *before = &comparing->before, *after = &comparing->after;
	size_t least = before->count < after->count ? before->count : after->count;
	size_t first = 0, last = 0;
	while (first < least && same_word(before->items[first], after->items[first]))
		first++;
	while (last < least - first && same_word(before->items[before->count - 1 - last],
	                                         after->items[after->count - 1 - last]))
		last++;
	add_run(comparing->diff, WORD_SAME, after->items, first);
	add_run(comparing->diff, WORD_REMOVED, before->items + first, before->count - first - last);
	add_run(comparing->diff, WORD_ADDED, after->items + first, after->count - first - last);
	comparing->at_after = after->count - last;
	comparing->diff->coarse = true;
}

static bool has_end(const struct word_run *run)
{
	for (size_t i = 0; i < run->count; i++)
		if (is_end(run->words[i]))
			return true;
	return false;
}

/* How many words changed in a row from run AT on, and where that ends. */
static size_t changed_from(const struct word_diff *diff, size_t at, size_t *end)
{
	size_t words = 0;
	for (; at < diff->count && diff->runs[at].fate != WORD_SAME; at++)
		words += diff->runs[at].count;
	*end = at;
	return words;
}

/* The words of one side: of a change with all the crumbs in it. */
static void add_side(struct word_diff *diff, enum word_fate fate, const struct word_run *runs,
                     size_t count)
{
	size_t words = 0;
	for (size_t i = 0; i < count; i++)
		words += runs[i].fate == fate || runs[i].fate == WORD_SAME ? runs[i].count : 0;
	struct word *all = arena_new(&diff->arena, words * sizeof(*all));
	size_t at = 0;
	for (size_t i = 0; i < count; i++) {
		if (runs[i].fate != fate && runs[i].fate != WORD_SAME)
			continue;
		memcpy(all + at, runs[i].words, runs[i].count * sizeof(*all));
		at += runs[i].count;
	}
	add_run(diff, fate, all, words);
}

/* Makes one change of changes with next to nothing between them. */
static void join_changes(struct word_diff *diff)
{
	struct word_diff joined = {.arena = diff->arena, .coarse = diff->coarse};
	for (size_t i = 0, end; i < diff->count; i = end) {
		size_t words = changed_from(diff, i, &end);
		if (words == 0) {
			add_run(&joined, WORD_SAME, diff->runs[i].words, diff->runs[i].count);
			end = i + 1;
			continue;
		}
		for (size_t next = end; next + 1 < diff->count; end = next) {
			const struct word_run *crumb = &diff->runs[end];
			size_t more = changed_from(diff, end + 1, &next);
			if (crumb->count > CRUMBS || has_end(crumb) || more == 0 ||
			    words < CRUMBS_IN * crumb->count || more < CRUMBS_IN * crumb->count)
				break;
			words += more;
		}
		add_side(&joined, WORD_REMOVED, diff->runs + i, end - i);
		add_side(&joined, WORD_ADDED, diff->runs + i, end - i);
	}
	*diff = joined;
}

int word_diff_read(struct word before, struct word after, struct word_diff *diff,
                   struct error *error)
{
	struct comparing comparing = {.diff = diff};
	*diff = (struct word_diff){.arena = ARENA_INIT};
	split(before, &diff->arena, &comparing.before);
	split(after, &diff->arena, &comparing.after);
	if (comparing.before.count + comparing.after.count > WORD_DIFF_MOST)
		compare_ends(&comparing);
	else if (compare_lines(&comparing, error) < 0)
		return -1;
	add_run(diff, WORD_SAME, comparing.after.items + comparing.at_after,
	        comparing.after.count - comparing.at_after);
	join_changes(diff);
	for (size_t i = 0; i < diff->count; i++) {
		diff->removed += diff->runs[i].fate == WORD_REMOVED ? diff->runs[i].count : 0;
		diff->added += diff->runs[i].fate == WORD_ADDED ? diff->runs[i].count : 0;
	}
	return 0;
}

void word_diff_release(struct word_diff *diff)
{
	arena_release(&diff->arena);
	*diff = (struct word_diff){.arena = ARENA_INIT};
}
