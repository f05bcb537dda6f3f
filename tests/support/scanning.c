#include "support/scanning.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/document.h"
#include "document/scan.h"
#include "support/overlay.h"

#define TOP                                                                                        \
	"---\nworkstream: roads\nperiod: 2023-07/2023-08\nrag: green-amber\n"                      \
	"sponsor: Director, Roads\nagreed_completion: 2023-12-31\n"                                \
	"forecast_completion: 2024-03-31\n"
#define BODY "---\n\n## Key activities\n\nText.\n"

static const struct scanning_text shown[] = {
	{"plain", TOP BODY},
	{"flow",
         TOP "managers: [Ann, \"Bob, too\", 'C']\nmilestones:\n"
             "  - {id: a, title: A b c, due: 2023-07-26}\n  - {id: b, needs: [c, d]}\n" BODY},
	{"flow over lines", TOP "managers: [Ann,\n  Bob,\n  Cid]\nmilestones:\n"
                                "  - {id: a, title: \"One: two\",\n     status: carried}\n" BODY},
	{"block", TOP "managers:\n  - Ann\n  - Bob\nmilestones:\n  - id: a\n    title: A b c\n"
                      "    needs:\n      - b\n      - c\n  - id: b\n    title: D\n" BODY},
	{"indentless", TOP "managers:\n- Ann\n- \"Bob\"\nrisks:\n- id: a\n  risk: x\n"
                           "- {id: b}\ndraft: true\n" BODY},
	{"folded", TOP "description: >-\n  One\n    two\n\n  three: # four\nrisks:\n  - id: a\n"
                       "    risk: |\n      x\n      y\n    owner: z\n  - >\n   text\n" BODY},
	{"continued", TOP "description: One two\n  three - four\n  \"five\nroute_to_green: >-\n"
                          "  Four, and\n  by May\nrisks:\n  - id: a\n"
                          "    risk: x\n      y z\n  - one\n    two\ncompleted_by: x\n" BODY},
	{"nested", TOP "imported:\n  source: A paper, page 3\nsponsor_signed:\n    by: x\n"
                       "    on: 2023-09-01\nagreed_change: {by: Board, on: 2023-09-01}\n" BODY},
	{"corrected",
         TOP "correction:\n  reason: The board asked, twice\n  raised_by: \"Board: it\"\n"
             "  when: soon\nreason: x\nraised_by: y\nrisks:\n  - reason: z\n" BODY},
	{"quoted", "---\nworkstream: \"roads\"\nperiod: '2023-08'\nrag: \" amber \"\nsponsor: ''\n"
                   "draft: \"true\"\nkind: \"update\"\nagreed_completion: \"\"\n" BODY},
	{"empty", "---\nworkstream:\nperiod: 2023-08\nrag:\n\nsponsor:\nimported:\ndraft:\n" BODY},
	{"overview", "---\nkind: overview\nperiod: 2023-08\nrag: red\ndraft: false\n"
                     "imported: {source: x}\nsponsor: Nobody\nroll_up_reason: It\n  is so.\n" BODY},
};

static bool is_document(const char *path)
{
	size_t length = strlen(path);
	return length > 3 && strcmp(path + length - 3, ".md") == 0;
}

struct scanning_texts scanning_texts(struct sandbox *sandbox)
{
	struct overlay *all = overlay_new(sandbox);
	overlay_read(all, sandbox, "plans", "plans");
	overlay_read(all, sandbox, "tests/golden", "golden");
	struct scanning_text *items =
		arena_new(&sandbox->arena, (all->count + COUNT_OF(shown)) * sizeof(*items));
	struct scanning_texts texts = {.items = items};
	for (size_t i = 0; i < all->count; i++)
		if (is_document(all->rows[i].path))
			items[texts.own++] =
				(struct scanning_text){all->rows[i].path, all->rows[i].text};
	texts.count = texts.own + COUNT_OF(shown);
	memcpy(items + texts.own, shown, sizeof(shown));
	return texts;
}

static bool same(struct scan_text text, const char *other)
{
	if (text.text == NULL || other == NULL)
		return text.text == NULL && other == NULL && text.length == 0;
	return text.length == strlen(other) && memcmp(text.text, other, text.length) == 0;
}

/* What the two do not agree on, or NULL. */
static const char *difference(const struct scan *scan, const struct document *document)
{
	static const struct update nothing = {.workstream = {.text = NULL}};
	const struct update *update = document->update;
	const struct overview *overview = document->overview;
	if (scan->kind == KIND_UPDATE ? update == NULL : overview == NULL || update != NULL)
		return "kind";
	if (update == NULL)
		update = &nothing;
	const struct correction *correction =
		overview ? &overview->correction : &update->correction;
	const struct {
		const char *name, *read;
		struct scan_text scanned;
	} texts[] = {
		{"workstream", update->workstream.text, scan->workstream},
		{"period", overview ? overview->period.text : update->period.text, scan->period},
		{"rag", overview ? overview->rag.text : update->rag.text, scan->rag},
		{"sponsor", update->sponsor.text, scan->sponsor},
		{"agreed_completion", update->agreed_completion.text, scan->agreed_completion},
		{"forecast_completion", update->forecast_completion.text,
	         scan->forecast_completion},
		{"reason", correction->reason.text, scan->correction},
		{"raised_by", correction->raised_by.text, scan->raised_by},
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (!same(texts[i].scanned, texts[i].read))
			return texts[i].name;
	if (scan->draft != document_is_draft(document))
		return "draft";
	if (scan->exempt != document_is_exempt(document))
		return "exempt";
	return scan->imported != document_is_imported(document) ? "imported" : NULL;
}

bool scanning_agrees(const char *bytes, size_t length)
{
	/* No byte more than is given, so that a sanitizer sees what reads behind it. */
	char *copy = mem_new(length == 0 ? 1 : length, 1);
	memcpy(copy, bytes, length);
	struct scan scan;
	bool taken = scan_document(copy, length, &scan);
	if (taken) {
		struct document *document = document_read("a.md", bytes, length, DOCUMENT_FIELDS);
		const char *what = difference(&scan, document);
		if (what != NULL) {
			print_error("scanned and read, `%s` is not the same:\n%.*s\n[end]\n", what,
			            (int)length, bytes);
			fail();
		}
		document_free(document);
	}
	free(copy);
	return taken;
}
