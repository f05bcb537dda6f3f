#include "document/source.h"

#include <string.h>

#include "base/text.h"
#include "document/plain.h"

enum {
	MOST_SHOWN = 10, /* of what is likely to be all over a file */
	STRIDE = 64,
};

static const char byte_order_mark[] = "\xef\xbb\xbf";

/* The place of the byte at OFFSET. */
static struct place place_of(const char *bytes, size_t offset)
{
	struct place place = {1, 1};
	size_t line_start = 0;
	for (size_t i = 0; i < offset; i++) {
		if (bytes[i] == '\n') {
			place.line++;
			line_start = i + 1;
		}
	}
	place.column = (int)text_characters(bytes + line_start, offset - line_start) + 1;
	return place;
}

static bool is_utf16(const char *bytes, size_t length)
{
	return length >= 2 &&
	       (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
}

static bool check_encoding(const char *bytes, size_t length, struct faults *faults)
{
	if (is_utf16(bytes, length)) {
		fault_add(faults, "encoding", (struct place){1, 1},
		          "the file is saved as UTF-16; save it again as UTF-8");
		return false;
	}
	const char *nul = memchr(bytes, '\0', length);
	if (nul != NULL) {
		fault_add(
			faults, "encoding", place_of(bytes, (size_t)(nul - bytes)),
			"a NUL byte: this is not a text file; save the update again as UTF-8 text");
		return false;
	}
	size_t invalid = text_invalid(bytes, length);
	if (invalid < length) {
		fault_add(faults, "encoding", place_of(bytes, invalid),
		          "byte 0x%02x is not UTF-8 text; save the file again as UTF-8",
		          (unsigned char)bytes[invalid]);
		return false;
	}
	return true;
}

/* What is wrong with a character that a reader cannot see, or NULL. */
static const char *control_name(unsigned rune, bool in_front)
{
	if (rune == '\t' || rune == '\n')
		return NULL;
	if (rune == '\r')
		return "a carriage return without a line feed";
	if (rune < 0x20 || (rune >= 0x7f && rune < 0xa0))
		return "a control character";
	if (rune == 0x2028 || rune == 0x2029)
		return "a hidden line separator";
	if (rune == 0xfffe || rune == 0xffff)
		return "a code that stands for no character";
	if (in_front && text_is_hidden_rune(rune))
		return "a hidden character";
	return NULL;
}

/* True when STRIDE bytes are printable ASCII and line feeds. */
static bool is_plain(const char *bytes)
{
	/* Without a way out of the loop, so that compilers can take many bytes at a time. */
	unsigned char other = 0;
	for (size_t i = 0; i < STRIDE; i++) {
		signed char byte = (signed char)bytes[i]; /* below 0 when not ASCII */
		other |= (unsigned char)((byte < 0x20) & (byte != '\n')) |
		         (unsigned char)(byte == 0x7f);
	}
	return other == 0;
}

bool source_is_clean(const char *bytes, size_t length, bool in_front)
{
	for (size_t at = 0; at < length;) {
		if (length - at >= STRIDE && is_plain(bytes + at)) {
			at += STRIDE;
			continue;
		}
		for (size_t end = length - at > STRIDE ? at + STRIDE : length; at < end;) {
			if (bytes[at] >= ' ' && bytes[at] < 0x7f) {
				at++;
				continue;
			}
			unsigned rune = 0;
			size_t step = text_rune(bytes + at, length - at, &rune);
			if (step == 0 || (rune == '\t' && in_front) ||
			    control_name(rune, in_front) != NULL)
				return false;
			at += step;
		}
	}
	return true;
}

/* The offset of the line after the one at OFFSET, or LENGTH. */
static size_t next_line(const char *bytes, size_t length, size_t offset)
{
	const char *end = memchr(bytes + offset, '\n', length - offset);
	return end == NULL ? length : (size_t)(end - bytes) + 1;
}

/* Reports the first few characters that have no business in a text. */
static bool check_controls(const char *bytes, size_t length, size_t front_end,
                           struct faults *faults)
{
	size_t found = 0;
	bool old_end = false;
	for (size_t at = 0; at < length && found < MOST_SHOWN;) {
		unsigned rune = 0;
		size_t step = text_rune(bytes + at, length - at, &rune);
		bool line_end = rune == '\r' && at + 1 < length && bytes[at + 1] == '\n';
		const char *name = line_end ? NULL : control_name(rune, at < front_end);
		/* Of lines that end in an old way there are as many as lines. */
		bool told = rune == '\r' && old_end;
		old_end = old_end || (rune == '\r' && !line_end);
		if (name != NULL && !told) {
			fault_add(
				faults, "hidden-character", place_of(bytes, at),
				"%s (U+%04X) that nobody can see; delete it and type the text again",
				name, rune);
			found++;
		}
		at += step == 0 ? 1 : step;
	}
	return found == 0;
}

/*
 * A merge that was never finished leaves its markers in the text. False where one
 * stands in the front matter, which then says two things at once.
 */
static bool check_markers(const char *bytes, size_t length, size_t front_end, struct faults *faults)
{
	bool clean = true;
	int line = 1, found = 0;
	for (size_t at = 0; at < length && found < MOST_SHOWN; at = next_line(bytes, length, at)) {
		const char *start = bytes + at;
		if (length - at >= 8 &&
		    (memcmp(start, "<<<<<<< ", 8) == 0 || memcmp(start, ">>>>>>> ", 8) == 0)) {
			fault_add(
				faults, "merge-marker", (struct place){line, 1},
				"a conflict marker that a merge left behind; decide which text stands and "
				"delete the marker lines");
			found++;
			clean = clean && at >= front_end;
		}
		line++;
	}
	return clean;
}

/* The line at OFFSET is a fence: `---` and nothing but blanks behind it. */
static bool is_fence(const char *bytes, size_t length, size_t offset)
{
	if (length - offset < 3 || memcmp(bytes + offset, "---", 3) != 0)
		return false;
	size_t at = offset + 3;
	while (at < length && (bytes[at] == ' ' || bytes[at] == '\t'))
		at++;
	if (at < length && bytes[at] == '\r')
		at++;
	return at == length || bytes[at] == '\n';
}

/* What stands in git where the text itself is kept elsewhere: so these begin. */
static bool is_pointer(const char *bytes, size_t length, struct faults *faults)
{
	static const struct {
		const char *begins, *program;
	} pointers[] = {
		{"version https://git-lfs.github.com/", "Git LFS"},
		{"version https://hawser.github.com/", "Git LFS"},
		{"/annex/objects/", "git-annex"},
	};
	for (size_t i = 0; i < sizeof(pointers) / sizeof(pointers[0]); i++) {
		size_t begins = strlen(pointers[i].begins);
		if (length < begins || memcmp(bytes, pointers[i].begins, begins) != 0)
			continue;
		fault_add(faults, "pointer-file", (struct place){1, 1},
		          "a pointer of %s stands here, and the text itself is not in git; take "
		          "`*.md` out of .gitattributes and commit the file again",
		          pointers[i].program);
		return true;
	}
	return false;
}

static bool cut(const char *bytes, size_t length, struct source *source, struct faults *faults)
{
	static const struct place top = {1, 1};
	if (length == 0 || !is_fence(bytes, length, 0)) {
		struct place place;
		const char *words =
			"no front matter: the first line must be `---`, followed by the "
			"fields (workstream, period, rag, ...) and a second line `---`";
		if (plain_fence(bytes, next_line(bytes, length, 0), 1, &place, &words))
			words = "the first line must be three hyphens and nothing else; write `---`";
		fault_add(faults, "front-matter-missing", top, "%s", words);
		return false;
	}
	size_t at = next_line(bytes, length, 0);
	source->front = bytes + at;
	source->front_line = 2;
	int line = 2;
	while (at < length && !is_fence(bytes, length, at)) {
		at = next_line(bytes, length, at);
		line++;
	}
	if (at >= length) {
		struct place place;
		const char *words;
		size_t first = (size_t)(source->front - bytes);
		if (!plain_fence(source->front, length - first, 2, &place, &words)) {
			place = top;
			words = "the front matter that begins here is never closed; put a line "
				"`---` after its last field";
		}
		fault_add(faults, "front-matter-unclosed", place, "%s", words);
		return false;
	}
	source->front_length = (size_t)(bytes + at - source->front);
	at = next_line(bytes, length, at);
	source->body = bytes + at;
	source->body_length = length - at;
	source->body_line = line + 1;
	return true;
}

size_t source_mark_length(const char *bytes, size_t length)
{
	size_t mark = sizeof(byte_order_mark) - 1;
	return length >= mark && memcmp(bytes, byte_order_mark, mark) == 0 ? mark : 0;
}

bool source_read(const char *bytes, size_t length, struct source *source, struct faults *faults)
{
	static const struct place top = {1, 1};
	*source = (struct source){.front = "", .body = "", .front_line = 1, .body_line = 1};
	if (length > SOURCE_LARGEST) {
		fault_add(
			faults, "too-large", top,
			"the file has %zu bytes, more than the %d that one update may have; move what "
			"is not the update into a file of its own",
			length, SOURCE_LARGEST);
		return false;
	}
	size_t mark = source_mark_length(bytes, length);
	bytes += mark;
	length -= mark;
	if (is_pointer(bytes, length, faults))
		return false;
	bool clean = source_is_clean(bytes, length, true);
	if (!clean && !check_encoding(bytes, length, faults))
		return false;
	bool whole = cut(bytes, length, source, faults);
	size_t front_end = whole ? (size_t)(source->front - bytes) + source->front_length : 0;
	if ((!clean && !check_controls(bytes, length, front_end, faults)) ||
	    !check_markers(bytes, length, front_end, faults))
		return false;
	if (source->front_length > SOURCE_LARGEST_FRONT) {
		fault_add(
			faults, "too-large", top,
			"the front matter has %zu bytes, more than the %d allowed; move long text into "
			"the sections below it",
			source->front_length, SOURCE_LARGEST_FRONT);
		return false;
	}
	if (source->body_length > SOURCE_LARGEST_BODY) {
		fault_add(
			faults, "too-large", (struct place){source->body_line, 1},
			"the text has %zu bytes, more than the %d that one update may have; shorten it "
			"or move it into a paper of its own",
			source->body_length, SOURCE_LARGEST_BODY);
		source->body_length = 0;
	}
	return whole;
}
