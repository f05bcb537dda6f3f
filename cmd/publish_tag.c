/* The tags of published papers: declared in publish.h. */
#include "publish.h"

#include <string.h>

#include "git.h"
#include "record/registers.h"
#include "repo/references.h"

static bool is_name(struct publication *publication, const char *name)
{
	const char *full = arena_printf(&publication->arena, "refs/tags/%s", name);
	const char *const arguments[] = {"git", "check-ref-format", full, NULL};
	struct buf ignored = BUF_INIT;
	bool valid = name[0] != '-' && git_ask(arguments, &ignored) == 0;
	buf_release(&ignored);
	if (valid)
		return true;
	error_set(&publication->error, "git takes no tag of the name `%.100s`", name);
	error_hint(&publication->error, "mend `tag:` of the meeting in plan.md");
	return false;
}

int publication_tags(struct publication *publication, struct meeting_tag tags[MEETING_TAGS])
{
	const struct paper *paper = publication->paper;
	struct arena *arena = &publication->arena;
	char day[DATE_TEXT_SIZE];
	if (publication->filed->plan == NULL || paper->committee.text == NULL || !paper->date.valid)
		return error_set(&publication->error,
		                 "%.300s does not say which committee it goes to, or when",
		                 publication->version->path);
	struct registers shared =
		registers_of_plan(publication->record, publication->filed->plan, arena);
	const struct meeting *meeting =
		registers_meeting(&shared, paper->committee.text, paper->date.as.date);
	tags[0].name = meeting != NULL && meeting->tag.text != NULL
	                       ? meeting->tag.text
	                       : arena_printf(arena, "%s/%s", paper->committee.text,
	                                      date_iso(paper->date.as.date, day));
	tags[1].name = arena_printf(arena, "%s-%s", tags[0].name, publication->filed->id);
	for (size_t i = 0; i < MEETING_TAGS; i++)
		if (!is_name(publication, tags[i].name) ||
		    reference_commit(publication->repo,
		                     arena_printf(arena, "refs/tags/%s", tags[i].name),
		                     &tags[i].commit, &publication->error) < 0)
			return -1;
	return 0;
}

/* True where the commit published another paper of the same meeting. */
static bool is_of_meeting(const struct publication *publication, const struct object_id *commit)
{
	const struct paper *paper = publication->paper;
	for (size_t i = 0; i < publication->cabinet.count; i++) {
		const struct filed *filed = &publication->cabinet.items[i];
		const struct filed_version *version = published_version(filed);
		struct object_id other;
		if (filed == publication->filed || version == NULL)
			continue;
		const struct paper *theirs = version->document->paper;
		if (theirs->committee.text != NULL && theirs->date.valid &&
		    strcmp(theirs->committee.text, paper->committee.text) == 0 &&
		    date_days(theirs->date.as.date) == date_days(paper->date.as.date) &&
		    published_commit(publication->record, version, &other) &&
		    object_equal(&other, commit))
			return true;
	}
	return false;
}

/* A tag that stands where this one would need a folder, or in such a folder; or NULL. */
static const char *find_obstacle(struct publication *publication, const char *full)
{
	const char *const *names;
	size_t length = strlen(full);
	if (references_list(publication->repo, &publication->arena, &names, &publication->error) <
	    0)
		return NULL;
	for (; *names != NULL; names++) {
		size_t other = strlen(*names);
		if ((other > length && strncmp(*names, full, length) == 0 &&
		     (*names)[length] == '/') ||
		    (length > other && strncmp(*names, full, other) == 0 && full[other] == '/'))
			return *names;
	}
	return NULL;
}

/* Fails where another tag stands in the way of one of this name. */
static int require_room(struct publication *publication, const char *name)
{
	const char *full = arena_printf(&publication->arena, "refs/tags/%s", name);
	const char *obstacle = find_obstacle(publication, full);
	if (obstacle == NULL)
		return 0;
	error_set(&publication->error,
	          "git cannot have a tag `%.100s` beside `%.100s`: one of the names begins with "
	          "the other",
	          name, obstacle + strlen("refs/tags/"));
	return error_hint(&publication->error, "give the meeting another `tag:` in plan.md");
}

const char *publication_tag(struct publication *publication)
{
	struct meeting_tag tags[MEETING_TAGS] = {{"", {{0}}}, {"", {{0}}}};
	char hex[OBJECT_HEX_SIZE];
	if (publication_tags(publication, tags) < 0)
		return NULL;
	const struct meeting_tag *tag = &tags[0];
	if (!object_is_none(&tag->commit) && is_of_meeting(publication, &tag->commit))
		tag = &tags[1];
	if (object_is_none(&tag->commit))
		return require_room(publication, tag->name) == 0 ? tag->name : NULL;
	error_set(&publication->error,
	          "there is a tag `%.100s` already, of commit %.*s, which published nothing for "
	          "this meeting",
	          tag->name, OBJECT_SHORT, object_hex(&tag->commit, hex));
	error_hint(&publication->error,
	           "give the meeting another `tag:` in plan.md, or take that tag away");
	return NULL;
}
