/* The feed of a plan's changes of status, as RFC 4287 has it: declared in site/kinds.h. */
#include "site/kinds.h"

#include <string.h>

#include "record/entries.h"
#include "view/badge.h"

enum { MOST_ENTRIES = 100 };

/*
 * Whoever reads the feed knows an entry by its id, which is never another's and never changes:
 * what it says is of one commit, and a commit is named by all that it holds. Nobody owns the
 * name before it, by RFC 6761; the address of the site is not in it, since sites move.
 */
#define TAG "tag:ragtrail.invalid,2023:"

static bool is_web_address(const char *text)
{
	return text != NULL && text[strcspn(text, " \t\r\n\"<>")] == '\0' &&
	       (strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0);
}

/* The address of a file of the plan's: whole where the plan says where the site stands. */
static void add_address(struct html *html, const struct plan_view *view, const char *file)
{
	const char *base = view->plan.plan->site.base_url.text;
	if (is_web_address(base)) {
		const char *slash = base[strlen(base) - 1] == '/' ? "" : "/";
		html_add(html, "%s%s%s/", base, slash, view->folder);
	}
	html_text(html, file);
}

/* A part of an id, as RFC 3986 lets it stand in a URI. */
static void add_part(struct html *html, const char *text)
{
	for (; *text != '\0'; text++) {
		char byte = *text;
		bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		             (byte >= '0' && byte <= '9') || (byte != '\0' && strchr("-._~", byte));
		if (plain)
			buf_byte(&html->text, byte);
		else
			buf_printf(&html->text, "%%%02X", (unsigned char)byte);
	}
}

static void add_time(struct html *html, const char *name, int64_t seconds)
{
	char text[DATE_TEXT_SIZE];
	html_add(html, "<%s>%s</%s>\n", name, date_time_iso(seconds, text), name);
}

/* What an entry says of a rating: the change that readers should hear of, or NULL. */
static const struct difference *news_of(const struct entry *entry)
{
	const struct difference *news = NULL;
	for (size_t i = 0; i < entry->count; i++) {
		const struct difference *change = &entry->changes[i];
		if (change->kind == CHANGE_RERATED)
			return change;
		if (news == NULL && change->kind <= CHANGE_RETURNED)
			news = change;
	}
	return news;
}

static const char *name_of(const struct html *html, const struct plan_view *view,
                           const struct series *series)
{
	return series == &view->plan.programme ? html_phrase(html, PHRASE_FEED_PROGRAMME)
	                                       : series->title;
}

/* "Green, re-rated from Amber" */
static void add_news(struct html *html, const struct entry *entry, const struct difference *news)
{
	static const enum phrase phrases[] = {
		[CHANGE_FIRST] = PHRASE_FEED_FIRST,
		[CHANGE_IMPROVED] = PHRASE_FEED_IMPROVED,
		[CHANGE_STEADY] = PHRASE_FEED_STEADY,
		[CHANGE_DECLINED] = PHRASE_FEED_DECLINED,
		[CHANGE_NOT_COMPARED] = PHRASE_FEED_NOT_COMPARED,
		[CHANGE_RERATED] = PHRASE_FEED_RERATED,
		[CHANGE_WITHDRAWN] = PHRASE_FEED_WITHDRAWN,
		[CHANGE_RETURNED] = PHRASE_FEED_RETURNED,
	};
	const char *before = entry->before != NULL ? badge_words(html, entry->before) : "";
	if (news->kind == CHANGE_WITHDRAWN)
		html_tell(html, phrases[news->kind], before);
	else
		html_tell(html, phrases[news->kind], badge_words(html, entry->version), before);
}

static void add_title(struct html *html, const struct plan_view *view, const struct entry *entry,
                      const struct difference *news)
{
	struct html words = {.text = BUF_INIT, .language = html->language};
	char period[BADGE_PERIOD_SIZE];
	add_news(&words, entry, news);
	html_put(html, "<title>");
	/* The news is escaped already: it stands behind the rest. */
	html_tell(html, PHRASE_FEED_ENTRY, name_of(html, view, entry->subject.series),
	          badge_period(html, entry->period, period), "");
	buf_add(&html->text, words.text.bytes, words.text.length);
	html_put(html, "</title>\n");
	html_release(&words);
}

/* Who set the rating, and why it was changed. */
static void add_summary(struct html *html, const struct entry *entry, const struct difference *news)
{
	struct html who = {.text = BUF_INIT, .language = html->language};
	html_put(html, "<summary>");
	html_name(&who,
	          news->rater != NULL ? news->rater->author.name : entry->landing->author.name);
	/* The name is escaped already. */
	const char *words = html_phrase(html, news->rater != NULL ? PHRASE_FEED_SET_BY
	                                                          : PHRASE_FEED_COMMITTED_BY);
	size_t length = strcspn(words, "%");
	html_bytes(html, words, length);
	buf_add(&html->text, who.text.bytes, who.text.length);
	html_text(html, words + length + strlen("%s"));
	if (news->reason != NULL) {
		html_put(html, " ");
		html_tell(html, PHRASE_FEED_BECAUSE, news->reason);
	}
	html_put(html, "</summary>\n");
	html_release(&who);
}

