/* ragtrail publish: a paper goes to its meeting, and stays as it went. */
#include "publish.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/replace.h"
#include "document/source.h"
#include "git.h"
#include "named.h"
#include "narrow.h"
#include "named_paths.h"
#include "repo/files.h"
#include "telling.h"
#include "rules/rules.h"
#include "view/edition.h"

struct publish_values {
	bool verify;
	const char *format, *colour;
};

const struct option_row publish_options[] = {
	{0, "verify", NULL, offsetof(struct publish_values, verify),
         "change nothing; prove that what was published is what is shown today"},
	{0, "format", "FORMAT", offsetof(struct publish_values, format),
         "text (the default) or json"},
	{0, "color", "WHEN", offsetof(struct publish_values, colour),
         "auto (the default), always or never"},
	{0},
};

/* --- which paper --- */

static bool is_meant(const struct filed *filed, const char *name, const char *path)
{
	size_t length = strlen(filed->plan_id);
	if (path != NULL && strcmp(filed_version(filed)->path, path) == 0)
		return true;
	return strcmp(filed->id, name) == 0 ||
	       (strncmp(name, filed->plan_id, length) == 0 && name[length] == '/' &&
	        strcmp(name + length + 1, filed->id) == 0);
}

static int fail_unknown(struct publication *publication, const char *name, bool path)
{
	error_set(&publication->error,
	          path ? "%.300s is no paper on record" : "there is no paper `%.300s` on record",
	          name);
	return error_hint(&publication->error,
	                  "a paper is a document with `kind: paper` and an `id:`; commit it first");
}

/* Finds the paper that is named by its path, its id, or plan/id. */
static int find_paper(struct publication *publication, const char *name)
{
	struct buf path = BUF_INIT;
	struct error ignored = ERROR_INIT;
	struct stat status;
	bool is_path = lstat(name, &status) == 0 && repo_worktree(publication->repo) != NULL &&
	               path_in_repo(publication->repo, name, false, &path, &ignored) == 0;
	for (size_t i = 0; i < publication->cabinet.count; i++) {
		const struct filed *filed = &publication->cabinet.items[i];
		if (filed->kind != KIND_PAPER || filed->withdrawn != NULL ||
		    !is_meant(filed, name, is_path ? path.bytes : NULL))
			continue;
		if (publication->filed != NULL) {
			error_set(&publication->error, "two plans have a paper `%.100s`", name);
			error_hint(&publication->error, "say which: %s/%s or %s/%s",
			           publication->filed->plan_id, publication->filed->id,
			           filed->plan_id, filed->id);
			buf_release(&path);
			return -1;
		}
		publication->filed = filed;
	}
	buf_release(&path);
	if (publication->filed == NULL)
		return fail_unknown(publication, name, is_path);
	publication->version = filed_version(publication->filed);
	publication->paper = publication->version->document->paper;
	return 0;
}

/* --- whether it may go --- */

/* Fails for a draft, and for one whose figures nobody could see. */
static int require_fit(struct publication *publication)
{
	const struct common *common = &publication->paper->common;
	const struct document *document = publication->version->document;
	struct error *error = &publication->error;
	struct edition edition;
	if (common->draft.valid && common->draft.as.flag) {
		error_set(error, "%.300s is a draft", document->path);
		return error_hint(error, "take `draft: true` out and commit it first");
	}
	edition_read(publication->record, publication->filed, true, &edition);
	bool empty = edition.plan == NULL || trend_period(&edition.trend) == NULL;
	if (empty && document->body.placeholder_count != 0) {
		error_set(error, "%.300s asks for figures of the plan `%.60s`: %s", document->path,
		          edition_plan(&edition),
		          phrase_text(paper_no_figures(&edition), LANGUAGE_ENGLISH));
		error_hint(error, "mend `plan:`, or take the placeholders out");
	}
	edition_release(&edition);
	return empty && document->body.placeholder_count != 0 ? -1 : 0;
}

