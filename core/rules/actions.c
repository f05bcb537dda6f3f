/* Rules about plans of actions: declared in rules/judge.h. */
#include "rules/judge.h"

#include "candour/gist.h"
#include "record/recommendations.h"

enum {
	SHOWN = 60,     /* letters of a title in a message */
	COMPARED = 32,  /* recommendations to which one action is held */
	WORDS_OWN = 10, /* an action says something itself from one word in so many */
};

static const char *are(size_t count)
{
	return count == 1 ? "is" : "are";
}

static const char *id_of(const struct value *id)
{
	return id->text != NULL ? id->text : "without an id";
}

/* Every action of the document; ASK says which of them the finding is about. */
static void each_action(const struct judgement *judgement,
                        void (*ask)(const struct judgement *judgement, const struct action *action))
{
	const struct actions *actions = judgement->document->actions;
	for (size_t i = 0; actions != NULL && i < actions->actions.count; i++)
		ask(judgement, &LIST_OF(struct action, actions->actions)[i]);
}

static bool is_status(const struct action *action, enum action_status status)
{
	return action->status.valid && action->status.as.word == status;
}

/* The source's number against what is listed, and against what is answered. */
static void check_count(const struct judgement *judgement, const struct recommendation_count *count)
{
	if (!count->stated->valid)
		return;
	size_t stated = (size_t)count->stated->as.number;
	if (stated == count->listed && stated == count->answered)
		return;
	const char *of = count->group == NULL               ? NULL
	                 : count->group->title.text != NULL ? count->group->title.text
	                                                    : count->group->id.text;
	judgement_add(judgement, judgement->document->path, count->stated->place,
	              "the source states %zu recommendation%s%s%.*s%s, %zu %s listed here and %zu "
	              "of them %s answered by an action; list those that are missing, and say in "
	              "`addresses` which action answers each",
	              stated, stated == 1 ? "" : "s", of == NULL ? " in all" : " in `", SHOWN,
	              of == NULL ? "" : of, of == NULL ? "" : "`", count->listed,
	              are(count->listed), count->answered, are(count->answered));
}

void judge_recommendation_count(const struct judgement *judgement)
{
	const struct actions *actions = judgement->document->actions;
	struct arena arena = ARENA_INIT;
	long long grouped = 0;
	if (actions == NULL)
		return;
	struct recommendations all = recommendations_read(actions, &arena);
	for (size_t i = 0; i + 1 < all.count_count; i++) {
		grouped += all.counts[i].stated->valid ? all.counts[i].stated->as.number : 0;
		check_count(judgement, &all.counts[i]);
	}
	/* What the groups account for is said of them. */
	const struct recommendation_count *in_all = &all.counts[all.count_count - 1];
	if (in_all->stated->valid && in_all->stated->as.number != grouped)
		check_count(judgement, in_all);
	arena_release(&arena);
}

void judge_recommendation_unanswered(const struct judgement *judgement)
{
	const struct actions *actions = judgement->document->actions;
	struct arena arena = ARENA_INIT;
	if (actions == NULL)
		return;
	struct recommendations all = recommendations_read(actions, &arena);
	for (size_t i = 0; i < all.count; i++) {
		const struct recommended *item = &all.items[i];
		/* Of a whole that nobody answers its parts need not be told. */
		if (item->answered ||
		    (item->parent != RECOMMENDATION_NONE && !all.items[item->parent].answered))
			continue;
		judgement_add(judgement, judgement->document->path, item->recommendation->id.place,
		              "no action answers the recommendation `%.60s`; name it in the "
		              "`addresses` of one, or add an action",
		              id_of(&item->recommendation->id));
	}
	arena_release(&arena);
}

static void ask_owner(const struct judgement *judgement, const struct action *action)
{
	if (action->owner.text == NULL && !is_status(action, ACTION_DROPPED))
		judgement_add(judgement, judgement->document->path, action->id.place,
		              "nobody owns the action `%.60s`; say in `owner` who answers for it",
		              id_of(&action->id));
}

void judge_action_owner(const struct judgement *judgement)
{
	each_action(judgement, ask_owner);
}

static void ask_due(const struct judgement *judgement, const struct action *action)
{
	/* What was done has its day all the same. */
	bool dated = action->due.text != NULL || action->done_on.text != NULL;
	if (!dated && !is_status(action, ACTION_DROPPED))
		judgement_add(judgement, judgement->document->path, action->id.place,
		              "the action `%.60s` has no date; say in `due` by which day it is "
		              "done",
		              id_of(&action->id));
}

void judge_action_undated(const struct judgement *judgement)
{
	each_action(judgement, ask_due);
}

static void ask_measure(const struct judgement *judgement, const struct action *action)
{
	if (action->measure.text == NULL && action_is_open(action))
		judgement_add(judgement, judgement->document->path, action->id.place,
		              "nobody could tell whether the action `%.60s` has worked; say in "
		              "`measure` by what it will show",
		              id_of(&action->id));
}

void judge_action_unmeasured(const struct judgement *judgement)
{
	each_action(judgement, ask_measure);
}

