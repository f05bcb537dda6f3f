/* A plan in Welsh: nothing of the pages' own is said in English, but for what is marked so. */
#include "support/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "markup/phrases.h"
#include "support/history.h"

/* The one word that Welsh borrows: what git calls it. */
#define GIT_WORD "(git: commit)"

static const char *const names[PHRASE_COUNT] = {
#define PHRASE(name, english, welsh) #name,
#include "markup/phrases.inc"
#undef PHRASE
};

/* Its authors wrote Welsh: what is English is the pages' own, or the rules'. */
static const char plan[] =
	"---\nkind: plan\ntitle: Cynllun gwella\norganisation: Cyngor Enghraifft\n"
	"starts: 2023-05-01\nends: 2025-03-31\nphase: Cam 1\ncadence: monthly\ndue_day: 10\n"
	"workstreams:\n"
	"  - {id: caffael, title: Caffael, sponsor: Noddwr, addresses: [archwilydd],\n"
	"     themes: [{id: pobl, title: Pobl}]}\n"
	"  - {id: data, title: Ansawdd data, addresses: [archwilydd]}\n"
	"  - {id: tai, title: Tai}\n"
	"concerns:\n"
	"  - {id: archwilydd, source: Archwilydd, raised: 2023-01-05, title: Rheolaeth wan}\n"
	"  - {id: llywodraeth, source: Llywodraeth, title: Diffyg craffu}\n"
	"committees: [{id: bwrdd, name: Bwrdd, type: decide}, {id: craffu, name: Craffu, type: scrutinise}]\n"
	"meetings:\n"
	"  - {committee: bwrdd, date: 2023-08-09, tag: bwrdd/2023-08-09}\n"
	"  - {committee: bwrdd, date: 2023-09-12, tag: bwrdd/2023-09-12}\n"
	"  - {committee: craffu, date: 2024-02-01}\n"
	"people: [{id: arweinydd, role: Arweinydd, status: vacant}, {id: prif, role: Prif Weithredwr, status: filled}]\n"
	"organisations: [{id: partner, name: Partner, role: Partneriaid}]\n"
	"objectives: [Gwasanaeth gwell]\n"
	"funding: [{amount: 1000000, until: 2024-03-31, note: Grant}]\n"
	"unrated: [{id: diwylliant, title: Diwylliant}]\n"
	"site: {lang: cy}\n---\n\nDyma gynllun.\n";

static const char next_plan[] =
	"---\nkind: plan\ntitle: Cynllun nesaf\norganisation: Cyngor Enghraifft\n"
	"starts: 2023-10-01\nends: 2025-03-31\ncadence: quarterly\nroll_up: worst\n"
	"workstreams: [{id: caffael, title: Caffael}]\nsite: {lang: cy}\n---\n";

/* An update; LISTS is more front matter, WORDS its first section. */
static const char *update(struct sandbox *sandbox, const char *workstream, const char *period,
                          const char *rag, const char *dates, const char *lists, const char *words)
{
	return arena_printf(&sandbox->arena,
	                    "---\nworkstream: %s\nperiod: %s\nrag: %s\nsponsor: Noddwr\n"
	                    "managers: [Rheolwr]\nsupport: Swyddfa\n%s"
	                    "completed_by: Rheolwr\ncompleted_on: 2023-08-04\n%s---\n\n"
	                    "## Key activities\n\n%s\n\n## Engagement\n\nCyfarfu pawb.\n\n"
	                    "## RAG rationale\n\nMae %s fel y nodwyd.\n\n"
	                    "## Sponsor comments\n\nRwy'n cytuno.\n",
	                    workstream, period, rag, dates, lists, words, workstream);
}

#define AGREED "agreed_completion: 2024-03-31\nforecast_completion: 2024-03-31\n"
#define SLIPPED "agreed_completion: 2024-03-31\nforecast_completion: 2024-06-30\n"
#define MOVED                                                                                      \
	"agreed_completion: 2024-06-30\nforecast_completion: 2024-06-30\n"                         \
	"agreed_change: {by: Bwrdd, on: 2023-09-12, ref: Cofnodion}\n"

static const char first_lists[] =
	"outcomes: [{id: arbed, title: Arbedion}]\n"
	"milestones:\n"
	"  - {id: strategaeth, title: Strategaeth, due: 2023-07-20, status: delivered, "
	"delivered_on: 2023-07-19, serves: [arbed]}\n"
	"  - {id: system, title: System, due: 2023-07-31, status: carried, reason: Oedi}\n"
	"next_milestones: [{id: hyfforddi, title: Hyfforddi, due: 2023-08-20}]\n"
	"risks:\n"
	"  - {id: arian, risk: Diffyg arian, mitigation: Ceisio grant, owner: Noddwr, rating: high}\n"
	"  - {id: staff, risk: Diffyg staff, mitigation: Recriwtio}\n";

