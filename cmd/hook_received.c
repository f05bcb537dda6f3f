/* The hook post-receive: declared in hook.h. Receipts first, then the site. */
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "git.h"
#include "hook.h"
#include "protect.h"
#include "pushed.h"
#include "receive.h"
#include "redacted.h"
#include "repo/kept.h"
#include "repo/receipts.h"
#include "site.h"
#include "supervise.h"

enum {
	SITE_PATIENCE = 60, /* seconds, for who renders beside */
};

/* A branch whose history took the place of another. */
struct redacted {
	size_t number; /* of the arrival */
	struct pushed pushed;
};

/* What the two steps are told. */
struct arrived {
	struct push push;
	struct arrival *arrivals; /* the push's own */
	struct redacted *redacted;
	size_t redacted_count;
	const char *branch, *site; /* to render: which, where to; or NULL */
};

static enum status warn(const struct error *error, const char *what)
{
	struct buf line = BUF_INIT;
	buf_printf(&line, "warning: your push is in, but %s: ", what);
	text_add_visible(&line, error->what, strlen(error->what));
	if (error->hint[0] != '\0') {
		buf_text(&line, "\nhint: ");
		text_add_visible(&line, error->hint, strlen(error->hint));
	}
	fprintf(stderr, "%s\n", line.bytes);
	buf_release(&line);
	return STATUS_FAILED;
}

/* Lines of "ALIAS REAL", for names that stand for the one of another branch. */
static char *read_aliases(struct arena *arena)
{
	static const char *const arguments[] = {
		"git", "for-each-ref", "--format=%(if)%(symref)%(then)%(refname) %(symref)%(end)",
		NULL};
	struct buf out = BUF_INIT;
	char *lines = arena_text(arena, "", 0);
	if (git_ask(arguments, &out) == 0)
		lines = arena_text(arena, out.bytes, out.length);
	buf_release(&out);
	return lines;
}

static const char *real_name(struct arena *arena, const char *aliases, const char *ref)
{
	size_t length = strlen(ref);
	for (const char *line = aliases; *line != '\0';) {
		size_t all = strcspn(line, "\n");
		if (all > length && strncmp(line, ref, length) == 0 && line[length] == ' ')
			return arena_text(arena, line + length + 1, all - length - 1);
		line += all + (line[all] == '\n' ? 1 : 0);
	}
	return ref;
}

/* The protected branches among what git says has moved. */
static int read_arrivals(struct arena *arena, const struct protect *protect,
                         struct arrived *arrived, struct error *error)
{
	struct pushed_list list;
	struct arrival *arrivals = NULL;
	size_t room = 0, redaction_room = 0;
	if (pushed_read(arena, "post-receive", &list, error) < 0)
		return -1;
	const char *aliases = read_aliases(arena);
	for (size_t i = 0; i < list.count; i++) {
		struct pushed *pushed = &list.items[i];
		pushed->ref = real_name(arena, aliases, pushed->ref);
		if (!protect_holds(protect, pushed->ref))
			continue;
		arrivals =
			arena_grow(arena, arrivals, arrived->push.count, &room, sizeof(*arrivals));
		struct arrival *arrival = &arrivals[arrived->push.count++];
		*arrival = (struct arrival){pushed->ref, pushed->before, pushed->after};
		arrived->redacted = arena_grow(arena, arrived->redacted, arrived->redacted_count,
		                               &redaction_room, sizeof(*arrived->redacted));
		if (receive_is_permitted(arena, pushed))
			arrived->redacted[arrived->redacted_count++] =
				(struct redacted){arrived->push.count - 1, *pushed};
	}
	arrived->push.arrivals = arrived->arrivals = arrivals;
	return 0;
}

/*
 * From which account a push comes: what the software says that serves git, else whose
 * process this is.
 */
static const char *find_account(struct arena *arena)
{
	const char *names[] = {GIT_LINE(arena, "config", "--get", "ragtrail.account"),
	                       "GL_USERNAME", "GITHUB_USER_LOGIN", "GL_USER", "REMOTE_USER"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = names[i] == NULL ? NULL : getenv(names[i]);
		if (value != NULL && value[0] != '\0')
			return arena_text(arena, value, strlen(value));
	}
	const struct passwd *user = getpwuid(geteuid());
	return user == NULL ? NULL : arena_text(arena, user->pw_name, strlen(user->pw_name));
}

/* What libgit2 does not see to: files that the group, or all, may write. */
static void share_files(struct arena *arena)
{
	static const struct {
		const char *word;
		mode_t open;
	} rows[] = {{"group", 0070}, {"true", 0070}, {"1", 0070},        {"all", 0075},
	            {"world", 0075}, {"2", 0075},    {"everybody", 0075}};
	const char *shared = GIT_LINE(arena, "config", "--get", "core.sharedRepository");
	for (size_t i = 0; shared != NULL && i < sizeof(rows) / sizeof(rows[0]); i++)
		if (text_equal_folded(shared, rows[i].word))
			umask(umask(0) & ~rows[i].open);
}