/* Fails unless the file in the working tree is the one that HEAD has. */
static int require_clean(struct publication *publication)
{
	const char *path = publication->version->path;
	const char *top = repo_worktree(publication->repo);
	struct buf changed = BUF_INIT;
	struct error *error = &publication->error;
	if (top == NULL)
		return error_set(error, "a bare repository has no files to publish from");
	const char *spec = arena_printf(&publication->arena, ":(top,literal)%s", path);
	const char *const arguments[] = {"git",       "-C", top,  "status", "--porcelain=v1",
	                                 "--ignored", "--", spec, NULL};
	int code = git_ask(arguments, &changed);
	size_t length = changed.length;
	buf_release(&changed);
	if (code != 0)
		return error_set(error, "git cannot tell whether %.300s has changed", path);
	if (length == 0)
		return 0;
	error_set(error, "%.300s is not what was committed", path);
	return error_hint(error, "commit it first, or put it back: git checkout HEAD -- FILE");
}

/* A commit on no branch is soon lost. */
static int require_branch(struct publication *publication)
{
	if (GIT_LINE(&publication->arena, "symbolic-ref", "-q", "HEAD") != NULL)
		return 0;
	error_set(&publication->error, "HEAD is on no branch, where a commit would soon be lost");
	return error_hint(&publication->error, "git switch BRANCH, and publish there");
}

/* Tells what any rule has to say of the paper as it was committed. */
static enum status judge(struct publication *publication, const struct telling *telling)
{
	struct collection collection = {.count = 0};
	struct findings findings = {0};
	struct candour_wanted all = {.errors_alone = false};
	char *paths[] = {(char *)publication->version->path};
	size_t documents;
	enum status status;
	struct error *error = &publication->error;
	if (collection_read_commit(publication->repo, &publication->record->tip.id, &collection,
	                           error) < 0) {
		status = command_fail(error);
		goto done;
	}
	rules_judge(&collection, publication->record, &findings);
	if (rules_judge_candour(&collection, publication->record, all, &findings, error) < 0 ||
	    narrow(publication->repo, &collection, NARROW_IN_COMMIT, 1, paths, &findings,
	           &documents, error) < 0) {
		status = command_fail(error);
		goto done;
	}
	status = STATUS_CLEAN;
	if (findings.totals[SEVERITY_ERROR] + findings.totals[SEVERITY_WARNING] != 0) {
		status = telling_findings(publication->command, telling, &findings, documents);
		fputs("Nothing was published. Mend the lines named above, or answer a warning with "
		      "`explained:`; commit, and publish again.\n",
		      stderr);
	}
done:
	findings_release(&findings);
	collection_release(&collection);
	return status;
}

/* --- publishing --- */

/* The bytes with the line put in, or -1 where the document would then read otherwise. */
static int add_line(struct publication *publication, const struct buf *before, const char *hex,
                    struct buf *after)
{
	const struct document *document = publication->version->document;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct source source;
	const struct place old = publication->paper->as_of.place;
	bool whole = source_read(before->bytes, before->length, &source, &faults);
	size_t end = whole ? (size_t)(source.front + source.front_length - before->bytes) : 0;
	arena_release(&arena);
	size_t first = end;
	/* A line that is there and empty takes the id. */
	if (old.line != 0) {
		size_t length = 0;
		const char *line = document_line(document, old.line, &length);
		first = line == NULL ? end : (size_t)(line - document->bytes);
		end = line == NULL ? end : first + length;
	}
	const char *crlf = whole && source.front - before->bytes > 1 && source.front[-2] == '\r'
	                           ? "\r\n"
	                           : "\n";
	buf_add(after, before->bytes, first);
	buf_printf(after, "as_of: %s%s", hex, old.line != 0 ? "" : crlf);
	buf_add(after, before->bytes + end, before->length - end);
	struct document *now =
		document_read(document->path, after->bytes, after->length, DOCUMENT_FIELDS);
	bool well = whole && now->paper != NULL && now->paper->as_of.text != NULL &&
	            strcmp(now->paper->as_of.text, hex) == 0 &&
	            now->faults.count == document->faults.count;
	document_free(now);
	if (well)
		return 0;
	error_set(&publication->error, "%.300s: the line `as_of:` cannot be put into it",
	          document->path);
	return error_hint(&publication->error, "write its fields one a line, `name: value`");
}

