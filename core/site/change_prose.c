/* What changed in a document's words: declared in site/changes.h. */
#include "site/changes.h"

#include <string.h>

#include "base/text.h"
#include "document/document.h"

/* So many words beside a change are shown of a stretch that is the same. */
enum { CONTEXT = 12, FOLDED_FROM = 2 * CONTEXT + 8, LONGEST_WORD = 400 };

/* Where words go, and what is open there. */
struct writer {
	struct html *html;
	enum word_fate open; /* WORD_SAME: no tag */
	bool in_paragraph, paragraphs;
	bool begun;  /* the line has a word already */
	size_t most; /* bytes that there may be, of one that has paragraphs */
	bool cut;    /* there would be more */
};

static const struct {
	const char *opening, *closing;
	enum phrase words;
} tags[] = {
	[WORD_REMOVED] = {"<del>", "</del>", PHRASE_CHANGE_WORDS_REMOVED},
	[WORD_ADDED] = {"<ins>", "</ins>", PHRASE_CHANGE_WORDS_ADDED},
};

static void close_tag(struct writer *writer)
{
	if (writer->open == WORD_SAME)
		return;
	html_put(writer->html, "<span class=\"hidden\">]</span>");
	html_put(writer->html, tags[writer->open].closing);
	writer->open = WORD_SAME;
}

static void open_tag(struct writer *writer, enum word_fate fate)
{
	if (writer->open == fate)
		return;
	close_tag(writer);
	if (fate == WORD_SAME)
		return;
	html_put(writer->html, tags[fate].opening);
	html_add(writer->html, "<span class=\"hidden\">[%s </span>",
	         html_phrase(writer->html, tags[fate].words));
	writer->open = fate;
}

static void end_paragraph(struct writer *writer)
{
	close_tag(writer);
	if (writer->in_paragraph)
		html_put(writer->html, writer->paragraphs ? "</p>\n" : "<br />\n");
	writer->in_paragraph = writer->begun = false;
}

static void add_word(struct writer *writer, enum word_fate fate, const char *text, size_t length)
{
	if (!writer->in_paragraph && writer->paragraphs)
		html_put(writer->html, "<p>");
	writer->in_paragraph = true;
	if (writer->begun) {
		if (fate != writer->open)
			close_tag(writer);
		html_put(writer->html, " ");
	}
	open_tag(writer, fate);
	html_written(writer->html, text, length > LONGEST_WORD ? LONGEST_WORD : length);
	if (length > LONGEST_WORD)
		html_put(writer->html, "…");
	writer->begun = true;
}

static bool is_end(const struct word *word)
{
	return word->length == 1 && word->text[0] == '\n';
}

static void add_words(struct writer *writer, enum word_fate fate, const struct word *words,
                      size_t count)
{
	for (size_t i = 0; i < count && !writer->cut; i++) {
		if (is_end(&words[i]))
			end_paragraph(writer);
		else
			add_word(writer, fate, words[i].text, words[i].length);
		writer->cut = writer->paragraphs && writer->html->text.length > writer->most;
	}
}

/* A stretch that is the same; of a long one what stands beside the changes. */
static void add_same(struct writer *writer, const struct word_run *run, bool first, bool last)
{
	size_t head = first ? 0 : CONTEXT, tail = last ? 0 : CONTEXT;
	bool broken = false;
	if (run->count <= FOLDED_FROM) {
		add_words(writer, WORD_SAME, run->words, run->count);
		return;
	}
	for (size_t i = head; i < run->count - tail && !broken; i++)
		broken = is_end(&run->words[i]);
	add_words(writer, WORD_SAME, run->words, head);
	if (!broken || (head != 0 && writer->begun))
		add_word(writer, WORD_SAME, "…", strlen("…"));
	if (broken) {
		end_paragraph(writer);
		if (tail != 0 && !is_end(&run->words[run->count - tail]))
			add_word(writer, WORD_SAME, "…", strlen("…"));
	}
	add_words(writer, WORD_SAME, run->words + run->count - tail, tail);
}

/* Nothing but paragraphs that were put together or parted. */
static bool is_break(const struct word_run *run)
{
	for (size_t i = 0; i < run->count; i++)
		if (!is_end(&run->words[i]))
			return false;
	return true;
}

