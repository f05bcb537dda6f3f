#include "record/store.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/mem.h"

/* The program that wrote it: another may read the same documents differently. */
#ifndef RAGTRAIL_SOURCES
#define RAGTRAIL_SOURCES "unknown"
#endif
#define READS_AS RAGTRAIL_VERSION " " RAGTRAIL_SOURCES

const char *store_program(void)
{
	return READS_AS;
}

/* Numbers of texts are their offsets; 0 stands for none. */
struct head {
	char magic[8];
	char program[40];
	uint64_t checksum; /* of all that is behind this head */
	uint32_t whole;
	uint32_t from, to; /* the commits */
	uint32_t links, changes, paths, blobs, landings, texts;
	uint32_t commit_rows,
		blob_rows; /* of the maps from ids to numbers, which take long to make */
	struct object_id receipts;
};

static const char magic[8] = {'r', 'a', 'g', 't', 'r', 'a', 'i', '3'};

struct stored_commit {
	struct object_id id, root;
	uint32_t number, links, author, author_mail, committer, committer_mail, subject, account;
	uint32_t flags, nothing;
	int64_t authored, committed, received;
};

enum { COMMIT_BACKWARDS = 1, COMMIT_MERGE = 2, COMMIT_LATE = 4 };

/* What a commit says of itself; of a part, whose commits both sides know. */
struct stored_facts {
	uint32_t author, author_mail, committer, committer_mail, subject, nothing;
	int64_t authored, committed;
};

struct stored_link {
	uint32_t parent, changes;
};

struct stored_change {
	uint32_t path, before, after;
	uint8_t type, gone, nothing[2];
};

struct stored_reading {
	uint32_t workstream, rag, sponsor, correction, raised_by, why;
	int32_t first, last, agreed, forecast;
	uint32_t flags;
};

enum { READING_KNOWN = 1, READING_SAYS = 2, READING_DRAFT = 4, READING_IMPORTED = 8 };

/* The sections of the bytes, where they begin; what holds a time comes first, for its place. */
struct sections {
	const struct head *head;
	const struct stored_facts *facts;
	const struct object_id *plans;
	const struct stored_commit *commits;
	const uint32_t *landings;
	const struct stored_link *links;
	const struct stored_change *changes;
	const uint32_t *paths;
	const struct object_id *blobs;
	const struct stored_reading *readings;
	const uint32_t *commit_rows, *blob_rows;
	const char *texts;
};

struct writer {
	struct buf *out;
	struct buf texts;
	struct map offsets;
	struct arena arena;
};

static uint32_t add_text(struct writer *writer, const char *text)
{
	if (text == NULL)
		return 0;
	uint32_t offset = (uint32_t)writer->texts.length;
	buf_add(&writer->texts, text, strlen(text) + 1);
	return offset;
}

/* The same for a text that is likely to come again. */
static uint32_t share_text(struct writer *writer, const char *text)
{
	if (text == NULL)
		return 0;
	const void *known = map_get(&writer->offsets, text);
	if (known != NULL)
		return (uint32_t)(uintptr_t)known;
	uint32_t offset = add_text(writer, text);
	map_set(&writer->offsets, text, (void *)(uintptr_t)offset);
	return offset;
}

static int32_t pack_date(struct date date)
{
	return date.year * 10000 + date.month * 100 + date.day;
}

static struct date unpack_date(int32_t date)
{
	return (struct date){date / 10000, date / 100 % 100, date % 100};
}

static void put_commit(struct writer *writer, const struct landing *landing,
                       const struct lineage_row *row)
{
	struct stored_commit stored = {
		.id = landing->id,
		.root = row->root,
		.number = (uint32_t)landing->number,
		.links = row->link_count,
		.author = share_text(writer, landing->author.name),
		.author_mail = share_text(writer, landing->author.email),
		.committer = share_text(writer, landing->committer.name),
		.committer_mail = share_text(writer, landing->committer.email),
		.subject = add_text(writer, landing->subject),
		.account = share_text(writer, landing->account),
		.flags = (landing->backwards ? COMMIT_BACKWARDS : 0U) |
	                 (landing->merge ? COMMIT_MERGE : 0U) | (landing->late ? COMMIT_LATE : 0U),
		.authored = landing->author.time,
		.committed = landing->committer.time,
		.received = landing->received,
	};
	buf_add(writer->out, (const char *)&stored, sizeof(stored));
}

