/*
 * Records of scripted histories, as text.
 */
#ifndef SUPPORT_RECORDING_H
#define SUPPORT_RECORDING_H

#include "record/trend.h"
#include "support/history.h"

/* The record of a revision; the sandbox frees it. */
const struct record *recorded(struct history *history, const char *revision);

/* The same as print_record() tells it. */
const char *recorded_text(struct history *history, const char *revision);

/* The trend of the plan `better` at HEAD, as print_trend() tells it; and its sentence. */
const char *trend_text(struct history *history);
const char *sentence_text(struct history *history);

#endif
