#include "support/cuts.h"

#include "support/odd.h"

/* One run, in a copy of its own; prints what is wrong with its outcome. */
static const char one_run[] =
	"one() {\n"
	"	n=$1; r=run.$n; cp -r prepared $r; cd $r; f=$FILE; chmod u+w \"$f\"\n"
	"	eval \"$DAMAGE\" > /dev/null 2>&1\n"
	"	code=0; timeout 20 $RAGTRAIL trend > ../$r.out 2> ../$r.err || code=$?\n"
	"	cd ..\n"
	"	case $code in\n"
	"	0) cmp -s $r.out good.out || echo \"$n: another answer\" ;;\n"
	"	2) [ ! -s $r.out ] || echo \"$n: failed, and yet an answer\"\n"
	"	   [ \"$(grep -c '^ragtrail: ' $r.err)\" = 1 ] && [ \"$(wc -l < $r.err)\" = 1 ] ||\n"
	"		echo \"$n: not one sentence: $(cat $r.err)\" ;;\n"
	"	*) echo \"$n: exit $code: $(cat $r.err)\" ;;\n"
	"	esac\n"
	"	rm -rf $r $r.out $r.err\n"
	"}\n";

void cuts_check(struct sandbox *sandbox, const char *prepare, const char *file, const char *damage,
                int first, int step)
{
	struct outcome outcome = odd_script(
		sandbox,
		arena_printf(&sandbox->arena,
	                     "rm -rf prepared && cp -r good prepared && cd prepared && { %s\n} && "
	                     "FILE=%s && s=$(wc -c < \"$FILE\") && cd .. || exit 99\n"
	                     "DAMAGE='%s'\n"
	                     "(cd good && ragtrail trend) > good.out || exit 98\n"
	                     "%s"
	                     "half() { n=$1; while [ $n -lt $s ]; do (one $n); "
	                     "n=$((n + 2 * %d)); done; }\n"
	                     "half %d & half %d & wait",
	                     prepare, file, damage, one_run, step, first, first + step));
	if (outcome.output[0] != '\0' || outcome.status != 0)
		fail_msg("%s, %s: exit %d\n%s%s", file, damage, outcome.status, outcome.output,
		         outcome.errors);
}