/* What took another's place did not land now: only the commit behind it did. */
static int write_redactions(struct repo *repo, const struct arrived *arrived, struct error *error)
{
	for (size_t i = 0; i < arrived->redacted_count; i++) {
		const struct redacted *redacted = &arrived->redacted[i];
		if (redacted_write(repo, &redacted->pushed, arrived->push.account,
		                   arrived->push.received,
		                   &arrived->arrivals[redacted->number].before, error) < 0)
			return -1;
		kept_forget(repo);
		fputs("ragtrail: the redaction is written down beside the receipts\n", stderr);
	}
	return 0;
}

static enum status write_receipts(const struct command *command, int argc, char **argv)
{
	const struct arrived *arrived = command->context;
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct receipts_written written = {0};
	(void)argc;
	(void)argv;
	int result = command_open(command, &repo, &error);
	if (result == 0)
		result = write_redactions(repo, arrived, &error);
	if (result == 0)
		result = receipts_write(repo, &arrived->push, &written, &error);
	repo_close(repo);
	if (result < 0)
		return warn(&error, "no receipt of it could be written");
	if (written.push != 0)
		fprintf(stderr, "ragtrail: push %lld, %zu %s received\n", (long long)written.push,
		        written.landings - written.late,
		        written.landings - written.late == 1 ? "landing" : "landings");
	if (written.late != 0)
		fprintf(stderr, "ragtrail: %zu from before, whose receipts were missing\n",
		        written.late);
	return STATUS_CLEAN;
}

static enum status render_site(const struct command *command, int argc, char **argv)
{
	const struct arrived *arrived = command->context;
	struct as_of when = {.revision = arrived->branch};
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	const struct site_order order = {.folder = arrived->site, .patience = SITE_PATIENCE};
	struct site_made made = {.pages = 0};
	(void)argc;
	(void)argv;
	int result = command_record(command, &repo, &record, &when, DEPTH_WHOLE, &error);
	if (result == 0)
		result = site_replace(record, &order, &made, &error);
	record_free(record);
	repo_close(repo);
	if (result < 0)
		return warn(&error, "the site is as it was");
	fprintf(stderr, "ragtrail: the site is up to date, %zu pages\n", made.pages);
	return STATUS_CLEAN;
}

/* Opens a file of the folder `ragtrail` in git's own. */
static int open_lock(const char *folder, const char *name)
{
	struct buf path = BUF_INIT;
	buf_printf(&path, "%s/ragtrail", folder);
	mkdir(path.bytes, 0777);
	buf_printf(&path, "/%s", name);
	int lock = open(path.bytes, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
	buf_release(&path);
	return lock;
}

static int take_lock(int lock)
{
	int taken;
	do
		taken = flock(lock, LOCK_EX);
	while (taken < 0 && errno == EINTR);
	return taken;
}

/*
 * One render at a time, and one more at most that waits for its turn: it has not read
 * anything yet, so it will render this push too, and this process need not.
 */
static enum status render_in_turn(const struct command *command, const char *folder)
{
	struct command running = *command;
	struct error error = ERROR_INIT;
	enum status status = STATUS_CLEAN;
	int turn = open_lock(folder, "site.turn"), next = open_lock(folder, "site.next");
	if (turn < 0 || next < 0) {
		error_set(&error, "no lock in %.300s/ragtrail: %s", folder, strerror(errno));
		status = warn(&error, "the site is as it was");
	} else if (flock(next, LOCK_EX | LOCK_NB) < 0) {
		fputs("ragtrail: the site will be brought up to date with a push beside this one\n",
		      stderr);
	} else if (take_lock(turn) == 0) {
		flock(next, LOCK_UN); /* who comes now must wait for a render of its own */
		running.run = render_site;
		status = (enum status)supervise(&running, 0, NULL);
	}
	if (next >= 0)
		close(next);
	if (turn >= 0)
		close(turn);
	return status;
}

enum status hook_post_receive(const struct command *command, int argc, char **argv)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct protect protect;
	struct command running = *command;
	struct arrived arrived = {.push = {.received = (int64_t)time(NULL)}};
	enum status status = STATUS_CLEAN;
	(void)argc;
	(void)argv;
	protect_read(&arena, &protect);
	arrived.push.account = find_account(&arena);
	arrived.branch = protect.shown;
	arrived.site = GIT_LINE(&arena, "config", "--type=path", "--get", "ragtrail.site");
	const char *folder =
		GIT_LINE(&arena, "rev-parse", "--path-format=absolute", "--git-common-dir");
	share_files(&arena);
	running.context = &arrived;
	if (read_arrivals(&arena, &protect, &arrived, &error) < 0) {
		status = warn(&error, "no receipt of it could be written");
	} else if (arrived.push.count != 0) {
		running.run = write_receipts;
		status = (enum status)supervise(&running, 0, NULL);
		if (arrived.site != NULL && arrived.branch != NULL && folder != NULL) {
			enum status rendered = render_in_turn(&running, folder);
			status = status == STATUS_CLEAN ? rendered : status;
		}
	}
	arena_release(&arena);
	return status;
}
