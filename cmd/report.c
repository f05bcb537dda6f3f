/* How findings are told: declared in report.h. */
#include "report.h"

#include <stdio.h>

#include "base/buf.h"
#include "view/findings_view.h"

enum status report_findings(const struct findings *findings, size_t documents, bool strict,
                            bool quiet)
{
	struct buf out = BUF_INIT, summary = BUF_INIT;
	findings_as_text(findings, &out);
	findings_summary(findings, documents, &summary);
	enum status status = command_print(&out);
	if (status == STATUS_CLEAN && !quiet)
		fputs(summary.bytes, stderr);
	size_t counted = findings->totals[SEVERITY_ERROR];
	if (strict)
		counted += findings->totals[SEVERITY_WARNING];
	if (status == STATUS_CLEAN && counted != 0)
		status = STATUS_FINDINGS;
	buf_release(&out);
	buf_release(&summary);
	return status;
}
