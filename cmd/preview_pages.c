/* The pages that the preview has beside the site's: declared in preview.h. */
#include "preview.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "markup/html.h"
#include "preview/gallery.h"
#include "preview/server.h"
#include "site/notes.h"
#include "site/pages.h"

static const char *const style_lines[] = {
#include "preview_css.inc"
};

static const char *const script_lines[] = {
#include "preview_js.inc"
};

/* As the server takes it: the tag of no page, and that of one that is not made yet. */
#define TAG_OF_NONE "0"
#define TAG_OF_WAITING "1"

static void begin_page(struct html *html, enum phrase title, const char *tag)
{
	html_put(html, "<!DOCTYPE html>\n<html lang=\"");
	html_put(html, language_tag(html->language));
	html_put(html,
	         "\">\n<head>\n<meta charset=\"utf-8\" />\n"
	         "<meta http-equiv=\"Content-Security-Policy\" content=\"" NOTES_POLICY
	         "\" />\n<meta name=\"referrer\" content=\"no-referrer\" />\n"
	         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
	         "<meta name=\"color-scheme\" content=\"light dark\" />\n");
	html_add(html, "<title>%s</title>\n", html_phrase(html, title));
	html_put(html, "<link rel=\"stylesheet\" href=\"/style.css\" />\n"
	               "<link rel=\"stylesheet\" href=\"" NOTES_STYLE "\" />\n");
	html_add(html, "<script src=\"%s\" defer=\"defer\" data-tag=\"%s\"></script>\n",
	         NOTES_SCRIPT, tag);
	html_add(html, "</head>\n<body>\n<main id=\"main\" tabindex=\"-1\">\n<h1>%s</h1>\n",
	         html_phrase(html, title));
}

static void end_page(struct html *html)
{
	html_put(html, "</main>\n</body>\n</html>\n");
}

static bool is_page(const char *path)
{
	size_t length = strlen(path);
	return length > 5 && strcmp(path + length - 5, ".html") == 0;
}

static void missing_page(struct html *html, const char *const *paths, size_t count)
{
	begin_page(html, PHRASE_PREVIEW_MISSING, TAG_OF_NONE);
	html_add(html, "<p>%s</p>\n<ul>\n", html_phrase(html, PHRASE_PREVIEW_MISSING_MORE));
	for (size_t i = 0; i < count; i++)
		if (is_page(paths[i]))
			html_add(html, "<li><a href=\"/%s\">%s</a></li>\n", paths[i], paths[i]);
	html_put(html, "</ul>\n");
	end_page(html);
}

static void waiting_page(struct html *html, const char *failure)
{
	begin_page(html, failure == NULL ? PHRASE_PREVIEW_WAITING : PHRASE_PREVIEW_CANNOT,
	           TAG_OF_WAITING);
	if (failure != NULL) {
		html_put(html, "<p>");
		html_lines(html, failure);
		html_put(html, "</p>\n");
	}
	html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_PREVIEW_WAITING_MORE));
	end_page(html);
}

static bool write_page(int file, const char *path, const struct buf *text)
{
	const struct picture picture = {path, text->bytes, text->length, 0};
	return gallery_write(file, &picture);
}

static bool write_lines(int file, const char *path, const char *const *lines, size_t count)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < count; i++)
		buf_text(&text, lines[i]);
	bool written = write_page(file, path, &text);
	buf_release(&text);
	return written;
}

/* Paths have no slash before them. */
static bool write_own(int file, const struct html *missing)
{
	return write_lines(file, &NOTES_STYLE[1], style_lines,
	                   sizeof(style_lines) / sizeof(style_lines[0])) &&
	       write_lines(file, &NOTES_SCRIPT[1], script_lines,
	                   sizeof(script_lines) / sizeof(script_lines[0])) &&
	       write_page(file, SERVER_MISSING, &missing->text);
}

int preview_add_own(int file, const char *const *paths, size_t count, enum language language)
{
	struct html html = HTML_INIT;
	html.language = language;
	missing_page(&html, paths, count);
	int result = write_own(file, &html) ? 0 : -1;
	html_release(&html);
	return result;
}

struct gallery *preview_waiting(const char *failure)
{
	struct html html = HTML_INIT;
	struct buf css = BUF_INIT;
	struct gallery *gallery = NULL;
	int file = memfd_create("ragtrail-preview", MFD_CLOEXEC);
	waiting_page(&html, failure);
	style_css(&css);
	if (file >= 0 && write_own(file, &html) && write_page(file, "style.css", &css))
		gallery = gallery_read(file);
	if (file >= 0)
		close(file);
	buf_release(&css);
	html_release(&html);
	return gallery;
}
