/*
 * The table of rules: a rule is one row here, one function, and one page (rules/page.h).
 */
#include "rules/rules.h"

#include "candour/ask.h"
#include "rules/judge.h"

#define FAULT(id, severity, sentence)                                                              \
	{                                                                                          \
		id, severity, RULE_OF_DOCUMENT, sentence, judge_faults, FAMILY_NONE, NULL, false   \
	}
#define FORM(id, severity, sentence, judge)                                                        \
	{                                                                                          \
		id, severity, RULE_OF_DOCUMENT, sentence, judge, FAMILY_NONE, NULL, false          \
	}
#define LANDING(id, severity, sentence, judge)                                                     \
	{                                                                                          \
		id, severity, RULE_OF_LANDING, sentence, judge, FAMILY_NONE, NULL, false           \
	}
#define TREE(id, severity, sentence, judge)                                                        \
	{                                                                                          \
		id, severity, RULE_OF_FOLDER, sentence, judge, FAMILY_NONE, NULL, false            \
	}
#define ALL(id, severity, sentence, judge)                                                         \
	{                                                                                          \
		id, severity, RULE_OF_ALL, sentence, judge, FAMILY_NONE, NULL, false               \
	}

/* Rules of candour: warnings unless a plan says otherwise, asked in candour.c. */
#define ASK(id, family, scope, sentence, ask)                                                      \
	{                                                                                          \
		id, SEVERITY_WARNING, scope, sentence, NULL, family, ask, false                    \
	}
/* One that is an error where documents go on record, unless the plan turns it off. */
#define ASK_LANDING(id, family, scope, sentence, ask)                                              \
	{                                                                                          \
		id, SEVERITY_WARNING, scope, sentence, NULL, family, ask, true                     \
	}

