#include "markup/phrases.h"

static const char *const phrases[PHRASE_COUNT][LANGUAGE_COUNT] = {
#define PHRASE(name, english, welsh) [PHRASE_##name] = {english, welsh},
#include "markup/phrases.inc"
#undef PHRASE
};

const char *phrase_text(enum phrase phrase, enum language language)
{
	return phrases[phrase][language];
}

const char *language_tag(enum language language)
{
	static const char *const tags[LANGUAGE_COUNT] = {
		[LANGUAGE_ENGLISH] = "en-GB",
		[LANGUAGE_WELSH] = "cy",
	};
	return tags[language];
}
