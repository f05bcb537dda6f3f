#include "support/pushing.h"

/* What each script begins with. */
static const char prelude[] =
	"A=plans/better/a.md B=plans/better/b.md O=plans/better/overview.md\n"
	"P=plans/better/plan.md\n"
	"set -e\n"
	"as() {\n"
	"	mail=$(echo \"$1\" | tr A-Z a-z)@example.org\n"
	"	GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$mail GIT_COMMITTER_NAME=$1\n"
	"	GIT_COMMITTER_EMAIL=$mail\n"
	"	export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL\n"
	"	shift\n"
	"	\"$@\"\n"
	"}\n"
	"change() {\n"
	"	git add -A\n"
	"	as \"$1\" git commit -q --no-verify -m \"${2:-By $1}\"\n"
	"}\n"
	"on_server() {\n"
	"	(cd ../server.git && \"$@\")\n"
	"}\n"
	"update() {\n"
	"	cat <<END\n"
	"---\n"
	"workstream: $1\n"
	"period: $2\n"
	"rag: $3\n"
	"sponsor: Workstream sponsor\n"
	"managers: [Project manager]\n"
	"agreed_completion: 2025-03-31\n"
	"forecast_completion: 2025-03-31\n"
	"completed_by: Project manager\n"
	"completed_on: 2023-09-04\n"
	"${4:-support: Office}\n"
	"---\n"
	"\n"
	"## Key activities\n"
	"\n"
	"${5:-The steps planned for $2 were taken.}\n"
	"\n"
	"## RAG rationale\n"
	"\n"
	"It is $3 because of what was done.\n"
	"\n"
	"## Sponsor comments\n"
	"\n"
	"I have read this and agree.\n"
	"END\n"
	"}\n"
	"overview() {\n"
	"	cat <<END\n"
	"---\n"
	"kind: overview\n"
	"period: $1\n"
	"rag: $2\n"
	"director: Lead director\n"
	"completed_on: 2023-09-04\n"
	"---\n"
	"\n"
	"The programme is $2.\n"
	"END\n"
	"}\n"
	"plan() {\n"
	"	cat <<END\n"
	"---\n"
	"kind: plan\n"
	"title: Improvement plan\n"
	"organisation: Example Combined Authority\n"
	"starts: 2023-05-01\n"
	"ends: 2025-03-31\n"
	"cadence: monthly\n"
	"workstreams:\n"
	"  - {id: a, title: Alpha, raters: [${RATERS:-ann@example.org}]}\n"
	"  - {id: b, title: Beta}\n"
	"raters: [lead@example.org]\n"
	"owners: [${OWNERS:-office@example.org}]\n"
	"severity: {${SEVERITY:-bad-date: error}}\n"
	"---\n"
	"END\n"
	"}\n";

static const char beginning[] =
	"git init -q --bare -b main server.git\n"
	"git clone -q \"file://$PWD/server.git\" work 2>/dev/null\n"
	"cd work\n"
	"git checkout -q -b main\n"
	"mkdir -p plans/better\n"
	"plan >$P\n"
	"change Office\n"
	"update a 2023-07 green >$A\n"
	"change Ann\n"
	"git tag board/2023-09-20\n"
	"git push -q origin main board/2023-09-20\n"
	"printf '#!/bin/sh\\nexec %s hook run pre-receive\\n' \"$RAGTRAIL\" "
	">../server.git/hooks/pre-receive\n"
	"chmod +x ../server.git/hooks/pre-receive\n";

static struct outcome run(struct sandbox *sandbox, const char *folder, const char *script)
{
	return command_script(sandbox, folder,
	                      arena_printf(&sandbox->arena, "%s%s", prelude, script));
}

void pushing_begin(struct sandbox *sandbox, const char *folder)
{
	sandbox_make_folders(sandbox_path(sandbox, folder));
	struct outcome outcome = run(sandbox, folder, beginning);
	if (outcome.status != 0)
		fail_msg("the server cannot be made: %s", outcome.errors);
}

void pushing_copy(struct sandbox *sandbox, const char *from, const char *folder)
{
	struct outcome outcome = command_script(
		sandbox, ".",
		arena_printf(&sandbox->arena,
	                     "cp -a '%s' '%s' && cd '%s/work' && "
	                     "git remote set-url origin \"file://${PWD%%/work}/server.git\"",
	                     from, folder, folder));
	if (outcome.status != 0)
		fail_msg("the server cannot be copied: %s", outcome.errors);
}

struct outcome pushing_run(struct sandbox *sandbox, const char *folder, const char *script)
{
	return run(sandbox, arena_printf(&sandbox->arena, "%s/work", folder), script);
}

const char *pushing_server(struct sandbox *sandbox, const char *folder)
{
	return command_script(sandbox, arena_printf(&sandbox->arena, "%s/server.git", folder),
	                      "git for-each-ref && find . -type f | sort")
	        .output;
}