const struct rule rules[] = {
	/* What reading one document finds. */
	FAULT("front-matter-missing", SEVERITY_ERROR,
              "A document begins with front matter between two lines of `---`."),
	FAULT("front-matter-unclosed", SEVERITY_ERROR,
              "The front matter ends with a line of `---`."),
	FAULT("pointer-file", SEVERITY_ERROR,
              "The text of a document is in git itself, not in a store beside it."),
	FAULT("encoding", SEVERITY_ERROR, "A document is UTF-8 text."),
	FAULT("hidden-character", SEVERITY_ERROR,
              "No character hides from readers or turns text around."),
	FAULT("too-large", SEVERITY_ERROR, "A document is of a size that people read."),
	FAULT("tab", SEVERITY_ERROR, "Front matter is indented with spaces."),
	FAULT("yaml-syntax", SEVERITY_ERROR, "Each field is `name: value`."),
	FAULT("yaml-feature", SEVERITY_ERROR,
              "Front matter holds texts, lists and fields, nothing cleverer."),
	FAULT("duplicate-key", SEVERITY_ERROR, "A field is given once."),
	FAULT("unknown-key", SEVERITY_ERROR, "Every field is one that ragtrail knows."),
	FAULT("unknown-kind", SEVERITY_ERROR, "A document is of a kind that ragtrail knows."),
	FAULT("wrong-type", SEVERITY_ERROR,
              "A field that takes one value has one, and a list is a list."),
	FAULT("bad-date", SEVERITY_ERROR, "Dates are written year-month-day: `2023-09-30`."),
	FAULT("bad-period", SEVERITY_ERROR, "Periods are months: `2023-08` or `2023-07/2023-08`."),
	FAULT("bad-id", SEVERITY_ERROR, "Ids are small letters, digits and hyphens."),
	FAULT("bad-word", SEVERITY_ERROR, "A field with a fixed choice of words has one of them."),
	FAULT("bad-number", SEVERITY_ERROR, "A number is a whole number."),
	FAULT("scale-levels", SEVERITY_ERROR,
              "A scale has from two to nine levels, each with words of its own."),
	FAULT("merge-marker", SEVERITY_ERROR,
              "No marker of an unfinished merge is left in the text."),
	FAULT("raw-html", SEVERITY_WARNING, "The text is Markdown without HTML."),
	FAULT("unsafe-link", SEVERITY_WARNING,
              "Links lead to http, https, mailto or a file beside this one."),
	/* Slips in front matter: what YAML takes for something else than was meant. */
	FAULT("non-breaking-space", SEVERITY_ERROR, "Spaces in front matter are ordinary spaces."),
	FAULT("curly-quotes", SEVERITY_ERROR,
              "A value that is in quotes is in straight ones, as YAML knows them."),
	FAULT("missing-space", SEVERITY_ERROR,
              "A space follows the colon behind a name, and the hyphen before an item."),
	FAULT("missing-colon", SEVERITY_ERROR, "A colon stands between a name and its value."),
	FAULT("text-cut-off", SEVERITY_ERROR,
              "No text is lost behind ` #`, where YAML sees a comment."),
	FAULT("unquoted-colon", SEVERITY_ERROR, "A value with a colon and a space is in quotes."),
	FAULT("unquoted-comma", SEVERITY_ERROR, "A value with a comma, in brackets, is in quotes."),
	FAULT("sign-at-start", SEVERITY_ERROR,
              "A value that begins with a sign such as `@` or `%` is in quotes."),
	FAULT("quotation-mark", SEVERITY_ERROR,
              "A value in quotes begins and ends with the same mark, and has none inside."),
	FAULT("bracket", SEVERITY_ERROR, "A list in brackets is closed, and ends its value."),
	FAULT("indent", SEVERITY_ERROR,
              "Fields line up, and what goes on with a value is indented further."),
	FAULT("bullet", SEVERITY_ERROR, "The items of a list begin with a hyphen and a space."),
	/* Slips in the text: what Markdown takes for something else than was meant. */
	FAULT("pipe-table", SEVERITY_WARNING,
              "Tables are lists in the front matter: Markdown here has none."),
	FAULT("empty-link", SEVERITY_WARNING, "A link leads somewhere."),
	FAULT("heading-space", SEVERITY_ERROR, "A space follows the signs that begin a heading."),
	FAULT("heading-skipped", SEVERITY_WARNING,
              "A heading is one level below the last at most."),
	/* What one document must have. */
	FORM("required-field", SEVERITY_ERROR,
             "Every field that the kind or the plan requires is there.", judge_required_field),
	FORM("required-section", SEVERITY_ERROR,
             "Every section that the kind or the plan requires is there, with text in it.",
             judge_required_section),
	FORM("rating-unknown", SEVERITY_ERROR, "A rating is a level of the plan's scale.",
             judge_rating_unknown),
	FORM("rating-spelling", SEVERITY_WARNING, "A rating is spelled as the plan spells it.",
             judge_rating_spelling),
	FORM("duplicate-id", SEVERITY_ERROR, "An id is used once in its list.", judge_duplicate_id),
	FORM("unknown-reference", SEVERITY_ERROR,
             "An id, rule or field that is referred to exists.", judge_reference),
	FORM("date-order", SEVERITY_ERROR, "What ends does not end before it starts.",
             judge_date_order),
	FORM("placeholder-unknown", SEVERITY_ERROR,
             "A placeholder is one that ragtrail can fill in.", judge_placeholder),
	/* How the documents of a plan fit together. */
	TREE("file-type", SEVERITY_ERROR, "A document is a plain file with an ordinary path.",
             judge_file_type),
	TREE("path-reserved", SEVERITY_ERROR, "A path can be written on every computer.",
             judge_path_reserved),
	ALL("path-collision", SEVERITY_ERROR, "No two paths differ in their capitals only.",
            judge_path_collision),
	ALL("path-untidy", SEVERITY_WARNING,
            "A path is made of small letters, digits, hyphens and dots.", judge_path_untidy),
	TREE("plan-missing", SEVERITY_ERROR, "A folder below plans/ has a plan.md of kind plan.",
             judge_plan_missing),
	TREE("plan-misplaced", SEVERITY_ERROR, "A document of kind plan is its folder's plan.md.",
             judge_plan_misplaced),
	TREE("workstream-unknown", SEVERITY_ERROR,
             "An update's workstream is one that the plan lists.", judge_workstream_unknown),
	TREE("period-claimed-twice", SEVERITY_ERROR,
             "One document speaks of a workstream in a period.", judge_period_twice),
	TREE("period-overlap", SEVERITY_ERROR, "Periods of a workstream do not overlap.",
             judge_period_overlap),
	TREE("period-outside-plan", SEVERITY_WARNING, "A period lies within the plan's dates.",
             judge_period_outside),
	TREE("broken-link", SEVERITY_WARNING, "A link to a document of the plan finds it.",
             judge_broken_link),
	/* How they fit what is on record. */
	TREE("record-overlap", SEVERITY_ERROR,
             "A period does not overlap another one of its workstream on record.",
             judge_record_overlap),
	TREE("record-turned", SEVERITY_WARNING,
             "Work is merged into the shared branch, not the shared branch into somebody's work.",
             judge_turned),
	TREE("record-conflict", SEVERITY_WARNING,
             "A merge of branches that rated a period differently keeps one of their ratings.",
             judge_conflict),
	/* Who may do what. */
	FORM("bad-identity", SEVERITY_ERROR,
             "Whoever may rate, or owns a plan, is named by an e-mail address.", judge_identities),
	FORM("raters-without-owners", SEVERITY_WARNING,
             "A plan that says who may rate says who may change that.", judge_unowned),
	/* What a landing did to the record. */
	LANDING("rerating-without-reason", SEVERITY_ERROR,
                "A rating on record is changed only with a reason.", judge_rerating),
	LANDING("rating-withdrawn", SEVERITY_WARNING, "What is on record stays on record.",
                judge_withdrawal),
	LANDING("rater-not-named", SEVERITY_ERROR,
                "A rating is set by somebody whom the plan names for it.", judge_rater),
	LANDING("owner-not-named", SEVERITY_ERROR,
                "How a plan is judged is changed by one of its owners.", judge_owner),
	LANDING("commit-date-doubtful", SEVERITY_WARNING, "A commit is dated when it was made.",
                judge_commit_date),
	/* Candour: the rating against the dates */
	ASK("green-past-agreed", FAMILY_SCHEDULE, RULE_OF_UPDATE,
            "What is rated well is forecast for the date that was agreed, or before.",
            ask_green_past_agreed),
	ASK("green-past-due", FAMILY_SCHEDULE, RULE_OF_UPDATE,
            "What is rated well is finished by the day that was agreed.", ask_green_past_due),
	ASK("green-milestone-late", FAMILY_SCHEDULE, RULE_OF_UPDATE,
            "What is rated well has no milestone that is late.", ask_green_milestone_late),
	ASK("green-funding-ends", FAMILY_SCHEDULE, RULE_OF_UPDATE,
            "What is rated well has money until it is forecast to be done.",
            ask_green_funding_ends),
	ASK("green-needs-late", FAMILY_SCHEDULE, RULE_OF_UPDATE,
            "What is rated well waits for nothing that is late elsewhere.", ask_green_needs_late),
	/* Candour: dates */
	ASK("agreed-moved", FAMILY_DATES, RULE_OF_UPDATE,
            "The agreed completion changes by a decision that can be pointed at.",
            ask_agreed_moved),
	ASK("forecast-moved", FAMILY_DATES, RULE_OF_UPDATE,
            "The forecast moves later by a decision that can be pointed at.", ask_forecast_moved),
	ASK("forecast-past", FAMILY_DATES, RULE_OF_UPDATE,
            "A forecast lies ahead, or the work is finished.", ask_forecast_past),
	ASK("forecast-never-moves", FAMILY_DATES, RULE_OF_STORY,
            "A forecast says what is expected, and not again what was agreed.",
            ask_forecast_never_moves),
	ASK("date-past-forecast", FAMILY_DATES, RULE_OF_UPDATE,
            "The text names no day for the work to be done that lies beyond the forecast.",
            ask_date_past_forecast),
	ASK("date-misplaced", FAMILY_DATES, RULE_OF_UPDATE,
            "A date lies on its side of the period, the plan and the sign-off.",
            ask_date_misplaced),
	ASK("signed-early", FAMILY_DATES, RULE_OF_CHAPTER,
            "A report is completed when its period is over.", ask_signed_early),
	ASK("signed-long-before", FAMILY_DATES, RULE_OF_CHAPTER,
            "A report is completed not long before the meeting that uses it.",
            ask_signed_long_before),
	/* Candour: milestones, from period to period */
	ASK("milestone-lost", FAMILY_LEDGER, RULE_OF_UPDATE,
            "A milestone that was planned or open last period comes back in this one.",
            ask_milestone_lost),
	ASK("milestone-unreasoned", FAMILY_LEDGER, RULE_OF_UPDATE,
            "A milestone that was not delivered says why, or into what it was made.",
            ask_milestone_unreasoned),
	ASK("milestone-delivered-twice", FAMILY_LEDGER, RULE_OF_UPDATE,
            "A milestone is delivered once.", ask_milestone_delivered_twice),
	ASK("milestone-reopened", FAMILY_LEDGER, RULE_OF_UPDATE,
            "A milestone that was delivered stays delivered.", ask_milestone_reopened),
	ASK("milestone-no-test", FAMILY_LEDGER, RULE_OF_UPDATE,
            "A milestone says what will be there when it is reached.", ask_milestone_no_test),
	ASK("milestone-misquoted", FAMILY_LEDGER, RULE_OF_UPDATE,
            "A milestone that the text calls by its number is the one of that number.",
            ask_milestone_misquoted),
	ASK("outcome-unserved", FAMILY_LEDGER, RULE_OF_UPDATE,
            "Where milestones say which outcomes they serve, every outcome is served.",
            ask_outcome_unserved),
	/* Candour: risks and issues */
	ASK("risks-denied", FAMILY_RISKS, RULE_OF_UPDATE,
            "A text that says there are no risks stands above no open risk.", ask_risks_denied),
	ASK("risk-unlisted", FAMILY_RISKS, RULE_OF_UPDATE,
            "What the text calls the key risk is in the list of risks.", ask_risk_unlisted),
	ASK("risk-lost", FAMILY_RISKS, RULE_OF_UPDATE,
            "A risk that was open last period is still listed, open or closed.", ask_risk_lost),
	ASK("mitigation-shared", FAMILY_RISKS, RULE_OF_UPDATE,
            "Each risk has a mitigation of its own.", ask_mitigation_shared),
	ASK("mitigation-no-action", FAMILY_RISKS, RULE_OF_UPDATE,
            "A mitigation says what is being done.", ask_mitigation_no_action),
	ASK("no-route-to-green", FAMILY_RISKS, RULE_OF_UPDATE,
            "A rating of Amber or worse comes with what would bring it back.",
            ask_no_route_to_green),
	/* Candour: the rating against its reasons */
	ASK("rationale-unmoved", FAMILY_RATIONALE, RULE_OF_UPDATE,
            "When a rating moves its rationale says why.", ask_rationale_unmoved),
	ASK("rating-jumped", FAMILY_RATIONALE, RULE_OF_CHAPTER,
            "A rating moves no more than two levels at once.", ask_rating_jumped),
	ASK("rerating-unexplained", FAMILY_RATIONALE, RULE_OF_CHAPTER,
            "A rating that was changed on record says why.", ask_rerating_unexplained),
	ASK("rating-stuck", FAMILY_RATIONALE, RULE_OF_UPDATE,
            "Where a rating stays poor something is done, and changes.", ask_rating_stuck),
	ASK("text-copied", FAMILY_RATIONALE, RULE_OF_CHAPTER,
            "A period has words of its own, not those of the period before.", ask_text_copied),
	/* Candour: what the prose claims */
	ASK("claim-count", FAMILY_CLAIMS, RULE_OF_CHAPTER,
            "A count of ratings in the text is what the record counts.", ask_claim_count),
	ASK("claim-rating", FAMILY_CLAIMS, RULE_OF_CHAPTER,
            "A rating that the text names is the one on record.", ask_claim_rating),
	ASK("claim-streak", FAMILY_CLAIMS, RULE_OF_CHAPTER,
            "A rating that the text says has held was there in the reports before.",
            ask_claim_streak),
	ASK("claim-trend", FAMILY_CLAIMS, RULE_OF_CHAPTER,
            "A movement of ratings in the text is one between two reports on record.",
            ask_claim_trend),
	ASK("claim-schedule", FAMILY_CLAIMS, RULE_OF_CHAPTER,
            "What the text calls on track is not forecast late.", ask_claim_schedule),
	ASK("claim-milestones", FAMILY_CLAIMS, RULE_OF_CHAPTER,
            "A count of milestones in the text is what their list says.", ask_claim_milestones),
	/* Candour: names and dates across documents */
	ASK("name-spelling", FAMILY_NAMES, RULE_OF_CHAPTER,
            "A workstream, committee or person is spelled in one way.", ask_name_spelling),
	ASK("decision-without-meeting", FAMILY_NAMES, RULE_OF_CHAPTER,
            "What a committee decided on a day, it decided at a meeting that the plan lists.",
            ask_decision_without_meeting),
	ASK("event-dated-twice", FAMILY_NAMES, RULE_OF_STORY,
            "The reports of a period date a meeting or decision alike.", ask_event_dated_twice),
	ASK("future-past", FAMILY_NAMES, RULE_OF_CHAPTER,
            "What lies ahead had not yet passed when the document was finished.", ask_future_past),
	/* Candour: whether it is finished */
	ASK("sentence-unfinished", FAMILY_FINISH, RULE_OF_CHAPTER, "A sentence comes to its end.",
            ask_sentence_unfinished),
	ASK("template-left", FAMILY_FINISH, RULE_OF_CHAPTER,
            "What a template asks a writer to fill in is filled in.", ask_template_left),
	ASK("list-empty", FAMILY_FINISH, RULE_OF_CHAPTER, "An item of a list says something.",
            ask_list_empty),
	ASK_LANDING("placeholder-left", FAMILY_FINISH, RULE_OF_CHAPTER,
                    "What is still to be confirmed is in a draft, or is confirmed.",
                    ask_placeholder_left),
	ASK("evidence-missing", FAMILY_FINISH, RULE_OF_CHAPTER,
            "What a text calls attached, or says is below, is there.", ask_evidence_missing),
	/* Candour: how the ratings add up */
	ASK("roll-up-better", FAMILY_ROLL_UP, RULE_OF_OVERVIEW,
            "The overall rating is no better than the workstreams' ratings make it.",
            ask_roll_up_better),
	ASK("bad-news-left-out", FAMILY_ROLL_UP, RULE_OF_OVERVIEW,
            "The overview speaks of each workstream that is rated badly or has declined.",
            ask_bad_news_left_out),
};

const size_t rule_count = sizeof(rules) / sizeof(rules[0]);