static void put_facts(struct writer *writer, const struct landing *landing)
{
	struct stored_facts stored = {
		.author = share_text(writer, landing->author.name),
		.author_mail = share_text(writer, landing->author.email),
		.committer = share_text(writer, landing->committer.name),
		.committer_mail = share_text(writer, landing->committer.email),
		.subject = add_text(writer, landing->subject),
		.authored = landing->author.time,
		.committed = landing->committer.time,
	};
	buf_add(writer->out, (const char *)&stored, sizeof(stored));
}

static void put_reading(struct writer *writer, const struct told *told)
{
	struct stored_reading stored = {
		.why = share_text(writer, told->why),
		.flags = told->known ? READING_KNOWN : 0,
	};
	const struct reading *reading = told->reading;
	if (reading != NULL) {
		stored.workstream = share_text(writer, reading->workstream);
		stored.rag = share_text(writer, reading->rag);
		stored.sponsor = share_text(writer, reading->sponsor);
		stored.correction = share_text(writer, reading->correction);
		stored.raised_by = share_text(writer, reading->raised_by);
		stored.first = reading->period.first;
		stored.last = reading->period.last;
		stored.agreed = pack_date(reading->agreed);
		stored.forecast = pack_date(reading->forecast);
		stored.flags |= READING_SAYS | (reading->draft ? READING_DRAFT : 0U) |
		                (reading->imported ? READING_IMPORTED : 0U);
	}
	buf_add(writer->out, (const char *)&stored, sizeof(stored));
}

static void put_history(struct writer *writer, const struct lineage *lineage,
                        const struct head *head)
{
	for (size_t i = head->from; !head->whole && i < head->to; i++)
		put_facts(writer, &lineage->commits[i]);
	for (size_t i = head->from; !head->whole && i < head->to; i++)
		buf_add(writer->out, (const char *)&lineage->rows[i].plans,
		        sizeof(struct object_id));
	for (size_t i = 0; head->whole && i < head->to; i++)
		put_commit(writer, &lineage->commits[i], &lineage->rows[i]);
	for (size_t i = 0; i < head->landings; i++)
		buf_add(writer->out, (const char *)&lineage->landings[i], sizeof(uint32_t));
	size_t links = lineage->rows[head->from].links;
	for (size_t i = links; i < links + head->links; i++) {
		struct stored_link link = {lineage->links[i].parent,
		                           lineage->links[i].change_count};
		buf_add(writer->out, (const char *)&link, sizeof(link));
	}
	size_t changes = lineage->change_count - head->changes;
	for (size_t i = changes; i < lineage->change_count; i++) {
		const struct lineage_change *change = &lineage->changes[i];
		struct stored_change stored = {change->path,  change->before,
		                               change->after, (uint8_t)change->type_after,
		                               change->gone,  {0, 0}};
		buf_add(writer->out, (const char *)&stored, sizeof(stored));
	}
}

