#include "preview/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <limits.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"

enum {
	MOST_PORTS = 20,        /* that are tried */
	MOST_CONNECTIONS = 200, /* at a time */
	IDLE = 60,              /* seconds after which a connection is closed */
	BEAT = 15000,           /* milliseconds between two signs of life to an open page */
	BLOCK = 4096,
};

struct server {
	struct MHD_Daemon *daemon;
	struct gallery *gallery;
	bool whole;    /* the gallery is a site */
	char *failure; /* why it is not a newer one; or NULL */
	unsigned port;
	unsigned news;          /* how often there was any */
	struct stream *streams; /* all that are open */
	long long beat;         /* the last one, as now_milliseconds() has it */
	bool closing;
};

/* The events of one open page. */
struct stream {
	struct server *server;
	struct stream *next, **link;
	struct MHD_Connection *connection;
	char *page;
	uint64_t tag;
	unsigned news;     /* of which it was told */
	bool failed, idle; /* what it was told last; it waits for news */
	struct buf words;  /* to be sent */
	size_t sent;
};

/* --- the events --- */

/* The tag of a page that there is not; and of what is shown before there is a site. */
enum { TAG_MISSING = 0, TAG_WAITING = 1 };

static uint64_t tag_now(const struct stream *stream)
{
	struct picture picture;
	if (gallery_find(stream->server->gallery, stream->page, &picture))
		return picture.tag;
	return stream->server->whole ? TAG_MISSING : TAG_WAITING;
}

/* An event's text may have several lines. */
static void add_event(struct buf *words, const char *name, const char *text)
{
	buf_printf(words, "event: %s\n", name);
	for (bool more = true; more;) {
		size_t length = strcspn(text, "\r\n");
		buf_text(words, "data: ");
		buf_add(words, text, length);
		buf_byte(words, '\n');
		more = text[length] != '\0';
		text += length + (more ? 1 : 0);
	}
	buf_byte(words, '\n');
}

static void gather_news(struct stream *stream)
{
	const struct server *server = stream->server;
	uint64_t tag = tag_now(stream);
	if (stream->news == server->news)
		return;
	stream->news = server->news;
	buf_clear(&stream->words);
	stream->sent = 0;
	buf_text(&stream->words, ": still here\n\n");
	if (server->failure != NULL)
		add_event(&stream->words, "failed", server->failure);
	else if (stream->failed)
		add_event(&stream->words, "well", "");
	stream->failed = server->failure != NULL;
	if (tag != stream->tag)
		add_event(&stream->words, "changed", "");
	stream->tag = tag;
}

static ssize_t read_stream(void *context, uint64_t position, char *into, size_t most)
{
	struct stream *stream = context;
	(void)position;
	if (stream->server->closing)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (stream->sent == stream->words.length)
		gather_news(stream);
	size_t length = stream->words.length - stream->sent;
	if (length == 0) {
		stream->idle = true;
		MHD_suspend_connection(stream->connection);
		return 0;
	}
	length = length < most ? length : most;
	memcpy(into, stream->words.bytes + stream->sent, length);
	stream->sent += length;
	return (ssize_t)length;
}

static void free_stream(void *context)
{
	struct stream *stream = context;
	*stream->link = stream->next;
	if (stream->next != NULL)
		stream->next->link = stream->link;
	buf_release(&stream->words);
	free(stream->page);
	free(stream);
}

static void wake_streams(struct server *server)
{
	server->news++;
	for (struct stream *stream = server->streams; stream != NULL; stream = stream->next) {
		if (!stream->idle)
			continue;
		stream->idle = false;
		MHD_resume_connection(stream->connection);
	}
}

static const char *query(struct MHD_Connection *connection, const char *name)
{
	const char *value = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, name);
	return value != NULL ? value : "";
}

static struct MHD_Response *answer_events(struct server *server, struct MHD_Connection *connection)
{
	const char *page = query(connection, "page");
	struct stream *stream = mem_new(1, sizeof(*stream));
	*stream = (struct stream){
		.server = server,
		.next = server->streams,
		.link = &server->streams,
		.connection = connection,
		.page = mem_text(page, strlen(page)),
		.tag = strtoull(query(connection, "tag"), NULL, 16),
		.news = server->news - 1,
		.words = BUF_INIT,
	};
	buf_text(&stream->words, "retry: 1000\n\n");
	if (stream->next != NULL)
		stream->next->link = &stream->next;
	server->streams = stream;
	return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, read_stream, stream,
	                                         free_stream);
}

