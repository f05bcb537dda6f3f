#include "document/placeholder.h"

#include <string.h>

#include "base/text.h"

static const char blanks[] = " \t\n";

const struct placeholder_row placeholder_rows[PLACEHOLDER_COUNT] = {
	[PLACEHOLDER_SENTENCE] = {"sentence",
                                  "How many ratings improved, held and declined, and how many are "
                                  "the best, in one sentence."},
	[PLACEHOLDER_STATUS_TABLE] = {"status-table",
                                      "Each workstream's rating, the one before and the change."},
	[PLACEHOLDER_STREAKS] = {"streaks",
                                 "Which ratings have been held for two periods in a row or more."},
	[PLACEHOLDER_MILESTONES] = {"milestones",
                                    "In an update its milestones; in an overview how many of each "
                                    "workstream are delivered, open and planned next."},
	[PLACEHOLDER_SLIPS] = {"slips", "Forecast completion against agreed completion, in days."},
};

bool placeholder_find(const char *html, const char **name, size_t *length)
{
	static const char begins[] = "<!--", ends[] = "-->", word[] = "ragtrail:";
	html += strspn(html, blanks);
	if (strncmp(html, begins, strlen(begins)) != 0)
		return false;
	html += strlen(begins);
	html += strspn(html, blanks);
	const char *end = strstr(html, ends);
	if (end == NULL || strncmp(html, word, strlen(word)) != 0 ||
	    end[strlen(ends) + strspn(end + strlen(ends), blanks)] != '\0')
		return false;
	html += strlen(word);
	html += strspn(html, blanks);
	while (end > html && strchr(blanks, end[-1]) != NULL)
		end--;
	*name = html;
	*length = end > html ? (size_t)(end - html) : 0;
	return true;
}

enum placeholder_type placeholder_type(const char *name, size_t length)
{
	enum placeholder_type type = 0;
	while (type < PLACEHOLDER_COUNT && (strlen(placeholder_rows[type].name) != length ||
	                                    memcmp(placeholder_rows[type].name, name, length) != 0))
		type++;
	return type;
}

const char *placeholder_meant(const char *name)
{
	const char *names[PLACEHOLDER_COUNT];
	for (size_t i = 0; i < PLACEHOLDER_COUNT; i++)
		names[i] = placeholder_rows[i].name;
	return text_nearest(name, names, PLACEHOLDER_COUNT);
}
