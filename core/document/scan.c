#include "document/scan.h"

#include <string.h>

#include "document/front.h"
#include "document/scanner.h"
#include "document/source.h"

enum {
	/*
	 * Below it no value can be over FRONT_LONGEST_TEXT, and the front matter cannot
	 * have FRONT_MOST_EVENTS: no byte of what is read here makes more than two.
	 */
	LARGEST_FRONT = FRONT_LONGEST_TEXT,
};

_Static_assert(LARGEST_FRONT * 2 + 16 <= FRONT_MOST_EVENTS, "a front matter may have more parts");
_Static_assert(DEEPEST_BLOCK + DEEPEST_FLOW <= FRONT_DEEPEST, "nesting may be too deep");
_Static_assert((int)MOST_NAMES <= (int)FRONT_MOST_MEMBERS, "a map may have too many fields");

static const char *const wanted_names[] = {
	[WANTED_KIND] = "kind",
	[WANTED_DRAFT] = "draft",
	[WANTED_EXEMPT] = "exempt",
	[WANTED_WORKSTREAM] = "workstream",
	[WANTED_PERIOD] = "period",
	[WANTED_RAG] = "rag",
	[WANTED_SPONSOR] = "sponsor",
	[WANTED_AGREED] = "agreed_completion",
	[WANTED_FORECAST] = "forecast_completion",
	[WANTED_REASON] = "reason",
	[WANTED_RAISED_BY] = "raised_by",
	[WANTED_IMPORTED] = "imported",
	[WANTED_CORRECTION] = "correction",
};

static bool push(struct scanner *scanner, size_t indent, bool is_list)
{
	if (scanner->depth == DEEPEST_BLOCK)
		return false;
	struct level *level = &scanner->levels[scanner->depth++];
	level->indent = indent;
	level->is_list = is_list;
	level->names.used = 0;
	level->names.count = 0;
	return true;
}

static enum wanted find_wanted(const char *name, size_t length, bool in_correction)
{
	unsigned field = 0;
	for (; field < UNWANTED; field++) {
		const char *wanted = wanted_names[field];
		if (wanted[0] == name[0] && strncmp(wanted, name, length) == 0 &&
		    wanted[length] == '\0')
			break;
	}
	bool of_correction = field == WANTED_REASON || field == WANTED_RAISED_BY;
	return of_correction == in_correction ? (enum wanted)field : UNWANTED;
}

/* `name: value` in the map on top, or `name:` alone. */
static bool read_member(struct scanner *scanner, size_t length)
{
	const char *name = scanner->at;
	if (length == 0 || !scan_add_name(&top(scanner)->names, name, length))
		return false;
	bool in_correction = scanner->depth == 2 && scanner->in_correction;
	enum wanted field = scanner->depth == 1 || in_correction
	                            ? find_wanted(name, length, in_correction)
	                            : UNWANTED;
	scanner->field = field;
	scanner->at += length + 1;
	skip_spaces(scanner);
	if (field == WANTED_CORRECTION && *scanner->at != '\n')
		return false;
	if (*scanner->at == '\n') {
		scanner->at++;
		scanner->pending = true;
		return field != WANTED_KIND;
	}
	if (field == WANTED_IMPORTED) {
		scanner->imported = true;
		if (*scanner->at != '{')
			return false;
	}
	return scan_value(scanner, field < WANTED_TEXTS ? &scanner->texts[field] : NULL);
}

/* `- value` of the list on top, where the value may be the first member of a map. */
static bool read_item(struct scanner *scanner)
{
	scanner->at++;
	skip_spaces(scanner);
	size_t length = scan_name(scanner->at);
	if (length == 0)
		return scan_value(scanner, NULL);
	return push(scanner, (size_t)(scanner->at - scanner->line), false) &&
	       read_member(scanner, length);
}

/* A list or map below the name that waits for its value. */
static bool open_level(struct scanner *scanner, size_t indent, bool is_list)
{
	bool lists = scanner->field != WANTED_IMPORTED && scanner->field != WANTED_CORRECTION;
	if (scanner->field < WANTED_TEXTS || (is_list && !lists))
		return false;
	if (scanner->depth == 1) {
		scanner->imported |= scanner->field == WANTED_IMPORTED;
		scanner->in_correction = scanner->field == WANTED_CORRECTION;
	}
	return push(scanner, indent, is_list);
}

