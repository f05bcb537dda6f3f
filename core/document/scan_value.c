/* The names and values of a plain front matter: declared in document/scanner.h. */
#include "document/scanner.h"

#include <string.h>

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

static unsigned class_of(char byte)
{
	return classes[(unsigned char)byte];
}

size_t scan_name(const char *at)
{
	const char *start = at;
	if (!(class_of(*at) & LETTER))
		return 0;
	while (class_of(*at) & WORD)
		at++;
	return at[0] == ':' && (at[1] == ' ' || at[1] == '\n') ? (size_t)(at - start) : 0;
}

bool scan_add_name(struct names *names, const char *name, size_t length)
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
		size_t length = scan_name(scanner->at);
		if (length == 0 || !scan_add_name(names, scanner->at, length))
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

bool scan_value(struct scanner *scanner, struct scan_text *text)
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
