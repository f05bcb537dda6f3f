/*
 * Signatures: whether a commit proves that its author is who it says.
 *
 * git itself verifies them, by its setting gpg.ssh.allowedSignersFile, as a program of its
 * own: it alone knows how, and what it calls good is asked for twice, by its exit code and
 * in its words. What git would let pass is no proof here: a second signature, one of
 * another person than the author, an object that a reference replaces, a key that had
 * expired when the commit arrived, though not when it claims to have been made.
 */
#ifndef REPO_SIGNATURE_H
#define REPO_SIGNATURE_H

#include <stdint.h>

#include "repo/repo.h"

enum proof {
	PROOF_GIVEN,
	PROOF_NOT_SIGNED,
	PROOF_SEVERAL,    /* signatures, of which git looks at one */
	PROOF_NOT_SSH,    /* signed by other means, which know no addresses */
	PROOF_NOT_GOOD,   /* git does not verify it: a key that it does not know, or a forgery */
	PROOF_OF_ANOTHER, /* the key is good, and another person's */
	PROOF_EXPIRED,    /* the key was not valid when the commit arrived */
	PROOF_COUNT,
};

/* "this one is not signed": the end of a sentence about a commit. */
const char *proof_words(enum proof proof);

/*
 * Whether the commit is signed by the key of this address. ARRIVED is when the server got
 * it, in seconds since 1970; 0: nobody knows. ENVIRONMENT is git's, as in base/program.h.
 */
int signature_prove(struct repo *repo, const struct object_id *commit, const char *address,
                    int64_t arrived, const char *const *environment, enum proof *proof,
                    struct error *error) __attribute__((warn_unused_result));

#endif
