#include "candour/doubt.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { MESSAGE_SIZE = 1024 };

static const char *format_text(struct arena *arena, const char *format, va_list arguments)
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
	return chapter != NULL ? chapter->document->path : question->story->plan_document->path;
}

static struct doubt *raise(const struct question *question, const struct chapter *chapter,
                           struct place place, const char *format, va_list arguments)
{
	struct doubts *doubts = question->doubts;
	struct doubt *doubt = arena_new(&doubts->arena, sizeof(*doubt));
	*doubt = (struct doubt){
		.rule = question->rule,
		.path = path_of(question, chapter),
		.place = place_or_top(place),
		.chapter = chapter,
		.message = format_text(&doubts->arena, format, arguments),
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
	struct doubt *doubt = raise(question, question->chapter, place, format, arguments);
	va_end(arguments);
	return doubt;
}

struct doubt *doubt_raise_in(const struct question *question, const struct chapter *chapter,
                             struct place place, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	struct doubt *doubt = raise(question, chapter, place, format, arguments);
	va_end(arguments);
	return doubt;
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
	*add_evidence(question, doubt) = (struct evidence){
		.path = path_of(question, chapter),
		.line = place_or_top(place).line,
		.period = chapter != NULL ? chapter->period : (struct period){0, 0},
		.landing = chapter != NULL ? chapter->landing : NULL,
		.text = format_text(&question->doubts->arena, format, arguments),
	};
	va_end(arguments);
}

void doubt_point_version(const struct question *question, struct doubt *doubt,
                         const struct version *version, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	*add_evidence(question, doubt) = (struct evidence){
		.path = version->path,
		.line = 1,
		.period = version->reading->period,
		.landing = version->landing,
		.text = format_text(&question->doubts->arena, format, arguments),
	};
	va_end(arguments);
}

void doubts_release(struct doubts *doubts)
{
	arena_release(&doubts->arena);
	*doubts = (struct doubts){0};
}
