#include "candour/prompt_words.h"

#include <string.h>

static bool is_mark(const struct sentence *sentence, size_t word, const char *mark)
{
	return word < sentence->count && sentence->words[word].type == WORD_MARK &&
	       strcmp(sentence->words[word].text, mark) == 0;
}

static size_t count_words(const char *phrase)
{
	size_t count = 1;
	for (; *phrase != '\0'; phrase++)
		count += *phrase == ' ' ? 1 : 0;
	return count;
}

/* Behind the last word, marks left out. */
static size_t words_end(const struct sentence *sentence)
{
	size_t end = sentence->count;
	while (end > 0 && sentence->words[end - 1].type == WORD_MARK)
		end--;
	return end;
}

/* Anywhere in a text. */
static const char *const anywhere[] = {"lorem ipsum",
                                       "dolor sit amet",
                                       "consectetur adipiscing",
                                       "adipiscing elit",
                                       "sed do eiusmod",
                                       "minim veniam",
                                       "incididunt ut labore",
                                       "click or tap",
                                       "click here to enter",
                                       "click here to add",
                                       "delete as appropriate",
                                       "delete as applicable",
                                       "delete as necessary",
                                       "delete this line",
                                       "delete this text",
                                       "delete before",
                                       "placeholder text",
                                       "template text",
                                       "sample text",
                                       "dummy text",
                                       "filler text",
                                       "your text here",
                                       "complete this section",
                                       "fill in this section",
                                       "note to author",
                                       "note to authors",
                                       "note to the author",
                                       "insert here",
                                       "goes here",
                                       "go here",
                                       "ut perspiciatis",
                                       "unde omnis",
                                       "nemo enim ipsam",
                                       "accusantium doloremque",
                                       "aute irure",
                                       "quis nostrud",
                                       "excepteur sint",
                                       "paste here",
                                       "dd / mm / yyyy",
                                       "mm / yyyy",
                                       NULL};

/* At the beginning of a short sentence. */
static const char *const beginnings[] = {"insert text",
                                         "enter text",
                                         "add text",
                                         "please describe",
                                         "please insert",
                                         "please enter",
                                         "please complete",
                                         "please provide a",
                                         "please provide details",
                                         "please summarise",
                                         "please state",
                                         "please delete",
                                         "please explain",
                                         "please outline",
                                         "please give",
                                         "please use",
                                         "please provide an",
                                         "please provide the",
                                         "please keep",
                                         "please limit",
                                         "please fill",
                                         "please write",
                                         "please list",
                                         "please set out",
                                         "please include",
                                         "please be brief",
                                         "please do not exceed",
                                         "please add",
                                         "please record",
                                         "please update this",
                                         "briefly describe",
                                         "briefly explain",
                                         "briefly summarise",
                                         "briefly set out",
                                         "briefly outline",
                                         "describe what was",
                                         "use this section",
                                         "use this space",
                                         "use this box",
                                         "use this field",
                                         "choose an item",
                                         "choose a date",
                                         "select one",
                                         "this section should",
                                         "this section must",
                                         "this section is for",
                                         "this section is to",
                                         "this section needs to",
                                         "this box should",
                                         "this box is for",
                                         "this field should",
                                         "this paragraph should",
                                         "two or three sentences",
                                         "one or two sentences",
                                         "a short paragraph on",
                                         "a sentence or two",
                                         "set out what",
                                         "set out the",
                                         "comment on",
                                         "text to follow",
                                         "text to be added",
                                         "text to be inserted",
                                         "text to be supplied",
                                         "text to be provided",
                                         "content to follow",
                                         "content to be added",
                                         "narrative to follow",
                                         "narrative to be added",
                                         "wording to follow",
                                         "commentary to follow",
                                         "comments to follow",
                                         "delete if",
                                         "delete when",
                                         "replace with",
                                         "this is where you",
                                         "tick one",
                                         "tick as",
                                         "tick the box",
                                         "tick all that",
                                         "choose from the list",
                                         "choose from the following",
                                         "select from",
                                         "select a rating",
                                         "select all that",
                                         "pick one :",
                                         "click to",
                                         "double-click to",
                                         "copy and paste this",
                                         "repeat for each",
                                         "repeat this",
                                         "repeat as",
                                         "add rows",
                                         "add more rows",
                                         "add further rows",
                                         "add lines",
                                         "use one line",
                                         "use one row",
                                         "use bullet points",
                                         "use plain english",
                                         "keep this section",
                                         "keep it brief",
                                         "keep it short",
                                         "word limit :",
                                         "word count :",
                                         NULL};

/* Whole texts, but for the mark behind them. */
static const char *const wholes[] = {"yes / no",         "yes / no / not applicable",
                                     "yes / no / n / a", "yes / no / n/a",
                                     "heading 1",        "heading 2",
                                     "heading 3",        "your comments",
                                     "your text",        "your name",
                                     "text box",         NULL};

bool prompt_has_phrase(const struct sentence *sentence)
{
	for (size_t i = 0; anywhere[i] != NULL; i++) {
		size_t at = sentence_find(sentence, 0, anywhere[i]);
		bool quoted = at > 1 && is_mark(sentence, at - 1, "\"");
		if (at < sentence->count && !quoted)
			return true;
	}
	return false;
}

bool prompt_has_beginning(const struct sentence *sentence)
{
	static const char verbs[] = "was were is are has have had";
	for (size_t i = 0; beginnings[i] != NULL; i++) {
		size_t words = count_words(beginnings[i]);
		if (sentence_says(sentence, 0, beginnings[i]) &&
		    !(words < sentence->count && word_is_any(&sentence->words[words], verbs)))
			return true;
	}
	for (size_t i = 0; wholes[i] != NULL; i++)
		if (sentence_says(sentence, 0, wholes[i]) &&
		    words_end(sentence) == count_words(wholes[i]))
			return true;
	return false;
}