static void put(const struct lineage *lineage, const struct readings *readings,
                const struct store_base *base, size_t to, bool whole, size_t changes,
                struct buf *out)
{
	struct writer writer = {.out = out, .texts = BUF_INIT};
	const struct lineage_row *last = &lineage->rows[to - 1];
	struct head head = {
		.program = READS_AS,
		.whole = whole,
		.from = (uint32_t)base->from,
		.to = (uint32_t)to,
		.links = last->links + last->link_count - lineage->rows[base->from].links,
		.changes = (uint32_t)(lineage->change_count - changes),
		.paths = (uint32_t)(lineage->path_count - base->paths),
		.blobs = (uint32_t)(lineage->blob_count - base->blobs),
		.landings = whole ? (uint32_t)lineage->landing_count : 0,
		.commit_rows = whole ? (uint32_t)lineage->commit_ids.room : 0,
		.blob_rows = whole ? (uint32_t)lineage->blob_ids.room : 0,
		.receipts = lineage->receipts,
	};
	memcpy(head.magic, magic, sizeof(magic));
	buf_byte(&writer.texts, '\0');
	size_t start = out->length;
	buf_add(out, (const char *)&head, sizeof(head));
	put_history(&writer, lineage, &head);
	for (size_t i = base->paths; i < lineage->path_count; i++) {
		uint32_t path = add_text(&writer, lineage->paths[i]);
		buf_add(out, (const char *)&path, sizeof(path));
	}
	buf_add(out, (const char *)(lineage->blobs + base->blobs),
	        head.blobs * sizeof(struct object_id));
	for (size_t i = base->blobs; i < lineage->blob_count; i++) {
		static const struct told nothing = {NULL, NULL, false};
		put_reading(&writer, i < readings->count ? &readings->items[i] : &nothing);
	}
	buf_add(out, (const char *)lineage->commit_ids.rows, head.commit_rows * sizeof(uint32_t));
	buf_add(out, (const char *)lineage->blob_ids.rows, head.blob_rows * sizeof(uint32_t));
	buf_add(out, writer.texts.bytes, writer.texts.length);
	head.texts = (uint32_t)writer.texts.length;
	head.checksum =
		XXH3_64bits(out->bytes + start + sizeof(head), out->length - start - sizeof(head));
	memcpy(out->bytes + start, &head, sizeof(head));
	buf_release(&writer.texts);
	map_release(&writer.offsets);
}

void store_part(const struct lineage *lineage, const struct readings *readings,
                const struct store_base *base, size_t to, struct buf *out)
{
	size_t changes = lineage->links[lineage->rows[base->from].links].changes;
	put(lineage, readings, base, to, false, changes, out);
}

void store_whole(const struct lineage *lineage, const struct readings *readings, struct buf *out)
{
	struct store_base base = {0, 0, 0};
	put(lineage, readings, &base, lineage->count, true, 0, out);
}

/* The next section of COUNT items; NULL where the bytes end before. */
static const void *take(const char **at, const char *end, size_t count, size_t size)
{
	const char *section = *at;
	if ((size_t)(end - section) / size < count)
		return NULL;
	*at += count * size;
	return section;
}

static bool open_sections(const char *bytes, size_t length, struct sections *sections)
{
	const char *at = bytes, *end = bytes + length;
	const struct head *head = take(&at, end, 1, sizeof(*head));
	static const struct head ours = {.program = READS_AS};
	if (head == NULL || memcmp(head->magic, magic, sizeof(magic)) != 0 ||
	    memcmp(head->program, ours.program, sizeof(ours.program)) != 0 ||
	    head->to < head->from ||
	    XXH3_64bits(bytes + sizeof(*head), length - sizeof(*head)) != head->checksum)
		return false;
	size_t count = head->to - head->from;
	sections->head = head;
	sections->facts = take(&at, end, head->whole ? 0 : count, sizeof(*sections->facts));
	sections->plans = take(&at, end, head->whole ? 0 : count, sizeof(*sections->plans));
	sections->commits = take(&at, end, head->whole ? count : 0, sizeof(*sections->commits));
	sections->landings = take(&at, end, head->landings, sizeof(*sections->landings));
	sections->links = take(&at, end, head->links, sizeof(*sections->links));
	sections->changes = take(&at, end, head->changes, sizeof(*sections->changes));
	sections->paths = take(&at, end, head->paths, sizeof(*sections->paths));
	sections->blobs = take(&at, end, head->blobs, sizeof(*sections->blobs));
	sections->readings = take(&at, end, head->blobs, sizeof(*sections->readings));
	sections->commit_rows = take(&at, end, head->commit_rows, sizeof(*sections->commit_rows));
	sections->blob_rows = take(&at, end, head->blob_rows, sizeof(*sections->blob_rows));
	sections->texts = take(&at, end, head->texts, 1);
	return sections->plans != NULL && sections->facts != NULL && sections->commits != NULL &&
	       sections->landings != NULL && sections->links != NULL && sections->changes != NULL &&
	       sections->paths != NULL && sections->blobs != NULL && sections->readings != NULL &&
	       sections->commit_rows != NULL && sections->blob_rows != NULL &&
	       sections->texts != NULL && at == end;
}

