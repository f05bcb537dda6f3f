#include "support/validating.h"

#include <string.h>

#include "support/command.h"

bool schema_accepts(struct sandbox *sandbox, const char *schema, const char *document)
{
	sandbox_write(sandbox, "document.json", document);
	struct outcome outcome =
		command_script(sandbox, NULL,
	                       arena_printf(&sandbox->arena,
	                                    "/usr/bin/python3 -m jsonschema -i document.json '%s'",
	                                    sandbox_source(sandbox, schema)));
	/* 1 is "not valid", and also a crash of Python, which prints how it came about. */
	if (outcome.status > 1 || strstr(outcome.errors, "Traceback") != NULL)
		fail_msg("%s", outcome.errors);
	return outcome.status == 0;
}
