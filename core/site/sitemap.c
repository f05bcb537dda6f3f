/* sitemap.xml: the addresses of the pages, for who crawls the site. */
#include "site/kinds.h"

#include <ctype.h>
#include <string.h>

#include "site/site.h"

/* More than that one file may not hold. */
enum { MOST_ADDRESSES = 50000 };

bool sitemap_takes(const char *address)
{
	size_t scheme = strncmp(address, "https://", 8) == 0  ? 8
	                : strncmp(address, "http://", 7) == 0 ? 7
	                                                      : 0;
	bool plain = scheme != 0 && address[scheme] != '\0' && address[scheme] != '/';
	for (const char *at = address; *at != '\0'; at++)
		plain &= isgraph((unsigned char)*at) && strchr("\"<>\\^`{}|?#", *at) == NULL;
	return plain;
}

/* What was asked for, else what all plans say that say anything; or NULL. */
static const char *base_of(const struct site_view *site)
{
	const char *base = site->base_url;
	for (size_t i = 0; i < site->count && site->base_url == NULL; i++) {
		const char *given = site->plans[i].plan.plan->site.base_url.text;
		if (given == NULL)
			continue;
		if (!sitemap_takes(given) || (base != NULL && strcmp(base, given) != 0))
			return NULL;
		base = given;
	}
	return base;
}

void list_sitemap(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	if (view == NULL && base_of(leaves->site) != NULL)
		leaves_add(leaves, kind, NULL, 0, "sitemap.xml");
}

/* The landing that changed last what the page shows, or NULL. */
static const struct landing *last_change(const struct leaves *leaves, const struct leaf *leaf)
{
	struct material material = {.bytes = BUF_INIT};
	if (leaf->kind->material != NULL)
		leaf->kind->material(leaves, leaf, &material);
	buf_release(&material.bytes);
	return material.of_tip ? &leaves->site->record->tip : material.shown;
}

static void add_page(struct html *html, const struct leaves *leaves, const struct leaf *leaf,
                     const char *base)
{
	const struct landing *landing = last_change(leaves, leaf);
	const char *slash = base[strlen(base) - 1] == '/' ? "" : "/";
	html_add(html, "<url><loc>%s%s%s</loc>", base, slash, leaf->path);
	if (landing != NULL) {
		struct date day = date_from_time(landing_time(landing));
		buf_printf(&html->text, "<lastmod>%04d-%02d-%02d</lastmod>", day.year, day.month,
		           day.day);
	}
	html_put(html, "</url>\n");
}

int make_sitemap(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                 struct error *error)
{
	const char *base = base_of(leaves->site);
	size_t count = 0;
	(void)leaf;
	(void)error;
	html_put(html, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	               "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t i = 0; i < leaves->count && count < MOST_ADDRESSES; i++) {
		const char *path = leaves->items[i].path;
		size_t length = strlen(path);
		if (length < 5 || strcmp(path + length - 5, ".html") != 0)
			continue;
		add_page(html, leaves, &leaves->items[i], base);
		count++;
	}
	html_put(html, "</urlset>\n");
	return 0;
}
