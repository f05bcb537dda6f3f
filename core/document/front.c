#include "document/front.h"

#include <string.h>
#include <yaml.h>

#include "base/text.h"
#include "document/plain.h"

/* One run over the events of a front matter. */
struct reader {
	yaml_parser_t parser;
	struct faults *faults;
	const struct source *source;
	int line_offset; /* added to libyaml's lines, which count from 0 */
	/* A place in the source, to which those behind it are counted. */
	const char *at;
	yaml_mark_t mark;
	int events;
	bool failed;
};

/*
 * What libyaml says, and what an officer can do about it. For what is never closed
 * the place to look at is where it began, not where libyaml gave up.
 */
static const struct {
	const char *problem;
	bool at_start;
	const char *advice;
} advice[] = {
	{"mapping values are not allowed in this context", false,
         "a `: ` inside a value, or a line that is indented too far; put the whole value in double "
         "quotes"},
	{"could not find expected ':'", true,
         "a line that is neither `name: value` nor part of the line above; write `name: value`, "
         "with a space after the colon"},
	{"found character that cannot start any token", false,
         "a value cannot begin with this character; put the whole value in double quotes"},
	{"did not find expected key", false,
         "the fields do not line up, or a quotation mark inside a quoted value; check the indent "
         "and use double quotes around the value"},
	{"found unexpected end of stream", true, "a quotation mark that is never closed"},
	{"did not find expected ',' or '}'", true,
         "a `{` that is never closed, or a comma missing behind it"},
	{"did not find expected ',' or ']'", true,
         "a `[` that is never closed, or a comma missing behind it"},
	{"did not find expected '-' indicator", false,
         "a list whose lines do not all begin with `- ` at the same indent"},
	{"block sequence entries are not allowed in this context", false,
         "a `- ` list item where a value is expected; put the list on the lines below its name"},
	{"did not find expected <document start>", false,
         "a line that does not belong to the fields above it; begin every field at the start of its "
         "line, and take out a line of `...` and one that begins with `%`"},
	{"did not find expected node content", false,
         "a bracket that is never closed, or that begins a value; close it, or put the whole value in "
         "double quotes"},
};

static struct place place_at(const struct reader *reader, yaml_mark_t mark)
{
	return (struct place){(int)mark.line + reader->line_offset, (int)mark.column + 1};
}

/* The byte at a mark. Marks are mostly asked for in their order. */
static const char *at_mark(struct reader *reader, yaml_mark_t mark)
{
	const char *end = reader->source->front + reader->source->front_length;
	if (mark.line < reader->mark.line ||
	    (mark.line == reader->mark.line && mark.column < reader->mark.column)) {
		reader->at = reader->source->front;
		reader->mark = (yaml_mark_t){0};
	}
	for (; reader->mark.line < mark.line; reader->mark.line++) {
		const char *line = memchr(reader->at, '\n', (size_t)(end - reader->at));
		reader->at = line == NULL ? end : line + 1;
		reader->mark.column = 0;
	}
	for (; reader->mark.column < mark.column && reader->at < end; reader->mark.column++) {
		unsigned rune = 0;
		size_t step = text_rune(reader->at, (size_t)(end - reader->at), &rune);
		reader->at += step == 0 ? 1 : step;
	}
	return reader->at;
}

/*
 * Where a comment begins behind a plain text, on the same line. An empty text is only
 * cut off by what looks like a text itself: `#1`, not `# the five levels are ...`.
 */
static struct place find_cut(struct reader *reader, const yaml_event_t *event)
{
	const char *end = reader->source->front + reader->source->front_length;
	const char *text = at_mark(reader, event->end_mark), *at = text;
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	bool empty = event->data.scalar.length == 0;
	if (at == end || *at != '#' || at == text ||
	    (empty && (at + 1 == end || strchr(" #\t\r\n", at[1]) != NULL)))
		return (struct place){0, 0};
	struct place place = place_at(reader, event->end_mark);
	place.column += (int)(at - text);
	return place;
}

static void report_problem(struct reader *reader)
{
	yaml_parser_t *parser = &reader->parser;
	const char *problem = parser->problem != NULL ? parser->problem : "it cannot be read";
	reader->failed = true;
	const char *at = at_mark(reader, parser->problem_mark);
	if (at < reader->source->front + reader->source->front_length && *at == '\t') {
		fault_add(reader->faults, "tab", place_at(reader, parser->problem_mark),
		          "a tab stands where a space must be; use spaces instead");
		return;
	}
	if (plain_explain(reader->source, place_at(reader, parser->problem_mark).line,
	                  reader->faults))
		return;
	for (size_t i = 0; i < sizeof(advice) / sizeof(advice[0]); i++) {
		if (strcmp(problem, advice[i].problem) != 0)
			continue;
		bool at_start = advice[i].at_start && parser->context != NULL;
		fault_add(reader->faults, "yaml-syntax",
		          place_at(reader, at_start ? parser->context_mark : parser->problem_mark),
		          "the front matter cannot be read here: %s", advice[i].advice);
		return;
	}
	fault_add(reader->faults, "yaml-syntax", place_at(reader, parser->problem_mark),
	          "the front matter cannot be read here; put the value in double quotes");
}

