/* Clauses read as a whole: declared in candour/claim_whole.h. */
#include "candour/claim_whole.h"

#include <string.h>

enum { MOST_BESIDE = 40 }; /* tokens */

static bool says(const struct parser *parser, size_t at, const char *text)
{
	return strcmp(parser_token(parser, at)->text, text) == 0;
}

/* --- where clauses end --- */

/* A word that begins a reason, of which nothing is claimed. */
static bool is_reason(const struct parser *parser, size_t at)
{
	const struct token *token = parser_token(parser, at);
	if (token->type == TOKEN_SAME)
		return false;
	static const char *const words[] = {
		"because",   "given",   "due",      "owing",      "thanks",     "after",   "having",
		"following", "while",   "although", "though",     "despite",    "pending", "which",
		"where",     "whereas", "reflects", "reflecting", "recognises", NULL};
	if (token->type == TOKEN_WHICH && (at == 0 || !parser_is(parser, at - 1, TOKEN_COMMA)))
		return false;
	if (says(parser, at, "since"))
		return !parser_is(parser, parser_find_time(parser, at), TOKEN_TIME);
	if (says(parser, at, "as") && token->type == TOKEN_PREPOSITION) {
		size_t next = at + 1;
		while (parser_is(parser, next, TOKEN_ARTICLE) ||
		       parser_is(parser, next, TOKEN_BEEN) ||
		       parser_is(parser, next, TOKEN_RATING) || parser_is(parser, next, TOKEN_OF) ||
		       parser_is(parser, next, TOKEN_ADVERB) || parser_is(parser, next, TOKEN_KIND))
			next++;
		return at > 0 && !parser_is(parser, next, TOKEN_LEVEL) &&
		       !parser_is(parser, next, TOKEN_NAME) &&
		       !parser_is(parser, next, TOKEN_HAVE) &&
		       !parser_is(parser, next, TOKEN_TIME) &&
		       !parser_is(parser, next - 1, TOKEN_RATING) &&
		       !parser_is(parser, next, TOKEN_BE);
	}
	for (size_t i = 0; words[i] != NULL; i++)
		if (strcmp(token->text, words[i]) == 0)
			return at == 0 || token->type != TOKEN_RATED;
	return false;
}

/* "X is at Red, and Y is Green": what stands behind "and" is a clause of its own. */
static bool is_joint(const struct parser *parser, size_t from, size_t at)
{
	bool said = false;
	bool as = says(parser, at, "as") &&
	          (parser_is(parser, at + 1, TOKEN_NAME) || parser_is(parser, at + 2, TOKEN_NAME));
	if (!parser_is(parser, at, TOKEN_AND) && !parser_is(parser, at, TOKEN_LIKEWISE) && !as &&
	    !(parser_is(parser, at, TOKEN_SAY) && says(parser, at, "so")))
		return false;
	if (at > from && parser_is(parser, at, TOKEN_AND) &&
	    parser_is(parser, at - 1, TOKEN_NAME) && parser_is(parser, at + 1, TOKEN_NAME))
		return false; /* "Homes and Waste" */
	for (size_t i = at - from > MOST_BESIDE ? at - MOST_BESIDE : from; i < at; i++)
		said = said || parser_is(parser, i, TOKEN_LEVEL) ||
		       parser_is(parser, i, TOKEN_TREND) || parser_is(parser, i, TOKEN_SCHEDULE);
	for (size_t i = at + 1; said && i <= at + MOST_BESIDE && !whole_ends_at(parser, i); i++) {
		enum token_type type = parser_token(parser, i)->type;
		if (type == TOKEN_BE || type == TOKEN_HAVE || type == TOKEN_STAY ||
		    type == TOKEN_NAME || type == TOKEN_LEVEL)
			return true;
	}
	return false;
}

/* JOINED: over what is said beside it too. */
static size_t find_end(const struct parser *parser, size_t from, bool joined)
{
	size_t at = from;
	while (!whole_ends_at(parser, at) && (at == from || !is_reason(parser, at)) &&
	       (at == from || joined || !is_joint(parser, from, at)))
		at++;
	return at;
}

