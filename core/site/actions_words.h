/*
 * What is said of actions and of how they moved, in the language of the page: seen by
 * actions_page.c and actions_words.c.
 */
#ifndef SITE_ACTIONS_WORDS_H
#define SITE_ACTIONS_WORDS_H

#include "markup/html.h"
#include "record/action_history.h"

/* "in progress"; NONE where there is no status. */
const char *action_status_said(const struct html *html, int status, enum phrase none);

/* "2 stated, 2 listed, 1 answered by an action" */
void recommendations_said(struct html *html, const struct recommendation_count *count);

/* "moved later once, 30 days later than at first"; nothing of one that never did. */
void slip_said(struct html *html, const struct action_history *action, bool first);

/* "in progress, was not started", "due 30 Sep 2023, was 31 Aug 2023: 30 days later" */
void action_change_said(struct html *html, const struct action_change *change);

#endif
