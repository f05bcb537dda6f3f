/* Versions that could not be read, as they are published: declared in site_view.h. */
#include "view/site_view.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "document/source.h"
#include "view/exempt.h"

/* A file with a hole, or the plan.md of its folder. */
struct file_asked {
	const struct plan_record *plan; /* on record; NULL where its folder has none */
	bool closed;
};

/* What is asked about the holes of a record. */
struct asking {
	const struct record *record;
	bool **closed;      /* by plan: its workstreams that are exempt, or were */
	struct map by_path; /* struct file_asked */
	struct arena arena;
};

/* True where the words say `exempt:`, and not that it is false: also where they are no YAML. */
static bool says_exempt(const char *text)
{
	const size_t length = strlen("false");
	while ((text = strstr(text, "exempt")) != NULL) {
		text += strlen("exempt");
		const char *value = text + strspn(text, "\"' \t");
		if (*value != ':')
			continue;
		value += 1 + strspn(value + 1, "\"' \t");
		if (strncmp(value, "false", length) != 0 || isalnum((unsigned char)value[length]))
			return true;
	}
	return false;
}

/* True where the text names a workstream of the plan that is exempt, or was. */
static bool names_closed(const struct asking *asking, const struct plan_record *plan,
                         const char *text)
{
	for (size_t i = 0; plan != NULL && i < plan->count; i++)
		if (asking->closed[plan - asking->record->plans][i] &&
		    (text_names(text, plan->workstreams[i].id) ||
		     text_names(text, plan->workstreams[i].title)))
			return true;
	return false;
}

/* True where the path, below its plan's folder, has the id in it: `housing-2023-08.md`. */
static bool has_id(const char *path, const char *id)
{
	const char *from = path + strlen(REPO_PLANS "/");
	from += strcspn(from, "/");
	for (const char *at = from; (at = strstr(at, id)) != NULL && *at != '\0'; at++)
		if ((at == from || !isalnum((unsigned char)at[-1])) &&
		    !isalnum((unsigned char)at[strlen(id)]))
			return true;
	return false;
}

/* True where the name of the file is a workstream's that is exempt, or was. */
static bool lies_closed(const struct asking *asking, const struct plan_record *plan,
                        const char *path)
{
	for (size_t i = 0; plan != NULL && i < plan->count; i++)
		if (asking->closed[plan - asking->record->plans][i] &&
		    has_id(path, plan->workstreams[i].id))
			return true;
	return false;
}

/* Whether a version tells that the file is exempt; of one that is not here that is taken. */
static bool is_closed(const struct asking *asking, const struct plan_record *plan, uint32_t blob)
{
	const struct record *record = asking->record;
	struct error ignored = ERROR_INIT;
	struct buf bytes = BUF_INIT;
	size_t size = 0;
	if (blob == LINEAGE_NONE)
		return false;
	bool closed = repo_blob(record->repo, &record->lineage.blobs[blob], SOURCE_LARGEST, &bytes,
	                        &size, &ignored) < 0 ||
	              size > SOURCE_LARGEST;
	for (size_t i = 0; i < bytes.length; i++)
		if (bytes.bytes[i] == '\0')
			bytes.bytes[i] = ' ';
	closed = closed || (bytes.length != 0 &&
	                    (says_exempt(bytes.bytes) || names_closed(asking, plan, bytes.bytes)));
	buf_release(&bytes);
	return closed;
}

/* The workstreams of which nothing may be told, or might not once. */
static void find_closed(struct asking *asking, const struct plan_words *words)
{
	const struct record *record = asking->record;
	asking->closed = arena_new(&asking->arena, record->count * sizeof(bool *));
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		asking->closed[i] = arena_new(&asking->arena, plan->count * sizeof(bool));
		for (size_t j = 0; j < plan->count; j++) {
			const struct series *series = &plan->workstreams[j];
			asking->closed[i][j] =
				exempt_series(plan, series) ||
				silences_of(words, plan, series->id, &asking->arena).count != 0;
		}
	}
}

static struct file_asked *ask(struct asking *asking, const char *path,
                              const struct plan_record *plan)
{
	struct file_asked *file = map_get(&asking->by_path, path);
	if (file != NULL)
		return file;
	file = arena_new(&asking->arena, sizeof(*file));
	*file = (struct file_asked){plan, lies_closed(asking, plan, path)};
	map_set(&asking->by_path, path, file);
	return file;
}

/* "plans/p/plan.md" of a file below plans/p; in the arena. */
static const char *plan_file(struct asking *asking, const char *path)
{
	const size_t above = strlen(REPO_PLANS "/");
	struct buf name = BUF_INIT;
	buf_add(&name, path, above + strcspn(path + above, "/"));
	buf_text(&name, "/plan.md");
	const char *copy = arena_text(&asking->arena, name.bytes, name.length);
	buf_release(&name);
	return copy;
}

/* The plan whose folder the path is in, or NULL. */
static const struct plan_record *plan_of(const struct record *record, const char *path)
{
	const char *folder = path + strlen(REPO_PLANS "/");
	struct buf id = BUF_INIT;
	buf_add(&id, folder, strcspn(folder, "/"));
	const struct plan_record *plan = record_plan(record, id.bytes);
	buf_release(&id);
	return plan;
}

static void ask_files(struct asking *asking)
{
	const struct record *record = asking->record;
	for (size_t i = 0; i < record->hole_count; i++) {
		const char *path = record->holes[i].path;
		const struct plan_record *plan = plan_of(record, path);
		ask(asking, path, plan);
		if (plan == NULL)
			ask(asking, plan_file(asking, path), NULL);
	}
	for (size_t i = 0; i < record->lineage.change_count && record->hole_count != 0; i++) {
		const struct lineage_change *change = &record->lineage.changes[i];
		struct file_asked *file =
			map_get(&asking->by_path, record->lineage.paths[change->path]);
		if (file != NULL && !file->closed)
			file->closed = is_closed(asking, file->plan, change->after);
	}
}

static bool is_told(struct asking *asking, const struct plan_words *words, const struct hole *hole)
{
	const struct file_asked *file = map_get(&asking->by_path, hole->path);
	const size_t number = hole->landing->number;
	if (file->closed)
		return false;
	if (file->plan == NULL)
		return !ask(asking, plan_file(asking, hole->path), NULL)->closed;
	const struct silences silences = silences_of(words, file->plan, NULL, &asking->arena);
	return !silences_cover(&silences, number, number + 1);
}

void site_holes(struct site_view *site, const struct plan_words *words)
{
	const struct record *record = site->record;
	struct asking asking = {.record = record, .by_path = MAP_INIT, .arena = ARENA_INIT};
	const struct hole **holes =
		arena_new(&site->arena, record->hole_count * sizeof(struct hole *));
	find_closed(&asking, words);
	ask_files(&asking);
	for (size_t i = 0; i < record->hole_count; i++)
		if (is_told(&asking, words, &record->holes[i]))
			holes[site->hole_count++] = &record->holes[i];
	site->holes = holes;
	map_release(&asking.by_path);
	arena_release(&asking.arena);
}