/* Puts the file in the place of the one that is there, with its mode. */
static int put_file(struct publication *publication, const struct buf *bytes)
{
	struct stat status;
	const char *path =
		arena_printf(&publication->arena, "%s%s", repo_worktree(publication->repo),
	                     publication->version->path);
	if (lstat(path, &status) < 0 || !S_ISREG(status.st_mode))
		return error_set(&publication->error, "%.300s is no plain file",
		                 publication->version->path);
	mode_t mask = umask(0);
	int result = replace_file(path, bytes->bytes, bytes->length, status.st_mode & 07777,
	                          &publication->error);
	umask(mask);
	return result;
}

static const char *title_of(const struct publication *publication)
{
	return publication->paper->title.text != NULL ? publication->paper->title.text
	                                              : publication->filed->id;
}

/* As git commits one file, with the settings, the hooks and the signature that it has. */
static int commit_file(struct publication *publication, const char *tag)
{
	struct arena *arena = &publication->arena;
	char hex[OBJECT_HEX_SIZE];
	object_hex(&publication->record->tip.id, hex);
	const char *message =
		arena_printf(arena, "Publish %s\n\n%s\nIts figures are those of commit %s.\n", tag,
	                     title_of(publication), hex);
	const char *spec = arena_printf(arena, ":(top,literal)%s", publication->version->path);
	const char *const arguments[] = {"git",   "commit", "--quiet", "--only", "-m",
	                                 message, "--",     spec,      NULL};
	return git_do(repo_worktree(publication->repo), arguments);
}

static int make_tag(struct publication *publication, const char *tag,
                    const struct object_id *commit)
{
	char hex[OBJECT_HEX_SIZE];
	const char *const arguments[] = {
		"git", "tag", "-a", "-m", title_of(publication), "--", tag, object_hex(commit, hex),
		NULL};
	if (git_do(repo_worktree(publication->repo), arguments) == 0)
		return 0;
	error_set(&publication->error, "the paper was committed in %.*s, and git made no tag of it",
	          OBJECT_SHORT, hex);
	return error_hint(&publication->error, "when what it said above is mended, publish again");
}

static enum status tell(const struct publication *publication, const char *tag,
                        const struct object_id *commit, const char *as_of)
{
	return publication_tell(publication, &(struct outcome){.words = "is published",
	                                                       .tag = tag,
	                                                       .as_of = as_of,
	                                                       .commit = *commit});
}

/* The file's bytes, which must be the document that was judged, whatever its line ends. */
static int read_file(struct publication *publication, struct buf *bytes)
{
	const char *path = publication->version->path;
	const struct file file = {.path = path, .type = FILE_REGULAR};
	struct error *error = &publication->error;
	size_t size = 0;
	if (files_read(publication->repo, &file, SOURCE_LARGEST, bytes, &size, error) < 0)
		return -1;
	struct document *now = document_read(path, bytes->bytes, bytes->length, DOCUMENT_FIELDS);
	int line = published_difference(publication->version->document, now);
	document_free(now);
	if (line == 0)
		return 0;
	error_set(error, "%.300s is not what was committed, from line %d on", path, line);
	return error_hint(error, "commit it first, or put it back: git checkout HEAD -- FILE");
}

/* The commit that was made; it must stand on the one that the paper names. */
static int find_commit(struct publication *publication, struct object_id *commit)
{
	struct object_id parent;
	struct error *error = &publication->error;
	if (repo_commit(publication->repo, NULL, commit, NULL, error) < 0 ||
	    repo_commit(publication->repo, "HEAD^", &parent, NULL, error) < 0)
		return -1;
	if (object_equal(&parent, &publication->record->tip.id))
		return 0;
	error_set(error, "somebody else committed at the same time, so the paper does not stand on "
	                 "the commit that it names, and has no tag");
	return error_hint(error, "undo it (git reset --hard HEAD^), and publish again");
}