static void ask_proof(const struct judgement *judgement, const struct action *action)
{
	bool when = action->done_on.text != NULL, what = action->evidence.count != 0;
	if (!is_status(action, ACTION_DONE) || (when && what))
		return;
	judgement_add(judgement, judgement->document->path, action->status.place,
	              "the action `%.60s` is done, but it is not said %s; say %s%s%s",
	              id_of(&action->id),
	              when   ? "what shows it"
	              : what ? "when"
	                     : "when, nor what shows it",
	              when ? "" : "the day in `done_on`", when || what ? "" : ", and ",
	              what ? "" : "in `evidence` where anybody can look");
}

void judge_action_unproven(const struct judgement *judgement)
{
	each_action(judgement, ask_proof);
}

static void ask_reason(const struct judgement *judgement, const struct action *action)
{
	if (is_status(action, ACTION_DROPPED) && action->reason.text == NULL)
		judgement_add(judgement, judgement->document->path, action->status.place,
		              "the action `%.60s` is dropped, and nobody says why; say it in "
		              "`reason`",
		              id_of(&action->id));
}

void judge_action_dropped(const struct judgement *judgement)
{
	each_action(judgement, ask_reason);
}

static void look_at_day(const struct value *day, struct date *latest)
{
	if (day->valid && (latest->year == 0 || date_days(day->as.date) > date_days(*latest)))
		*latest = day->as.date;
}

/* The latest day of which the document speaks as past; year 0 where there is none. */
static struct date latest_day(const struct actions *actions)
{
	struct date latest = {0};
	look_at_day(&actions->date, &latest);
	for (size_t i = 0; i < actions->actions.count; i++)
		look_at_day(&LIST_OF(struct action, actions->actions)[i].done_on, &latest);
	for (size_t i = 0; i < actions->reviews.count; i++)
		look_at_day(&LIST_OF(struct review, actions->reviews)[i].held_on, &latest);
	return latest;
}

void judge_action_overdue(const struct judgement *judgement)
{
	const struct actions *actions = judgement->document->actions;
	char due[DATE_TEXT_SIZE], known[DATE_TEXT_SIZE];
	struct date latest = {0};
	if (actions != NULL)
		latest = latest_day(actions);
	for (size_t i = 0; latest.year != 0 && i < actions->actions.count; i++) {
		const struct action *action = &LIST_OF(struct action, actions->actions)[i];
		if (action_is_overdue(action, latest))
			judgement_add(judgement, judgement->document->path, action->due.place,
			              "the action `%.60s` was due on %s, and on %s it was still "
			              "open; say in `status` where it stands, or agree another "
			              "day",
			              id_of(&action->id), date_words(action->due.as.date, due),
			              date_words(latest, known));
	}
}

void judge_review_missed(const struct judgement *judgement)
{
	const struct actions *actions = judgement->document->actions;
	char set[DATE_TEXT_SIZE], known[DATE_TEXT_SIZE];
	struct date latest = {0};
	if (actions != NULL)
		latest = latest_day(actions);
	for (size_t i = 0; latest.year != 0 && i < actions->reviews.count; i++) {
		const struct review *review = &LIST_OF(struct review, actions->reviews)[i];
		if (review->on.valid && review->held_on.text == NULL &&
		    date_days(review->on.as.date) < date_days(latest))
			judgement_add(judgement, judgement->document->path, review->on.place,
			              "the review set for %s was not held by %s; say in `held_on` "
			              "when it was, or set another day",
			              date_words(review->on.as.date, set),
			              date_words(latest, known));
	}
}

/* True where nearly every telling word of the action is one of the recommendation's. */
static bool restates(const struct gist *action, const struct gist *recommendation)
{
	size_t own = action->count - gist_shared(action, recommendation);
	return action->count != 0 && own * WORDS_OWN <= action->count;
}

void judge_action_restates(const struct judgement *judgement)
{
	const struct actions *actions = judgement->document->actions;
	struct arena arena = ARENA_INIT;
	if (actions == NULL)
		return;
	const struct action *rows = LIST_OF(struct action, actions->actions);
	struct recommendations all = recommendations_read(actions, &arena);
	struct gist *gists = arena_new(&arena, (actions->actions.count + 1) * sizeof(*gists));
	unsigned char *compared = arena_new(&arena, actions->actions.count + 1);
	for (size_t i = 0; i < actions->actions.count; i++)
		gists[i] = gist_of(rows[i].title.text, &arena);
	for (size_t i = 0; i < all.count; i++) {
		const struct recommendation *wanted = all.items[i].recommendation;
		struct gist gist =
			gist_of(all.items[i].count != 0 ? wanted->title.text : NULL, &arena);
		for (size_t j = 0; j < all.items[i].count; j++) {
			size_t at = (size_t)(all.items[i].actions[j] - rows);
			if (compared[at] == COMPARED)
				continue;
			compared[at]++;
			if (!restates(&gists[at], &gist))
				continue;
			compared[at] = COMPARED;
			judgement_add(judgement, judgement->document->path, rows[at].title.place,
			              "the action `%.60s` says no more than its recommendation "
			              "`%.60s`; say what will be done, by whom, and what will be "
			              "there then",
			              id_of(&rows[at].id), id_of(&wanted->id));
		}
	}
	arena_release(&arena);
}