/* The page where a reader sees more. */
static void add_link(struct html *html, const struct plan_view *view, const struct entry *entry)
{
	const struct series *series = entry->subject.series;
	struct buf file = BUF_INIT;
	char hex[OBJECT_HEX_SIZE];
	if (landing_find(&view->changes, entry->landing) != NULL)
		buf_printf(&file, "change-%s.html", object_hex(&entry->landing->id, hex));
	else if (series == &view->plan.programme)
		buf_text(&file, "index.html");
	else
		buf_printf(&file, "%s.html", view->names[series - view->plan.workstreams]);
	html_put(html, "<link rel=\"alternate\" type=\"text/html\" href=\"");
	add_address(html, view, file.bytes);
	html_put(html, "\" />\n");
	buf_release(&file);
}

static void add_entry(struct html *html, const struct plan_view *view, const struct entry *entry,
                      const struct difference *news)
{
	char period[PERIOD_TEXT_SIZE], hex[OBJECT_HEX_SIZE];
	html_put(html, "<entry>\n");
	add_title(html, view, entry, news);
	html_put(html, "<id>" TAG);
	add_part(html, view->plan.id);
	html_put(html, "/");
	add_part(html, entry->subject.series->id);
	html_put(html, "/");
	add_part(html, period_iso(entry->period, period));
	html_add(html, "/%s</id>\n", object_hex(&entry->landing->id, hex));
	add_time(html, "updated", landing_time(entry->landing));
	html_put(html, "<author><name>");
	html_name(html, entry->landing->author.name);
	html_put(html, "</name></author>\n");
	add_link(html, view, entry);
	html_add(html, "<category term=\"%s\" />\n", change_id(news->kind));
	add_summary(html, entry, news);
	html_put(html, "</entry>\n");
}

/* The newest of the times that the feed tells, which need not be in order. */
static int64_t newest(const struct site_view *site, const struct entries *entries)
{
	int64_t time = 0;
	for (size_t i = 0; i < entries->count; i++)
		if (landing_time(entries->items[i].landing) > time)
			time = landing_time(entries->items[i].landing);
	const struct lineage *lineage = &site->record->lineage;
	return time != 0 ? time : landing_time(&lineage->commits[lineage->landings[0]]);
}

/* The plan's title, its own address and that of its page. */
static void add_head(struct html *html, const struct site_view *site, const struct plan_view *view,
                     const struct entries *entries)
{
	const struct plan *plan = view->plan.plan;
	const struct lineage *lineage = &site->record->lineage;
	char hex[OBJECT_HEX_SIZE];
	html_add(html,
	         "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	         "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n<title>",
	         language_tag(html->language));
	html_tell(html, PHRASE_FEED_TITLE,
	          plan->title.text != NULL ? plan->title.text : view->plan.id);
	html_put(html, "</title>\n<id>" TAG);
	add_part(html, view->plan.id);
	/* Two bodies may call their plans the same, but have no first commit in common. */
	html_add(html, "/%s</id>\n", object_hex(&lineage->commits[lineage->landings[0]].id, hex));
	add_time(html, "updated", newest(site, entries));
	html_put(html, "<author><name>");
	html_text(html, plan->organisation.text != NULL ? plan->organisation.text : view->plan.id);
	html_put(html, "</name></author>\n<generator version=\"" RAGTRAIL_VERSION
	               "\">ragtrail</generator>\n<link rel=\"self\" "
	               "type=\"application/atom+xml\" href=\"");
	add_address(html, view, "index.atom");
	html_put(html, "\" />\n<link rel=\"alternate\" type=\"text/html\" href=\"");
	add_address(html, view, "index.html");
	html_put(html, "\" />\n");
}

static void add_feed(struct html *html, const struct site_view *site, const struct plan_view *view)
{
	struct subjects subjects = {0};
	struct entries entries;
	size_t told = 0;
	subjects_plan(&subjects, &view->plan);
	entries_read(&subjects, MOST_ENTRIES, &entries);
	add_head(html, site, view, &entries);
	for (size_t i = 0; i < entries.count && told < MOST_ENTRIES; i++) {
		const struct difference *news = news_of(&entries.items[i]);
		if (news == NULL)
			continue;
		add_entry(html, view, &entries.items[i], news);
		told++;
	}
	html_put(html, "</feed>\n");
	html_hide_hosts(&html->text);
	entries_release(&entries);
	subjects_release(&subjects);
}

void list_feed(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	if (view != NULL)
		leaves_add(leaves, kind, view, 0,
		           arena_printf(&leaves->arena, "%s/index.atom", view->folder));
}

int make_feed(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
              struct error *error)
{
	(void)error;
	add_feed(html, leaves->site, leaf->view);
	return 0;
}
