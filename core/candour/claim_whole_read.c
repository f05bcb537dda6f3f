/* What stands in a clause: declared in candour/claim_whole.h. */
#include <string.h>

#include "candour/claim_whole.h"

static bool says(const struct parser *parser, size_t at, const char *text)
{
	return strcmp(parser_token(parser, at)->text, text) == 0;
}

static const struct word *word_at(const struct parser *parser, size_t at)
{
	return &parser->tokens->sentence->words[parser_token(parser, at)->word];
}

/* "by the sponsor", "by Homes": who gave it, and not how much it moved. */
static bool is_by_whom(const struct parser *parser, size_t at)
{
	size_t next = parser_skip(parser, at + 1, TOKEN_ARTICLE);
	return parser_is(parser, next, TOKEN_NAME) || parser_is(parser, next, TOKEN_ALL) ||
	       parser_is(parser, next, TOKEN_MOST) || parser_is(parser, next, TOKEN_NUMBER) ||
	       whole_is_word(parser, next, "sponsor sponsors manager lead director team");
}

/* "sponsor's", "month's", "Homes's". */
static bool is_owner(const struct parser *parser, size_t at)
{
	if (at == 0)
		return false;
	enum token_type type = parser_token(parser, at - 1)->type;
	return type == TOKEN_NAME || type == TOKEN_TIME || type == TOKEN_PROGRAMME ||
	       whole_is_word(parser, at - 1,
	                     "sponsor sponsors sponsor's team's manager's workstream's "
	                     "month's period's manager lead director team month "
	                     "period quarter workstream");
}

static void read_group(const struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	bool one = token->value == GROUP_WORKSTREAM || token->value == GROUP_THEME;
	bool beside =
		(at > 0 && parser_is(parser, at - 1, TOKEN_NAME)) ||
		parser_is(parser, at + 1, TOKEN_NAME) ||
		(parser_is(parser, at + 1, TOKEN_OF) && parser_is(parser, at + 2, TOKEN_NAME));
	bool theirs = whole->sponsors && at > 0 && parser_is(parser, at - 1, TOKEN_ARTICLE);
	if (one && (beside || theirs))
		return;
	if (one && parser->self >= 0 && token->value == GROUP_WORKSTREAM && at > whole->from &&
	    parser_is(parser, at - 1, TOKEN_ARTICLE) &&
	    parser_token(parser, at - 1)->value != ARTICLE_A)
		whole->group = true;
	else
		whole->bad = true;
}

static void read_time(struct whole *whole, const struct token *token, size_t at)
{
	if (token->value == WHEN_NOW) {
		whole->now = true;
	} else if (token->value == WHEN_LAST) {
		whole->bad = whole->bad || whole->last;
		whole->last = true;
		whole->last_at = at;
	} else {
		whole->bad = true;
	}
}

/* "that", "which": only where it leads from who says it to what is said. */
static bool is_link(const struct parser *parser, const struct whole *whole, size_t at)
{
	if (says(parser, at, "where")) /* "Amber is where most of them stand" */
		return at > whole->from && parser_is(parser, at - 1, TOKEN_BE) &&
		       whole->level_count == 1;
	if (!says(parser, at, "that") || at == whole->from)
		return false;
	if (parser_is(parser, at - 1, TOKEN_GROUP))
		return parser_is(parser, at + 1, TOKEN_WE);
	if (parser_is(parser, at + 1, TOKEN_BE) && parser_is(parser, at + 2, TOKEN_NAME))
		return parser_is(parser, at - 1, TOKEN_COMMA);
	enum token_type type = parser_token(parser, at - 1)->type;
	return type == TOKEN_SAY || type == TOKEN_BE || type == TOKEN_RATED ||
	       type == TOKEN_OTHER || type == TOKEN_RATING || type == TOKEN_STREAK ||
	       type == TOKEN_HOPE || type == TOKEN_ADVERB;
}

static const char *const verdicts =
	"accurate apt correct evident fair fairest fitting honest just justified logical natural "
	"proper prudent realistic reasonable right sensible sound suitable true truest valid "
	"appropriate deserved warranted merited";