/* Behind what ended a clause; what was a reason lasts to the next mark. */
static size_t find_next(const struct parser *parser, size_t at)
{
	if (is_reason(parser, at) && !whole_ends_at(parser, at))
		while (!whole_ends_at(parser, at))
			at++;
	else if (parser_is(parser, at, TOKEN_LIKEWISE) || says(parser, at, "as") ||
	         says(parser, at, "so"))
		return at;
	return at < parser->tokens->count ? at + 1 : at;
}

/* --- of whom --- */

static int count(uint64_t set)
{
	int number = 0;
	for (; set != 0; set &= set - 1)
		number++;
	return number;
}

/* The strands that the sentence names before FROM, or the one before it names. */
static uint64_t named_before(const struct parser *parser, size_t from)
{
	uint64_t names = 0;
	for (size_t i = 0; i < from; i++)
		if (parser_is(parser, i, TOKEN_NAME))
			names |= (uint64_t)1 << parser_token(parser, i)->value;
	return from == 0 ? parser->spoken : names;
}

/* Sets the subject of what the clause says. False: it is not clear. */
static bool find_subject(const struct parser *parser, const struct whole *whole,
                         struct claim_subject *subject)
{
	uint64_t self = parser->self >= 0 ? (uint64_t)1 << parser->self : 0;
	*subject = (struct claim_subject){.total = -1, .rating = whole->rating};
	if (whole->has_counted) {
		*subject = whole->counted;
		if (whole->except != 0 && subject->quantity != QUANTITY_ALL &&
		    subject->quantity != QUANTITY_NONE && !subject->any)
			return false;
		subject->except |= whole->except;
		if (subject->quantity == QUANTITY_ALL && subject->number > 0 &&
		    subject->number == count(whole->names) && whole->denials == 0) {
			/* "the three workstreams that we rate Green are A, B and C" */
			*subject = (struct claim_subject){.total = -1, .names = whole->names};
			return true;
		}
		if (whole->denials == 1 && subject->any)
			subject->quantity = QUANTITY_NONE;
		else if (whole->denials != 0 || subject->any)
			return false;
		subject->any = subject->generic = false;
		subject->these |= whole->names;
		return !whole->group && !whole->feels &&
		       (whole->names == 0 ||
		        (subject->quantity == QUANTITY_EXACTLY && subject->except == 0 &&
		         subject->number == count(whole->names)));
	}
	if ((whole->denials != 0 && !whole->only) || whole->denials > 1 || whole->except != 0)
		return false;
	subject->names = whole->names;
	subject->only = (whole->alone || whole->only) && whole->names != 0;
	bool one = (whole->names & (whole->names - 1)) == 0;
	if (whole->only && (whole->names == 0 || !one || whole->level_count != 1))
		return false;
	if (whole->names != 0)
		return !whole->programme && (!whole->both || !one) && (!whole->feels || whole->we);
	uint64_t before = named_before(parser, whole->from);
	if (whole->it && before != 0) {
		subject->names = before;
		return !whole->programme && !whole->group && (before & (before - 1)) == 0;
	}
	if (whole->both)
		return false;
	if (parser->self < 0) {
		subject->domain = DOMAIN_PROGRAMME;
		return whole->programme || (whole->overall && (whole->we || whole->rating));
	}
	subject->names = self;
	bool first = whole->level_count == 1 && whole->levels[0].at == whole->from;
	return !whole->programme && (!whole->it || first) &&
	       (whole->we || whole->rating || whole->group || whole->delivery || whole->verdict ||
	        (first && whole->it));
}

/* --- what is said --- */

/* Whether the time that the clause names is of the level with this number of two. */
static bool is_last_of(const struct parser *parser, const struct whole *whole, size_t number)
{
	size_t split = whole->levels[0].end;
	while (split < whole->levels[1].at && !parser_is(parser, split, TOKEN_COMMA) &&
	       !parser_is(parser, split, TOKEN_AND))
		split++;
	return (whole->last_at < split) == (number == 0);
}

