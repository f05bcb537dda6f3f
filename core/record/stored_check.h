/*
 * What a repository can say, whatever the checksum says: of bytes that were kept, which anybody can
 * have crafted who hands over a git folder. What does not hold here is not taken.
 */
#ifndef RECORD_STORED_CHECK_H
#define RECORD_STORED_CHECK_H

#include "document/period.h"
#include "record/stored.h"

/*
 * Whose texts are looked at, and what of them was right when it was looked at last: most rows have
 * the words and days of others. The rest of a new one is zero.
 */
struct stored_check {
	struct stored_texts texts;
	uint32_t words[256], names[64];
	int32_t days[256];
};

/* Whether there are texts: one that stands for none at their begin, and the end of the last. */
bool stored_has_texts(const struct stored_texts *texts);

/* True for the offset of a text, or of none, and not of what is within one. */
static inline bool stored_is_whole(const struct stored_texts *texts, uint32_t offset)
{
	return offset == 0 || (offset < texts->length && texts->bytes[offset - 1] == '\0');
}

/* The same of COUNT offsets of words of documents, which are UTF-8. */
bool stored_are_texts(struct stored_check *check, const uint32_t offsets[], size_t count);

/* True for days that there are, and for none. */
bool stored_are_days(struct stored_check *check, const int32_t numbers[], size_t count);

/* True for a period that a document can be about. */
bool stored_is_period(struct period period);

/* True for a path that may be trusted: see path_is_safe(). */
bool stored_is_path(const char *path);

#define STORED_ARE_TEXTS(check, ...)                                                               \
	stored_are_texts(check, (const uint32_t[]){__VA_ARGS__},                                   \
	                 sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))
#define STORED_ARE_DAYS(check, ...)                                                                \
	stored_are_days(check, (const int32_t[]){__VA_ARGS__},                                     \
	                sizeof((const int32_t[]){__VA_ARGS__}) / sizeof(int32_t))

/* What is known of a blob. */
bool stored_is_reading(struct stored_check *check, const struct stored_reading *stored);

/*
 * What is said of commits up to a last one: of which landings they are, which parents they have,
 * what they changed and where. The rows of commits and links must name what is in the arrays. Who
 * made a commit and when, and the ids of commits and blobs, are not looked at.
 */
bool stored_is_lineage(const struct lineage *lineage);

#endif