/* A word that the lexicon does not know. */
static void read_other(const struct parser *parser, struct whole *whole, size_t at)
{
	const char *text = parser_token(parser, at)->text;
	bool capital = word_at(parser, at)->capital && at != 0;
	if (strcmp(text, "i") == 0) {
		whole->we = true;
		return;
	}
	if (strcmp(text, "last") == 0 && at > 0 && whole_is_word(parser, at - 1, "than")) {
		whole->step = true; /* "rated higher this month than last" */
		return;
	}
	whole->others += whole_is_word(parser, at,
	                               "look looks looking seem seems appear appears "
	                               "along us here yet so far")
	                         ? 0
	                         : 1;
	whole->verdict = whole->verdict || whole_is_word(parser, at, verdicts);
	whole->feels = whole->feels || whole_is_word(parser, at,
	                                             "content comfortable happy satisfied pleased "
	                                             "glad proud confident delighted");
	whole->stays = whole->stays || (whole_is_word(parser, at, "left") &&
	                                !parser_is(parser, at + 1, TOKEN_LEVEL) &&
	                                !parser_is(parser, at + 2, TOKEN_LEVEL));
	whole->begun = whole->begun ||
	               whole_is_word(parser, at, "began begun started opened entered") ||
	               (strcmp(text, "into") == 0 &&
	                parser_is(parser, parser_find_time(parser, at + 1), TOKEN_TIME));
	if (whole_is_word(parser, at, "sponsor manager") && parser->self >= 0 && at > 0 &&
	    parser_is(parser, at - 1, TOKEN_ARTICLE))
		whole->we = true;
	if (whole_is_word(parser, at, "update report") && at > 0 &&
	    parser_is(parser, at - 1, TOKEN_ARTICLE) && parser->self >= 0)
		whole->group = true;
	bool call = strcmp(text, "call") == 0 && at > 0 && parser_is(parser, at - 1, TOKEN_HOPE);
	bool what = call ||
	            (strcmp(text, "what") == 0 && at > 0 && parser_is(parser, at - 1, TOKEN_FOR));
	if (capital || text[0] == '\0' || (!what && !whole_word_is_plain(text)))
		whole->bad = true;
	whole->alone = whole->alone || strcmp(text, "alone") == 0;
	whole->likewise = whole->likewise || strcmp(text, "likewise") == 0;
	whole->overall = whole->overall || strcmp(text, "headline") == 0;
}

/* What says how a rating moved. */
static void read_trend(const struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	bool up = whole_is_word(parser, at, "up down");
	bool leads = parser_is(parser, at + 1, TOKEN_PREPOSITION) ||
	             parser_is(parser, at + 1, TOKEN_STREAK) ||
	             (at > 0 && whole_is_word(parser, at - 1, "sum summed"));
	if (up && leads && at > 0 && !parser_is(parser, at - 1, TOKEN_BE))
		return; /* "ended up at" */
	if (token->value == MOVEMENT_CHANGED)
		whole->moves = true;
	else if (token->value == MOVEMENT_STEADY && whole_is_word(parser, at, "the") &&
	         (parser_is(parser, at + 1, TOKEN_OTHER) ||
	          parser_is(parser, at + 1, TOKEN_GROUP) ||
	          parser_is(parser, at + 1, TOKEN_DELIVERY)))
		whole->bad = true; /* "the same contractor" */
	else if (token->value == MOVEMENT_STEADY)
		*(whole_is_word(parser, at, "the same") ? &whole->same : &whole->stays) = true;
	else
		whole->directions |= (unsigned)token->value;
	if (token->type == TOKEN_TREND &&
	    parser_ends_with(parser, at,
	                     "rating ratings level rated upgraded downgraded upgrade "
	                     "downgrade"))
		whole->rating = true;
	/* "put down Amber" is no move, "up and running" neither */
	enum token_type before = at > 0 ? parser_token(parser, at - 1)->type : TOKEN_END;
	if (parser_is_put(parser, at) || (up && parser_is(parser, at + 1, TOKEN_AND)) ||
	    (up && (before == TOKEN_RATED || before == TOKEN_OTHER || before == TOKEN_STAY)))
		whole->bad = true;
	whole->noun =
		whole->noun || (token->type == TOKEN_TREND_NOUN && token->value != MOVEMENT_STEADY);
}

/* "I believe", "in our view", "can be reported": what is held to be so. */
static bool is_held(const struct parser *parser, size_t at)
{
	size_t before = at > 0 ? at - 1 : 0, next = at + 1;
	while (before > 0 && parser_is(parser, before, TOKEN_ADVERB))
		before--;
	if (whole_is_word(parser, at, "can")) {
		next = parser_skip(parser, parser_skip_adverbs(parser, next), TOKEN_BOTH);
		next += whole_is_word(parser, next, "be") ? 1 : 0;
		return parser_is(parser, next, TOKEN_SAY) ||
		       whole_is_word(parser, next,
		                     "vouch support endorse back tell announce "
		                     "report reported shown given rated recorded "
		                     "put described called counted classed");
	}
	if (at == 0)
		return false;
	if (whole_is_word(parser, at, "view opinion"))
		return whole_is_word(parser, before, "my our own considered shared honest") ||
		       whole_is_word(parser, before, "team's sponsor's manager's");
	bool call = whole_is_word(parser, at, "would") &&
	            whole_is_word(parser, at + 1, "call say describe rate put") &&
	            !parser_is(parser, at + 2, TOKEN_IT);
	return (call || whole_is_word(parser, at, "believe think feel")) &&
	       whole_is_word(parser, before, "i we");
}

