#include "document/scan.h"

#include <stdint.h>
#include <string.h>

#include "document/front.h"
#include "document/source.h"

enum {
	/*
	 * Below it no value can be over FRONT_LONGEST_TEXT, and the front matter cannot
	 * have FRONT_MOST_EVENTS: no byte of what is read here makes more than two.
	 */
	LARGEST_FRONT = FRONT_LONGEST_TEXT,
	DEEPEST_BLOCK = 5,
	DEEPEST_FLOW = 2,
	MOST_NAMES = 48, /* of one map */
	SLOTS = 64,
};

_Static_assert(LARGEST_FRONT * 2 + 16 <= FRONT_MOST_EVENTS, "a front matter may have more parts");
_Static_assert(DEEPEST_BLOCK + DEEPEST_FLOW <= FRONT_DEEPEST, "nesting may be too deep");
_Static_assert((int)MOST_NAMES <= (int)FRONT_MOST_MEMBERS, "a map may have too many fields");

/* Where a byte may stand. Bytes that are not ASCII are looked at by source_is_clean(). */
enum {
	FIRST = 1,   /* begins a plain value */
	BLOCK = 2,   /* inside a plain value */
	FLOW = 4,    /* inside a plain value between brackets */
	WORD = 8,    /* inside a name */
	LETTER = 16, /* begins a name */
	L = FIRST | BLOCK | FLOW | WORD | LETTER,
	D = FIRST | BLOCK | FLOW | WORD,
	H = BLOCK | FLOW | WORD,
	S = FIRST | BLOCK | FLOW,
	I = BLOCK | FLOW,
	X = BLOCK,
	O = 0,
};

static const unsigned char classes[256] = {
	/* clang-format off */
	O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,O,
	I,I,I,O,S,I,I,I,S,I,I,S,X,H,S,S,D,D,D,D,D,D,D,D,D,D,O,S,S,S,I,X,
	I,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,X,S,X,S,L,
	I,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L,X,I,X,S,O,
	S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,
	S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,
	S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,
	S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,
	/* clang-format on */
};

enum wanted {
	WANTED_KIND,
	WANTED_DRAFT,
	WANTED_WORKSTREAM,
	WANTED_PERIOD,
	WANTED_RAG,
	WANTED_SPONSOR,
	WANTED_AGREED,
	WANTED_FORECAST,
	WANTED_REASON, /* these two of the correction */
	WANTED_RAISED_BY,
	WANTED_TEXTS, /* the number of those above; below, what is no text */
	WANTED_IMPORTED = WANTED_TEXTS,
	WANTED_CORRECTION,
	UNWANTED,
};

