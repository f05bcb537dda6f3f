#include "repo/paths.h"

#include <string.h>

#include "base/text.h"
#include "repo/repo.h"

bool path_is_document(const char *path)
{
	size_t length = strlen(path), top = strlen(REPO_PLANS);
	if (strncmp(path, REPO_PLANS, top) != 0 || path[top] != '/' || length < 4)
		return false;
	return strchr(path + top + 1, '/') != NULL && strcmp(path + length - 3, ".md") == 0;
}

bool path_is_folder(const char *path)
{
	size_t top = strlen(REPO_PLANS);
	return strncmp(path, REPO_PLANS, top) == 0 && path[top] == '/' &&
	       strchr(strrchr(path, '/'), '.') == NULL;
}

static bool is_unsafe_part(const char *part, size_t length)
{
	if (length == 0 || (length == 1 && part[0] == '.') ||
	    (length == 2 && part[0] == '.' && part[1] == '.'))
		return true;
	return length == 4 && part[0] == '.' && text_lower(part[1]) == 'g' &&
	       text_lower(part[2]) == 'i' && text_lower(part[3]) == 't';
}

bool path_is_safe(const char *path)
{
	size_t length = strlen(path);
	for (size_t at = 0; at < length;) {
		unsigned rune = 0;
		size_t step = text_rune(path + at, length - at, &rune);
		if (step == 0 || rune < 0x20 || (rune >= 0x7f && rune < 0xa0) || rune == '\\' ||
		    rune == 0x2028 || rune == 0x2029 || text_is_hidden_rune(rune))
			return false;
		at += step;
	}
	for (const char *part = path;; part++) {
		size_t part_length = strcspn(part, "/");
		if (is_unsafe_part(part, part_length))
			return false;
		part += part_length;
		if (*part == '\0')
			return true;
	}
}