/* What the clause says of how, when and how long. */
static bool read_manner(const struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	switch (token->type) {
	case TOKEN_WAS: /* not "has had to" */
		whole->bad =
			whole->bad || (token->value == 1 && parser_is(parser, at + 1, TOKEN_BEEN));
		whole->was = whole->was || at == 0 || !parser_is(parser, at - 1, TOKEN_HAVE);
		return true;
	case TOKEN_STAY: /* "we remain satisfied": the rating need not */
		if (parser_is(parser, at + 1, TOKEN_OTHER) &&
		    !whole_is_word(parser, at + 1, "firmly put"))
			return true;
		/* "the Green-rated workstream continues": with its work */
		whole->bad = whole->bad ||
		             (whole->level_count != 0 && token->value != 0 && !whole->rating);
		return whole->stays = true;
	case TOKEN_STILL:
	case TOKEN_SAME:
		return whole->stays = true;
	case TOKEN_AGAIN:
		return whole->again = true;
	case TOKEN_FIRST_TIME:
		return whole->first = true;
	case TOKEN_NOT:
		whole->denials++;
		return true;
	case TOKEN_STREAK:
		whole->bad = whole->bad || whole->streak != 0;
		whole->streak = token->value;
		return true;
	case TOKEN_ONCE:
		read_time(whole, &(struct token){.value = WHEN_LAST}, at);
		return true;
	case TOKEN_TIME:
		read_time(whole, token, at);
		return true;
	default:
		return false;
	}
}

/* What it says of movements and of dates, and what takes it back. */
static bool read_movement(const struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	switch (token->type) {
	case TOKEN_MOVE:
		if (whole_is_word(parser, at, "slipped")) {
			whole->directions |= MOVEMENT_DECLINED;
			whole->slipped = true;
		}
		return whole->moves = true;
	case TOKEN_TREND:
	case TOKEN_TREND_NOUN:
		read_trend(parser, whole, at);
		return true;
	case TOKEN_STEP:
		return whole->step = true;
	case TOKEN_SCHEDULE:
		whole->paces++;
		whole->pace = (enum pace)token->value;
		return true;
	case TOKEN_PROCEED:
	case TOKEN_FINISH:
		whole->bad = whole->bad || (whole_is_word(parser, at, "close") &&
		                            parser_is(parser, at + 1, TOKEN_TO));
		return whole->proceeds = true;
	case TOKEN_LIKEWISE:
		return whole->likewise = true;
	case TOKEN_HOPE:
		if (is_held(parser, at))
			return true;
		whole->bad =
			whole->bad || !whole_is_word(parser, at, "will shall 'll expect forecast");
		return whole->hoped = true;
	default:
		return false;
	}
}

/* Whom it is of; the rest changes nothing, or is bad. */
static bool read_whom(const struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	switch (token->type) {
	case TOKEN_NAME:
		whole->bad = whole->bad || token->shy;
		whole->names |= (uint64_t)1 << token->value;
		return true;
	case TOKEN_WE:
		return whole->we = true;
	case TOKEN_IT:
		return whole->it = true;
	case TOKEN_PROGRAMME:
		return whole->programme = true;
	case TOKEN_DELIVERY:
		if (whole_is_word(parser, at, "team")) {
			whole->we = whole->we || parser->self >= 0;
			return true;
		}
		whole->agreed = whole->agreed || says(parser, at, "agreed");
		return whole->delivery = true;
	case TOKEN_RATING:
		whole->bad = whole->bad || token->value == 2;
		return whole->rating = true;
	case TOKEN_GROUP:
		read_group(parser, whole, at);
		return true;
	case TOKEN_ADVERB:
		whole->overall = whole->overall || says(parser, at, "overall") ||
		                 parser_ends_with(parser, at, "whole");
		return true;
	default:
		return false;
	}
}

