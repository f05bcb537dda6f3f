#include "site/site.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/mem.h"
#include "base/text.h"
#include "markup/html.h"
#include "site/kinds.h"
#include "site/notes.h"
#include "site/proof.h"

/* The program that made a page: another may make it differently. */
#ifndef RAGTRAIL_PAGES
#define RAGTRAIL_PAGES "unknown"
#endif

struct site {
	struct site_view view;
	struct leaves leaves;
	struct notes *notes; /* not owned; or NULL */
};

struct leaf *leaves_add(struct leaves *leaves, const struct page_kind *kind,
                        const struct plan_view *view, size_t number, const char *path)
{
	leaves->items =
		mem_grow(leaves->items, leaves->count, &leaves->room, sizeof(*leaves->items));
	struct leaf *leaf = &leaves->items[leaves->count++];
	*leaf = (struct leaf){kind, view, number, path, 0};
	return leaf;
}

/* The pages of the site as a whole, then each plan's, in the order of the table. */
static void list_pages(struct site *site)
{
	struct leaves *leaves = &site->leaves;
	leaves->site = &site->view;
	for (size_t i = 0; i < page_kind_count; i++)
		page_kinds[i].list(leaves, &page_kinds[i], NULL);
	for (size_t i = 0; i < site->view.count; i++)
		for (size_t j = 0; j < page_kind_count; j++)
			page_kinds[j].list(leaves, &page_kinds[j], &site->view.plans[i]);
}

int site_open(const struct record *record, const struct findings *questions, struct site **site,
              struct error *error)
{
	struct site *opened = mem_new(1, sizeof(*opened));
	if (site_view_read(record, questions, &opened->view, error) < 0) {
		free(opened);
		return -1;
	}
	material_prepare(&opened->view);
	list_pages(opened);
	*site = opened;
	return 0;
}

void site_annotate(struct site *site, struct notes *notes)
{
	site->notes = notes;
	if (notes != NULL)
		notes_place(notes, &site->view);
}

void site_place(struct site *site, const char *address)
{
	site->view.base_url = address;
	site->leaves.count = 0;
	list_pages(site);
}

void site_close(struct site *site)
{
	if (site == NULL)
		return;
	free(site->leaves.items);
	arena_release(&site->leaves.arena);
	site_view_release(&site->view);
	free(site);
}

enum language site_words(const struct site *site)
{
	return site_language(&site->view);
}

size_t site_count(const struct site *site)
{
	return site->leaves.count;
}

const char *site_path(const struct site *site, size_t number)
{
	return site->leaves.items[number].path;
}

uint64_t site_group(const struct site *site, size_t number)
{
	const struct leaf *leaf = &site->leaves.items[number];
	if (leaf->near == 0)
		return 0;
	return (uint64_t)(leaf->view - site->view.plans + 1) << 32 | (uint32_t)leaf->near;
}

const char *site_kind(const struct site *site, size_t number)
{
	return site->leaves.items[number].kind->name;
}

static enum language language_of(const struct site *site, const struct leaf *leaf)
{
	return leaf->view != NULL ? plan_language(leaf->view) : site_language(&site->view);
}

/* What every page is made from, and then what its kind names; false where that says nothing. */
static bool read_material(const struct site *site, const struct leaf *leaf,
                          struct material *material)
{
	if (leaf->kind->material == NULL || site->notes != NULL)
		return false;
	material_text(material, RAGTRAIL_PAGES);
	material_text(material, leaf->kind->name);
	material_text(material, leaf->path);
	material_number(material, language_of(site, leaf));
	if (leaf->view != NULL)
		material_plan(material, leaf->view);
	leaf->kind->material(&site->leaves, leaf, material);
	return true;
}

static void write_digits(const struct material *material, char *digits)
{
	XXH128_canonical_t hash;
	XXH128_canonicalFromHash(&hash,
	                         XXH3_128bits(material->bytes.bytes, material->bytes.length));
	for (size_t i = 0; i < sizeof(hash.digest); i++) {
		*digits++ = "0123456789abcdef"[hash.digest[i] >> 4];
		*digits++ = "0123456789abcdef"[hash.digest[i] & 15];
	}
	*digits = '\0';
}

struct page_material site_material(const struct site *site, size_t number)
{
	struct material material = {.bytes = BUF_INIT};
	struct page_material told;
	told.known = read_material(site, &site->leaves.items[number], &material);
	told.shown = told.known && !material.of_tip ? material.shown : NULL;
	write_digits(&material, told.digits);
	buf_release(&material.bytes);
	return told;
}

int site_make(const struct site *site, size_t number, const struct page_material *material,
              struct buf *bytes, struct error *error)
{
	const struct leaf *leaf = &site->leaves.items[number];
	struct html html = {*bytes, language_of(site, leaf), site->notes};
	struct site_view view = site->view;
	struct leaves leaves = site->leaves;
	view.shown = material != NULL ? material->shown : site_material(site, number).shown;
	leaves.site = &view;
	notes_page(site->notes, leaf->path);
	int result = leaf->kind->make(&leaves, leaf, &html, error);
	notes_finish(&html);
	*bytes = html.text;
	return result;
}

int site_prove(const struct site *site, struct proof **proof, struct error *error)
{
	return proof_open(site->view.record, &site->view.cabinet, proof, error);
}

void site_prove_page(const struct site *site, struct proof *proof, size_t number, const char *bytes,
                     size_t length)
{
	/* Kinds that say nothing but what the program says of itself. */
	static const char *const ours[] = {"style", "rules", "schema", NULL};
	const struct leaf *leaf = &site->leaves.items[number];
	proof_search(proof, leaf->path, bytes, length, text_is_one_of(leaf->kind->name, ours));
}

int site_render(const struct record *record, const struct findings *questions, page_function emit,
                void *context, struct error *error)
{
	struct site *site;
	struct buf bytes = BUF_INIT;
	int result = 0;
	if (site_open(record, questions, &site, error) < 0)
		return -1;
	for (size_t i = 0; i < site_count(site) && result == 0; i++) {
		buf_clear(&bytes);
		result = site_make(site, i, NULL, &bytes, error);
		const struct page page = {site_path(site, i), bytes.bytes, bytes.length};
		if (result == 0 && emit(&page, context) != 0)
			result = -1;
	}
	buf_release(&bytes);
	site_close(site);
	return result;
}
