/*
 * The server of the preview: shows a gallery to browsers on this machine, and to nobody else.
 *
 * It listens on 127.0.0.1 alone, answers GET and HEAD, and refuses a request that does not
 * name that address as its host, so that no page of the internet can read what is not
 * published by a name of its own for it. Everything comes from memory: there is no path to
 * any file. One thread does all; nothing happens but in server_run().
 *
 * An open page hears of news in a stream of events (`/-/events?page=PATH&tag=TAG`), which
 * its script asks for: `changed` when the page is not the one that it has, `failed` and
 * `well` when the pages could and can be made. Nothing needs to be asked again and again.
 */
#ifndef PREVIEW_SERVER_H
#define PREVIEW_SERVER_H

#include <stdbool.h>

#include "base/error.h"
#include "preview/gallery.h"

/* Pages of the gallery for the server's own use: where there is no such page. */
#define SERVER_MISSING "-/missing.html"

enum { SERVER_PORT = 8765 /* and those that follow, where it is taken */ };

struct server;

/*
 * PORT 0: any that is free. ELSEWHERE: where it is taken, one that follows will do. It shows
 * the gallery, which is the server's from now on, as what there is before the first site.
 */
int server_open(struct server **server, unsigned port, bool elsewhere, struct gallery *gallery,
                struct error *error) __attribute__((warn_unused_result));

/* Ends all connections. SERVER may be NULL. */
void server_close(struct server *server);

unsigned server_port(const struct server *server);

/* A file that can be read when there is something to do, and for how many milliseconds there
 * is nothing at most; -1: for ever. */
int server_file(const struct server *server);
int server_patience(struct server *server);

/* Does what there is to do. */
void server_run(struct server *server);

/*
 * Shows this gallery instead. WHOLE: it is a site; else only words about why there is none.
 */
void server_show(struct server *server, struct gallery *gallery, bool whole);

/* Tells every open page why the pages could not be made; NULL: they could. */
void server_tell(struct server *server, const char *failure);

#endif
