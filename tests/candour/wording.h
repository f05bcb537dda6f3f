/*
 * Wording: the sentences that the corpus is written in, in two sets that share none.
 *
 * Who tunes a rule may read what it makes of the tuning set, whose plans are written in
 * several wordings in turn; goals are measured on the scoring set. A sentence holds `{key}`
 * where a value goes, `{^key}` where it begins with a capital, and `[one|another]` where
 * either may stand. Every list ends with NULL.
 */
#ifndef CANDOUR_WORDING_H
#define CANDOUR_WORDING_H

#include <stddef.h>

#define WORDING_LISTS(X)                                                                           \
	/* what an update says of its work */                                                      \
	X(activity)                                                                                \
	X(engagement)                                                                              \
	X(concern)                                                                                 \
	X(sponsor)                                                                                 \
	X(standard)                                                                                \
	X(aside)                                                                                   \
	X(delivered)                                                                               \
	X(upcoming)                                                                                \
	X(delivered_numbered)                                                                      \
	X(meeting_past)                                                                            \
	X(meeting_future)                                                                          \
	X(meeting_guides)                                                                          \
	X(meeting_other)                                                                           \
	X(later_other)                                                                             \
	X(finished)                                                                                \
	X(no_new_risks)                                                                            \
	X(no_open_risks)                                                                           \
	X(key_risk)                                                                                \
	/* why it is rated so */                                                                   \
	X(why_well)                                                                                \
	X(why_bad)                                                                                 \
	X(why_up)                                                                                  \
	X(why_down)                                                                                \
	X(why_plain)                                                                               \
	X(why_more)                                                                                \
	X(route)                                                                                   \
	X(reason_well)                                                                             \
	X(reason_bad)                                                                              \
	X(reason_carried)                                                                          \
	X(reason_missed)                                                                           \
	X(reason_dropped)                                                                          \
	X(reason_closed)                                                                           \
	X(correction)                                                                              \
	X(roll_up_reason)                                                                          \
	/* what an overview says */                                                                \
	X(opening)                                                                                 \
	X(closing)                                                                                 \
	X(mention_bad)                                                                             \
	X(mention_down)                                                                            \
	X(mention_well)                                                                            \
	X(place_name)                                                                              \
	X(hope)                                                                                    \
	/* claims; the same sentences are true or false */                                         \
	X(count_of)                                                                                \
	X(all_of)                                                                                  \
	X(none_of)                                                                                 \
	X(most_of)                                                                                 \
	X(all_but)                                                                                 \
	X(count_named)                                                                             \
	X(named_is)                                                                                \
	X(both_are)                                                                                \
	X(programme_is)                                                                            \
	X(was_before)                                                                              \
	X(streak_count)                                                                            \
	X(streak_named)                                                                            \
	X(remains)                                                                                 \
	X(trend_count)                                                                             \
	X(trend_all)                                                                               \
	X(none_declined)                                                                           \
	X(unchanged)                                                                               \
	X(named_up)                                                                                \
	X(named_down)                                                                              \
	X(moved)                                                                                   \
	X(on_track_named)                                                                          \
	X(ahead_named)                                                                             \
	X(behind_named)                                                                            \
	X(on_track)                                                                                \
	X(ahead)                                                                                   \
	X(behind)                                                                                  \
	X(all_delivered)                                                                           \
	X(count_delivered)                                                                         \
	X(none_missed)                                                                             \
	X(rating_own)                                                                              \
	X(streak_own)                                                                              \
	X(trend_own)                                                                               \
	/* what is planted */                                                                      \
	X(past_forecast)                                                                           \
	X(no_test)                                                                                 \
	X(misquoted)                                                                               \
	X(risks_denied)                                                                            \
	X(risk_unlisted)                                                                           \
	X(no_action)                                                                               \
	X(decision)                                                                                \
	X(decision_again)                                                                          \
	X(future_past)                                                                             \
	X(unfinished) X(template_left) X(placeholder) X(empty_risk) X(evidence) X(evidence_linked)

#define WORDING_MEMBER(name) const char *const *name;
#define WORDING_LIST(...)                                                                          \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}

struct risk_wording {
	const char *risk, *key, *mitigation; /* the key names the risk in prose */
};

struct wording {
	WORDING_LISTS(WORDING_MEMBER)
	const struct risk_wording *risks; /* the last has no text */
};

extern const struct wording tuning_wording_1, tuning_wording_2, tuning_wording_3, tuning_wording_4,
	tuning_wording_5, tuning_wording_6, tuning_wording_7;
extern const struct wording scoring_wording_1, scoring_wording_2, scoring_wording_3;

/* The risks of the third, which are many. */
extern const struct risk_wording scoring_risks_3[];

#endif