/* "began the month at Amber and is now at Red". */
static bool is_begun(const struct parser *parser, const struct whole *whole)
{
	bool begun = false, now = false;
	for (size_t at = whole->from; at < whole->levels[0].at; at++)
		begun = begun ||
		        whole_is_word(parser, at, "began begun started came entered opened was") ||
		        parser_is(parser, at, TOKEN_BEEN);
	for (size_t at = whole->levels[0].end; at < whole->levels[1].at; at++)
		now = now || whole_is_word(parser, at,
		                           "now leaves ends ended finished finishes left "
		                           "closes closed");
	return begun && (now || whole_is_word(parser, whole->levels[1].end, "now today"));
}

static bool say_two(const struct parser *parser, const struct whole *whole, struct claim_said *said)
{
	const struct whole_level *levels = whole->levels;
	size_t was;
	if (whole->streak != 0 || whole->stays || whole->first || whole->has_counted)
		return false;
	if ((levels[0].place != WHOLE_AT && levels[1].place == WHOLE_AT) ||
	    (levels[1].place != WHOLE_FROM && !whole->last && is_begun(parser, whole) &&
	     count(whole->names) <= 1))
		was = 0;
	else if (levels[1].place == WHOLE_FROM && levels[0].place == WHOLE_AT)
		was = 1;
	else if (whole->last && levels[0].place == WHOLE_AT && levels[1].place == WHOLE_AT)
		was = is_last_of(parser, whole, 0) ? 0 : 1;
	else
		return false;
	said->last = levels[was].set;
	said->now = levels[1 - was].set;
	return true;
}

static bool say_one(const struct parser *parser, const struct whole *whole, struct claim_said *said)
{
	unsigned all = (1U << parser->chapter->scale->count) - 1;
	bool denied = whole->only && whole->denials == 1, one = count(whole->names) <= 1;
	unsigned set = denied ? all & ~whole->levels[0].set : whole->levels[0].set;
	bool stays = whole->stays || (whole->same && one);
	enum whole_place place = whole->levels[0].place;
	if ((whole->begun && !whole->now) ||
	    (place == WHOLE_FROM && !whole->moves && whole->directions == 0))
		return false; /* "one level from Green" */
	if (whole->last || whole->begun || place != WHOLE_AT) {
		said->last = set;
		return !(whole->now && whole->last) && whole->streak == 0 && !stays &&
		       !whole->first && place != WHOLE_LEFT;
	}
	if (whole->was && !whole->now && !whole->has_counted)
		said->either = set;
	else
		said->now = set;
	said->streak = whole->streak != 0 ? whole->streak : stays || whole->again ? 2 : 0;
	said->stated = whole->streak != 0;
	said->first = whole->first;
	said->loose = whole->stays && whole->streak == 0 && whole->has_counted &&
	              whole->counted.quantity != QUANTITY_ALL;
	said->directions = said->streak == 0 && !whole->has_counted ? whole->directions : 0;
	return true;
}

static bool say_rating(const struct parser *parser, const struct whole *whole,
                       struct claim_said *said)
{
	if (whole->paces != 0 || whole->proceeds ||
	    (whole->delivery && !whole->we && !whole->rating && !whole->verdict) ||
	    (whole->likewise && count(whole->names) < 2) || whole->hoped ||
	    (whole->slipped && whole->denials != 0))
		return false;
	return whole->level_count == 2 ? say_two(parser, whole, said)
	                               : say_one(parser, whole, said);
}

