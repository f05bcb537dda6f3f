#include "candour/doubt.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { MESSAGE_SIZE = 1024 };

__attribute__((format(printf, 2, 0))) static const char *
format_text(struct arena *arena, const char *format, va_list arguments)
{
	char text[MESSAGE_SIZE];
	int length = vsnprintf(text, sizeof(text), format, arguments);
	/* What was too long may have been cut inside a character. */
	return arena_text(arena, text, length < 0 ? 0 : text_invalid(text, strlen(text)));
}

/* The first line, for what stands nowhere. */
static struct place place_or_top(struct place place)
{
	return place.line == 0 ? (struct place){1, 1} : place;
}

static const char *path_of(const struct question *question, const struct chapter *chapter)
{
	return chapter != NULL ? chapter->path : question->story->plan_document->path;
}

static struct doubt *raise(const struct question *question, const struct chapter *chapter,
                           struct place place, const char *message)
{
	struct doubts *doubts = question->doubts;
	struct doubt *doubt = arena_new(&doubts->arena, sizeof(*doubt));
	*doubt = (struct doubt){
		.rule = question->rule,
		.path = path_of(question, chapter),
		.place = place_or_top(place),
		.chapter = chapter,
		.message = message,
	};
	if (doubts->last != NULL)
		doubts->last->next = doubt;
	else
		doubts->first = doubt;
	doubts->last = doubt;
	doubts->count++;
	return doubt;
}

struct doubt *doubt_raise(const struct question *question, struct place place, const char *format,
                          ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *message = format_text(&question->doubts->arena, format, arguments);
	va_end(arguments);
	return raise(question, question->chapter, place, message);
}

struct doubt *doubt_raise_in(const struct question *question, const struct chapter *chapter,
                             struct place place, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *message = format_text(&question->doubts->arena, format, arguments);
	va_end(arguments);
	return raise(question, chapter, place, message);
}

static struct evidence *add_evidence(const struct question *question, struct doubt *doubt)
{
	doubt->evidence = arena_grow(&question->doubts->arena, doubt->evidence, doubt->count,
	                             &doubt->room, sizeof(*doubt->evidence));
	return &doubt->evidence[doubt->count++];
}

void doubt_point(const struct question *question, struct doubt *doubt,
                 const struct chapter *chapter, struct place place, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *text = format_text(&question->doubts->arena, format, arguments);
	va_end(arguments);
	*add_evidence(question, doubt) = (struct evidence){
		.path = path_of(question, chapter),
		.line = place_or_top(place).line,
		.period = chapter != NULL ? chapter->period : (struct period){0, 0},
		.landing = chapter != NULL ? chapter->landing : NULL,
		.text = text,
	};
}

void doubt_point_version(const struct question *question, struct doubt *doubt,
                         const struct version *version, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *text = format_text(&question->doubts->arena, format, arguments);
	va_end(arguments);
	*add_evidence(question, doubt) = (struct evidence){
		.path = version->path,
		.line = 1,
		.period = version->reading->period,
		.landing = version->landing,
		.text = text,
	};
}

void doubts_release(struct doubts *doubts)
{
	arena_release(&doubts->arena);
	*doubts = (struct doubts){0};
}
