/* The phrases of pages, told: declared in markup/html.h. */
#include "markup/html.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "markup/welsh.h"

const char *html_phrase(const struct html *html, enum phrase phrase)
{
	return phrase_text(phrase, html->language);
}

void html_say(struct html *html, enum phrase phrase)
{
	html_text(html, html_phrase(html, phrase));
}

enum { MOST_TOLD = 6 };

/* The number of the argument that the `%` at AT stands for, `next` for a bare `%s`. */
static size_t told_number(const char **at, size_t *next)
{
	if (at[0][1] >= '1' && at[0][1] <= '0' + MOST_TOLD && at[0][2] == '$') {
		size_t number = (size_t)(at[0][1] - '1');
		*at += 4;
		return number;
	}
	*at += 2;
	return (*next)++;
}

/* How many arguments the phrase needs: one that it names twice is given once. */
static size_t count_told(const char *phrase)
{
	size_t count = 0, next = 0;
	for (const char *sign = phrase; (sign = strchr(sign, '%')) != NULL;) {
		size_t number = told_number(&sign, &next);
		count = number + 1 > count && number < MOST_TOLD ? number + 1 : count;
	}
	return count;
}

/* The number that the argument is or begins with; 0 where it is none. */
static size_t number_told(const char *told)
{
	return strspn(told, "0123456789") == 0 ? 0 : (size_t)strtoull(told, NULL, 10);
}

/* How the words of a phrase are appended, and how an argument is. */
struct telling {
	void (*words)(struct html *html, const char *bytes, size_t length);
	void (*told)(struct html *html, const char *told);
};

/* The noun of the mark at MARK, such as `{m:cyfnod}`, as after the number; where the mark ends. */
static const char *tell_noun(struct html *html, const char *mark, size_t number,
                             struct telling telling)
{
	const char *noun = mark + strlen("{m:");
	size_t length = strcspn(noun, "}");
	struct buf text = BUF_INIT;
	welsh_noun(&text, number, noun, length, mark[1] == 'f');
	telling.words(html, text.bytes, text.length);
	buf_release(&text);
	return noun + length + 1;
}

/* The phrase with each `%s` given by an argument, and the nouns as after the one before them. */
static void tell(struct html *html, enum phrase phrase, va_list arguments, struct telling telling)
{
	const char *at = html_phrase(html, phrase), *told[MOST_TOLD];
	size_t count = count_told(at), next = 0, figure = 0;
	for (size_t i = 0; i < count; i++)
		told[i] = va_arg(arguments, const char *);
	while (*at != '\0') {
		size_t length = strcspn(at, "%{");
		telling.words(html, at, length);
		at += length;
		if (*at == '{') {
			at = tell_noun(html, at, figure, telling);
			continue;
		}
		if (*at == '\0')
			break;
		size_t number = told_number(&at, &next);
		if (number >= count)
			continue;
		telling.told(html, told[number]);
		figure = number_told(told[number]);
	}
}

void html_tell(struct html *html, enum phrase phrase, ...)
{
	va_list arguments;
	va_start(arguments, phrase);
	tell(html, phrase, arguments, (struct telling){html_bytes, html_text});
	va_end(arguments);
}

void html_weave(struct html *html, enum phrase phrase, ...)
{
	va_list arguments;
	va_start(arguments, phrase);
	tell(html, phrase, arguments, (struct telling){html_bytes, html_put});
	va_end(arguments);
}

static void add_plain(struct html *html, const char *bytes, size_t length)
{
	buf_add(&html->text, bytes, length);
}

void phrase_tell(struct buf *text, enum language language, enum phrase phrase, ...)
{
	struct html plain = {.text = *text, .language = language};
	va_list arguments;
	va_start(arguments, phrase);
	tell(&plain, phrase, arguments, (struct telling){add_plain, html_put});
	va_end(arguments);
	*text = plain.text;
}

const char *html_number(size_t number, char text[HTML_NUMBER_SIZE])
{
	snprintf(text, HTML_NUMBER_SIZE, "%zu", number);
	return text;
}

void phrase_after(struct buf *text, enum language language, enum phrase phrase, size_t count)
{
	struct html plain = {.text = *text, .language = language};
	const struct telling telling = {add_plain, html_put};
	const char *at = phrase_text(phrase, language);
	while (*at != '\0') {
		size_t length = strcspn(at, "{");
		telling.words(&plain, at, length);
		at += length;
		if (*at == '{')
			at = tell_noun(&plain, at, count, telling);
	}
	*text = plain.text;
}

void html_tally(struct html *html, size_t count, enum phrase one, enum phrase many)
{
	struct buf words = BUF_INIT;
	phrase_after(&words, html->language, count == 1 ? one : many, count);
	html_add(html, "%zu %s", count, words.bytes);
	buf_release(&words);
}