static const char second_lists[] =
	"milestones:\n"
	"  - {id: system, title: System, due: 2023-10-31, status: in-progress, needs: [data#glanhau]}\n"
	"  - {id: hyfforddi, title: Hyfforddi, due: 2023-08-20, status: missed, reason: Oedi}\n"
	"risks:\n"
	"  - {id: arian, risk: Diffyg arian, mitigation: Gofyn eto, status: closed, "
	"closed_on: 2023-08-30, reason: Cafwyd grant}\n"
	"sponsor_signed: {by: Noddwr, on: 2023-09-05}\noutlook: improving\n";

static const char observation[] =
	"---\nkind: observation\nid: sylw\ncommittee: craffu\ndate: 2023-09-20\nabout: [caffael]\n"
	"challenges:\n  - {workstream: caffael, period: 2023-08, reason: Pam}\n"
	"independent:\n  - {workstream: caffael, period: 2023-08, rag: amber-red}\n---\n\nTestun.\n";

static const char closedown[] =
	"---\nkind: closedown\nid: cau\ndate: 2023-09-30\ntasks:\n"
	"  - {id: contractau, workstream: caffael, task: Contractau, disposition: next-phase, "
	"to: nesaf/caffael}\n"
	"  - {id: polisi, workstream: caffael, task: Polisi, disposition: completed, "
	"evidence: [{text: Papur, committee: bwrdd, on: 2023-09-12}], "
	"accepted: {by: Arweinydd, on: 2023-09-29}}\n"
	"  - {id: arall, workstream: data, task: Arall, outstanding: [Gwaith]}\n---\n\nTestun.\n";

static const char actions[] =
	"---\nkind: actions\nid: camau\nsource: Adolygiad\ndate: 2023-07-01\n"
	"stated_recommendations: 3\n"
	"recommendations: [{id: un, title: Argymhelliad}, {id: dau, title: Arall}]\n"
	"actions:\n"
	"  - {id: cam, title: Cam, addresses: [un], due: 2023-07-05, status: in-progress}\n"
	"  - {id: gwneud, title: Gwneud, addresses: [un], owner: Rheolwr, status: done, "
	"evidence: [Papur]}\n---\n\nTestun.\n";

static const char paper[] =
	"---\nkind: paper\nid: bwrdd-2023-09-12\ncommittee: bwrdd\ndate: 2023-09-12\nitem: 5\n"
	"title: Papur\nreport_of: Arweinydd\nlead_member: Arweinydd\npublic: true\n"
	"recommendations: [Nodi cynnydd]\nimplications: {financial: Dim, legal: Dim}\n"
	"appendices: [Atodiad]\nplan: p\n---\n\n## Cefndir\n\nTestun.\n\n"
	"<!-- ragtrail: status-table -->\n";

static const char overview[] = "---\nkind: overview\nperiod: %s\nrag: %s\ndirector: Cyfarwyddwr\n"
			       "completed_on: 2023-08-06\n---\n\nMae'r rhaglen yn %s.\n";

/* A plan with something of everything that pages tell of. */
static void make(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	struct arena *arena = &sandbox->arena;
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan},
	        {1, NULL, "plans/nesaf/plan.md", next_plan},
	        {2, "Ann", "plans/p/camau.md", actions},
	        {33, "Ann", "plans/p/caffael.md",
	         update(sandbox, "caffael", "2023-07", "green-amber", AGREED, first_lists, "Un.")},
	        {34, "Ben", "plans/p/data.md",
	         update(sandbox, "data", "2023-07", "green", AGREED, "", "Un.")},
	        {35, "Dora", "plans/p/overview.md",
	         arena_printf(arena, overview, "2023-07", "amber", "oren")});
	history_tag(history, "bwrdd/2023-08-09");
	HISTORY(history,
	        {65, "Ann", "plans/p/caffael.md",
	         update(sandbox, "caffael", "2023-08", "green", SLIPPED, second_lists, "Dau.")},
	        {66, "Ann", "plans/p/caffael.md",
	         update(sandbox, "caffael", "2023-08", "red", MOVED,
	                "correction: {reason: Costau, raised_by: Craffu}\n", "Tri.")},
	        {67, "Ben", "plans/p/tai.md",
	         update(sandbox, "tai", "2023-08", "amber", "", "draft: true\n", "Un.")},
	        {68, "Dora", "plans/p/overview.md",
	         arena_printf(arena, overview, "2023-08", "red", "goch")},
	        {69, "Dora", "plans/p/bwrdd.md", paper});
	history_tag(history, "bwrdd/2023-09-12");
	HISTORY(history, {81, "Dora", "plans/p/sylw.md", observation},
	        {91, "Dora", "plans/p/cau.md", closedown}, {95, "Ben", "plans/p/data.md", NULL},
	        {96, "Ben", "plans/p/tai.md",
	         update(sandbox, "tai", "2023-09", "amber", AGREED, "", "Wedi oedi.")},
	        {97, "Ben", "plans/p/tai.md", "---\nworkstream: [tai\n---\n"});
	history_tag(history, "bwrdd/2023-10-10");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	if (outcome.status != 0)
		fail_msg("render: %s", outcome.errors);
}