/* "judge to be", "has had to be", "found to be": and not "hopes to be". */
static bool is_judged(const struct parser *parser, size_t at)
{
	enum token_type before = at > 0 ? parser_token(parser, at - 1)->type : TOKEN_END;
	return before == TOKEN_RATED || before == TOKEN_NAME || before == TOKEN_HAVE ||
	       before == TOKEN_WAS ||
	       (at > 0 &&
	        whole_is_word(parser, at - 1, "found shown proved taken held understood agreed"));
}

/* What changes nothing, or only sometimes. */
static void read_rest(const struct parser *parser, struct whole *whole, size_t at)
{
	const struct token *token = parser_token(parser, at);
	switch (token->type) {
	case TOKEN_TO_BE:
		whole->bad = whole->bad || !is_judged(parser, at);
		break;
	case TOKEN_KIND:
		if (token->value != 0)
			read_trend(parser, whole, at);
		whole->moves = whole->moves || whole_is_word(parser, at, "different");
		whole->verdict = whole->verdict || whole_is_word(parser, at, "right");
		whole->bad = whole->bad ||
		             whole_is_word(parser, at, "planned scheduled separate individual");
		break;
	case TOKEN_BOTH:
		whole->both = true;
		break;
	case TOKEN_STATUS: /* "no rating has dropped" */
		if (token->value == OUTCOME_DROPPED)
			whole->directions |= MOVEMENT_DECLINED;
		else
			whole->bad = whole->bad || !says(parser, at, "achieved");
		break;
	case TOKEN_DELAY: /* "saw its rating slip" */
		whole->bad = whole->bad || at == 0 || !parser_is(parser, at - 1, TOKEN_RATING);
		whole->directions |= MOVEMENT_DECLINED;
		break;
	case TOKEN_BY:
		whole->bad = whole->bad || !is_by_whom(parser, at);
		break;
	case TOKEN_OWNER:
		whole->bad = whole->bad || !is_owner(parser, at);
		break;
	case TOKEN_WHICH:
		whole->bad = whole->bad || !is_link(parser, whole, at);
		break;
	case TOKEN_COMMA:
	case TOKEN_OPEN:
	case TOKEN_CLOSE:
	case TOKEN_AND:
	case TOKEN_OF:
	case TOKEN_PREPOSITION:
	case TOKEN_FOR:
	case TOKEN_FROM:
	case TOKEN_TO:
	case TOKEN_BE:
	case TOKEN_HAVE:
	case TOKEN_BEEN:
	case TOKEN_THERE:
	case TOKEN_NAMELY:
	case TOKEN_SAY:
	case TOKEN_COMPARED:
		break;
	default:
		whole->bad = true;
	}
}

static void read_token(const struct parser *parser, struct whole *whole, size_t at)
{
	if (read_manner(parser, whole, at) || read_movement(parser, whole, at) ||
	    read_whom(parser, whole, at))
		return;
	switch (parser_token(parser, at)->type) {
	case TOKEN_OTHER:
		read_other(parser, whole, at);
		break;
	case TOKEN_RATED: /* "considered Amber": and did not give it */
		whole->rating =
			whole->rating ||
			(whole_is_word(parser, at, "rated graded scored") && whole->has_counted);
		whole->bad = whole->bad || (whole_is_word(parser, at, "close") &&
		                            parser_is(parser, at + 1, TOKEN_TO));
		whole->bad = whole->bad ||
		             (whole_is_word(parser, at, "considered consider propose proposed") &&
		              !(at > 0 && (parser_is(parser, at - 1, TOKEN_BE) ||
		                           parser_is(parser, at - 1, TOKEN_BEEN))));
		break;
	case TOKEN_ARTICLE: /* "its rating" */
		whole->it = whole->it || (whole_is_word(parser, at, "its their") &&
		                          parser_is(parser, at + 1, TOKEN_RATING));
		break;
	default:
		read_rest(parser, whole, at);
	}
}

/* Verbs that move a rating may stand behind the level. */
static void read_moves(const struct parser *parser, struct whole *whole)
{
	for (size_t at = whole->from; at < whole->to; at++)
		whole->moves =
			whole->moves || parser_is(parser, at, TOKEN_MOVE) ||
			whole_is_word(parser, at, "taken took take takes shift shifts brought");
}

void whole_read(struct parser *parser, struct whole *whole)
{
	read_moves(parser, whole);
	for (size_t at = whole->from; at < whole->to && !whole->bad;) {
		enum token_type type = parser_token(parser, at)->type;
		size_t end = whole_take_subject(parser, whole, at);
		if (end == at && (type == TOKEN_LEVEL || type == TOKEN_BEYOND))
			end = whole_take_level(parser, whole, at);
		if (end == at)
			read_token(parser, whole, end++);
		at = end;
	}
}
