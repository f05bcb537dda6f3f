/*
 * What is said to rise or fall, and no figure for it: declared in candour/ask.h.
 *
 * Of what an organisation counts (turnover, sickness, complaints) a sentence says that it has
 * moved: "turnover shows a downward trend", "complaints have fallen", "we have reduced
 * vacancies", "there has been a fall in absence". A figure in the same passage, or in the one
 * before or behind it, answers; so does a word that points to a table. What is wished for,
 * feared or true of the whole country is left alone.
 */
#include "candour/ask.h"

#include <string.h>

enum { QUOTED_MOST = 90, ASKED_MOST = 50, DOUBTS_MOST = 5, BETWEEN_MOST = 6, NEAR = 3 };

static const char measures[] =
	"turnover sickness absence absences absenteeism vacancies complaints satisfaction arrears "
	"backlog backlogs attendance retention overspend overspends underspend underspends "
	"incidents accidents caseload caseloads footfall";

/* What a reader counts by two words. */
static const char *const measures_of_two[] = {
	"vacancy rate",   "vacancy rates", "response time",   "response times", "response rate",
	"response rates", "waiting time",  "waiting times",   "waiting list",   "waiting lists",
	"agency spend",   "agency costs",  "agency spending", "staff costs",    NULL};

/* How many words what is counted has that is called at WORD, or 0. */
static size_t measure_at(const struct sentence *sentence, size_t word)
{
	if (word >= sentence->count)
		return 0;
	for (const char *const *two = measures_of_two; *two != NULL; two++)
		if (sentence_says(sentence, word, *two))
			return 2;
	return word_is_any(&sentence->words[word], measures) ? 1 : 0;
}

/* The number of the word behind what is counted, where it is called within NEAR words of WORD. */
static size_t measure_near(const struct sentence *sentence, size_t word)
{
	for (size_t at = word; at < sentence->count && at < word + NEAR; at++) {
		size_t words = measure_at(sentence, at);
		if (words != 0)
			return at + words;
		if (sentence->words[at].type != WORD_LETTERS)
			return 0;
	}
	return 0;
}

/* --- how it is said to move --- */

/*
 * True where what is counted ends before WORD: "complaints have", not "complaints handling". A
 * second such word may follow ("sickness absence has").
 */
static bool ends_before(const struct sentence *sentence, size_t word, const char *moved)
{
	static const char links[] =
		"has have had is are was were continues continue remains remain also now again among in "
		"of across at from for within over since and absence rate rates level levels numbers "
		"scores shows show down";
	const struct word *next = &sentence->words[word];
	size_t length = word < sentence->count ? strlen(next->text) : 0;
	return length != 0 && (word_is_any(next, links) || word_is_any(next, moved) ||
	                       word_is_any(next, measures) ||
	                       (length > 2 && strcmp(next->text + length - 2, "ly") == 0));
}

/* "Turnover has steadily fallen", "complaints are down", "sickness continues to rise". */
static bool moves_behind(const struct sentence *sentence, size_t behind)
{
	static const char moved[] =
		"fallen falling fell falls risen rising rose rises improved improving improves "
		"dropped dropping drops declined declining declines decreased decreasing decreases "
		"increased increasing increases reduced reducing grown growing grew shrunk "
		"worsened worsening worsens shortened lengthened";
	static const char plain[] =
		"fall rise improve drop decline decrease increase grow worsen shrink reduce";
	static const char at_end[] = "down lower higher better worse";
	static const char others[] = "that which who where and or but to not never";
	if (!ends_before(sentence, behind, moved))
		return false;
	for (size_t at = behind; at < sentence->count && at < behind + BETWEEN_MOST; at++) {
		const struct word *word = &sentence->words[at], *before = word - 1;
		if (word->type != WORD_LETTERS)
			return false;
		/* "... has improved its guide" is about something else. */
		if (word_is_any(word, moved))
			return at + 1 >= sentence->count ||
			       !word_is_any(word + 1, "its the our their a an how what");
		if (word_is_any(word, at_end))
			return word_is_any(before, "is are remains now much significantly further");
		if (word_is_any(before, "to") && at > behind + 1)
			return word_is_any(word, plain) &&
			       word_is_any(before - 1, "continues continue continued");
		if (word_is_any(word, others) &&
		    !(word_is_any(word, "to") &&
		      word_is_any(before, "continues continue continued")))
			return false;
	}
	return false;
}

/* True where it only says what something else is about: "the process for complaints". */
static bool is_object(const struct sentence *sentence, size_t measure)
{
	static const char leads[] =
		"for about on with by to from against into how of handle handles handling";
	static const char amounts[] = "level levels rate rates number numbers volume amount";
	for (size_t back = 1; back <= 2 && back <= measure; back++) {
		const struct word *lead = &sentence->words[measure - back];
		bool amount =
			measure > back && word_is_any(lead, "of") && word_is_any(lead - 1, amounts);
		if (word_is_any(lead, leads) && !amount)
			return true;
	}
	return false;
}