/* Where the element that begins at AT ends. */
static const char *after_element(const char *at)
{
	size_t length = strcspn(at + 1, " >/\n"), depth = 0;
	const char *name = at + 1;
	do {
		const char *end = at + strcspn(at, ">");
		if (at[1] == '/' && strncmp(at + 2, name, length) == 0 && at[2 + length] == '>')
			depth--;
		else if (strncmp(at + 1, name, length) == 0 &&
		         !isalnum((unsigned char)at[1 + length]) && end[-1] != '/')
			depth++;
		at = *end == '>' ? end + 1 : end;
		if (depth > 0)
			at += strcspn(at, "<");
	} while (depth > 0 && *at != '\0');
	return at;
}

/* Adds what a reader hears of a tag. */
static void hear(struct buf *text, const char *tag, size_t length)
{
	static const char *const attributes[] = {" aria-label=\"", " title=\"", " alt=\"",
	                                         " data-label=\""};
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
		const char *at = memmem(tag, length, attributes[i], strlen(attributes[i]));
		if (at == NULL)
			continue;
		at += strlen(attributes[i]);
		buf_text(text, " | ");
		buf_add(text, at, strcspn(at, "\""));
		buf_text(text, " | ");
	}
}

/* What a page says in its own language: what is marked as English, and code, is left out. */
static const char *said(struct sandbox *sandbox, const char *page)
{
	struct buf text = BUF_INIT;
	while (*page != '\0') {
		size_t length = strcspn(page, ">");
		if (*page == '\n') {
			buf_byte(&text, ' ');
			page++;
		} else if (*page != '<') {
			buf_byte(&text, *page++);
		} else if (memmem(page, length, " lang=\"en\"", 10) != NULL ||
		           strncmp(page, "<code", 5) == 0 || strncmp(page, "<pre", 4) == 0) {
			page = after_element(page);
			buf_text(&text, " | ");
		} else {
			hear(&text, page, length);
			/* Blocks are sentences of their own; words within one belong together. */
			buf_text(&text, strncmp(page, "<a ", 3) == 0 ||
			                                strncmp(page, "</a", 3) == 0 ||
			                                strncmp(page, "<time", 5) == 0
			                        ? ""
			                        : " | ");
			page += length + (page[length] == '>' ? 1 : 0);
		}
	}
	char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	for (char *at = copy; (at = strstr(at, GIT_WORD)) != NULL;)
		memset(at, ' ', strlen(GIT_WORD));
	buf_release(&text);
	return copy;
}

static bool is_of_word(char byte)
{
	return isalnum((unsigned char)byte) || (byte & 0x80) != 0 || byte == '\'';
}

/* WORDS in the text, as whole words; NULL where they are not. */
static const char *find(const char *text, const char *words, size_t length)
{
	for (const char *at = text; (at = memmem(at, strlen(at), words, length)) != NULL; at++)
		if ((at == text || !is_of_word(at[-1])) && !is_of_word(at[length]))
			return at;
	return NULL;
}

/* A piece of an English phrase, between what a page puts into it, that the text has; or NULL. */
static const char *piece_found(struct sandbox *sandbox, const char *text, enum phrase phrase)
{
	const char *english = phrase_text(phrase, LANGUAGE_ENGLISH);
	const char *welsh = phrase_text(phrase, LANGUAGE_WELSH);
	while (*english != '\0') {
		size_t length = strcspn(english, "%");
		const char *piece = arena_text(&sandbox->arena, english, length);
		english += length;
		if (*english == '%')
			english += strcspn(english, "sd%") + 1;
		piece += strspn(piece, " ,:;.()");
		/* Shorter ones are words of Welsh too, or of names. */
		if (strlen(piece) >= 4 && find(welsh, piece, strlen(piece)) == NULL &&
		    find(text, piece, strlen(piece)) != NULL)
			return piece;
	}
	return NULL;
}