/* The next event, owned by the caller on success. */
static bool next_event(struct reader *reader, yaml_event_t *event)
{
	if (reader->failed)
		return false;
	if (!yaml_parser_parse(&reader->parser, event)) {
		report_problem(reader);
		return false;
	}
	if (++reader->events > FRONT_MOST_EVENTS) {
		fault_add(reader->faults, "too-large", place_at(reader, event->start_mark),
		          "the front matter has more than %d parts; shorten it",
		          FRONT_MOST_EVENTS / 2);
		yaml_event_delete(event);
		reader->failed = true;
		return false;
	}
	return true;
}

static const char standard_tags[] = "tag:yaml.org,2002:";

static void refuse_extras(struct reader *reader, const yaml_event_t *event)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
		break;
	case YAML_SEQUENCE_START_EVENT:
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
		break;
	case YAML_ALIAS_EVENT:
		fault_add(
			reader->faults, "yaml-feature", place_at(reader, event->start_mark),
			"`*%.60s` is an alias; write the value out, or put it in double quotes if it is text",
			(const char *)event->data.alias.anchor);
		break;
	default:
		break;
	}
	if (anchor != NULL)
		fault_add(
			reader->faults, "yaml-feature", place_at(reader, event->start_mark),
			"`&%.60s` is an anchor; take it out, or put the value in double quotes if it is text",
			(const char *)anchor);
	if (tag != NULL) {
		/* libyaml has spelt `!!str` out. */
		const char *name = (const char *)tag;
		size_t length = strlen(standard_tags);
		bool standard = strncmp(name, standard_tags, length) == 0;
		fault_add(
			reader->faults, "yaml-feature", place_at(reader, event->start_mark),
			"`%s%.60s` is a tag; take it out, or put the value in double quotes if it is text",
			standard ? "!!" : "", standard ? name + length : name);
	}
}

/* Escapes in double quotes can bring in what the source check kept out. */
static void check_text(struct reader *reader, const char *text, size_t length, struct place place)
{
	if (length > FRONT_LONGEST_TEXT) {
		fault_add(
			reader->faults, "too-large", place,
			"a value of %zu bytes; more than %d belong in the sections below the front matter",
			length, FRONT_LONGEST_TEXT);
		return;
	}
	for (size_t at = 0; at < length;) {
		unsigned rune = 0;
		size_t step = text_rune(text + at, length - at, &rune);
		bool control = (rune < 0x20 && rune != '\n' && rune != '\t') ||
		               (rune >= 0x7f && rune < 0xa0);
		if (step == 0 || control || text_is_hidden_rune(rune) || rune == 0x2028 ||
		    rune == 0x2029 || rune == 0xfffe || rune == 0xffff) {
			fault_add(
				reader->faults, "hidden-character", place,
				"an escape that stands for a hidden character (U+%04X); take it out",
				rune);
			return;
		}
		at += step;
	}
}

static struct node *node_new(struct reader *reader, enum node_type type, yaml_mark_t mark)
{
	struct node *node = arena_new(reader->faults->arena, sizeof(*node));
	node->type = type;
	node->text = "";
	node->place = place_at(reader, mark);
	return node;
}

static struct node *read_value(struct reader *reader, yaml_event_t *event, int depth);

static struct node *read_text(struct reader *reader, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	struct node *node = node_new(reader, NODE_TEXT, event->start_mark);
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (node->plain)
		node->cut = find_cut(reader, event);
	check_text(reader, text, length, node->place);
	node->text = arena_text(reader->faults->arena, text, length);
	return node;
}

static struct node *read_list(struct reader *reader, yaml_mark_t mark, int depth)
{
	struct node *list = node_new(reader, NODE_LIST, mark);
	struct node **end = &list->first;
	yaml_event_t event;
	while (next_event(reader, &event)) {
		if (event.type == YAML_SEQUENCE_END_EVENT) {
			yaml_event_delete(&event);
			return list;
		}
		struct node *member = read_value(reader, &event, depth + 1);
		if (member == NULL)
			return NULL;
		*end = member;
		end = &member->next;
	}
	return NULL;
}

/* The member of MAP with this key, or NULL. */
static const struct node *member_named(const struct node *map, const char *key)
{
	for (const struct node *member = map->first; member != NULL; member = member->next)
		if (strcmp(member->key->text, key) == 0)
			return member;
	return NULL;
}

