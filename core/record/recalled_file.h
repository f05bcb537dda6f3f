/*
 * The file in which whole readings are kept: a head, and sections of rows in the order in which
 * they stand here; then the texts, whose offsets are as in stored.h. The milestones and risks of a
 * row follow those of the row before it.
 */
#ifndef RECORD_RECALLED_FILE_H
#define RECORD_RECALLED_FILE_H

#include "record/stored.h"

struct recalled_head {
	char magic[8];
	char program[40];
	uint32_t rows, milestones, risks, texts;
	uint64_t checksum; /* of all behind the head */
};

struct recalled_row {
	struct object_id blob;
	struct stored_reading reading;
	uint32_t agreed_by, agreed_ref, signed_by;
	int32_t agreed_on, signed_on;
	uint32_t whole;                                          /* it is an update's */
	uint32_t milestones, milestone_count, risks, risk_count; /* from which row on, how many */
};

struct recalled_milestone {
	uint32_t id, title, reason;
	int32_t due, delivered_on, status;
	uint32_t next;
};

struct recalled_risk {
	uint32_t id, risk, mitigation, owner, rating, reason;
	uint32_t closed;
	int32_t closed_on;
};

#endif