/* Tells what the text says in English, wherever it comes from; the number of words. */
static size_t tell_english(const char *path, const char *text)
{
	/* Words that no Welsh text has. */
	static const char *const words[] = {
		"the",    "The",        "of",      "and",       "was",        "has",       "have",
		"not",    "by",         "from",    "for",       "with",       "this",      "This",
		"that",   "which",      "are",     "were",      "is",         "no",        "No",
		"or",     "its",        "report",  "reports",   "rating",     "ratings",   "period",
		"Period", "workstream", "date",    "milestone", "milestones", "risk",      "risks",
		"Red",    "Green",      "Amber",   "red",       "green",      "amber",     "days",
		"times",  "Yes",        "yes",     "August",    "July",       "September", "closed",
		"status", "paper",      "commit",  "on",        "in",         "it",        "be",
		"been",   "Not",        "did",     "than",      "then",       "when",      "what",
		"What",   "who",        "nothing", "Nothing",   "none",       "None",      "more",
		"first",  "last",       "latest",  "since",     "Since",      "before",    "after",
		"Plan",   "page",       "Page",    "up",        "out",        "as",        "late",
		"due",    "open",       "done",    "but",       "each",       "all",       "All",
	};
	size_t count = 0;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *at = find(text, words[i], strlen(words[i]));
		if (at == NULL)
			continue;
		size_t before = (size_t)(at - text) < 60 ? (size_t)(at - text) : 60;
		print_error("%s says in English: %.120s\n", path, at - before);
		count++;
	}
	return count;
}

static const char *all_pages(struct sandbox *sandbox)
{
	return command_script(sandbox, "site", "find . -name '*.html' | sort").output;
}

static void no_page_says_a_word_in_english(void **state)
{
	struct sandbox *sandbox = *state;
	make(sandbox);
	size_t count = 0, faults = 0;
	for (const char *line = all_pages(sandbox); *line != '\0'; line = next_line(line)) {
		const char *path =
			arena_printf(&sandbox->arena, "site/%.*s", (int)strcspn(line, "\n"), line);
		const char *page = sandbox_read(sandbox, path), *text = said(sandbox, page);
		count++;
		/* The mark of a noun is never shown, see markup/phrases.h. */
		assert_case(strstr(page, "{m:") == NULL && strstr(page, "{f:") == NULL, path);
		for (int i = 0; i < PHRASE_COUNT; i++) {
			const char *piece = piece_found(sandbox, text, (enum phrase)i);
			if (piece == NULL)
				continue;
			print_error("%s says %s in English: %s\n", path, names[i], piece);
			faults++;
		}
		faults += tell_english(path, text);
	}
	assert_int_equal(faults, 0);
	assert_true(count > 20);
}

/* Else the test above would have nothing to read. */
static void every_kind_of_page_is_among_them(void **state)
{
	struct sandbox *sandbox = *state;
	make(sandbox);
	static const char *const kinds[] = {
		"./index.html",     "./about.html",  "./rules.html",       "./p/index.html",
		"./p/period-2023-", "./p/concerns.", "./p/candour.html",   "./p/caffael.html",
		"./p/change-",      "./p/compare-",  "./p/paper-",         "./p/observation-",
		"./p/closedown-",   "./p/actions-",  "./nesaf/index.html",
	};
	const char *pages = all_pages(sandbox);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strstr(pages, kinds[i]) == NULL)
			fail_msg("no page %s among:\n%s", kinds[i], pages);
	const char *page = sandbox_read(sandbox, "site/p/index.html");
	assert_non_null(strstr(page, "<svg"));
	assert_non_null(strstr(page, "<html lang=\"cy\""));
}

/* The feed is read by programs: they are told its language. */
static void the_feed_says_its_language(void **state)
{
	struct sandbox *sandbox = *state;
	make(sandbox);
	const char *feed = sandbox_read(sandbox, "site/p/index.atom");
	assert_non_null(strstr(feed, "xml:lang=\"cy\""));
	assert_int_equal(tell_english("index.atom", said(sandbox, feed)), 0);
}

/* The default scale has Welsh words on pages, and its own in what programs read. */
static void ratings_are_in_welsh_where_people_read_them(void **state)
{
	struct sandbox *sandbox = *state;
	make(sandbox);
	const char *page = sandbox_read(sandbox, "site/p/caffael.html");
	assert_non_null(strstr(page, "<span class=\"word\">Coch</span>"));
	assert_null(strstr(page, "<span class=\"word\">Red</span>"));
	assert_non_null(strstr(sandbox_read(sandbox, "site/p/index.json"), "\"label\":\"Red\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(no_page_says_a_word_in_english),
		sandbox_test(every_kind_of_page_is_among_them),
		sandbox_test(the_feed_says_its_language),
		sandbox_test(ratings_are_in_welsh_where_people_read_them),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("pages in Welsh", tests, NULL, NULL) != 0;
}