/* "has gone up a level", "its rating has fallen": no level is named. */
static bool say_movement(const struct whole *whole, struct claim_said *said)
{
	bool steady = (whole->stays || whole->same) && whole->directions == 0;
	bool moved = whole->has_counted && whole->counted.quantity == QUANTITY_NONE &&
	             whole->moves && whole->directions == 0 && !steady && !whole->vague;
	said->directions = steady  ? (unsigned)MOVEMENT_STEADY
	                   : moved ? (unsigned)MOVEMENT_CHANGED
	                           : whole->directions;
	return said->directions != 0 &&
	       (moved || (said->directions & (said->directions - 1)) == 0) &&
	       (whole->rating || whole->step ||
	        (whole->noun && (whole->has_counted || whole->names != 0))) &&
	       !whole->was && !whole->hoped && whole->paces == 0 && !whole->delivery &&
	       !whole->proceeds && whole->streak == 0 && !whole->first && !whole->again &&
	       !(whole->stays && whole->directions != 0);
}

static bool say_schedule(const struct whole *whole, struct claim_said *said)
{
	bool holds = whole->paces == 0 && whole->agreed && whole->stays;
	said->pace = holds ? PACE_ON_TRACK : whole->pace;
	return (whole->paces == 1 || holds) && !whole->was && !whole->last && !whole->rating &&
	       whole->streak == 0 && !whole->has_counted && whole->directions == 0 &&
	       whole->others == 0 && !whole->moves && !whole->programme && !whole->overall;
}

/* --- clauses --- */

/* True where something was claimed in the clause before. */
static bool is_claimed(const struct parser *parser, const struct whole *whole,
                       const struct claim *mark)
{
	const struct claim *claim = mark == NULL ? parser->claims->first : mark->next;
	size_t from = parser_token(parser, whole->from)->word,
	       to = parser_token(parser, whole->to)->word;
	for (; claim != NULL; claim = claim->next)
		if (claim->from < to && claim->to > from)
			return true;
	return false;
}

/* "and Homes is too", "the same goes for Homes": the same is so of those named. */
static bool say_likewise(struct parser *parser, const struct whole *whole)
{
	const struct claim *last = parser->claims->last;
	const struct sentence *sentence = parser->tokens->sentence;
	bool too = whole->likewise || (whole->same && !whole->rating);
	for (size_t i = whole->from; i < whole->to; i++)
		too = too || whole_is_word(parser, i, "too so as");
	if (whole->others > 2)
		return false;
	if (!too || whole->names == 0 || whole->has_counted || whole->denials != 0 || whole->last ||
	    whole->streak != 0 || whole->hoped || whole->was || last == NULL ||
	    last->sentence->passage != sentence->passage || last->sentence + 1 < sentence ||
	    last->subject.counted || last->subject.names == 0 || last->said.now == 0 ||
	    last->said.last != 0)
		return false;
	struct claim_subject subject = {.total = -1, .names = whole->names};
	struct claim_said said = {.now = last->said.now};
	return parser_claim(parser, whole->from, whole->to, &subject, &said) != NULL;
}

static bool say_whole(struct parser *parser, struct whole *whole)
{
	struct claim_subject subject;
	struct claim_said said = {0};
	bool holds = whole->agreed && whole->stays;
	if (whole->level_count == 0 && whole->paces == 0 && whole->directions == 0 && !holds &&
	    !((whole->stays || whole->same || whole->moves) && whole->has_counted))
		return say_likewise(parser, whole);
	if (!find_subject(parser, whole, &subject))
		return false;
	bool so = whole->level_count != 0              ? say_rating(parser, whole, &said)
	          : whole->paces != 0 || whole->agreed ? say_schedule(whole, &said)
	                                               : say_movement(whole, &said);
	return so && parser_claim(parser, whole->from, whole->to, &subject, &said) != NULL;
}

/* The names of the clause that no claim of the sentence is about. */
static uint64_t unclaimed(const struct parser *parser, const struct whole *whole,
                          const struct claim *mark)
{
	const struct claim *claim = mark == NULL ? parser->claims->first : mark->next;
	uint64_t names = whole->names;
	for (; claim != NULL; claim = claim->next)
		names &= ~claim->subject.names;
	return names;
}

