#include "record/milestones.h"

static void read_line(struct milestone_lines *lines, const struct milestone_reading *milestone)
{
	const char *key = milestone->id != NULL ? milestone->id : milestone->title;
	if (key == NULL)
		return;
	struct milestone_line *line = map_get(&lines->by_key, key);
	if (line == NULL) {
		line = &lines->items[lines->count++];
		*line = (struct milestone_line){
			.key = key, .id = milestone->id, .status = MILESTONE_UNKNOWN};
		map_set(&lines->by_key, key, line);
	}
	if (line->title == NULL)
		line->title = milestone->title;
	if (milestone->due.year != 0)
		line->due = milestone->due;
	if (milestone->next)
		line->next = true;
	if (milestone->next || line->reported)
		return;
	line->reported = true;
	line->status = milestone->status;
	line->reason = milestone->reason;
	line->delivered_on = milestone->delivered_on;
}

struct milestone_lines milestone_lines(const struct reading *reading, struct arena *arena)
{
	struct milestone_lines lines = {.by_key = MAP_INIT};
	lines.items = arena_new(arena, reading->whole->milestone_count * sizeof(*lines.items));
	for (size_t i = 0; i < reading->whole->milestone_count; i++)
		read_line(&lines, &reading->whole->milestones[i]);
	return lines;
}

void milestone_lines_release(struct milestone_lines *lines)
{
	map_release(&lines->by_key);
}

const struct milestone_line *milestone_line(const struct milestone_lines *lines, const char *key)
{
	return map_get(&lines->by_key, key);
}

bool milestone_is_over(const struct milestone_line *line)
{
	return line->status == MILESTONE_DELIVERED || line->status == MILESTONE_DROPPED ||
	       line->status == MILESTONE_SPLIT || line->status == MILESTONE_MERGED;
}

const char *milestone_status_id(int status)
{
	static const char *const words[] = {
		[MILESTONE_DELIVERED] = "delivered", [MILESTONE_IN_PROGRESS] = "in-progress",
		[MILESTONE_CARRIED] = "carried",     [MILESTONE_SPLIT] = "split",
		[MILESTONE_MERGED] = "merged",       [MILESTONE_MISSED] = "missed",
		[MILESTONE_DROPPED] = "dropped",     [MILESTONE_NOT_STARTED] = "not-started",
	};
	return status == MILESTONE_UNKNOWN ? NULL : words[status];
}
