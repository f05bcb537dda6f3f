/* ragtrail publish --verify: that a paper is what was published. */
#include "publish.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "view/edition.h"

/* What stands in the way of saying so, a sentence a line. */
struct doubts {
	struct publication *publication;
	const struct filed_version *published;
	struct buf out;
	size_t count;
};

static void doubt(struct doubts *doubts, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void doubt(struct doubts *doubts, const char *format, ...)
{
	va_list arguments;
	char sentence[1024];
	va_start(arguments, format);
	vsnprintf(sentence, sizeof(sentence), format, arguments);
	va_end(arguments);
	text_add_visible(&doubts->out, doubts->published->path, strlen(doubts->published->path));
	buf_text(&doubts->out, ": ");
	text_add_visible(&doubts->out, sentence, strlen(sentence));
	buf_byte(&doubts->out, '\n');
	doubts->count++;
}

/* The tag of the commit that published, or NULL with a doubt about it. */
static const char *find_tag(struct doubts *doubts, const struct object_id *commit)
{
	struct meeting_tag tags[MEETING_TAGS] = {{"", {{0}}}};
	char hex[OBJECT_HEX_SIZE], other[OBJECT_HEX_SIZE];
	struct publication *publication = doubts->publication;
	if (publication_tags(publication, tags) < 0) {
		doubt(doubts, "it has no tag that can be told: %s", publication->error.what);
		return NULL;
	}
	for (size_t i = 0; i < MEETING_TAGS; i++)
		if (object_equal(&tags[i].commit, commit))
			return tags[i].name;
	object_hex(commit, hex);
	if (object_is_none(&tags[0].commit))
		doubt(doubts,
		      "there is no tag `%.100s` of commit %.*s, which published it; fetch the tags "
		      "(git fetch --tags), or publish it again to make the tag",
		      tags[0].name, OBJECT_SHORT, hex);
	else
		doubt(doubts,
		      "the tag `%.100s` is of commit %.*s, and not of %.*s, which published it",
		      tags[0].name, OBJECT_SHORT, object_hex(&tags[0].commit, other), OBJECT_SHORT,
		      hex);
	return NULL;
}

/* The frozen part of the paper as the site of this record shows it. */
static bool render(struct doubts *doubts, const struct record *record, const struct filed *filed,
                   struct buf *html)
{
	struct edition edition;
	edition_read(record, filed, true, &edition);
	bool readable = edition.record != NULL;
	if (readable)
		paper_article(&edition, html);
	else
		doubt(doubts, "%s", edition.why.what);
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
static int compare(struct doubts *doubts, const struct object_id *commit, size_t *bytes)
{
	struct publication *publication = doubts->publication;
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
		doubt(doubts, "the commit that published it has no such paper");
		result = 0;
		goto done;
	}
	int line = published_difference(filed_version(filed)->document,
	                                publication->version->document);
	if (line != 0)
		doubt(doubts,
		      "it was changed since: line %d is not what was published; `git diff %.*s HEAD` "
		      "shows what is",
		      line, OBJECT_SHORT, object_hex(commit, (char[OBJECT_HEX_SIZE]){""}));
	bool rendered = render(doubts, record, filed, &then) &&
	                render(doubts, publication->record, publication->filed, &now);
	*bytes = now.length;
	if (rendered &&
	    (then.length != now.length || memcmp(then.bytes, now.bytes, now.length) != 0))
		doubt(doubts, "its page is not the one that was published, from line %d on",
		      line_of_difference(&then, &now));
	result = 0;
done:
	buf_release(&then);
	buf_release(&now);
	cabinet_release(&cabinet);
	record_free(record);
	return result;
}

static void confirm(struct doubts *doubts, const char *tag, const struct object_id *commit,
                    size_t bytes)
{
	const struct paper *paper = doubts->published->document->paper;
	char hex[OBJECT_HEX_SIZE];
	text_add_visible(&doubts->out, doubts->published->path, strlen(doubts->published->path));
	buf_printf(&doubts->out,
	           " is as it was published\n  tag      %s\n  commit   %.*s\n"
	           "  figures  of commit %.*s\n"
	           "  page     %zu bytes, the same from the tag and from HEAD\n",
	           tag, OBJECT_SHORT, object_hex(commit, hex), OBJECT_SHORT, paper->as_of.text,
	           bytes);
}

static int verify(struct doubts *doubts)
{
	struct publication *publication = doubts->publication;
	const char *as_of = doubts->published->document->paper->as_of.text;
	struct object_id commit;
	struct error why = ERROR_INIT;
	size_t bytes = 0;
	enum as_of_type type = as_of_find(publication->record, as_of, &commit);
	if (type != AS_OF_FOUND) {
		as_of_explain(type, as_of, &why);
		doubt(doubts, "%s; %s", why.what, why.hint);
		return 0;
	}
	if (!published_commit(publication->record, doubts->published, &commit)) {
		doubt(doubts,
		      "no commit on top of %.*s, which its `as_of:` names, published it as it "
		      "landed",
		      OBJECT_SHORT, as_of);
		return 0;
	}
	const char *tag = find_tag(doubts, &commit);
	if (compare(doubts, &commit, &bytes) < 0)
		return -1;
	if (doubts->count == 0)
		confirm(doubts, tag, &commit, bytes);
	return 0;
}

enum status publication_verify(struct publication *publication)
{
	struct doubts doubts = {
		.publication = publication,
		.published = published_version(publication->filed),
		.out = BUF_INIT,
	};
	if (doubts.published == NULL) {
		doubts.published = publication->version;
		doubt(&doubts, "it has not been published: it has no line `as_of:`");
	} else if (verify(&doubts) < 0) {
		buf_release(&doubts.out);
		return command_fail(&publication->error);
	}
	enum status status = command_print(&doubts.out);
	buf_release(&doubts.out);
	return status == STATUS_CLEAN && doubts.count != 0 ? STATUS_FINDINGS : status;
}
