#include "support/scenario.h"

#include "support/command.h"

static const char words[] =
	"set -eu\n"
	"as() {\n"
	"	export GIT_AUTHOR_DATE=\"$1T12:00:00Z\" GIT_COMMITTER_DATE=\"$1T12:00:00Z\"\n"
	"	export GIT_AUTHOR_NAME=\"$2\" GIT_AUTHOR_EMAIL=\"$2@example.org\"\n"
	"	export GIT_COMMITTER_NAME=\"$2\" GIT_COMMITTER_EMAIL=\"$2@example.org\"\n"
	"}\n"
	"write() {\n"
	"	mkdir -p \"plans/better/$(dirname \"$1\")\"\n"
	"	about=\"workstream: $2\"\n"
	"	[ \"$2\" != overview ] || about='kind: overview'\n"
	"	printf -- '---\\n%s\\nperiod: %s\\nrag: %s\\n%s---\\n\\nIn %s it was %s.\\n' \\\n"
	"		\"$about\" \"$3\" \"$4\" \"${5:+$5\n}\" \"$3\" \"$4\" >\"plans/better/$1\"\n"
	"}\n"
	"commit() {\n"
	"	as \"$1\" \"$2\"\n"
	"	git add -A\n"
	"	git commit -q --allow-empty -m \"${3:-Work}\"\n"
	"}\n"
	"merge() { git merge -q --no-ff --no-edit \"$@\"; }\n"
	"merging() { git merge -q --no-ff --no-commit \"$1\" >/dev/null 2>&1 || :; }\n"
	"receive() {\n"
	"	id=$(git rev-parse \"$4\")\n"
	"	blob=$(printf 'received: %sT10:00:00Z\\npush: %s\\naccount: %s\\n%s\\n' \"$2\" \\\n"
	"		\"$1\" \"$3\" \"ref: refs/heads/${5:-main}\" | git hash-object -w --stdin)\n"
	"	export GIT_INDEX_FILE=.git/receipts\n"
	"	git update-index --add --cacheinfo \\\n"
	"		\"100644,$blob,$(echo \"$id\" | sed 's,^..,&/,')\"\n"
	"	kept=$(git commit-tree -m \"Receipt $1\" \"$(git write-tree)\")\n"
	"	unset GIT_INDEX_FILE\n"
	"	git update-ref refs/ragtrail/receipts \"$kept\"\n"
	"}\n"
	"git init -q -b main .\n"
	"mkdir -p plans/better\n"
	"cat >plans/better/plan.md <<'END'\n"
	"---\n"
	"kind: plan\n"
	"title: Better\n"
	"organisation: Example Combined Authority\n"
	"starts: 2023-05-01\n"
	"ends: 2025-03-31\n"
	"cadence: monthly\n"
	"workstreams:\n"
	"  - {id: a, title: A}\n"
	"  - {id: b, title: B}\n"
	"---\n"
	"END\n"
	"commit 2023-07-01 Office\n";

struct history *scenario_make(struct sandbox *sandbox, const char *folder, const char *script)
{
	assert_int_equal(sandbox_make_folders(sandbox_path(sandbox, folder)), 0);
	struct outcome outcome = command_script(
		sandbox, folder, arena_printf(&sandbox->arena, "%s%s", words, script));
	if (outcome.status != 0)
		fail_msg("exit %d\n%s\n%s", outcome.status, script, outcome.errors);
	return history_open(sandbox, folder);
}