/* One line, or the several of one value. */
static bool read_line(struct scanner *scanner)
{
	scanner->line = scanner->at;
	skip_spaces(scanner);
	size_t indent = (size_t)(scanner->at - scanner->line);
	bool is_item = scanner->at[0] == '-' && scanner->at[1] == ' ';
	if (*scanner->at == '\n')
		return indent == 0 && scanner->at++;
	/* A list may stand at the indent of the name that it belongs to. */
	bool opens = scanner->pending &&
	             (indent > top(scanner)->indent || (indent == top(scanner)->indent && is_item));
	scanner->pending = false;
	if (opens) {
		if (!open_level(scanner, indent, is_item))
			return false;
	} else {
		while (indent < top(scanner)->indent ||
		       (indent == top(scanner)->indent && top(scanner)->is_list && !is_item))
			scanner->depth--;
	}
	if (top(scanner)->indent != indent || top(scanner)->is_list != is_item)
		return false;
	return is_item ? read_item(scanner) : read_member(scanner, scan_name(scanner->at));
}

/* The line at AT is `---`, and so closes the front matter. */
static bool at_fence(const struct scanner *scanner)
{
	return scanner->end - scanner->at >= 3 && memcmp(scanner->at, "---", 3) == 0 &&
	       (scanner->end - scanner->at == 3 || scanner->at[3] == '\n');
}

static struct scan_text trimmed(struct scan_text text)
{
	while (text.length != 0 && text.text[0] == ' ') {
		text.text++;
		text.length--;
	}
	while (text.length != 0 && text.text[text.length - 1] == ' ')
		text.length--;
	return text.length != 0 ? text : (struct scan_text){NULL, 0};
}

static bool equals(struct scan_text text, const char *word)
{
	return text.length == strlen(word) && memcmp(text.text, word, text.length) == 0;
}

static bool fill(const struct scanner *scanner, struct scan *scan)
{
	const struct scan_text *texts = scanner->texts;
	*scan = (struct scan){
		.kind = KIND_UPDATE,
		.period = trimmed(texts[WANTED_PERIOD]),
		.rag = trimmed(texts[WANTED_RAG]),
		.draft = equals(trimmed(texts[WANTED_DRAFT]), "true"),
		.exempt = trimmed(texts[WANTED_EXEMPT]).length != 0 &&
	                  !equals(trimmed(texts[WANTED_EXEMPT]), "false"),
		.imported = scanner->imported,
		.correction = trimmed(texts[WANTED_REASON]),
		.raised_by = trimmed(texts[WANTED_RAISED_BY]),
	};
	if (texts[WANTED_KIND].text != NULL && !equals(texts[WANTED_KIND], "update")) {
		scan->kind = KIND_OVERVIEW;
		return equals(texts[WANTED_KIND], "overview");
	}
	scan->workstream = trimmed(texts[WANTED_WORKSTREAM]);
	scan->sponsor = trimmed(texts[WANTED_SPONSOR]);
	scan->agreed_completion = trimmed(texts[WANTED_AGREED]);
	scan->forecast_completion = trimmed(texts[WANTED_FORECAST]);
	return true;
}

bool scan_document(const char *bytes, size_t length, struct scan *scan)
{
	if (length > SOURCE_LARGEST || length < 4 || memcmp(bytes, "---\n", 4) != 0)
		return false;
	struct scanner scanner;
	const char *front = bytes + 4;
	scanner.at = front;
	scanner.limit = (const char *)memrchr(bytes, '\n', length) + 1;
	scanner.end = bytes + length;
	scanner.field = UNWANTED;
	scanner.pending = false;
	scanner.imported = false;
	scanner.in_correction = false;
	scanner.depth = 0;
	memset(scanner.texts, 0, sizeof(scanner.texts));
	push(&scanner, 0, false);
	while (!at_fence(&scanner))
		if (scanner.at == scanner.limit || !read_line(&scanner))
			return false;
	size_t front_length = (size_t)(scanner.at - front);
	const char *body = scanner.at + 3;
	body += body < scanner.end;
	size_t body_length = (size_t)(scanner.end - body);
	return front_length <= LARGEST_FRONT && body_length <= SOURCE_LARGEST_BODY &&
	       source_is_clean(front, front_length, true) &&
	       source_is_clean(body, body_length, false) && fill(&scanner, scan);
}
