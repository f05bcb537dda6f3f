/*
 * Pushing: a server with the hook pre-receive, and a clone of it, for scripts of real git.
 */
#ifndef SUPPORT_PUSHING_H
#define SUPPORT_PUSHING_H

#include "support/command.h"

/*
 * Makes FOLDER/server.git, a bare repository whose pre-receive is ragtrail's, and
 * FOLDER/work, a clone of it over file://. On record is the plan `better`: the office owns
 * it, Ann rates the workstream a, anybody b, Lead the programme; a is Green for July 2023,
 * and the tag board/2023-09-20 is published.
 */
void pushing_begin(struct sandbox *sandbox, const char *folder);

/* The same, copied from one that was begun: quicker. */
void pushing_copy(struct sandbox *sandbox, const char *from, const char *folder);

/*
 * Runs a script of sh in FOLDER/work. `as Bob git ...` runs git as Bob; `update a 2023-08
 * red`, `overview 2023-08 red` and `plan` print documents (`update` takes further lines of
 * front matter), $A, $B, $O and $P are their paths; `on_server git ...` runs in the server's
 * folder; `change Bob` adds all and commits.
 */
struct outcome pushing_run(struct sandbox *sandbox, const char *folder, const char *script);

/* What the server has: its references, and the names of all its files. */
const char *pushing_server(struct sandbox *sandbox, const char *folder);

#endif
