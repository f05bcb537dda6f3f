/*
 * A running `ragtrail preview`, and a browser of few words.
 */
#ifndef SUPPORT_BROWSING_H
#define SUPPORT_BROWSING_H

#include <sys/types.h>

#include "support/command.h"

struct preview {
	struct sandbox *sandbox;
	pid_t process; /* 0: it has ended */
	unsigned port;
	const char *log; /* the file of its standard error, in the sandbox */
};

struct answer {
	int status;
	const char *head, *body; /* live as long as the sandbox */
	size_t length;           /* of the body */
};

/* Starts it in FOLDER of the sandbox on any port, and waits until it shows something. */
struct preview *preview_start(struct sandbox *sandbox, const char *folder, const char *option);

/* Ends it by a signal; what it ended with, as in struct outcome. */
int preview_stop(struct preview *preview, int signal_number);

/* A connection, to be closed. */
int preview_connect(const struct preview *preview);

/* Sends the bytes and reads what comes until the other side closes. */
struct answer preview_send(const struct preview *preview, const char *request, size_t length);

struct answer preview_get(const struct preview *preview, const char *address);

/* Reads what has come on a connection until it holds the text; fails where that takes long. */
void preview_hear(const struct preview *preview, int connection, const char *text);

/* The page, once it holds the text; fails where that takes more than five seconds. */
const char *preview_await(const struct preview *preview, const char *address, const char *text);

/* Until standard error holds the text. */
void preview_await_log(const struct preview *preview, const char *text);

#endif
