/*
 * What a page of a site says: its text without markup.
 */
#ifndef SUPPORT_PAGE_TEXT_H
#define SUPPORT_PAGE_TEXT_H

#include "repo/object.h"
#include "support/sandbox.h"

/* The text of the page at PATH of the sandbox, with one blank where there were more. */
const char *page_text(struct sandbox *sandbox, const char *path);

/* Fails unless the page says the words, or says them though it must not. */
void page_says(struct sandbox *sandbox, const char *path, const char *words);
void page_keeps_from(struct sandbox *sandbox, const char *path, const char *words);

/* site/FOLDER/change-<the commit>.html, and whether it is there. */
const char *change_path(struct sandbox *sandbox, const char *folder, struct object_id commit);
int page_is_there(struct sandbox *sandbox, const char *path);

#endif