static struct node *read_map(struct reader *reader, yaml_mark_t mark, bool flow, int depth)
{
	struct node *map = node_new(reader, NODE_MAP, mark);
	struct node **end = &map->first;
	int count = 0;
	yaml_event_t event;
	while (next_event(reader, &event)) {
		if (event.type == YAML_MAPPING_END_EVENT) {
			yaml_event_delete(&event);
			return map;
		}
		struct node *key = read_value(reader, &event, depth + 1);
		if (key == NULL || !next_event(reader, &event))
			return NULL;
		struct node *member = read_value(reader, &event, depth + 1);
		if (member == NULL)
			return NULL;
		if (key->type != NODE_TEXT) {
			fault_add(reader->faults, "yaml-feature", key->place,
			          "a field's name must be plain text");
			continue;
		}
		const struct node *earlier = member_named(map, key->text);
		if (earlier != NULL && plain_begins_item(key->text))
			continue; /* an item of a list: its field says so */
		if (earlier != NULL) {
			fault_add(
				reader->faults, "duplicate-key", key->place,
				"`%.60s` is given twice, here and on line %d; keep one of the two",
				key->text, earlier->key->place.line);
			continue;
		}
		if (++count > FRONT_MOST_MEMBERS) {
			fault_add(reader->faults, "too-large", key->place,
			          "more than %d fields in one place; shorten it",
			          FRONT_MOST_MEMBERS);
			reader->failed = true;
			return NULL;
		}
		member->key = key;
		member->flow = flow;
		*end = member;
		end = &member->next;
	}
	return NULL;
}

/* Reads the value that EVENT begins, and takes the event over. */
static struct node *read_value(struct reader *reader, yaml_event_t *event, int depth)
{
	struct node *node = NULL;
	yaml_mark_t mark = event->start_mark;
	yaml_event_type_t type = event->type;
	bool flow = type == YAML_MAPPING_START_EVENT &&
	            event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	refuse_extras(reader, event);
	if (type == YAML_SCALAR_EVENT)
		node = read_text(reader, event);
	else if (type == YAML_ALIAS_EVENT)
		node = node_new(reader, NODE_TEXT, mark);
	yaml_event_delete(event);
	if (node != NULL)
		return node;
	if (depth >= FRONT_DEEPEST) {
		fault_add(reader->faults, "too-large", place_at(reader, mark),
		          "lists inside lists deeper than %d; no field needs that", FRONT_DEEPEST);
		reader->failed = true;
		return NULL;
	}
	if (type == YAML_SEQUENCE_START_EVENT)
		return read_list(reader, mark, depth);
	return read_map(reader, mark, flow, depth);
}

/* Tabs as indent: libyaml's words for it help nobody, so they are found first. */
static bool check_tabs(const struct source *source, struct faults *faults)
{
	bool clean = true;
	int line = source->front_line;
	bool indent = true;
	int column = 1;
	for (size_t i = 0; i < source->front_length; i++, column++) {
		char byte = source->front[i];
		if (byte == '\n') {
			line++;
			column = 0;
			indent = true;
		} else if (byte == '\t' && indent) {
			fault_add(faults, "tab", (struct place){line, column},
			          "a tab indents this line; use two spaces for each step instead");
			clean = false;
			indent = false;
		} else if (byte != ' ') {
			indent = false;
		}
	}
	return clean;
}

/* Reads stream and document starts up to the first value. */
static const struct node *read_document(struct reader *reader)
{
	const struct node *root = NULL;
	yaml_event_t event;
	while (next_event(reader, &event)) {
		yaml_event_type_t type = event.type;
		if (type == YAML_STREAM_END_EVENT) {
			yaml_event_delete(&event);
			break;
		}
		if (type == YAML_DOCUMENT_START_EVENT && root != NULL) {
			fault_add(reader->faults, "yaml-feature",
			          place_at(reader, event.start_mark),
			          "a second document inside the front matter; take this line out");
			yaml_event_delete(&event);
			return root;
		}
		if (type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT ||
		    type == YAML_DOCUMENT_END_EVENT) {
			if (type == YAML_DOCUMENT_START_EVENT &&
			    (event.data.document_start.version_directive != NULL ||
			     event.data.document_start.tag_directives.start !=
			             event.data.document_start.tag_directives.end))
				fault_add(reader->faults, "yaml-feature",
				          place_at(reader, event.start_mark),
				          "a line that begins with `%%`; take it out");
			yaml_event_delete(&event);
			continue;
		}
		root = read_value(reader, &event, 0);
	}
	return reader->failed ? NULL : root;
}

const struct node *front_read(const struct source *source, struct faults *faults)
{
	if (!check_tabs(source, faults))
		return NULL;
	struct reader reader = {.faults = faults,
	                        .source = source,
	                        .line_offset = source->front_line,
	                        .at = source->front};
	if (!yaml_parser_initialize(&reader.parser)) {
		fault_add(faults, "yaml-syntax", (struct place){1, 1},
		          "not enough memory to read this file");
		return NULL;
	}
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader.parser, (const unsigned char *)source->front,
	                             source->front_length);
	const struct node *root = read_document(&reader);
	yaml_parser_delete(&reader.parser);
	if (root == NULL && !reader.failed) {
		struct node *empty = arena_new(faults->arena, sizeof(*empty));
		*empty = (struct node){.type = NODE_MAP, .place = {1, 1}, .text = ""};
		root = empty;
	}
	if (root != NULL && root->type != NODE_MAP) {
		fault_add(
			faults, "wrong-type", root->place,
			"the front matter must be fields, each `name: value` on a line of its own");
		root = NULL;
	}
	return root;
}
