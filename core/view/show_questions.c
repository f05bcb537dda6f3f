/* What is questioned of the update that is shown: declared in view/show_view.h. */
#include "view/show_view.h"

#include "view/questions.h"

void show_questions(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct about about = {shown->questions, shown->subject.series->id,
	                            shown->standing->period};
	struct questioned questioned = questions_count(about);
	if (questioned.open + questioned.explained == 0)
		return;
	show_heading(out, questioned.open != 0 ? "Questioned" : "Questioned, and explained",
	             layout);
	questions_as_text(about, true, layout, out);
}
