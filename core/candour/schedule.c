/* The rating against the dates: declared in candour/ask.h. */
#include "candour/ask.h"

void ask_green_past_agreed(const struct question *question)
{
	char agreed[DATE_TEXT_SIZE], forecast[DATE_TEXT_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct value *by = &update->agreed_completion, *now = &update->forecast_completion;
	if (!chapter_is_well(chapter) || !by->valid || !now->valid ||
	    date_days(now->as.date) <= date_days(by->as.date))
		return;
	struct doubt *doubt = doubt_raise(
		question, update->rag.place,
		"rated %s, though completion is forecast for %s, %d days later than agreed",
		chapter_rating(chapter), date_words(now->as.date, forecast),
		date_days(now->as.date) - date_days(by->as.date));
	doubt_point(question, doubt, chapter, now->place, "forecast completion %s", forecast);
	doubt_point(question, doubt, chapter, by->place, "agreed completion %s",
	            date_words(by->as.date, agreed));
}
