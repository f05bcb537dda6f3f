/*
 * The world of a plan in the corpus: its facts, before they are put into words.
 *
 * Facts come first, for every workstream and period; faults that are of facts change them
 * there. Words come second, so that what they say of the facts is true unless it is what
 * was planted.
 */
#ifndef CANDOUR_WORLD_H
#define CANDOUR_WORLD_H

#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "candour/corpus.h"
#include "candour/wording.h"
#include "document/period.h"
#include "document/update.h"

enum { MOST_STRANDS = 6, PERIODS = 12, MOST_ROWS = 20, MOST_MEETINGS = 64 };

struct name_row {
	const char *id, *title, *also;
};
struct committee_row {
	const char *name, *also, *type;
};
extern const struct name_row workstream_names[];
extern const char *const milestone_things[], *const milestone_ends[], *const matters[],
									      *const people_names[];
extern const struct committee_row committee_names[], scrutiny_names[];
extern const size_t workstream_name_count, milestone_thing_count, milestone_end_count, matter_count,
	people_name_count, committee_name_count, scrutiny_name_count;

enum section { ACTIVITIES, ENGAGEMENT, CONCERNS, RATIONALE, ROUTE, SPONSOR, SECTION_COUNT };

struct step {
	const char *id, *title;
	struct date due, delivered_on; /* year 0: not given */
	enum milestone_status status;
	const char *reason, *into, *needs;
};

struct threat {
	const struct risk_wording *words;
	const char *id, *mitigation;
	bool closed;
	struct date closed_on;
};

struct planting;

/* One document: an update, or an overview. */
struct page {
	unsigned strand; /* OVERVIEW: the programme's own */
	unsigned number; /* of the period */
	int level;
	struct date agreed, forecast, completed_on;
	struct date change_on; /* of a decision; year 0: there was none */
	struct step steps[MOST_ROWS];
	size_t step_count;
	struct step next[MOST_ROWS];
	size_t next_count;
	struct threat threats[MOST_ROWS];
	size_t threat_count;
	bool draft, imported, finished;
	bool misses;   /* another workstream's fault needs it */
	bool copies;   /* a section of the period before */
	bool frozen;   /* the facts are those of the period before */
	bool slipped;  /* forecast later than agreed, by a decision */
	bool timeless; /* its section is copied next time */
	bool plain;    /* its rationale is short and names no rating */
	bool unlinked; /* it has nothing attached */
	bool unrouted;
	bool unmentioned; /* of the overview: SILENT is left out */
	unsigned silent;
	bool rerated, corrected; /* its rating was another one when it landed first */
	bool third_outcome;
	const char *roll_up_reason;
	const char *sponsor;                  /* a name that is not as registered */
	const char *extra[SECTION_COUNT];     /* sentences that were planted */
	const char *paragraph[SECTION_COUNT]; /* the same, as paragraphs of their own */
	const char *tail[SECTION_COUNT];      /* behind the last word of a section */
	bool appendix;
	const char *risk_row, *step_row; /* further rows */
	const char *support;
	const char *text[SECTION_COUNT];
	const struct planting *fault;
	bool reserved; /* by a fault of another document, or by one near it */
	const char *path;
};

enum { OVERVIEW = MOST_STRANDS };

struct cursor {
	unsigned strand;
	const char *const *list;
	size_t at;
};

enum side_dice {
	DICE_DAY,
	DICE_SECTION,
	DICE_BOARD,
	DICE_MATTER,
	DICE_NAME,
	DICE_LABEL,
	SIDE_DICE
};

struct world {
	uint64_t dice, side_dice[SIDE_DICE];
	const struct wording *wording;
	struct corpus_plan *plan;
	struct arena *arena;
	unsigned strands;
	int levels; /* 3 or 5 */
	bool two_monthly, worst;
	struct name_row names[MOST_STRANDS];
	const char *sponsors[MOST_STRANDS];
	size_t things[MOST_STRANDS], threats[MOST_STRANDS]; /* how many were used */
	size_t first_thing[MOST_STRANDS];
	bool serves[MOST_STRANDS];
	bool never_moves;
	struct period periods[PERIODS];
	struct date starts[PERIODS], ends[PERIODS];
	struct date plan_starts, plan_ends, funding_until;
	struct committee_row board, panel;
	struct date meetings[MOST_MEETINGS], panel_meetings[MOST_MEETINGS];
	size_t meeting_count, panel_count;
	const char *further_rows;    /* of the plan's meetings */
	const char *const *claim_or; /* rules that may speak of the last claim as well */
	struct page pages[MOST_STRANDS + 1][PERIODS];
	struct cursor cursors[512];
	size_t cursor_count;
};

/* --- chance, by seed alone --- */
unsigned roll(struct world *world, unsigned sides);

/*
 * The same by dice of its own, for what stands among the arguments of a call: compilers differ
 * in which they evaluate first.
 */
unsigned roll_aside(struct world *world, enum side_dice dice, unsigned sides);
bool chance(struct world *world, unsigned percent);

/* --- days --- */
struct date day_after(struct date day, int days);
bool is_before(struct date a, struct date b);
bool is_given(struct date day);
struct date last_day_of(int month);

/* --- what levels mean --- */
bool is_well(const struct world *world, int level);
bool is_bad(const struct world *world, int level);
const char *label_of(const struct world *world, int level);

/* The board's last meeting until DAY, or its first after it; year 0: there is none. */
struct date meeting_until(const struct world *world, struct date day);
struct date meeting_after(const struct world *world, struct date day);

/* --- facts (world.c, facts.c) --- */
void world_begin(struct world *world, const struct wording *wording, uint64_t seed,
                 struct corpus_plan *plan);
void world_rate(struct world *world);
void world_live(struct world *world);
struct step step_new(struct world *world, unsigned strand);
/* A milestone is overdue or missed; one was delivered behind its due date. */
bool page_is_late(const struct world *world, const struct page *page);
bool page_was_late(const struct page *page);

/* How many of its milestones have the status. */
unsigned page_count(const struct page *page, enum milestone_status status);

/* --- faults (faults.c, plant.c) --- */
void faults_choose(struct world *world, unsigned number, unsigned count);
void fault_of_facts(struct world *world, struct page *page);
void fault_of_words(struct world *world, struct page *page);

/* --- words (say.c, claims.c, write.c) --- */

/* A sentence of the list, its keys filled in: pairs of texts, NULL behind the last. */
const char *say(struct world *world, unsigned strand, const char *const *list, ...)
	__attribute__((sentinel));
const char *spoken_day(struct world *world, struct date day);
const char *number_word(unsigned number);
const char *ordinal_word(unsigned number);

/* True or false by the facts, of the overview or of an update; NULL: nothing of that sort. */
const char *claim(struct world *world, const struct page *page, const char *rule, bool truth);

void world_write(struct world *world);

/* Notes a label of the page; ALSO may be NULL. */
struct corpus_label *label_add(struct world *world, const struct page *page, const char *rule);

#endif