/* --- the pages --- */

static const char *content_type(const char *path)
{
	static const struct {
		const char *end, *type;
	} types[] = {
		{".html", "text/html; charset=utf-8"},
		{".css", "text/css; charset=utf-8"},
		{".js", "text/javascript; charset=utf-8"},
		{".json", "application/json"},
		{".csv", "text/csv; charset=utf-8"},
		{".atom", "application/atom+xml; charset=utf-8"},
		{".xml", "application/xml; charset=utf-8"},
		{".svg", "image/svg+xml"},
		{".txt", "text/plain; charset=utf-8"},
	};
	const char *end = strrchr(path, '.');
	for (size_t i = 0; end != NULL && i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i].end, end) == 0)
			return types[i].type;
	return "application/octet-stream";
}

/* Pages change under the reader, and are nobody else's to read. */
static void add_headers(struct MHD_Response *response, const char *type)
{
	static const char *const headers[][2] = {
		{"Cache-Control", "no-store"},
		{"Content-Security-Policy",
	         "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
	         "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Referrer-Policy", "no-referrer"},
		{"X-Content-Type-Options", "nosniff"},
	};
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
		MHD_add_response_header(response, headers[i][0], headers[i][1]);
	MHD_add_response_header(response, "Content-Type", type);
}

static struct MHD_Response *copy_of(const char *bytes, size_t length)
{
	return MHD_create_response_from_buffer(length, (void *)(uintptr_t)bytes,
	                                       MHD_RESPMEM_MUST_COPY);
}

static enum MHD_Result send_response(struct MHD_Connection *connection, unsigned code,
                                     struct MHD_Response *response, const char *type)
{
	if (response == NULL)
		return MHD_NO;
	add_headers(response, type);
	enum MHD_Result result = MHD_queue_response(connection, code, response);
	MHD_destroy_response(response);
	return result;
}

static enum MHD_Result refuse(struct MHD_Connection *connection, unsigned code, const char *words)
{
	struct MHD_Response *response = copy_of(words, strlen(words));
	if (response != NULL && code == MHD_HTTP_METHOD_NOT_ALLOWED)
		MHD_add_response_header(response, "Allow", "GET, HEAD");
	return send_response(connection, code, response, "text/plain; charset=utf-8");
}

static enum MHD_Result send_page(struct server *server, struct MHD_Connection *connection,
                                 const char *address)
{
	struct picture picture;
	unsigned code = MHD_HTTP_OK;
	if (!gallery_find(server->gallery, address, &picture)) {
		code = server->whole ? MHD_HTTP_NOT_FOUND : MHD_HTTP_SERVICE_UNAVAILABLE;
		if (!gallery_find(server->gallery, "/" SERVER_MISSING, &picture))
			return refuse(connection, code, "There is no such page.\n");
	}
	return send_response(connection, code, copy_of(picture.bytes, picture.length),
	                     content_type(picture.path));
}

/* A name that leads here by somebody else's doing is not ours. */
static bool is_ours(const struct server *server, struct MHD_Connection *connection)
{
	static const char *const names[] = {"127.0.0.1", "localhost"};
	const char *host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host");
	char wanted[64];
	for (size_t i = 0; host != NULL && i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(wanted, sizeof(wanted), "%s:%u", names[i], server->port);
		if (text_equal_folded(host, wanted))
			return true;
	}
	return false;
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *address,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **request)
{
	static const char begun[] = "";
	struct server *server = context;
	(void)version;
	(void)upload;
	if (*request == NULL) {
		/* The head alone has come; an answer now would end the connection. */
		*request = (void *)(uintptr_t)begun;
		return MHD_YES;
	}
	*upload_size = 0;
	if (!is_ours(server, connection))
		return refuse(connection, MHD_HTTP_MISDIRECTED_REQUEST,
		              "This is the preview of ragtrail, and known by no such name.\n");
	if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
		return refuse(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
		              "Pages can be read here, and nothing else.\n");
	if (strcmp(address, "/-/events") == 0 && strcmp(method, "GET") == 0)
		return send_response(connection, MHD_HTTP_OK, answer_events(server, connection),
		                     "text/event-stream");
	return send_page(server, connection, address);
}

/* --- the server --- */