static void add_run(struct writer *writer, const struct word_diff *diff, size_t number)
{
	const struct word_run *run = &diff->runs[number];
	if (run->fate == WORD_SAME) {
		add_same(writer, run, number == 0, number + 1 == diff->count);
		return;
	}
	if (is_break(run)) {
		add_word(writer, run->fate, "¶", strlen("¶"));
		if (run->fate == WORD_ADDED)
			end_paragraph(writer);
		return;
	}
	add_words(writer, run->fate, run->words, run->count);
}

void words_of_side(struct html *html, const struct word_diff *diff, enum word_fate side)
{
	struct writer writer = {.html = html};
	for (size_t i = 0; i < diff->count; i++) {
		const struct word_run *run = &diff->runs[i];
		if (run->fate == WORD_SAME || run->fate == side)
			add_words(&writer, run->fate, run->words, run->count);
	}
	close_tag(&writer);
}

/* Both sections, or one of them: -2 where there is no such section. */
struct section_pair {
	int before, after;
};

enum { NO_SECTION = -2 };

static void add_block(const struct block *block, void *context)
{
	struct buf *text = context;
	if (block->type == BLOCK_PLACEHOLDER) {
		buf_printf(text, "[ragtrail: %s]\n",
		           block->placeholder < PLACEHOLDER_COUNT
		                   ? placeholder_rows[block->placeholder].name
		                   : "?");
		return;
	}
	if (block->marker[0] != '\0')
		buf_printf(text, "%s ", strcmp(block->marker, "-") == 0 ? "•" : block->marker);
	for (const char *at = block->text; *at != '\0'; at++)
		buf_byte(text, *at == '\n' ? ' ' : *at);
	buf_byte(text, '\n');
}

static struct buf section_text(const struct document *document, int section)
{
	struct buf text = BUF_INIT;
	if (section != NO_SECTION)
		body_blocks(&document->body, section, add_block, &text);
	return text;
}

/* The section of the same title, the second where it is the second. */
static int same_section(const struct body *from, int number, const struct body *to)
{
	const char *title = from->sections[number].title;
	size_t place = 0;
	for (int i = 0; i < number; i++)
		place += text_equal_folded(from->sections[i].title, title) ? 1 : 0;
	for (size_t i = 0; i < to->count; i++)
		if (text_equal_folded(to->sections[i].title, title) && place-- == 0)
			return (int)i;
	return NO_SECTION;
}

/* Sections that are being told. */
struct prose_run {
	struct html *html;
	struct document_sides *sides;
	struct error *error;
	struct html same; /* names of the sections that did not change */
	size_t changed;
	bool cut;
};

static void add_title(struct html *html, const struct document_sides *sides,
                      struct section_pair pair)
{
	int number = pair.after != NO_SECTION ? pair.after : pair.before;
	const struct document *document = pair.after != NO_SECTION ? sides->after : sides->before;
	if (number == BODY_PREFACE)
		html_say(html, PHRASE_CHANGE_PREFACE);
	else
		section_title(html, &document->body.sections[number]);
}

static void add_heading(struct prose_run *run, struct section_pair pair)
{
	html_put(run->html, "<h4>");
	add_title(run->html, run->sides, pair);
	if (pair.before == NO_SECTION || pair.after == NO_SECTION)
		html_add(run->html, " <span class=\"note\">%s</span>",
		         html_phrase(run->html, pair.before == NO_SECTION
		                                        ? PHRASE_CHANGE_SECTION_ADDED
		                                        : PHRASE_CHANGE_SECTION_REMOVED));
	html_put(run->html, "</h4>\n");
}

static void add_diff(struct prose_run *run, struct section_pair pair, const struct word_diff *diff)
{
	struct writer writer = {.html = run->html, .paragraphs = true, .most = run->sides->most};
	add_heading(run, pair);
	html_put(run->html, "<div class=\"words\">\n");
	for (size_t i = 0; i < diff->count && !writer.cut; i++)
		add_run(&writer, diff, i);
	run->cut = writer.cut;
	end_paragraph(&writer);
	html_put(run->html, "</div>\n");
	if (diff->coarse)
		html_add(run->html, "<p class=\"note\">%s</p>\n",
		         html_phrase(run->html, PHRASE_CHANGE_COARSE));
}

