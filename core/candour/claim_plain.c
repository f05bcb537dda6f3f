/* Words that change nothing in a clause about a rating: declared in candour/claim_whole.h. */
#include <string.h>

#include "candour/claim_whole.h"

/*
 * In their first form; a word that is not here may be whose rating it is, or whether it is
 * one. What asks, wants, doubts, plans or compares is left out on purpose, and so is what has
 * parts.
 */
static const char *const plain[] = {
	/* verbs that give a rating, or have one */
	"accept accord adopt allocate allot apply ascribe assess assign attach attract award bear "
	"bestow bring brought called carry categorise choose choosing class classify come comes came "
	"complete conclude confirm count declare deem describe deserve designate determine display "
	"earn emerge endorse enjoy enter establish exhibit feature find found fit give gave grade "
	"judge justify label land lie list log look mark merit notch occupy offer pass pick place "
	"post present produce rank rate read receive record reflect register report represent "
	"rest result return saw score seem select sent settle share sign stamp stand start state begin began begun started entered opened open "
	"stood submit subscribe support tag take took tell told use value warrant wear wore win "
	"won yield agree concur stick stuck go goes gone went do does did appear see seen sit sat "
	"am taken given shown drawn chosen exchange swap trade replace shed shift joins join be swapped swaps include notch notched sum through yet ourselves itself validate verify approve ratify uphold upheld vouch undergo suffer cross slide left leaving endorse home footing back boast command collect reckon attest "
	"acquire put putting set setting get getting got sitting unite pair match group belong rise "
	"achieve attain secure garner claim file table publish log mean make made keep kept leave",
	/* what a rating is, and how it was come to */
	"accurate apt candid clear cautious correct evident exact fair fairest firm full good "
	"headline honest just justified latest logical natural obvious plain principal proper "
	"prudent realistic reasonable right rightful safe same sensible simple sound "
	"straightforward suitable sure true truthful truest unanimous valid whole overall "
	"comfortable content confident happy satisfied pleased glad delighted certain convinced "
	"persuaded minded grateful able ready obliged alone alike likewise together both common "
	"commonest final formal official summary appropriate fitting deserved rightly jointly "
	"monthly apparent decent frank objective balanced consistent easy proud",
	/* what a rating is called, and where it stands */
	"aggregate answer appraisal assessment band box case category categories chart "
	"choice circumstance classification code column colour conclusion consensus dashboard "
	"declaration description designation evaluation evidence fact figure "
	"heading hesitation judgement judgment level line matrix message name notation note number "
	"outcome overview page pattern place point reading report reservation return review "
	"round scorecard sheet statement submission sum table tally term total update verdict "
	"measure month period quarter row cycle year grading scoring ",
	/* who gives it */
	"i me us you colleague everybody everyone lead leader manager member officer owner reader "
	"sponsor myself team director he she",
	/* what holds a clause together */
	"accordingly here into much my off onto or our own per quite rather round very via "
	"which with within these this there together upon altogether indeed yes so too even "
	"then up down along around among alongside amongst between name let each other",
};

/* "judging" of "judge", "carried" of "carry", "sponsors" of "sponsor". */
static bool is_form_of(const char *word, const char *base, size_t length)
{
	static const char *const ends[] = {"", "s", "es", "d", "ed", "ing", NULL};
	size_t shared = 0;
	while (shared < length && word[shared] == base[shared])
		shared++;
	const char *rest = word + shared;
	if (shared == length) {
		for (size_t i = 0; ends[i] != NULL; i++)
			if (strcmp(rest, ends[i]) == 0)
				return true;
		return false;
	}
	if (shared + 1 != length)
		return false;
	if (base[shared] == 'e')
		return strcmp(rest, "ing") == 0;
	return base[shared] == 'y' && (strcmp(rest, "ied") == 0 || strcmp(rest, "ies") == 0);
}

bool whole_word_is_plain(const char *word)
{
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		for (const char *at = plain[i]; *at != '\0';) {
			size_t length = strcspn(at, " ");
			if (*at == *word && is_form_of(word, at, length))
				return true;
			at += length + (at[length] == ' ' ? 1 : 0);
		}
	return false;
}