static const char *text_at(const struct sections *sections, uint32_t offset)
{
	return offset == 0 ? NULL : sections->texts + offset;
}

static const char *text_or_empty(const struct sections *sections, uint32_t offset)
{
	return sections->texts + offset;
}

static void take_reading(struct readings *readings, const struct sections *sections,
                         const struct stored_reading *stored, struct reading *reading,
                         struct told *told)
{
	told->known = (stored->flags & READING_KNOWN) != 0;
	told->why = text_at(sections, stored->why);
	told->reading = NULL;
	if ((stored->flags & READING_SAYS) == 0)
		return;
	*reading = (struct reading){
		.workstream = readings_share(readings, text_at(sections, stored->workstream)),
		.period = {stored->first, stored->last},
		.rag = text_or_empty(sections, stored->rag),
		.draft = (stored->flags & READING_DRAFT) != 0,
		.imported = (stored->flags & READING_IMPORTED) != 0,
		.sponsor = text_at(sections, stored->sponsor),
		.agreed = unpack_date(stored->agreed),
		.forecast = unpack_date(stored->forecast),
		.correction = text_at(sections, stored->correction),
		.raised_by = text_at(sections, stored->raised_by),
	};
	told->reading = reading;
}

/* Takes the readings of the blobs, whose numbers are NUMBERS, or from 0 on where NULL. */
static void take_readings(const struct sections *sections, const uint32_t *numbers,
                          struct readings *readings)
{
	size_t count = sections->head->blobs;
	struct reading *rows = arena_new(readings->arena, count * sizeof(*rows));
	readings_make_room(readings);
	for (size_t i = 0; i < count; i++) {
		struct told *told = &readings->items[numbers == NULL ? i : numbers[i]];
		if (!told->known)
			take_reading(readings, sections, &sections->readings[i], &rows[i], told);
	}
}

/* The number here of what is number NUMBER there; what was there at the fork is the same. */
static uint32_t renumber(uint32_t number, size_t base, const uint32_t *numbers)
{
	return number == LINEAGE_NONE || number < base ? number : numbers[number - base];
}

static void take_facts(const struct sections *sections, const struct stored_facts *stored,
                       struct landing *landing)
{
	landing->author = (struct commit_identity){text_or_empty(sections, stored->author),
	                                           text_or_empty(sections, stored->author_mail),
	                                           stored->authored};
	landing->committer = (struct commit_identity){
		text_or_empty(sections, stored->committer),
		text_or_empty(sections, stored->committer_mail), stored->committed};
	landing->subject = text_or_empty(sections, stored->subject);
}

bool store_adopt(const char *bytes, size_t length, const struct store_base *base,
                 struct lineage *lineage, struct readings *readings)
{
	struct sections sections;
	if (!open_sections(bytes, length, &sections) || sections.head->whole ||
	    sections.head->from != lineage->compared || sections.head->to > lineage->count)
		return false;
	const struct head *head = sections.head;
	uint32_t *paths = mem_new((size_t)head->paths + 1, sizeof(*paths));
	uint32_t *blobs = mem_new((size_t)head->blobs + 1, sizeof(*blobs));
	for (size_t i = 0; i < head->paths; i++)
		paths[i] = lineage_path(lineage, sections.texts + sections.paths[i]);
	for (size_t i = 0; i < head->blobs; i++)
		blobs[i] = lineage_blob(lineage, &sections.blobs[i]);
	const struct stored_link *link = sections.links;
	const struct stored_change *change = sections.changes;
	for (size_t at = head->from; at < head->to; at++) {
		struct lineage_row *row = &lineage->rows[at];
		row->plans = sections.plans[at - head->from];
		row->plans_known = row->told = true;
		take_facts(&sections, &sections.facts[at - head->from], &lineage->commits[at]);
		for (uint32_t i = 0; i < row->link_count; i++, link++) {
			struct lineage_link *added = &lineage->links[row->links + i];
			added->changes = (uint32_t)lineage->change_count;
			added->change_count = link->changes;
			for (uint32_t j = 0; j < link->changes; j++, change++)
				lineage_change(lineage,
				               (struct lineage_change){
						       renumber(change->path, base->paths, paths),
						       renumber(change->before, base->blobs, blobs),
						       renumber(change->after, base->blobs, blobs),
						       (enum file_type)change->type,
						       change->gone != 0});
		}
	}
	lineage->compared = head->to;
	take_readings(&sections, blobs, readings);
	free(paths);
	free(blobs);
	return true;
}