/* "Turnover shows a downward trend", "a downward trend in turnover": TREND is the noun. */
static bool is_trend(const struct sentence *sentence, size_t trend)
{
	static const char ways[] =
		"downward upward falling rising declining improving worsening positive negative "
		"favourable encouraging decreasing increasing better";
	const struct word *word = &sentence->words[trend];
	if (trend == 0 || !word_is_any(word, "trend trends trajectory") ||
	    !word_is_any(word - 1, ways))
		return false;
	if (trend + 1 < sentence->count && word_is_any(word + 1, "in of for on"))
		return measure_near(sentence, trend + 2) != 0;
	for (size_t at = trend - 1; at > 0 && trend - at <= BETWEEN_MOST; at--)
		if (measure_at(sentence, at - 1) != 0)
			return true;
	return false;
}

/* "There has been a marked fall in turnover", "A fall in turnover.": FALL is the noun. */
static bool is_fall(const struct sentence *sentence, size_t fall)
{
	static const char falls[] =
		"fall rise drop decline decrease increase reduction improvement growth";
	static const char seen[] = "been seen see saw shows show showed is had achieved";
	if (!word_is_any(&sentence->words[fall], falls) || fall + 1 >= sentence->count ||
	    !word_is_any(&sentence->words[fall + 1], "in of") ||
	    measure_near(sentence, fall + 2) == 0)
		return false;
	bool told = fall <= 2;
	for (size_t at = fall; at-- > 0 && fall - at <= NEAR + 1 && !told;)
		told = word_is_any(&sentence->words[at], seen);
	return told;
}

/* "We have reduced vacancies": VERB is the deed. */
static bool is_deed(const struct sentence *sentence, size_t verb)
{
	static const char deeds[] = "reduced cut lowered improved increased raised shortened";
	if (verb == 0 || !word_is_any(&sentence->words[verb], deeds))
		return false;
	bool have = word_is_any(&sentence->words[verb - 1], "has have we");
	if (!have && verb > 1)
		have = word_is_any(&sentence->words[verb - 2], "has have") &&
		       sentence->words[verb - 1].type == WORD_LETTERS;
	return have && measure_near(sentence, verb + 1) != 0;
}

/* The number of the word by which something is said to move, or sentence->count. */
static size_t find_movement(const struct sentence *sentence)
{
	for (size_t at = 0; at < sentence->count; at++) {
		size_t words = measure_at(sentence, at);
		if ((words != 0 && !is_object(sentence, at) &&
		     moves_behind(sentence, at + words)) ||
		    is_trend(sentence, at) || is_fall(sentence, at) || is_deed(sentence, at))
			return at;
	}
	return sentence->count;
}

/* --- what answers it --- */

/* True where it is wished for, feared, denied or said of others, or where a figure is near. */
static bool is_left_alone(const struct sentence *sentence)
{
	static const char others[] =
		"if unless whether when should would could may might will shall must can target "
		"targets aim aims aimed hope hopes hoped expect expects expected plan plans planned "
		"until once ensure not no never national nationally sector country england region "
		"regional rating rated risk risks concern so intended designed table chart graph dashboard "
		"scorecard appendix annex figures figure attached below above data";
	static const char sizes[] = "half halved doubled trebled tripled quarter zero nil";
	for (size_t i = 0; i < sentence->count; i++)
		if (word_is_any(&sentence->words[i], others) ||
		    word_is_any(&sentence->words[i], sizes))
			return true;
	return false;
}

static bool has_figure(const struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->count; i++)
		if (sentence->words[i].number >= 0 ||
		    strpbrk(sentence->words[i].text, "0123456789") != NULL)
			return true;
	return false;
}

/* Looks from the sentence on, forward or back, to the end of the passage next to its own. */
static bool has_figure_near(const struct sentences *sentences, size_t index, bool forward)
{
	enum { LOOKED_MOST = 40 };
	const struct passage *own = sentences->items[index].passage, *next = own;
	size_t room = forward ? sentences->count - index : index + 1;
	for (size_t i = 0; i < room && i < LOOKED_MOST; i++) {
		const struct sentence *sentence =
			&sentences->items[forward ? index + i : index - i];
		next = next == own ? sentence->passage : next;
		if ((sentence->passage != own && sentence->passage != next) ||
		    sentence->passage->section != own->section)
			return false;
		if (has_figure(sentence))
			return true;
	}
	return false;
}

void ask_trend_unmeasured(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct sentences *sentences = chapter_sentences(chapter);
	struct arena *arena = &question->doubts->arena;
	size_t asked = 0, raised = 0;
	if (document_is_draft(chapter_document(chapter)) && !question->landing)
		return;
	for (size_t i = 0; i < sentences->count && asked < ASKED_MOST && raised < DOUBTS_MOST;
	     i++) {
		const struct sentence *sentence = &sentences->items[i];
		size_t word = sentence->passage->quoted ? sentence->count : find_movement(sentence);
		if (word == sentence->count || is_left_alone(sentence))
			continue;
		asked++;
		if (has_figure_near(sentences, i, true) || has_figure_near(sentences, i, false))
			continue;
		raised++;
		doubt_raise(question, sentence_place(chapter_document(chapter), sentence, word),
		            "the text says how something that can be counted has moved, and gives "
		            "no figure: \"%s\"",
		            sentence_quote(sentence, QUOTED_MOST, arena));
	}
}
