/* A page is made from what its material names, and from nothing else. */
#include "site/site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "rules/rules.h"
#include "support/recording.h"
#include "support/varied.h"

enum { HISTORIES = 6, STEPS = 30, KINDS = 32 };

/* A kind of page, over a history. */
struct seen {
	const char *kind;
	size_t kept;    /* its material was seen before */
	size_t changed; /* other bytes than in the landing before */
};

/* What was made of a history so far. */
struct made {
	struct sandbox *sandbox;
	struct map by_material; /* path and material: bytes */
	struct map by_path;     /* bytes, of the landing before */
	struct map by_landing;  /* landing and path: bytes */
	struct seen seen[KINDS];
	size_t kinds;
	uint64_t seed;
	int step;
};

static struct seen *seen_of(struct made *made, const char *kind)
{
	size_t at = 0;
	while (at < made->kinds && strcmp(made->seen[at].kind, kind) != 0)
		at++;
	if (at == made->kinds) {
		assert_true(made->kinds < KINDS);
		made->seen[made->kinds++] = (struct seen){.kind = kind};
	}
	return &made->seen[at];
}

static const char *key_of(struct made *made, const char *path, const char *rest)
{
	return arena_printf(&made->sandbox->arena, "%s %s", path, rest);
}

/* The full id of the landing that the page says changed it last; NULL: it says none. */
static const char *shown_by(struct made *made, const char *bytes)
{
	static const char long_id[] = "<code class=\"long\">";
	const char *says = strstr(bytes, "Last changed on record: ");
	if (says == NULL)
		says = strstr(bytes, "Newidiwyd ddiwethaf ar y cofnod: ");
	const char *id = says == NULL ? NULL : strstr(says, long_id);
	return id == NULL ? NULL : arena_text(&made->sandbox->arena, id + sizeof(long_id) - 1, 40);
}

/* As the page was when the landing that it names was the last one. */
static void compare_with_its_landing(struct made *made, const char *path, const char *bytes)
{
	const char *landing = shown_by(made, bytes);
	const char *then =
		landing == NULL ? NULL : map_get(&made->by_landing, key_of(made, path, landing));
	if (then == NULL || strcmp(then, bytes) == 0)
		return;
	print_message("seed %llu, step %d: %s has changed since the landing that it names\n",
	              (unsigned long long)made->seed, made->step, path);
	assert_text(bytes, then);
}

static void look_at(struct made *made, const struct site *site, size_t number, const char *landing)
{
	const char *path = arena_printf(&made->sandbox->arena, "%s", site_path(site, number));
	struct seen *seen = seen_of(made, site_kind(site, number));
	struct error error = ERROR_INIT;
	struct buf text = BUF_INIT;
	assert_int_equal(site_make(site, number, NULL, &text, &error), 0);
	const char *bytes = arena_text(&made->sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	const char *last = map_get(&made->by_path, path);
	seen->changed += last != NULL && strcmp(last, bytes) != 0 ? 1 : 0;
	map_set(&made->by_path, path, (void *)bytes);
	map_set(&made->by_landing, key_of(made, path, landing), (void *)bytes);
	/* The links of others to what came next move on. */
	if (strcmp(seen->kind, "workstream") == 0 || strcmp(seen->kind, "paper") == 0 ||
	    strcmp(seen->kind, "candour") == 0)
		compare_with_its_landing(made, path, bytes);
	const struct page_material material = site_material(site, number);
	assert_true(material.known);
	const char *key = key_of(made, path, material.digits),
		   *before = map_get(&made->by_material, key);
	if (before != NULL && strcmp(before, bytes) != 0)
		print_message("seed %llu, step %d: the material of %s forgets something\n",
		              (unsigned long long)made->seed, made->step, path);
	if (before != NULL)
		assert_text(bytes, before);
	seen->kept += before != NULL ? 1 : 0;
	map_set(&made->by_material, key, (void *)bytes);
}

/* All pages of HEAD. */
static void look_at_head(struct made *made, struct history *history)
{
	const struct record *record = recorded(history, "HEAD");
	struct findings *questions = calloc(record->count + 1, sizeof(*questions));
	struct error error = ERROR_INIT;
	struct site *site;
	char hex[OBJECT_HEX_SIZE];
	object_hex(&record->tip.id, hex);
	for (size_t i = 0; i < record->count; i++)
		assert_int_equal(rules_judge_story(record, &record->plans[i], STORY_WHOLE,
		                                   &questions[i], &error),
		                 0);
	assert_int_equal(site_open(record, questions, &site, &error), 0);
	for (size_t i = 0; i < site_count(site); i++)
		look_at(made, site, i, hex);
	site_close(site);
	for (size_t i = 0; i < record->count; i++)
		findings_release(&questions[i]);
	free(questions);
}

static void the_same_material_makes_the_same_page(void **state)
{
	const char *given = getenv("SEED");
	struct made made = {.sandbox = *state};
	for (int i = 0; i < HISTORIES; i++) {
		made.seed = (given != NULL ? strtoull(given, NULL, 10) : 1) + (unsigned)i;
		struct varied varied = varied_begin(
			made.sandbox, arena_printf(&made.sandbox->arena, "repo-%d", i), made.seed);
		map_release(&made.by_path);
		for (made.step = 0; made.step < STEPS; made.step++) {
			varied_step(&varied);
			look_at_head(&made, varied.history);
		}
	}
	for (size_t i = 0; i < made.kinds; i++) {
		const struct seen *seen = &made.seen[i];
		bool still = strcmp(seen->kind, "style") == 0 || strcmp(seen->kind, "rules") == 0 ||
		             strcmp(seen->kind, "schema") == 0;
		print_message("%s: kept %zu times, changed %zu times\n", seen->kind, seen->kept,
		              seen->changed);
		/* A history in which a kind never changes would find nothing that it forgets. */
		/* Few of these plans list any concern. */
		size_t least = strcmp(seen->kind, "concerns") == 0 ? 1 : 10;
		assert_true(still ? seen->kept > 0 : seen->changed >= least);
	}
	map_release(&made.by_material);
	map_release(&made.by_path);
	map_release(&made.by_landing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_same_material_makes_the_same_page),
	};
	return cmocka_run_group_tests_name("material", tests, NULL, NULL) != 0;
}