/* A socket that listens on this port of this machine; -1 with errno. */
static int listen_on(unsigned port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int yes = 1;
	int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (file < 0)
		return -1;
	setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (bind(file, (const struct sockaddr *)&address, sizeof(address)) == 0 &&
	    listen(file, SOMAXCONN) == 0)
		return file;
	int reason = errno;
	close(file);
	errno = reason;
	return -1;
}

static int fail_to_listen(unsigned port, struct error *error)
{
	if (errno == EADDRINUSE) {
		error_set(error, "the port %u is taken by another program", port);
		return error_hint(error, "leave `--port` out, or name another one; 0 is any");
	}
	if (errno == EACCES) {
		error_set(error, "only root may listen on the port %u", port);
		return error_hint(error, "leave `--port` out, or name one above 1023");
	}
	return error_set(error, "cannot listen on the port %u: %s", port, strerror(errno));
}

static unsigned port_of(int file)
{
	struct sockaddr_in address = {0};
	socklen_t length = sizeof(address);
	return getsockname(file, (struct sockaddr *)&address, &length) == 0
	               ? ntohs(address.sin_port)
	               : 0;
}

int server_open(struct server **server, unsigned port, bool elsewhere, struct gallery *gallery,
                struct error *error)
{
	int file = listen_on(port);
	for (unsigned i = 1; file < 0 && errno == EADDRINUSE && elsewhere && i < MOST_PORTS; i++)
		file = listen_on(port + i);
	if (file < 0) {
		gallery_free(gallery);
		return fail_to_listen(port, error);
	}
	struct server *opened = mem_new(1, sizeof(*opened));
	opened->gallery = gallery;
	opened->port = port_of(file);
	opened->daemon =
		MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, (uint16_t)opened->port,
	                         NULL, NULL, answer, opened, MHD_OPTION_LISTEN_SOCKET, file,
	                         MHD_OPTION_CONNECTION_LIMIT, (unsigned)MOST_CONNECTIONS,
	                         MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE, MHD_OPTION_END);
	if (opened->daemon == NULL) {
		close(file);
		server_close(opened);
		return error_set(error, "the server cannot be started");
	}
	*server = opened;
	return 0;
}

/* Every stream must have come to its end before the library can be stopped. */
static void end_streams(struct server *server)
{
	enum { ROUNDS = 1000 };
	server->closing = true;
	wake_streams(server);
	for (int i = 0; i < ROUNDS && server->streams != NULL; i++) {
		MHD_run(server->daemon);
		wake_streams(server);
	}
}

void server_close(struct server *server)
{
	if (server == NULL)
		return;
	if (server->daemon != NULL) {
		end_streams(server);
		MHD_stop_daemon(server->daemon);
	}
	gallery_free(server->gallery);
	free(server->failure);
	free(server);
}

unsigned server_port(const struct server *server)
{
	return server->port;
}

int server_file(const struct server *server)
{
	const union MHD_DaemonInfo *info =
		MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD);
	return info == NULL ? -1 : info->epoll_fd;
}

static long long now_milliseconds(void)
{
	struct timespec now = {0};
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int server_patience(struct server *server)
{
	MHD_UNSIGNED_LONG_LONG wait = BEAT;
	if (MHD_get_timeout(server->daemon, &wait) != MHD_YES)
		return server->streams != NULL ? BEAT : -1;
	return wait < BEAT ? (int)wait : BEAT;
}

static unsigned count_connections(const struct server *server)
{
	const union MHD_DaemonInfo *info =
		MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
	return info == NULL ? 0 : info->num_connections;
}

/*
 * Writing to a page that is closed is how one learns of it. Once there are as many connections
 * as may be, libmicrohttpd listens for others only when it runs after some have gone.
 */
void server_run(struct server *server)
{
	long long now = now_milliseconds();
	if (now - server->beat >= BEAT) {
		server->beat = now;
		wake_streams(server);
	}
	for (unsigned before = UINT_MAX; count_connections(server) < before;) {
		before = count_connections(server);
		MHD_run(server->daemon);
	}
}

void server_show(struct server *server, struct gallery *gallery, bool whole)
{
	gallery_free(server->gallery);
	server->gallery = gallery;
	server->whole = whole;
	wake_streams(server);
}

void server_tell(struct server *server, const char *failure)
{
	free(server->failure);
	server->failure = failure != NULL ? mem_text(failure, strlen(failure)) : NULL;
	wake_streams(server);
}
