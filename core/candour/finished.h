/*
 * Finished: a sentence that says that the work is done.
 *
 * "The workstream is now complete", "All work has been delivered", "We have completed the
 * project". What speaks of a part ("two of three milestones", "the work on the roof"), of
 * what is to come ("once", "will"), or leaves something out ("except", "subject to") does not.
 */
#ifndef CANDOUR_FINISHED_H
#define CANDOUR_FINISHED_H

#include "candour/sentence.h"

enum finished {
	FINISHED_NOT,
	FINISHED_WORK,  /* "the work": it may be what the sentence before spoke of */
	FINISHED_WHOLE, /* the workstream, or all of the work */
};

enum finished sentence_finished(const struct sentence *sentence);

#endif
