/* The server of the preview, and browsers that mean it ill. */
#include "support/browsing.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/hooked.h"

static struct preview *start(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "work");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")});
	history_checkout(history);
	return preview_start(sandbox, "work", NULL);
}

/* A request with these lines, each ended as HTTP ends them, and the port where `PORT` stands. */
static struct answer ask(struct preview *preview, const char *lines)
{
	struct buf request = BUF_INIT;
	for (const char *at = lines; *at != '\0';) {
		size_t length = strcspn(at, "\n");
		const char *port = strstr(at, "PORT");
		if (port != NULL && port < at + length) {
			buf_add(&request, at, (size_t)(port - at));
			buf_printf(&request, "%u", preview->port);
			buf_add(&request, port + 4, length - (size_t)(port + 4 - at));
		} else {
			buf_add(&request, at, length);
		}
		buf_text(&request, "\r\n");
		at += length + (at[length] == '\n');
	}
	buf_text(&request, "Connection: close\r\n\r\n");
	struct answer answer = preview_send(preview, request.bytes, request.length);
	buf_release(&request);
	return answer;
}

static void only_what_is_asked_properly_is_answered(void **state)
{
	static const struct {
		const char *lines;
		int status;
	} rows[] = {
		{"GET / HTTP/1.1\nHost: 127.0.0.1:PORT", 200},
		{"GET / HTTP/1.1\nHost: LocalHost:PORT", 200},
		{"GET /p/ HTTP/1.1\nHost: localhost:PORT", 200},
		{"GET /p/index.html?x=1 HTTP/1.1\nHost: localhost:PORT", 200},
		{"HEAD /p/index.html HTTP/1.1\nHost: localhost:PORT", 200},
		{"GET /style.css HTTP/1.1\nHost: localhost:PORT", 200},
		/* A name of somebody else's that leads here. */
		{"GET / HTTP/1.1\nHost: evil.example:PORT", 421},
		{"GET / HTTP/1.1\nHost: 127.0.0.1.evil.example:PORT", 421},
		{"GET / HTTP/1.1\nHost: 127.0.0.1", 421},
		{"GET / HTTP/1.1\nHost: 127.0.0.1:1", 421},
		{"GET / HTTP/1.1\nHost: ", 421},
		{"GET / HTTP/1.0", 421},
		{"GET /-/events?page=/ HTTP/1.1\nHost: evil.example", 421},
		{"POST / HTTP/1.1\nHost: localhost:PORT\nContent-Length: 0", 405},
		{"DELETE /p/a.html HTTP/1.1\nHost: localhost:PORT", 405},
		{"OPTIONS * HTTP/1.1\nHost: localhost:PORT", 405},
		{"BREW /pot HTTP/1.1\nHost: localhost:PORT", 405},
		/* There are no files behind the pages. */
		{"GET /p HTTP/1.1\nHost: localhost:PORT", 404},
		{"GET /../../etc/passwd HTTP/1.1\nHost: localhost:PORT", 404},
		{"GET /p/../p/a.html HTTP/1.1\nHost: localhost:PORT", 404},
		{"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\nHost: localhost:PORT", 404},
		{"GET //etc/passwd HTTP/1.1\nHost: localhost:PORT", 404},
		{"GET /p/a.html%00.css HTTP/1.1\nHost: localhost:PORT", 200}, /* is that page */
		{"GET /.git/HEAD HTTP/1.1\nHost: localhost:PORT", 404},
		{"GET /plans/p/plan.md HTTP/1.1\nHost: localhost:PORT", 404},
		{"GET /- HTTP/1.1\nHost: localhost:PORT", 404},
	};
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct answer answer = ask(preview, rows[i].lines);
		if (answer.status != rows[i].status)
			fail_msg("%s: %d, not %d", rows[i].lines, answer.status, rows[i].status);
	}
	assert_holds(ask(preview, "PUT / HTTP/1.1\nHost: localhost:PORT").head, "Allow: GET, HEAD");
}

static void what_is_no_request_harms_nobody(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	struct buf long_one = BUF_INIT;
	static const char *const rows[] = {"\r\n\r\n", "GET\r\n\r\n", "\x16\x03\x01\x02",
	                                   "GET / HTTP/9.9\r\n\r\n",
	                                   "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int connection = preview_connect(preview);
		assert_int_equal(write(connection, rows[i], strlen(rows[i])), strlen(rows[i]));
		close(connection);
	}
	buf_text(&long_one, "GET /");
	buf_repeat(&long_one, 'a', 1 << 20);
	buf_text(&long_one, " HTTP/1.1\r\nHost: localhost\r\n\r\n");
	assert_int_not_equal(preview_send(preview, long_one.bytes, long_one.length).status, 200);
	buf_release(&long_one);
	assert_int_equal(preview_get(preview, "/").status, 200);
}