static const char *const wanted_names[] = {
	[WANTED_KIND] = "kind",
	[WANTED_DRAFT] = "draft",
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

/* The names of one map, to find one that is given twice. */
struct names {
	uint64_t used; /* a bit a slot; the other slots are not even zeroed */
	unsigned count;
	const char *slots[SLOTS];
};

/* A list or map, each item or name of which begins its line at the same indent. */
struct level {
	size_t indent;
	bool is_list;
	struct names names; /* of a map */
};

/*
 * LIMIT is behind the last line feed: as no loop here passes a line feed unseen, none
 * but those that go from line to line must look for the end.
 */
struct scanner {
	const char *at, *limit, *end;
	const char *line;  /* where the line began */
	enum wanted field; /* the last name; UNWANTED below the top */
	bool pending;      /* a name whose value, if any, is on the lines below */
	bool imported;
	bool in_correction; /* the second level is that of `correction` */
	unsigned depth;
	struct level levels[DEEPEST_BLOCK];
	struct scan_text texts[WANTED_TEXTS];
};

static unsigned class_of(char byte)
{
	return classes[(unsigned char)byte];
}

static void skip_spaces(struct scanner *scanner)
{
	while (*scanner->at == ' ')
		scanner->at++;
}

static struct level *top(struct scanner *scanner)
{
	return &scanner->levels[scanner->depth - 1];
}

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

/* The length of the name at AT, behind which stands `: ` or `:` and the line's end; or 0. */
static size_t name_length(const char *at)
{
	const char *start = at;
	if (!(class_of(*at) & LETTER))
		return 0;
	while (class_of(*at) & WORD)
		at++;
	return at[0] == ':' && (at[1] == ' ' || at[1] == '\n') ? (size_t)(at - start) : 0;
}

/* False when the map has the name already, or too many. */
static bool add_name(struct names *names, const char *name, size_t length)
{
	unsigned slot = ((unsigned char)name[0] * 5U + (unsigned char)name[length - 1] * 3U +
	                 (unsigned)length * 7U) %
	                SLOTS;
	for (; names->used >> slot & 1; slot = (slot + 1) % SLOTS)
		if (memcmp(names->slots[slot], name, length + 1) == 0) /* the colon too */
			return false;
	names->used |= (uint64_t)1 << slot;
	names->slots[slot] = name;
	return ++names->count <= MOST_NAMES;
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

/* A value in quotes without escapes, on one line. */
static bool read_quoted(struct scanner *scanner, struct scan_text *text)
{
	char quote = *scanner->at++;
	const char *start = scanner->at, *at = start;
	while (*at != quote && *at != '\\' && *at != '\n')
		at++;
	if (*at != quote)
		return false;
	scanner->at = at + 1;
	if (text != NULL)
		*text = (struct scan_text){start, (size_t)(at - start)};
	return true;
}

/* The rest of a line of plain text. */
static bool read_plain_line(struct scanner *scanner)
{
	const char *at = scanner->at;
	for (;; at++) {
		while (class_of(*at) & BLOCK)
			at++;
		if (*at == ':' && at[1] != ' ' && at[1] != '\n')
			continue;
		if (*at == '#' && at[-1] != ' ')
			continue;
		break;
	}
	scanner->at = at;
	return *at == '\n';
}

/* Plain text, and the lines below that are indented further than where it belongs. */
static bool read_plain(struct scanner *scanner, struct scan_text *text)
{
	const char *start = scanner->at;
	if (!(class_of(*start) & FIRST) || !read_plain_line(scanner))
		return false;
	if (text != NULL)
		*text = (struct scan_text){start, (size_t)(scanner->at - start)};
	scanner->at++;
	while (scanner->at < scanner->limit) {
		const char *line = scanner->at, *at = line;
		while (*at == ' ')
			at++;
		if ((size_t)(at - line) <= top(scanner)->indent || *at == '\n')
			break;
		scanner->at = at;
		if (text != NULL || !read_plain_line(scanner))
			return false;
		scanner->at++;
	}
	return true;
}

/* `>-` or its like, and the lines below. What is in them does not matter. */
static bool read_block_text(struct scanner *scanner)
{
	const char *at = scanner->at + 1;
	at += *at == '-' || *at == '+';
	if (*at++ != '\n')
		return false;
	size_t indent = 0;
	for (const char *line = at; line < scanner->limit; line = at) {
		while (*at == ' ')
			at++;
		size_t spaces = (size_t)(at - line);
		if (*at == '\n' && (spaces != 0 || indent == 0))
			return false;
		if (indent == 0 && spaces <= top(scanner)->indent)
			return false;
		if (indent == 0)
			indent = spaces;
		if (*at != '\n' && spaces < indent) {
			at = line;
			break;
		}
		at = (const char *)memchr(at, '\n', (size_t)(scanner->limit - at)) + 1;
	}
	scanner->at = at;
	return indent != 0;
}

/* Spaces between brackets, and at most one line's end. */
static bool skip_flow_spaces(struct scanner *scanner)
{
	skip_spaces(scanner);
	if (*scanner->at != '\n')
		return true;
	scanner->at++;
	if (scanner->at == scanner->limit || *scanner->at != ' ')
		return false;
	skip_spaces(scanner);
	return *scanner->at != '\n';
}

static bool read_flow_plain(struct scanner *scanner)
{
	const char *at = scanner->at;
	if (!(class_of(*at) & FIRST))
		return false;
	while (class_of(*at) & FLOW || (*at == '#' && at[-1] != ' '))
		at++;
	scanner->at = at;
	return true;
}

static bool read_flow(struct scanner *scanner, unsigned deepest);

static bool read_flow_item(struct scanner *scanner, struct names *names, unsigned deepest)
{
	if (names != NULL) {
		size_t length = name_length(scanner->at);
		if (length == 0 || !add_name(names, scanner->at, length))
			return false;
		scanner->at += length + 1;
		skip_spaces(scanner);
	}
	switch (*scanner->at) {
	case '[':
	case '{':
		return deepest > 1 && read_flow(scanner, deepest - 1);
	case '"':
	case '\'':
		return read_quoted(scanner, NULL);
	default:
		return read_flow_plain(scanner);
	}
}

/* A list or map in brackets, on one line or several. */
static bool read_flow(struct scanner *scanner, unsigned deepest)
{
	struct names names;
	bool is_map = *scanner->at++ == '{';
	char close = is_map ? '}' : ']';
	names.used = 0;
	names.count = 0;
	if (!skip_flow_spaces(scanner))
		return false;
	for (bool more = *scanner->at != close; more;) {
		if (!read_flow_item(scanner, is_map ? &names : NULL, deepest) ||
		    !skip_flow_spaces(scanner))
			return false;
		more = *scanner->at == ',';
		if (!more)
			break;
		scanner->at++;
		if (!skip_flow_spaces(scanner))
			return false;
	}
	return *scanner->at++ == close;
}

/* Spaces and the line's end. */
static bool end_line(struct scanner *scanner)
{
	skip_spaces(scanner);
	return *scanner->at++ == '\n';
}

/* The value at AT, which must be one line's text when TEXT is not NULL. */
static bool read_value(struct scanner *scanner, struct scan_text *text)
{
	switch (*scanner->at) {
	case '[':
	case '{':
		return text == NULL && read_flow(scanner, DEEPEST_FLOW) && end_line(scanner);
	case '"':
	case '\'':
		return read_quoted(scanner, text) && end_line(scanner);
	case '|':
	case '>':
		return text == NULL && read_block_text(scanner);
	default:
		return read_plain(scanner, text);
	}
}

/* `name: value` in the map on top, or `name:` alone. */
static bool read_member(struct scanner *scanner, size_t length)
{
	const char *name = scanner->at;
	if (length == 0 || !add_name(&top(scanner)->names, name, length))
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
	return read_value(scanner, field < WANTED_TEXTS ? &scanner->texts[field] : NULL);
}

/* `- value` of the list on top, where the value may be the first member of a map. */
static bool read_item(struct scanner *scanner)
{
	scanner->at++;
	skip_spaces(scanner);
	size_t length = name_length(scanner->at);
	if (length == 0)
		return read_value(scanner, NULL);
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
	return is_item ? read_item(scanner) : read_member(scanner, name_length(scanner->at));
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