/* Known without reading them: the same bytes, and nothing else that says what they mean. */
static bool same_section_bytes(const struct document_sides *sides, struct section_pair pair)
{
	const struct body *before = &sides->before->body, *after = &sides->after->body;
	size_t old_length, new_length;
	if (pair.before == NO_SECTION || pair.after == NO_SECTION || !before->apart ||
	    !after->apart)
		return false;
	const char *old = body_section_text(before, pair.before, &old_length),
		   *new = body_section_text(after, pair.after, &new_length);
	return old_length == new_length && memcmp(old, new, new_length) == 0;
}

/* The name of a section that did not change, where there is any text in it. */
static void add_same_name(struct prose_run *run, struct section_pair pair, const struct buf *text)
{
	if (text->length == 0)
		return;
	html_put(&run->same, run->same.text.length == 0 ? "" : ", ");
	add_title(&run->same, run->sides, pair);
}

static int compare_section(struct prose_run *run, struct section_pair pair)
{
	if (same_section_bytes(run->sides, pair)) {
		struct buf text = section_text(run->sides->after, pair.after);
		add_same_name(run, pair, &text);
		buf_release(&text);
		return 0;
	}
	struct buf before = section_text(run->sides->before, pair.before),
		   after = section_text(run->sides->after, pair.after);
	struct word_diff diff;
	int result = word_diff_read((struct word){before.bytes, before.length},
	                            (struct word){after.bytes, after.length}, &diff, run->error);
	bool told = pair.before != NO_SECTION && pair.after != NO_SECTION;
	if (result == 0 && diff.removed + diff.added != 0) {
		add_diff(run, pair, &diff);
		run->changed++;
	} else if (result == 0 && !told) {
		add_heading(run, pair);
		run->changed++;
	} else if (result == 0) {
		add_same_name(run, pair, &after);
	}
	word_diff_release(&diff);
	buf_release(&before);
	buf_release(&after);
	return result;
}

static int compare_sections(struct prose_run *run)
{
	const struct body *before = &run->sides->before->body, *after = &run->sides->after->body;
	int result = compare_section(run, (struct section_pair){BODY_PREFACE, BODY_PREFACE});
	for (int i = 0; i < (int)after->count && result == 0 && !run->cut; i++)
		result = compare_section(run,
		                         (struct section_pair){same_section(after, i, before), i});
	for (int i = 0; i < (int)before->count && result == 0 && !run->cut; i++)
		if (same_section(before, i, after) == NO_SECTION)
			result = compare_section(run, (struct section_pair){i, NO_SECTION});
	return result;
}

static void add_note(struct html *html, enum phrase phrase)
{
	html_add(html, "<p class=\"note\">%s</p>\n", html_phrase(html, phrase));
}

static bool same_bytes(const struct body *a, const struct body *b)
{
	return a->length == b->length &&
	       (a->length == 0 || memcmp(a->text, b->text, a->length) == 0);
}

/* The names of the sections that did not change. */
static void add_unchanged(struct html *html, const struct html *names)
{
	html_add(html, "<p class=\"note\">%s ", html_phrase(html, PHRASE_CHANGE_SAME));
	buf_add(&html->text, names->text.bytes, names->text.length);
	html_put(html, ".</p>\n");
}

int prose_changes(struct html *html, struct document_sides *sides, struct error *error)
{
	struct prose_run run = {
		.html = html,
		.sides = sides,
		.error = error,
		.same = {.text = BUF_INIT, .language = html->language},
	};
	const struct body *before = &sides->before->body, *after = &sides->after->body;
	int result = compare_sections(&run);
	if (run.cut)
		add_note(html, PHRASE_CHANGE_CUT);
	else if (run.changed == 0)
		add_note(html,
		         same_bytes(before, after) ? PHRASE_CHANGE_NO_WORDS : PHRASE_CHANGE_LAYOUT);
	else if (run.same.text.length != 0)
		add_unchanged(html, &run.same);
	html_release(&run.same);
	return result;
}
