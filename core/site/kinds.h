/*
 * The kinds of page, one row each: which pages there are, what they are made from, and how.
 *
 * To add a kind, write its functions in the file of its page, name them at the end of this
 * header, and add its row to page_kinds in kinds.c.
 */
#ifndef SITE_KINDS_H
#define SITE_KINDS_H

#include "site/material.h"
#include "site/pages.h"

struct page_kind;

/* A page of the site that is not made yet. */
struct leaf {
	const struct page_kind *kind;
	const struct plan_view *view; /* NULL: of the site as a whole */
	size_t number; /* of the workstream, the paper and so on: as its kind counts */
	const char *path;
	/* The last month of the period whose documents it is mostly made from; 0: of many. */
	int near;
};

struct leaves {
	const struct site_view *site;
	struct leaf *items;
	size_t count, room;
	struct arena arena; /* of the paths */
};

struct page_kind {
	const char *name;
	/* Adds the pages of the kind: of the site where VIEW is NULL, else of that plan. */
	void (*list)(struct leaves *leaves, const struct page_kind *kind,
	             const struct plan_view *view);
	/* Returns 0, or -1 with the error filled. */
	int (*make)(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
	            struct error *error);
	/* Names all that the page is made from: see material.h. NULL where only the page itself
	 * can tell; then it is made each time. */
	void (*material)(const struct leaves *leaves, const struct leaf *leaf,
	                 struct material *material);
};

extern const struct page_kind page_kinds[];
extern const size_t page_kind_count;

/* PATH lives as long as the leaves: in their arena. Returns the leaf, until the next is added. */
struct leaf *leaves_add(struct leaves *leaves, const struct page_kind *kind,
                        const struct plan_view *view, size_t number, const char *path);

/* The kinds, by the file of their page. */

/* change_page.c: a landing that changed something of the plan. */
void list_changes(struct leaves *leaves, const struct page_kind *kind,
                  const struct plan_view *view);
int make_change(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                struct error *error);
void material_of_change(const struct leaves *leaves, const struct leaf *leaf,
                        struct material *material);

/* compare_page.c: from one published tag to the next, and from the last one to now. */
void list_comparisons(struct leaves *leaves, const struct page_kind *kind,
                      const struct plan_view *view);
int make_comparison(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                    struct error *error);
void material_of_comparison(const struct leaves *leaves, const struct leaf *leaf,
                            struct material *material);

/* rules_page.c: the rules of one family. */
void list_shelves(struct leaves *leaves, const struct page_kind *kind,
                  const struct plan_view *view);
int make_shelf(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
               struct error *error);

/* Data beside pages: data_files.c. */
void list_plan_json(struct leaves *leaves, const struct page_kind *kind,
                    const struct plan_view *view);
int make_plan_json(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                   struct error *error);
void material_of_plan_json(const struct leaves *leaves, const struct leaf *leaf,
                           struct material *material);
void list_plan_csv(struct leaves *leaves, const struct page_kind *kind,
                   const struct plan_view *view);
int make_plan_csv(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                  struct error *error);
void list_workstream_json(struct leaves *leaves, const struct page_kind *kind,
                          const struct plan_view *view);
int make_workstream_json(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                         struct error *error);
void list_workstream_csv(struct leaves *leaves, const struct page_kind *kind,
                         const struct plan_view *view);
int make_workstream_csv(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                        struct error *error);
void list_schema(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view);
int make_schema(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                struct error *error);

/* About the data: about_page.c. */
void list_about(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view);
int make_about(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
               struct error *error);

/* sitemap.c: where the address of the site is known. */
void list_sitemap(struct leaves *leaves, const struct page_kind *kind,
                  const struct plan_view *view);
int make_sitemap(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                 struct error *error);

/* ratings_page.c: of a plan whose periods are too many for its own page. */
void list_ratings(struct leaves *leaves, const struct page_kind *kind,
                  const struct plan_view *view);
int make_ratings(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                 struct error *error);

/* The feed: feed.c. */
void list_feed(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view);
int make_feed(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
              struct error *error);

#endif
