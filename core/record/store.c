#include "record/store.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/mem.h"
#include "record/stored.h"

/* The program that wrote it: another may read the same documents differently. */
#ifndef RAGTRAIL_SOURCES
#define RAGTRAIL_SOURCES "unknown"
#endif
#define READS_AS RAGTRAIL_VERSION " " RAGTRAIL_SOURCES

const char *store_program(void)
{
	return READS_AS;
}

struct stored_head stored_head(void)
{
	return (struct stored_head){.magic = {'r', 'a', 'g', 't', 'r', 'a', 'i', '5'},
	                            .program = READS_AS};
}

bool stored_is_ours(const struct stored_head *head)
{
	const struct stored_head ours = stored_head();
	return memcmp(head->magic, ours.magic, sizeof(ours.magic)) == 0 &&
	       memcmp(head->program, ours.program, sizeof(ours.program)) == 0;
}

uint64_t stored_seed(const struct stored_head *head, const struct stored_texts *texts)
{
	return XXH3_64bits_withSeed(texts->bytes, texts->length,
	                            XXH3_64bits(head, offsetof(struct stored_head, checksum)));
}

/* The sections of the bytes, where they begin; what holds a time comes first, for its place. */
struct sections {
	const struct stored_head *head;
	const struct stored_facts *facts;
	const struct object_id *plans;
	const struct stored_link *links;
	const struct stored_change *changes;
	const uint32_t *paths;
	const struct object_id *blobs;
	const struct stored_reading *readings;
	struct stored_texts texts;
};

struct writer {
	struct buf *out;
	struct stored_writer texts;
};

void stored_begin(struct stored_writer *writer)
{
	*writer = (struct stored_writer){.bytes = BUF_INIT};
	buf_byte(&writer->bytes, '\0');
}

void stored_end(struct stored_writer *writer)
{
	buf_release(&writer->bytes);
	map_release(&writer->offsets);
}

/* The offset of the text, which is not likely to come again. TEXT may be NULL. */
static uint32_t stored_add(struct stored_writer *writer, const char *text)
{
	if (text == NULL)
		return 0;
	uint32_t offset = (uint32_t)writer->bytes.length;
	buf_add(&writer->bytes, text, strlen(text) + 1);
	return offset;
}

uint32_t stored_share(struct stored_writer *writer, const char *text)
{
	if (text == NULL)
		return 0;
	const void *known = map_get(&writer->offsets, text);
	if (known != NULL)
		return (uint32_t)(uintptr_t)known;
	uint32_t offset = stored_add(writer, text);
	map_set(&writer->offsets, text, (void *)(uintptr_t)offset);
	return offset;
}

int32_t stored_number(struct date date)
{
	return date.year * 10000 + date.month * 100 + date.day;
}

struct date stored_date(int32_t number)
{
	const struct date date = {number / 10000, number / 100 % 100, number % 100};
	return date_exists(date.year, date.month, date.day) ? date : (struct date){0};
}

static void put_commit(struct writer *writer, const struct landing *landing,
                       const struct lineage_row *row)
{
	struct stored_commit stored = {
		.id = landing->id,
		.number = (uint32_t)landing->number,
		.links = row->link_count,
		.author = stored_share(&writer->texts, landing->author.name),
		.author_mail = stored_share(&writer->texts, landing->author.email),
		.committer = stored_share(&writer->texts, landing->committer.name),
		.committer_mail = stored_share(&writer->texts, landing->committer.email),
		.subject = stored_add(&writer->texts, landing->subject),
		.account = stored_share(&writer->texts, landing->account),
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
		.author = stored_share(&writer->texts, landing->author.name),
		.author_mail = stored_share(&writer->texts, landing->author.email),
		.committer = stored_share(&writer->texts, landing->committer.name),
		.committer_mail = stored_share(&writer->texts, landing->committer.email),
		.subject = stored_add(&writer->texts, landing->subject),
		.authored = landing->author.time,
		.committed = landing->committer.time,
	};
	buf_add(writer->out, (const char *)&stored, sizeof(stored));
}