static void take_commit(const struct sections *sections, const struct stored_commit *stored,
                        struct landing *landing)
{
	*landing = (struct landing){
		.id = stored->id,
		.number = stored->number,
		.author = {text_or_empty(sections, stored->author),
	                   text_or_empty(sections, stored->author_mail), stored->authored},
		.committer = {text_or_empty(sections, stored->committer),
	                      text_or_empty(sections, stored->committer_mail), stored->committed},
		.subject = text_or_empty(sections, stored->subject),
		.received = stored->received,
		.account = text_at(sections, stored->account),
		.late = (stored->flags & COMMIT_LATE) != 0,
		.backwards = (stored->flags & COMMIT_BACKWARDS) != 0,
		.merge = (stored->flags & COMMIT_MERGE) != 0,
	};
}

/* The commits, with their links and what these changed. */
static void take_commits(const struct sections *sections, struct lineage *lineage)
{
	const struct head *head = sections->head;
	lineage->count = lineage->commit_room = lineage->row_room = head->to;
	lineage->commits = mem_resize(NULL, head->to, sizeof(*lineage->commits));
	lineage->rows = mem_resize(NULL, head->to, sizeof(*lineage->rows));
	lineage->link_count = lineage->link_room = head->links;
	lineage->links = mem_resize(NULL, head->links, sizeof(*lineage->links));
	uint32_t link = 0, change = 0;
	for (uint32_t i = 0; i < head->to; i++) {
		const struct stored_commit *commit = &sections->commits[i];
		take_commit(sections, commit, &lineage->commits[i]);
		/* Where plans/ is, is found out again for the few that get another child. */
		lineage->rows[i] = (struct lineage_row){.links = link,
		                                        .link_count = commit->links,
		                                        .root = commit->root,
		                                        .told = true};
		for (uint32_t j = 0; j < commit->links; j++, link++) {
			const struct stored_link *stored = &sections->links[link];
			lineage->links[link] =
				(struct lineage_link){stored->parent, change, stored->changes};
			change += stored->changes;
		}
	}
}

bool store_load(const char *bytes, size_t length, struct lineage *lineage,
                struct readings *readings)
{
	struct sections sections;
	if (!open_sections(bytes, length, &sections) || !sections.head->whole ||
	    sections.head->from != 0)
		return false;
	const struct head *head = sections.head;
	take_commits(&sections, lineage);
	lineage->compared = head->to;
	lineage->receipts = head->receipts;
	lineage->landing_count = lineage->landing_room = head->landings;
	lineage->landings = mem_resize(NULL, head->landings, sizeof(*lineage->landings));
	memcpy(lineage->landings, sections.landings, head->landings * sizeof(uint32_t));
	ids_restore(&lineage->commit_ids, sections.commit_rows, head->commit_rows, head->to);
	for (uint32_t i = 0; i < head->paths; i++)
		lineage_path(lineage, sections.texts + sections.paths[i]);
	lineage->blobs = mem_resize(NULL, (size_t)head->blobs + 1, sizeof(*lineage->blobs));
	lineage->blob_count = head->blobs;
	lineage->blob_room = (size_t)head->blobs + 1;
	memcpy(lineage->blobs, sections.blobs, head->blobs * sizeof(*lineage->blobs));
	ids_restore(&lineage->blob_ids, sections.blob_rows, head->blob_rows, head->blobs);
	lineage->change_room = head->changes;
	lineage->changes = mem_resize(NULL, head->changes, sizeof(*lineage->changes));
	for (uint32_t i = 0; i < head->changes; i++) {
		const struct stored_change *change = &sections.changes[i];
		lineage_change(lineage, (struct lineage_change){
						change->path, change->before, change->after,
						(enum file_type)change->type, change->gone != 0});
	}
	if (readings != NULL)
		take_readings(&sections, NULL, readings);
	return true;
}