static void answers_are_as_browsers_need_them(void **state)
{
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	static const char *const headers[] = {
		"Cache-Control: no-store",
		"Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; "
		"script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
		"frame-ancestors 'none'",
		"Cross-Origin-Resource-Policy: same-origin",
		"X-Content-Type-Options: nosniff",
		"Content-Type: text/html; charset=utf-8",
	};
	struct answer page = preview_get(preview, "/p/a.html");
	for (size_t i = 0; i < COUNT_OF(headers); i++)
		assert_holds(page.head, headers[i]);
	assert_holds(page.body, "<script src=\"/-/preview.js\" defer=\"defer\" data-tag=\"");
	assert_holds(preview_get(preview, "/-/preview.js").head,
	             "Content-Type: text/javascript; charset=utf-8");
	assert_holds(preview_get(preview, "/-/preview.css").head,
	             "Content-Type: text/css; charset=utf-8");
	struct answer head = ask(preview, "HEAD /p/a.html HTTP/1.1\nHost: localhost:PORT");
	assert_int_equal(head.length, 0);
	struct answer missing = preview_get(preview, "/nowhere");
	assert_int_equal(missing.status, 404);
	assert_holds(missing.body, "<a href=\"/p/a.html\">p/a.html</a>");
	assert_null(strstr(missing.body, "nowhere"));
}

static const char *tag_of(struct sandbox *sandbox, const char *page)
{
	const char *tag = strstr(page, "data-tag=\"");
	assert_non_null(tag);
	tag += strlen("data-tag=\"");
	return arena_text(&sandbox->arena, tag, strcspn(tag, "\""));
}

/* As the page's script does. */
static int listen_for(struct sandbox *sandbox, struct preview *preview, const char *page)
{
	int connection = preview_connect(preview);
	const char *request =
		arena_printf(&sandbox->arena,
	                     "GET /-/events?tag=%s&page=%s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n\r\n",
	                     tag_of(sandbox, preview_get(preview, page).body), page, preview->port);
	assert_int_equal(write(connection, request, strlen(request)), strlen(request));
	preview_hear(preview, connection, ": still here");
	return connection;
}

static void every_open_page_hears_of_its_change(void **state)
{
	enum { PAGES = 40 };
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	int pages[PAGES];
	char early[4096];
	/* From the first change on each page is that of another day. */
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-07", "amber"));
	preview_await(preview, "/p/a.html", "not committed.");
	for (size_t i = 0; i < PAGES; i++)
		pages[i] = listen_for(sandbox, preview, "/p/a.html");
	int other = listen_for(sandbox, preview, "/p/b.html");
	/* Some go away, and some never say anything. */
	for (size_t i = 0; i < PAGES; i += 4)
		close(pages[i]);
	int silent = preview_connect(preview);
	sandbox_write(sandbox, "work/plans/p/a.md", history_update("a", "2023-08", "amber"));
	for (size_t i = 0; i < PAGES; i++) {
		if (i % 4 == 0)
			continue;
		preview_hear(preview, pages[i], "event: changed");
		close(pages[i]);
	}
	/* A page that is as it was is left alone. */
	fcntl(other, F_SETFL, O_NONBLOCK);
	ssize_t heard = read(other, early, sizeof(early) - 1);
	early[heard > 0 ? heard : 0] = '\0';
	assert_null(strstr(early, "changed"));
	preview_await(preview, "/p/a.html", "The report for August 2023");
	close(other);
	close(silent);
	assert_int_equal(preview_stop(preview, SIGINT), 0);
}

/* With pages open, and in the middle of making some. */
static void it_ends_at_once_and_leaves_nothing(void **state)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
	struct sandbox *sandbox = *state;
	struct preview *preview = start(sandbox);
	for (size_t i = 0; i < COUNT_OF(signals); i++) {
		int page = listen_for(sandbox, preview, "/p/a.html");
		sandbox_write(sandbox, "work/plans/p/a.md",
		              history_update("a", i % 2 == 0 ? "2023-08" : "2023-09", "amber"));
		assert_int_equal(preview_stop(preview, signals[i]), 0);
		close(page);
		preview = preview_start(sandbox, "work", NULL);
	}
	assert_int_equal(preview_stop(preview, SIGKILL), 128 + SIGKILL);
	/* Nobody holds the port any more. */
	assert_int_equal(RAGTRAIL(sandbox, "work", "check", "--quiet").status, 0);
	struct outcome outcome = command_script(
		sandbox, NULL,
		arena_printf(&sandbox->arena,
	                     "for f in /proc/[0-9]*/cwd; do readlink $f; done 2>/dev/null | grep "
	                     "-c '^%s/work$' || true",
	                     sandbox->root));
	assert_text(outcome.output, "0\n");
}

/* As many as there may be at a time; when they have gone there is room again. */
static void a_crowd_that_has_gone_leaves_room(void **state)
{
	struct preview *preview = start(*state);
	int crowd[200];
	for (size_t i = 0; i < COUNT_OF(crowd); i++) {
		crowd[i] = preview_connect(preview);
		assert_int_equal(write(crowd[i], "GET / HT", 8), 8);
	}
	/* All that the server takes it has taken; and it hears of their end all at once. */
	usleep(300000);
	kill(preview->process, SIGSTOP);
	for (size_t i = 0; i < COUNT_OF(crowd); i++)
		close(crowd[i]);
	kill(preview->process, SIGCONT);
	assert_int_equal(preview_get(preview, "/").status, 200);
	preview_stop(preview, SIGINT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(only_what_is_asked_properly_is_answered),
		sandbox_test(what_is_no_request_harms_nobody),
		sandbox_test(answers_are_as_browsers_need_them),
		sandbox_test(every_open_page_hears_of_its_change),
		sandbox_test(a_crowd_that_has_gone_leaves_room),
		sandbox_test(it_ends_at_once_and_leaves_nothing),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("preview_server", tests, NULL, NULL) != 0;
}
