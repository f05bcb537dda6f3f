/*
 * The whole record for other programs: one row a version as CSV, one a question, all of it as JSON.
 *
 * What is exempt from publication is included, with a flag: the reader has the
 * repository anyway. Formulas are made harmless in CSV, as csv.h says.
 */
#ifndef VIEW_EXPORT_VIEW_H
#define VIEW_EXPORT_VIEW_H

#include "base/buf.h"
#include "record/filed.h"
#include "rules/finding.h"
#include "view/exempt.h"

/* A table of the export. */
struct export_table {
	const char *name; /* "ratings": in a file of that name and ".csv" */
	const char *columns;
	/* Of a table of versions. */
	void (*add)(const struct exempt *exempt, const struct plan_record *plan,
	            const struct series *series, const struct standing *standing, size_t version,
	            struct buf *out);
	/* Of a table of findings. */
	void (*add_finding)(const struct exempt *exempt, const struct plan_record *plan,
	                    const struct finding *finding, struct buf *out);
};

enum { EXPORT_TABLES = 4 };

extern const struct export_table export_tables[EXPORT_TABLES];

/*
 * The table as CSV, from the record whose flags these are. QUESTIONS: what candour has to say
 * of each of its plans.
 */
void export_as_csv(const struct export_table *table, const struct exempt *exempt,
                   const struct findings *questions, struct buf *out);

/*
 * The table's rows of one plan, without the line of columns. EXEMPT is NULL for a plan as it is
 * published. ONLY: of that series alone; NULL: of all.
 */
void export_plan_as_csv(const struct export_table *table, const struct exempt *exempt,
                        const struct plan_record *plan, const struct series *only,
                        const struct findings *questions, struct buf *out);

/* The line of columns. */
void export_columns(const struct export_table *table, struct buf *out);

/* What is filed beside the ratings, and the day as of which it is told. */
struct export_filed {
	const struct cabinet *cabinet;
	struct date day;
};

/* One JSON document, which export_schema() describes. DRAIN may be NULL. */
void export_as_json(const struct exempt *exempt, const struct export_filed *filed,
                    const struct findings *questions, buf_drain drain, struct buf *out);

/* The JSON Schema, draft 2020-12. */
void export_schema(struct buf *out);

#endif
