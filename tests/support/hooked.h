/*
 * Hooks as git runs them: `ragtrail` found in PATH, an officer who commits.
 *
 * Call hooked() first. Repositories made by HOOKED scripts have a plan `better` with the
 * workstreams a and b where hooked_plan() writes it.
 */
#ifndef SUPPORT_HOOKED_H
#define SUPPORT_HOOKED_H

#include "support/command.h"

/* Until the test is over PATH begins with a folder that has the program, and Ann commits. */
void hooked(struct sandbox *sandbox);

/* Makes FOLDER a repository with a plan of the workstreams a and b, committed, no hooks yet. */
void hooked_repository(struct sandbox *sandbox, const char *folder);

/* Runs git commands, or ragtrail by its name in PATH, in a folder. */
struct outcome hooked_script(struct sandbox *sandbox, const char *folder, const char *script);

/* The same, which must exit with 0; what it printed on standard output. */
const char *hooked_run(struct sandbox *sandbox, const char *folder, const char *script);

/* Fails unless TEXT holds PART, and shows both. */
#define assert_holds(text, part) hooked_holds(text, part, __FILE__, __LINE__)
void hooked_holds(const char *text, const char *part, const char *file, int line);

#endif
