/* The pages of rules about one document: see rules/page.h. */
#include "rules/pages.h"

#define PLAN "== plans/demo/plan.md\n"
#define UPDATE "== plans/demo/procurement.md\n"
#define WHOLE "== whole plans/demo/overview.md\n"
#define OVERVIEW                                                                                   \
	WHOLE "---\n"                                                                              \
	      "kind: overview\n"                                                                   \
	      "period: 2023-07\n"                                                                  \
	      "rag: green\n"                                                                       \
	      "director: Lead director\n"                                                          \
	      "completed_on: 2023-08-04\n"                                                         \
	      "---\n\n"                                                                            \
	      "All five workstreams report progress.\n"

const struct rule_page pages_form[] = {
	{"front-matter-missing",
         "The fields at the top say which workstream and period a document is about, and how it "
         "is rated. Without them it is a text like any other, and would be missing from every "
         "table without anybody noticing.",
         WHOLE "=> kind: overview\n"
               "period: 2023-07\n"
               "rag: green\n\n"
               "All five workstreams report progress.\n",
         OVERVIEW, ANSWER_IN_PLAN},
	{"front-matter-unclosed",
         "The second line of `---` is where the fields end and the text begins. Without it the "
         "whole report would be read as fields.",
         WHOLE "=> ---\n"
               "kind: overview\n"
               "period: 2023-07\n"
               "rag: green\n\n"
               "All five workstreams report progress.\n",
         OVERVIEW, ANSWER_IN_PLAN},
	{"pointer-file",
         "Git LFS and git-annex put a short pointer into git and keep the text elsewhere. What "
         "is not in git has no history here, and can be changed without a trace. They are made "
         "for films and pictures; a report is small.",
         WHOLE "=> version https://git-lfs.github.com/spec/v1\n"
               "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
               "size 1204\n",
         OVERVIEW, ANSWER_IN_PLAN},
	{"encoding",
         "In another encoding an accented letter, a dash or a pound sign turns into something "
         "else on the next computer. UTF-8 reads the same everywhere. Editors offer it under "
         "`Save as` or `Save with encoding`.",
         UPDATE "=> support: Programme office, Caf(byte E9)\n",
         UPDATE "support: Programme office, Café\n", ANSWER_IN_PLAN},
	{"hidden-character",
         "A character that nobody sees makes two texts differ that look alike, or shows a line "
         "to people in another order than to the program. Most come from pasting out of a "
         "word processor or a web page.",
         UPDATE "=> sponsor: Director of(U+200B) Finance\n",
         UPDATE "sponsor: Director of Finance\n", ANSWER_IN_PLAN},
	{"too-large",
         "An update is read by people at a meeting; the longest in the papers that this tool "
         "was made for has about 7,000 characters. A limit also keeps a damaged or hostile "
         "file from stopping everybody else's checks.",
         UPDATE "=> description: (9000 letters)\n",
         UPDATE "description: What the workstream is for, in a sentence.\n"
                "## Key activities\n\n(9000 letters)\n",
         ANSWER_IN_BOTH},
	{"tab",
         "A tab is as wide as each editor likes, so that what stands below what cannot be told "
         "from it. Spaces are the same for everybody.",
         UPDATE "managers:\n=> (tab)- Project manager\n", UPDATE "managers:\n  - Project manager\n",
         ANSWER_IN_PLAN},
	{"yaml-syntax",
         "Front matter follows a few rules of writing, those of YAML. Where a line breaks them, "
         "what it means would be a guess. Double quotes around a value make it plain text, "
         "whatever stands in it.",
         UPDATE "support: Programme office\n=>   north: Ann\n",
         UPDATE "support: \"Programme office, north: Ann\"\n", ANSWER_IN_PLAN},
	{"yaml-feature",
         "YAML can do more than hold fields: names for values, types, several documents in "
         "one. A reader of the file would have to know them all, and some were used to attack "
         "programs. No field needs any of it.",
         UPDATE "=> support: &office Programme office\n", UPDATE "support: Programme office\n",
         ANSWER_IN_BOTH},
	{"duplicate-key",
         "With a field given twice, one reader believes the first and another the second. In "
         "most cases a line was copied and not yet changed.",
         UPDATE "support: Programme office\n=> support: Finance\n",
         UPDATE "support: Programme office, Finance\n", ANSWER_IN_BOTH},
	{"unknown-key",
         "A field that is misspelt is a field that nobody reads: the date or the risk in it "
         "would be missing from the report. What has no field belongs into the text below the "
         "front matter.",
         UPDATE "=> forcast_completion: 2025-06-30\n", UPDATE "forecast_completion: 2025-06-30\n",
         ANSWER_IN_BOTH},
	{"unknown-kind",
         "The kind decides which fields and sections a document has. Without a `kind:` a "
         "document is an update.",
         UPDATE "=> kind: report\n", UPDATE "kind: update\n", ANSWER_IN_PLAN},
	{"wrong-type",
         "A field such as `sponsor` names one person or post who answers for the work, and is "
         "shown as one. Several need a field that takes a list, such as `managers`.",
         UPDATE "=> sponsor: [Director of Finance, Director of Estates]\n",
         UPDATE "sponsor: Director of Finance\n"
                "managers: [Director of Estates, Project manager]\n",
         ANSWER_IN_BOTH},
	{"bad-date",
         "A date that is written in one way only can be compared and counted with: how late a "
         "milestone is, how far a forecast has moved. `03/09/23` is in March for some readers "
         "and in September for others.",
         UPDATE "=> agreed_completion: 30th September 2023\n",
         UPDATE "agreed_completion: 2023-09-30\n", ANSWER_IN_BOTH},
	{"bad-period",
         "The period says which months a report speaks of. It puts the report into its place "
         "in the table, beside the one before.",
         UPDATE "=> period: July to August 2023\n", UPDATE "period: 2023-07/2023-08\n",
         ANSWER_IN_BOTH},
	{"bad-id",
         "An id is how a milestone, a risk or a workstream is found again from one report to "
         "the next. It must read the same in every file, so it is kept plain. The title beside "
         "it may say anything.",
         UPDATE "outcomes:\n=>   - {id: Sign Off, title: The strategy is signed off}\n",
         UPDATE "outcomes:\n  - {id: sign-off, title: The strategy is signed off}\n",
         ANSWER_IN_BOTH},
	{"bad-word",
         "Where there is a fixed choice of words, reports can be counted and compared. A word "
         "of one's own would be left out of every count.",
         UPDATE "=> outlook: better\n", UPDATE "outlook: improving\n", ANSWER_IN_BOTH},
	{"bad-number", "A number is counted with, so it is written in digits.",
         PLAN "=> due_day: tenth\n", PLAN "due_day: 10\n", ANSWER_IN_BOTH},
	{"scale-levels",
         "A rating says where something stands between best and worst. With one level it says "
         "nothing, and two levels of the same name cannot be told apart.",
         PLAN "scale:\n"
              "=>   levels:\n"
              "    - {id: green, label: Green, short: G, meaning: On track}\n",
         PLAN "scale:\n"
              "  levels:\n"
              "    - {id: green, label: Green, short: G, meaning: On track}\n"
              "    - {id: red, label: Red, short: R, meaning: Off track}\n",
         ANSWER_IN_BOTH},
	{"accent-colour",
         "The accent is the colour behind the name at the top of a plan's pages. That name is "
         "white, and some readers see less contrast than others: 4.5 to 1 is the least that "
         "the accessibility guidelines (WCAG 2.2) allow, and that public bodies are held to.",
         PLAN "site:\n=>   accent: \"#ffcc00\"\n", PLAN "site:\n  accent: \"#1a65a6\"\n",
         ANSWER_IN_BOTH},
	{"merge-marker",
         "Where two people changed the same lines, git writes both versions into the file, "
         "between marker lines, for somebody to choose. Published as it is, the report would "
         "say both.",
         UPDATE "## Key activities\n\n"
                "=> <<<<<<< HEAD\n"
                "- The strategy was signed off on 26 July.\n"
                "=======\n"
                "- The strategy will be signed off in August.\n"
                ">>>>>>> draft\n",
         UPDATE "## Key activities\n\n- The strategy was signed off on 26 July.\n", ANSWER_IN_BOTH},
	{"raw-html",
         "The pages are made from Markdown, and HTML in it is never run: readers would see its "
         "tags as text. Markdown has its own marks for headings, lists, emphasis and links.",
         UPDATE "## Key activities\n\n=> <b>The strategy was signed off.</b>\n",
         UPDATE "## Key activities\n\n**The strategy was signed off.**\n", ANSWER_IN_BOTH},
	{"unsafe-link",
         "A link in a public report is followed by people who trust it. One that would run a "
         "program, or open a file of the reader's own computer, is left out of the pages.",
         UPDATE "## Key activities\n\n"
                "=> See the [minutes](file:///H:/board/minutes.docx).\n",
         UPDATE "## Key activities\n\n"
                "See the [minutes](https://example.org/board/minutes).\n",
         ANSWER_IN_BOTH},
	{"required-field",
         "These are what a board asks first: who answers for the work, when it was to be done "
         "and when it will be. A report without them cannot be held to anything. A plan may "
         "ask for more (`requires:`).",
         UPDATE "=> sponsor:\n", UPDATE "sponsor: Director of Finance\n", ANSWER_IN_BOTH},
	{"required-section",
         "A rating without its reasons is only a colour. The sections say what was done, why "
         "the rating is what it is, and what the sponsor says to it.",
         UPDATE "=> ## RAG rationale\n",
         UPDATE "## RAG rationale\n\n"
                "Green, since the strategy is signed off; a late hub would make it Amber.\n",
         ANSWER_IN_BOTH},
	{"rating-unknown",
         "Every reader must be able to look up what a rating means. The plan's scale has the "
         "levels and their meaning; a word that is not on it has none, and cannot be compared "
         "with last month's.",
         UPDATE "=> rag: on track\n", UPDATE "rag: green\n", ANSWER_IN_BOTH},
	{"rating-spelling",
         "The rating is understood. Spelled as the plan spells it, it can also be found by a "
         "search through the files.",
         UPDATE "=> rag: Amber / Green\n", UPDATE "rag: green-amber\n", ANSWER_IN_BOTH},
	{"duplicate-id",
         "A milestone or a risk is followed from report to report by its id. Two with the same "
         "id would be taken for one.",
         UPDATE "risks:\n"
                "  - {id: staff, risk: Posts stay empty, mitigation: Agency staff}\n"
                "=>   - {id: staff, risk: Skills are missing, mitigation: Training}\n",
         UPDATE "risks:\n"
                "  - {id: posts, risk: Posts stay empty, mitigation: Agency staff}\n"
                "  - {id: skills, risk: Skills are missing, mitigation: Training}\n",
         ANSWER_IN_BOTH},
	{"unknown-reference",
         "An id that leads nowhere is a connection that readers will miss: a workstream that "
         "answers no concern, a milestone that serves no outcome.",
         UPDATE "milestones:\n"
                "=>   - {id: hub, title: Hub in place, status: delivered, serves: [savings]}\n",
         UPDATE "milestones:\n"
                "  - {id: hub, title: Hub in place, status: delivered, serves: [savings]}\n"
                "outcomes:\n"
                "  - {id: savings, title: Two per cent are saved}\n",
         ANSWER_IN_BOTH},
	{"date-order",
         "Where a plan or a workstream ends before it starts, one of the two dates is wrong, and "
         "no report would lie within them.",
         PLAN "starts: 2023-05-01\n=> ends: 2023-03-31\n",
         PLAN "starts: 2023-05-01\nends: 2025-03-31\n", ANSWER_IN_BOTH},
	{"placeholder-unknown",
         "A comment such as `<!-- ragtrail: sentence -->`, alone between two empty lines, stands "
         "for what the record says of the period, which is computed wherever the report is shown. "
         "There are `sentence`, `status-table`, `streaks`, `milestones` and `slips`. Any other "
         "name would be shown as nothing, and nobody would notice what is missing.",
         OVERVIEW "\n=> <!-- ragtrail: streak -->\n", OVERVIEW "\n<!-- ragtrail: streaks -->\n",
         ANSWER_IN_BOTH},
	{0},
};
