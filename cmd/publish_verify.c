/* ragtrail publish --verify: that a paper is what was published. */
#include "publish.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "site/documents.h"

/* A run, and what it comes to. */
struct proof_run {
	struct publication *publication;
	const struct filed_version *published;
	struct outcome outcome;
};

static void doubt(struct proof_run *run, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Something that stands in the way of a proof. */
static void doubt(struct proof_run *run, const char *format, ...)
{
	struct outcome *outcome = &run->outcome;
	struct arena *arena = &run->publication->arena;
	va_list arguments;
	char sentence[1024];
	va_start(arguments, format);
	vsnprintf(sentence, sizeof(sentence), format, arguments);
	va_end(arguments);
	outcome->doubts = arena_grow(arena, outcome->doubts, outcome->doubt_count,
	                             &outcome->doubt_room, sizeof(*outcome->doubts));
	outcome->doubts[outcome->doubt_count++] = arena_text(arena, sentence, strlen(sentence));
}

/* The tag of the commit that published, or NULL with a doubt about it. */
static const char *find_tag(struct proof_run *run, const struct object_id *commit)
{
	struct meeting_tag tags[MEETING_TAGS] = {{"", {{0}}}};
	char hex[OBJECT_HEX_SIZE], other[OBJECT_HEX_SIZE];
	struct publication *publication = run->publication;
	if (publication_tags(publication, tags) < 0) {
		doubt(run, "it has no tag that can be told: %s", publication->error.what);
		return NULL;
	}
	for (size_t i = 0; i < MEETING_TAGS; i++)
		if (object_equal(&tags[i].commit, commit))
			return tags[i].name;
	object_hex(commit, hex);
	if (object_is_none(&tags[0].commit))
		doubt(run,
		      "there is no tag `%.100s` of commit %.*s, which published it; fetch the tags "
		      "(git fetch --tags), or publish it again to make the tag",
		      tags[0].name, OBJECT_SHORT, hex);
	else
		doubt(run,
		      "the tag `%.100s` is of commit %.*s, and not of %.*s, which published it",
		      tags[0].name, OBJECT_SHORT, object_hex(&tags[0].commit, other), OBJECT_SHORT,
		      hex);
	return NULL;
}

/* The frozen part of the paper as the site of this record shows it. */
static bool render(struct proof_run *run, const struct record *record, const struct filed *filed,
                   struct buf *html)
{
	struct edition edition;
	edition_read(record, filed, true, &edition);
	bool readable = edition.record != NULL;
	if (readable)
		paper_frozen(&edition, html);
	else
		doubt(run, "%s", edition.why.what);
	edition_release(&edition);
	return readable;
}

/* The first line in which two texts differ. */
static int line_of_difference(const struct buf *a, const struct buf *b)
{
	int line = 1;
	for (size_t i = 0; i < a->length && i < b->length && a->bytes[i] == b->bytes[i]; i++)
		line += a->bytes[i] == '\n' ? 1 : 0;
	return line;
}

/* Holds the paper of HEAD against what the commit that published it has. */
static int compare(struct proof_run *run, const struct object_id *commit, size_t *bytes)
{
	struct publication *publication = run->publication;
	struct error *error = &publication->error;
	struct record *record = NULL;
	struct cabinet cabinet = {.count = 0};
	struct buf then = BUF_INIT, now = BUF_INIT;
	int result = -1;
	if (record_read(publication->repo, commit, DEPTH_WHOLE, &record, error) < 0 ||
	    cabinet_read(record, &cabinet, error) < 0)
		goto done;
	const struct filed *filed = cabinet_find(&cabinet, publication->filed->plan_id, KIND_PAPER,
	                                         publication->filed->id);
	if (filed == NULL || filed->withdrawn != NULL) {
		doubt(run, "the commit that published it has no such paper");
		result = 0;
		goto done;
	}
	int line = published_difference(filed_version(filed)->document,
	                                publication->version->document);
	if (line != 0)
		doubt(run,
		      "it was changed since: line %d is not what was published; `git diff %.*s HEAD` "
		      "shows what is",
		      line, OBJECT_SHORT, object_hex(commit, (char[OBJECT_HEX_SIZE]){""}));
	bool rendered = render(run, record, filed, &then) &&
	                render(run, publication->record, publication->filed, &now);
	*bytes = now.length;
	if (rendered &&
	    (then.length != now.length || memcmp(then.bytes, now.bytes, now.length) != 0))
		doubt(run, "its page is not the one that was published, from line %d on",
		      line_of_difference(&then, &now));
	result = 0;
done:
	buf_release(&then);
	buf_release(&now);
	cabinet_release(&cabinet);
	record_free(record);
	return result;
}

static int verify(struct proof_run *run)
{
	struct publication *publication = run->publication;
	struct outcome *outcome = &run->outcome;
	struct error why = ERROR_INIT;
	struct object_id as_of;
	outcome->as_of = run->published->document->paper->as_of.text;
	enum as_of_type type = as_of_find(publication->record, outcome->as_of, &as_of);
	if (type != AS_OF_FOUND) {
		as_of_explain(type, outcome->as_of, &why);
		doubt(run, "%s; %s", why.what, why.hint);
		return 0;
	}
	if (!published_commit(publication->record, run->published, &outcome->commit)) {
		doubt(run,
		      "no commit on top of %.*s, which its `as_of:` names, published it as it "
		      "landed",
		      OBJECT_SHORT, outcome->as_of);
		return 0;
	}
	outcome->tag = find_tag(run, &outcome->commit);
	return compare(run, &outcome->commit, &outcome->bytes);
}

enum status publication_verify(struct publication *publication)
{
	struct proof_run run = {
		.publication = publication,
		.published = published_version(publication->filed),
		.outcome = {.words = "is as it was published"},
	};
	if (run.published == NULL)
		doubt(&run, "it has not been published: it has no line `as_of:`");
	else if (verify(&run) < 0)
		return command_fail(&publication->error);
	return publication_tell(publication, &run.outcome);
}
