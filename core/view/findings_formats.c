/* The table of formats: declared in findings_view.h. */
#include "view/findings_view.h"

#include <string.h>

const struct findings_format findings_formats[FINDINGS_FORMATS] = {
	{"text", findings_told_as_text},     {"json", findings_told_as_json},
	{"sarif", findings_told_as_sarif},   {"github", findings_told_as_github},
	{"gitlab", findings_told_as_gitlab}, {"azure", findings_told_as_azure},
};

const struct findings_format *findings_format_named(const char *name)
{
	if (name == NULL)
		return &findings_formats[0];
	for (size_t i = 0; i < FINDINGS_FORMATS; i++)
		if (strcmp(findings_formats[i].name, name) == 0)
			return &findings_formats[i];
	return NULL;
}
