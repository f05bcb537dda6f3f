/*
 * libgit2 1.5 has a check of its own, which is switched off: it does not know `*`, nor
 * the settings of a command line, and where there is no setting at all it fails in words
 * that say nothing of an owner.
 */
#include "repo/trust.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/internal.h"

void place_release(struct place *place)
{
	buf_release(&place->git_dir);
	buf_release(&place->work_tree);
	buf_release(&place->git_file);
}

/* Whether FOLDER is where the search ended; fills in what lies there. */
static bool is_place(struct place *place, const char *folder, const char *git_dir)
{
	struct buf entry = BUF_INIT;
	struct stat status;
	bool found = false;
	buf_printf(&entry, "%s/.git", strcmp(folder, "/") == 0 ? "" : folder);
	if (stat(entry.bytes, &status) == 0 && S_ISREG(status.st_mode)) {
		buf_text(&place->git_file, entry.bytes);
		found = true;
	} else {
		char *real = realpath(entry.bytes, NULL);
		found = real != NULL && strcmp(real, git_dir) == 0;
		free(real);
	}
	if (found)
		buf_text(&place->work_tree, folder);
	buf_release(&entry);
	return found || strcmp(folder, git_dir) == 0;
}

int place_find(const struct repo_terms *terms, struct place *place)
{
	git_buf found = {0};
	int code = git_repository_discover(&found, terms->start, terms->across_filesystems,
	                                   terms->ceilings);
	if (code < 0)
		return code;
	buf_add(&place->git_dir, found.ptr, found.size);
	git_buf_dispose(&found);
	char *git_dir = realpath(place->git_dir.bytes, NULL);
	char *folder = realpath(terms->start, NULL);
	while (git_dir != NULL && folder != NULL && !is_place(place, folder, git_dir)) {
		char *slash = strrchr(folder, '/');
		if (strcmp(folder, "/") == 0)
			break;
		slash[slash == folder ? 1 : 0] = '\0';
	}
	free(folder);
	free(git_dir);
	return 0;
}

/* Root's are root's own and, under sudo, those of the user who called it. */
static bool is_owned(const char *path, const struct repo_terms *terms)
{
	struct stat status;
	uid_t user = geteuid();
	if (lstat(path, &status) < 0)
		return false;
	if (user == 0 && status.st_uid != 0 && terms->sudo_uid != NULL) {
		char *end;
		errno = 0;
		unsigned long number = strtoul(terms->sudo_uid, &end, 10);
		if (errno == 0 && end != terms->sudo_uid && *end == '\0' && number <= UINT_MAX)
			user = (uid_t)number;
	}
	return status.st_uid == user;
}

/* What the settings say so far of the repository that is called PATH. */
struct verdict {
	const char *path, *home;
	bool safe;
};

static void judge(struct verdict *verdict, const char *value)
{
	struct buf whole = BUF_INIT;
	if (value == NULL || value[0] == '\0') {
		verdict->safe = false; /* forget what was listed before */
		return;
	}
	if (value[0] == '~' && value[1] == '/' && verdict->home != NULL)
		buf_printf(&whole, "%s%s", verdict->home, value + 1);
	else
		buf_text(&whole, value);
	if (strcmp(value, "*") == 0 || strcmp(whole.bytes, verdict->path) == 0)
		verdict->safe = true;
	buf_release(&whole);
}

static int judge_entry(const git_config_entry *entry, void *verdict)
{
	judge(verdict, entry->value);
	return 0;
}

static int judge_file(struct verdict *verdict, const char *path, struct error *error)
{
	git_config *config = NULL;
	int code = git_config_new(&config);
	if (code == 0)
		code = git_config_add_file_ondisk(config, path, GIT_CONFIG_LEVEL_GLOBAL, NULL, 0);
	if (code == 0)
		code = git_config_get_multivar_foreach(config, "safe.directory", NULL, judge_entry,
		                                       verdict);
	git_config_free(config);
	if (code < 0 && code != GIT_ENOTFOUND)
		return repo_fail(error, "the settings in %.300s cannot be read", path);
	return 0;
}

/* Appends the text as sh reads it as one word. */
static void add_quoted(struct buf *buf, const char *text)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789/._-+:@%,=";
	if (text[strspn(text, plain)] == '\0') {
		buf_text(buf, text);
		return;
	}
	buf_byte(buf, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			buf_text(buf, "'\\'");
		buf_byte(buf, *text);
	}
	buf_byte(buf, '\'');
}

/* In git's own words. */
static int refuse(const char *path, struct error *error)
{
	struct buf quoted = BUF_INIT;
	add_quoted(&quoted, path);
	error_set(error, "detected dubious ownership in repository at '%.700s'", path);
	error_hint(error,
	           "it belongs to another user; if you trust it: git config --global --add "
	           "safe.directory %.300s",
	           quoted.bytes);
	buf_release(&quoted);
	return -1;
}

int place_trust(const struct place *place, const struct repo_terms *terms, struct error *error)
{
	struct buf git_dir = BUF_INIT;
	struct verdict verdict = {.home = terms->home};
	int result = 0;
	buf_add(&git_dir, place->git_dir.bytes, place->git_dir.length);
	while (git_dir.length > 1 && git_dir.bytes[git_dir.length - 1] == '/')
		git_dir.bytes[--git_dir.length] = '\0';
	if ((place->git_file.length == 0 || is_owned(place->git_file.bytes, terms)) &&
	    (place->work_tree.length == 0 || is_owned(place->work_tree.bytes, terms)) &&
	    is_owned(git_dir.bytes, terms))
		goto done;
	verdict.path = place->work_tree.length != 0 ? place->work_tree.bytes : git_dir.bytes;
	for (size_t i = 0; terms->configs[i] != NULL && result == 0; i++)
		result = judge_file(&verdict, terms->configs[i], error);
	for (size_t i = 0; terms->safe != NULL && terms->safe[i] != NULL; i++)
		judge(&verdict, terms->safe[i][0] != '\0' ? terms->safe[i] : NULL);
	if (result == 0 && !verdict.safe)
		result = refuse(verdict.path, error);
done:
	buf_release(&git_dir);
	return result;
}
