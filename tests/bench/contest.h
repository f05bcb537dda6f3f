/*
 * A contest: git, a script and ragtrail over one history, in turns.
 */
#ifndef BENCH_CONTEST_H
#define BENCH_CONTEST_H

#include "bench/measure.h"
#include "bench/repository.h"

enum contender {
	CONTENDER_LOG,      /* git log --raw -- plans: what the others are compared with */
	CONTENDER_REV_LIST, /* git rev-list --count HEAD */
	CONTENDER_SCRIPT,   /* the patches of git log -p, read by a script */
	CONTENDER_COLD,     /* ragtrail trend, with nothing kept from before */
	CONTENDER_WARM,     /* the same, when one commit is new */
	CONTENDER_COUNT
};

extern const char *const contender_names[CONTENDER_COUNT];

struct programs {
	const char *ragtrail, *script; /* absolute */
};

struct contest {
	struct repository repository;
	struct series series[CONTENDER_COUNT];
	struct series questions; /* asked of all plans anew, without the walk */
	size_t output_length;    /* of ragtrail's JSON */
};

/*
 * Measures all. Fails where what ragtrail writes differs from round to round, or
 * differs with what it keeps from what it writes without.
 */
void contest_run(struct contest *contest, const struct programs *programs, struct arena *arena);

/* The median, in seconds. */
double contest_wall(const struct contest *contest, enum contender contender);

#endif
