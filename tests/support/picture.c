#include "support/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "chart/chart.h"

/* The number behind `NAME="` in the tag at TAG. */
static int number_of(const char *tag, const char *name)
{
	const char *end = strchr(tag, '>'), *at = strstr(tag, name);
	assert_non_null(end);
	assert_case(at != NULL && at < end, name);
	return atoi(at + strlen(name));
}

static bool tag_has(const char *tag, const char *what)
{
	const char *end = strchr(tag, '>'), *at = strstr(tag, what);
	return at != NULL && at < end;
}

/* True where the text's tag, or the group that it stands in, is anchored so. */
static bool anchored(const char *svg, const char *tag, const char *anchor)
{
	const char *group = NULL;
	for (const char *at = strstr(svg, "<g"); at != NULL && at < tag; at = strstr(at + 1, "<g"))
		group = at[2] == ' ' || at[2] == '>' ? at : group;
	const char *end = group != NULL ? strstr(group, "</g>") : NULL;
	return tag_has(tag, anchor) || (end != NULL && end > tag && tag_has(group, anchor));
}

/* What a reader sees of the escaped text up to the next tag. */
static void read_text(const char *from, char *text, size_t size)
{
	static const struct {
		const char *name;
		char sign;
	} names[] = {
		{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
	size_t length = 0;
	while (*from != '<' && length + 1 < size) {
		size_t i = 0;
		while (i < COUNT_OF(names) &&
		       strncmp(from, names[i].name, strlen(names[i].name)) != 0)
			i++;
		text[length++] = i < COUNT_OF(names) ? names[i].sign : *from;
		from += i < COUNT_OF(names) ? strlen(names[i].name) : 1;
	}
	text[length] = '\0';
}

struct picture picture_read(const char *markup)
{
	enum { HALF = 7 }; /* of the height of letters */
	const char *svg = strstr(markup, "<svg ");
	assert_non_null(svg);
	struct picture picture = {number_of(svg, " width=\""), number_of(svg, " height=\""), NULL,
	                          0};
	picture.labels = mem_new(picture_counts(svg, "<text") + 1, sizeof(*picture.labels));
	for (const char *at = strstr(svg, "<text"); at != NULL; at = strstr(at + 1, "<text")) {
		struct label *label = &picture.labels[picture.count++];
		read_text(strchr(at, '>') + 1, label->text, sizeof(label->text));
		int width = chart_text_width(label->text), x = number_of(at, " x=\"");
		int y = number_of(at, " y=\"") - CHART_RISE;
		label->left = anchored(svg, at, "\"middle\"") ? x - width / 2
		              : anchored(svg, at, "\"end\"")  ? x - width
		                                              : x;
		label->right = label->left + width;
		label->top = y - HALF;
		label->foot = y + HALF;
	}
	return picture;
}

void picture_release(struct picture *picture)
{
	free(picture->labels);
}

void assert_readable(const char *markup, const char *name)
{
	struct picture picture = picture_read(markup);
	for (size_t i = 0; i < picture.count; i++) {
		const struct label *one = &picture.labels[i];
		if (one->left < 0 || one->right > picture.width || one->top < 0 ||
		    one->foot > picture.height)
			fail_msg("%s: '%s' stands outside: %d to %d of %d, %d to %d of %d", name,
			         one->text, one->left, one->right, picture.width, one->top,
			         one->foot, picture.height);
		for (size_t j = 0; j < i; j++) {
			const struct label *two = &picture.labels[j];
			if (one->left < two->right && two->left < one->right &&
			    one->top < two->foot && two->top < one->foot)
				fail_msg("%s: '%s' covers '%s'", name, one->text, two->text);
		}
	}
	picture_release(&picture);
}

size_t picture_says(const char *markup, const char *text)
{
	struct picture picture = picture_read(markup);
	size_t count = 0;
	for (size_t i = 0; i < picture.count; i++)
		count += strcmp(picture.labels[i].text, text) == 0 ? 1 : 0;
	picture_release(&picture);
	return count;
}

size_t picture_counts(const char *text, const char *find)
{
	size_t count = 0;
	for (const char *at = strstr(text, find); at != NULL; at = strstr(at + 1, find))
		count++;
	return count;
}