struct stored_reading stored_reading(struct stored_writer *writer, const struct told *told)
{
	struct stored_reading stored = {
		.why = stored_share(writer, told->why),
		.flags =
			(told->known ? READING_KNOWN : 0U) | (told->usual_plan ? READING_PLAN : 0U),
	};
	const struct reading *reading = told->reading;
	if (reading != NULL) {
		stored.workstream = stored_share(writer, reading->workstream);
		stored.rag = stored_share(writer, reading->rag);
		stored.sponsor = stored_share(writer, reading->sponsor);
		stored.correction = stored_share(writer, reading->correction);
		stored.raised_by = stored_share(writer, reading->raised_by);
		stored.first = reading->period.first;
		stored.last = reading->period.last;
		stored.agreed = stored_number(reading->agreed);
		stored.forecast = stored_number(reading->forecast);
		stored.flags |= READING_SAYS | (reading->draft ? READING_DRAFT : 0U) |
		                (reading->imported ? READING_IMPORTED : 0U) |
		                (reading->exempt ? READING_EXEMPT : 0U);
	}
	return stored;
}

static void put_history(struct writer *writer, const struct lineage *lineage,
                        const struct stored_head *head)
{
	for (size_t i = head->from; !head->whole && i < head->to; i++)
		put_facts(writer, &lineage->commits[i]);
	for (size_t i = head->from; !head->whole && i < head->to; i++)
		buf_add(writer->out, (const char *)&lineage->trees[i - lineage->first_tree].plans,
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
	struct writer writer = {.out = out};
	const struct lineage_row *last = &lineage->rows[to - 1];
	struct stored_head head = stored_head();
	head.whole = whole;
	head.from = (uint32_t)base->from;
	head.to = (uint32_t)to;
	head.links = last->links + last->link_count - lineage->rows[base->from].links;
	head.changes = (uint32_t)(lineage->change_count - changes);
	head.paths = (uint32_t)(lineage->path_count - base->paths);
	head.blobs = (uint32_t)(lineage->blob_count - base->blobs);
	head.landings = whole ? (uint32_t)lineage->landing_count : 0;
	head.receipts = lineage->receipts;
	stored_begin(&writer.texts);
	size_t start = out->length;
	buf_add(out, (const char *)&head, sizeof(head));
	put_history(&writer, lineage, &head);
	for (size_t i = base->paths; i < lineage->path_count; i++) {
		uint32_t path = stored_add(&writer.texts, lineage->paths[i]);
		buf_add(out, (const char *)&path, sizeof(path));
	}
	buf_add(out, (const char *)(lineage->blobs + base->blobs),
	        head.blobs * sizeof(struct object_id));
	for (size_t i = base->blobs; i < lineage->blob_count; i++) {
		static const struct told nothing;
		struct stored_reading stored = stored_reading(
			&writer.texts, i < readings->count ? &readings->items[i] : &nothing);
		buf_add(out, (const char *)&stored, sizeof(stored));
	}
	struct stored_texts texts = {writer.texts.bytes.bytes, writer.texts.bytes.length};
	head.texts = (uint32_t)texts.length;
	const size_t sections = start + sizeof(head);
	head.checksum = XXH3_64bits_withSeed(out->bytes + sections, out->length - sections,
	                                     stored_seed(&head, &texts));
	buf_add(out, texts.bytes, texts.length);
	memcpy(out->bytes + start, &head, sizeof(head));
	stored_end(&writer.texts);
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

static bool is_undamaged(const struct sections *sections)
{
	const char *first = (const char *)(sections->head + 1);
	return XXH3_64bits_withSeed(first, (size_t)(sections->texts.bytes - first),
	                            stored_seed(sections->head, &sections->texts)) ==
	       sections->head->checksum;
}

/* The sections of a part. */
static bool open_sections(const char *bytes, size_t length, struct sections *sections)
{
	const char *at = bytes, *end = bytes + length;
	const struct stored_head *head = take(&at, end, 1, sizeof(*head));
	if (head == NULL || !stored_is_ours(head) || head->whole || head->to < head->from)
		return false;
	size_t count = head->to - head->from;
	sections->head = head;
	sections->facts = take(&at, end, count, sizeof(*sections->facts));
	sections->plans = take(&at, end, count, sizeof(*sections->plans));
	sections->links = take(&at, end, head->links, sizeof(*sections->links));
	sections->changes = take(&at, end, head->changes, sizeof(*sections->changes));
	sections->paths = take(&at, end, head->paths, sizeof(*sections->paths));
	sections->blobs = take(&at, end, head->blobs, sizeof(*sections->blobs));
	sections->readings = take(&at, end, head->blobs, sizeof(*sections->readings));
	const char *texts = take(&at, end, head->texts, 1);
	sections->texts = (struct stored_texts){texts, head->texts};
	return sections->plans != NULL && sections->facts != NULL && sections->links != NULL &&
	       sections->changes != NULL && sections->paths != NULL && sections->blobs != NULL &&
	       sections->readings != NULL && sections->texts.bytes != NULL && at == end &&
	       is_undamaged(sections);
}

const char *stored_text_or_empty(const struct stored_texts *texts, uint32_t offset)
{
	return offset < texts->length ? texts->bytes + offset : "";
}

const char *stored_text(const struct stored_texts *texts, uint32_t offset)
{
	return offset == 0 ? NULL : stored_text_or_empty(texts, offset);
}

void stored_told(const struct stored_texts *texts, const struct stored_reading *stored,
                 struct readings *readings, struct reading *reading, struct told *told)
{
	told->known = (stored->flags & READING_KNOWN) != 0;
	told->usual_plan = (stored->flags & READING_PLAN) != 0;
	told->why = stored_text(texts, stored->why);
	told->reading = NULL;
	if ((stored->flags & READING_SAYS) == 0)
		return;
	*reading = (struct reading){
		.workstream = readings_share(readings, stored_text(texts, stored->workstream)),
		.period = {stored->first, stored->last},
		.rag = stored_text_or_empty(texts, stored->rag),
		.draft = (stored->flags & READING_DRAFT) != 0,
		.exempt = (stored->flags & READING_EXEMPT) != 0,
		.imported = (stored->flags & READING_IMPORTED) != 0,
		.sponsor = stored_text(texts, stored->sponsor),
		.agreed = stored_date(stored->agreed),
		.forecast = stored_date(stored->forecast),
		.correction = stored_text(texts, stored->correction),
		.raised_by = stored_text(texts, stored->raised_by),
		.whole = &whole_reading_none,
	};
	told->reading = reading;
}

/* Takes the readings of the blobs, whose numbers here are NUMBERS. */
static void take_readings(const struct sections *sections, const uint32_t *numbers,
                          struct readings *readings)
{
	size_t count = sections->head->blobs;
	struct reading *rows = arena_new(readings->arena, count * sizeof(*rows));
	readings_make_room(readings);
	for (size_t i = 0; i < count; i++) {
		struct told *told = &readings->items[numbers[i]];
		if (!told->known)
			stored_told(&sections->texts, &sections->readings[i], readings, &rows[i],
			            told);
	}
}

/* The number here of what is number NUMBER there; what was there at the fork is the same. */
static uint32_t renumber(uint32_t number, size_t base, const uint32_t *numbers)
{
	return number == LINEAGE_NONE || number < base ? number : numbers[number - base];
}

static void take_facts(const struct stored_texts *texts, const struct stored_facts *stored,
                       struct landing *landing)
{
	landing->author = (struct commit_identity){stored_text_or_empty(texts, stored->author),
	                                           stored_text_or_empty(texts, stored->author_mail),
	                                           stored->authored};
	landing->committer = (struct commit_identity){
		stored_text_or_empty(texts, stored->committer),
		stored_text_or_empty(texts, stored->committer_mail), stored->committed};
	landing->subject = stored_text_or_empty(texts, stored->subject);
}

bool store_adopt(const char *bytes, size_t length, const struct store_base *base,
                 struct lineage *lineage, struct readings *readings)
{
	struct sections sections;
	if (!open_sections(bytes, length, &sections) || sections.head->from != lineage->compared ||
	    sections.head->to > lineage->count)
		return false;
	const struct stored_head *head = sections.head;
	uint32_t *paths = mem_new((size_t)head->paths + 1, sizeof(*paths));
	uint32_t *blobs = mem_new((size_t)head->blobs + 1, sizeof(*blobs));
	for (size_t i = 0; i < head->paths; i++)
		paths[i] = lineage_path(lineage,
		                        stored_text_or_empty(&sections.texts, sections.paths[i]));
	for (size_t i = 0; i < head->blobs; i++)
		blobs[i] = lineage_blob(lineage, &sections.blobs[i]);
	const struct stored_link *link = sections.links;
	const struct stored_change *change = sections.changes;
	for (size_t at = head->from; at < head->to; at++) {
		const struct lineage_row *row = &lineage->rows[at];
		struct lineage_tree *tree = &lineage->trees[at - lineage->first_tree];
		tree->plans = sections.plans[at - head->from];
		tree->plans_known = tree->told = true;
		take_facts(&sections.texts, &sections.facts[at - head->from],
		           &lineage->commits[at]);
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