/* Commits the paper with the line, or leaves the file as it was. */
static int commit_with_line(struct publication *publication, const char *tag,
                            struct object_id *commit)
{
	struct buf before = BUF_INIT, after = BUF_INIT;
	struct error *error = &publication->error;
	char hex[OBJECT_HEX_SIZE];
	int result = -1;
	object_hex(&publication->record->tip.id, hex);
	if (read_file(publication, &before) < 0 ||
	    add_line(publication, &before, hex, &after) < 0 || put_file(publication, &after) < 0)
		goto done;
	if (commit_file(publication, tag) == 0) {
		result = find_commit(publication, commit);
		goto done;
	}
	error_set(error, "git did not commit %.300s, so nothing was published",
	          publication->version->path);
	error_hint(error, put_file(publication, &before) == 0
	                          ? "the file is as it was; what git said stands above"
	                          : "and the file now has a line `as_of:`, which must go");
done:
	buf_release(&before);
	buf_release(&after);
	return result;
}

/* The paper is committed with its line: the tag may be all that is missing. */
static enum status finish(struct publication *publication, const struct filed_version *published)
{
	struct meeting_tag tags[MEETING_TAGS] = {{"", {{0}}}};
	struct object_id commit;
	struct error *error = &publication->error;
	const char *tag;
	if (publication_tags(publication, tags) < 0)
		return command_fail(error);
	bool found = published_commit(publication->record, published, &commit);
	for (size_t i = 0; i < MEETING_TAGS && found; i++)
		if (object_equal(&tags[i].commit, &commit)) {
			error_set(error, "%.300s was published already: tag %s", published->path,
			          tags[i].name);
			error_hint(error, "write what is new in a paper of its own; --verify "
			                  "proves what was published");
			return command_fail(error);
		}
	if (!found) {
		error_set(error,
		          "%.300s names a commit in `as_of:` already, and not the one that it was "
		          "published on",
		          published->path);
		error_hint(error, "file it again under another id, without that line");
		return command_fail(error);
	}
	if ((tag = publication_tag(publication)) == NULL || make_tag(publication, tag, &commit) < 0)
		return command_fail(error);
	return tell(publication, tag, &commit, published->document->paper->as_of.text);
}

static enum status publish(struct publication *publication, const struct telling *telling)
{
	const struct filed_version *published = published_version(publication->filed);
	struct error *error = &publication->error;
	struct object_id commit;
	char hex[OBJECT_HEX_SIZE];
	const char *tag;
	if (published != NULL)
		return finish(publication, published);
	if (require_clean(publication) < 0 || require_branch(publication) < 0)
		return command_fail(error);
	enum status status = judge(publication, telling);
	if (status != STATUS_CLEAN)
		return status;
	if (require_fit(publication) < 0 || (tag = publication_tag(publication)) == NULL ||
	    commit_with_line(publication, tag, &commit) < 0 ||
	    make_tag(publication, tag, &commit) < 0)
		return command_fail(error);
	return tell(publication, tag, &commit, object_hex(&publication->record->tip.id, hex));
}

enum status command_publish(const struct command *command, int argc, char **argv)
{
	struct publish_values values = {.verify = false};
	struct publication publication = {.command = command};
	struct telling telling = {.strict = true};
	struct as_of head = {NULL, NULL, false};
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	telling.colour = values.colour;
	telling.format = values.format;
	if (!command_format(command, values.format, &publication.json, &status) ||
	    !telling_understood(command, &telling, &status))
		return status;
	if (count != 1)
		return command_usage(command, "say which paper: `ragtrail publish PAPER`");
	head.verify = values.verify;
	if (command_record(command, &publication.repo, &publication.record, &head, DEPTH_WHOLE,
	                   &publication.error) < 0 ||
	    cabinet_read(publication.record, &publication.cabinet, &publication.error) < 0 ||
	    find_paper(&publication, argv[0]) < 0)
		status = command_fail(&publication.error);
	else if (values.verify)
		status = publication_verify(&publication);
	else
		status = publish(&publication, &telling);
	cabinet_release(&publication.cabinet);
	arena_release(&publication.arena);
	record_free(publication.record);
	repo_close(publication.repo);
	return status;
}