/* True where a claim of the sentence says what was before. */
static bool tells_last(const struct parser *parser, const struct claim *mark)
{
	const struct claim *claim = mark == NULL ? parser->claims->first : mark->next;
	for (; claim != NULL; claim = claim->next)
		if (claim->said.last != 0 || claim->said.streak != 0 || claim->said.either != 0)
			return true;
	return false;
}

/* "shares its Green with", "joined by", "likewise": of others too. */
static bool is_shared(const struct parser *parser, const struct whole *whole)
{
	if (whole->was || whole->stays || whole->hoped)
		return false;
	for (size_t at = whole->from; at < whole->to; at++)
		if (whole_is_word(parser, at,
		                  "share shares sharing shared join joins joined match "
		                  "matches together alike likewise alongside both"))
			return true;
	return false;
}

/* True where something is claimed in it. */
static bool read_clause(struct parser *parser, size_t from, size_t to, const struct claim *mark)
{
	struct whole whole = {.from = from, .to = to};
	if (parser->self >= 0 && says(parser, from, "with"))
		return false; /* "with a full team we are Green" */
	if (from >= to)
		return false;
	bool claimed = is_claimed(parser, &whole, mark);
	whole_read(parser, &whole);
	if (whole.has_counted && says(parser, to, "but") &&
	    (parser_is(parser, to + 1, TOKEN_FOR) || parser_is(parser, to + 1, TOKEN_NAME)))
		return claimed; /* "everywhere but in the north" */
	if (claimed) {
		/* "shares its Green with Homes" */
		uint64_t names = whole.names;
		whole.names = unclaimed(parser, &whole, mark);
		if (whole.names == 0 && whole.level_count == 2 && !tells_last(parser, mark))
			whole.names = names; /* "has left Green and is now Red" */
		else if (!is_shared(parser, &whole) || whole.names == 0 || whole.level_count != 1 ||
		         whole.has_counted)
			return true;
		whole.likewise = false;
	}
	return (!whole.bad && say_whole(parser, &whole)) || claimed;
}

/* The clauses from FROM to END, each by itself. */
static void read_parts(struct parser *parser, size_t from, size_t end, const struct claim *mark)
{
	for (size_t part = from; part < end;) {
		size_t next = find_end(parser, part, false);
		if (part != from || next != end)
			read_clause(parser, part, next, mark);
		part = next < end ? find_next(parser, next) : end;
		part += part == next && next < end && part == from ? 1 : 0;
	}
}

/* "all workstreams but Homes": what it is not so of. */
static bool is_exception(const struct parser *parser, size_t from)
{
	bool all = false;
	if (from == 0 || !says(parser, from - 1, "but"))
		return false;
	for (size_t at = 0; at < from; at++)
		all = all || parser_is(parser, at, TOKEN_ALL) || parser_is(parser, at, TOKEN_NONE);
	return all && parser_is(parser, from, TOKEN_NAME);
}

/* True where something in the sentence makes all of it depend. */
static bool depends(const struct parser *parser)
{
	for (size_t at = 0; at < parser->tokens->count; at++)
		if (parser_is(parser, at, TOKEN_IF))
			return true;
	return false;
}

void parse_whole(struct parser *parser, const struct claim *mark)
{
	if (depends(parser))
		return;
	parser->timed = false;
	parser->excepting = false; /* an exception is read here, or there is no claim */
	parser->except = 0;
	parser->spared = 0;
	for (size_t from = 0; from < parser->tokens->count;) {
		size_t end = find_end(parser, from, true);
		if ((from == 0 || !is_reason(parser, from)) && !is_exception(parser, from)) {
			read_clause(parser, from, end, mark);
			read_parts(parser, from, end, mark);
		}
		from = find_next(parser, end);
	}
}

bool whole_ends_at(const struct parser *parser, size_t at)
{
	switch (parser_token(parser, at)->type) {
	case TOKEN_SEMICOLON:
	case TOKEN_COLON:
	case TOKEN_DASH:
	case TOKEN_STOP:
	case TOKEN_END:
	case TOKEN_BUT:
		return true;
	default:
		return false;
	}
}
