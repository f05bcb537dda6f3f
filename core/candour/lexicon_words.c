/* The phrases of the lexicon: declared in candour/lexicon.h. */
#include "candour/lexicon.h"

#include <string.h>

enum {
	UP = MOVEMENT_IMPROVED,
	SAME = MOVEMENT_STEADY,
	DOWN = MOVEMENT_DECLINED,
	MOVED = MOVEMENT_CHANGED,
};

const struct phrases lexicon_phrases[] = {
	/* what holds a sentence together */
	{TOKEN_AND, 0, "and|&|plus|as well as|together with|along with"},
	{TOKEN_OR, 0, "or"},
	{TOKEN_NOR, 0, "nor"},
	{TOKEN_BUT, 0, "but|while|whilst|whereas|although|though|however|yet"},
	{TOKEN_ARTICLE, ARTICLE_THE, "the|these|those"},
	{TOKEN_ARTICLE, ARTICLE_THIS, "our|its|their|my|this"},
	{TOKEN_ARTICLE, ARTICLE_A, "a|an"},
	{TOKEN_OWNER, 0, "'s"},
	{TOKEN_WHICH, 0, "which|that|where"},
	{TOKEN_NAMELY, 0,
         "including|among them|namely|these are|these being|those are|they are|i.e.|ie|specifically"},
	{TOKEN_LIKEWISE, 0, "as is|as are|so is|so are|and so is|and so are|so too is|so too are"},
	{TOKEN_RESPECTIVELY, 0, "respectively"},
	/* whom it is about */
	{TOKEN_GROUP, GROUP_WORKSTREAM, "workstream|work stream"},
	{TOKEN_GROUP, GROUP_WORKSTREAMS, "workstreams|work streams"},
	{TOKEN_GROUP, GROUP_THEME, "theme|project|strand|area"},
	{TOKEN_GROUP, GROUP_THEMES, "themes|projects|strands|areas|areas of work|strands of work"},
	{TOKEN_RATING, 0, "rating|rag rating|rag|rag status|status|rag score|rag position"},
	{TOKEN_RATING, 1, "ratings|rag ratings|rag statuses|statuses"},
	{TOKEN_MILESTONE, 0, "milestone"},
	{TOKEN_MILESTONE, 1, "milestones"},
	{TOKEN_PROGRAMME, 0,
         "programme|programme as a whole|programme overall|overall programme|"
         "improvement programme|improvement plan|plan as a whole|"
         "whole programme|overall plan|plan"},
	{TOKEN_DELIVERY, 0,
         "delivery|progress|work|completion|everything|things|matters|timetable|team|"
         "programme of work|completion date|forecast completion|forecast completion date|"
         "forecast date|forecast finish|agreed date|agreed finish date|agreed end date|agreed deadline|"
         "agreed completion|agreed completion date|agreed timetable|agreed schedule|"
         "completion forecast|projected completion|"
         "projected completion date|expected completion|expected completion date|forecast is|"
         "forecast is now|forecast remains"},
	{TOKEN_DELAY, PACE_AHEAD,
         "an early finish is forecast|an early finish is expected|an early finish is now expected|"
         "an early finish is now forecast|an early finish is anticipated|early completion is forecast|"
         "early completion is expected|early completion is now expected|"
         "early completion is now forecast|we foresee an early finish|we forecast an early finish|"
         "we expect an early finish|we anticipate an early finish|we are forecasting an early finish|"
         "we are expecting an early finish|we are anticipating an early finish"},
	{TOKEN_DELAY, PACE_BEHIND,
         "a late finish is forecast|a late finish is expected|a late finish is now expected|"
         "a late finish is now forecast|late completion is forecast|late completion is expected|"
         "we foresee a late finish|we forecast a late finish|we expect a late finish|"
         "we anticipate a late finish|we are forecasting a late finish|we are expecting a late finish"},
	{TOKEN_SCHEDULE, PACE_AHEAD,
         "forecasting an early finish|expecting an early finish|forecasting early completion|"
         "anticipating an early finish|forecast an early finish|forecast for an early finish|"
         "heading for an early finish|set for an early finish|on course for an early finish|"
         "on track for an early finish|looking at an early finish|"
         "on course to finish early|on track to finish early"},
	{TOKEN_SCHEDULE, PACE_BEHIND,
         "forecasting a late finish|expecting a late finish|forecasting late completion|"
         "anticipating a late finish|heading for a late finish|set for a late finish"},
	{TOKEN_DELAY, 0, "delay|delays|slippage|slip|slips|overrun|drift"},
	{TOKEN_WE, 0, "we"},
	{TOKEN_IT, 0, "it|they"},
	{TOKEN_IT, 0,
         "the current one|the new one|the present one|the latest one|the one for this month|"
         "the one for this period|the one given now|this month's one"},
	{TOKEN_THEM, 0, "them|whom"},
	{TOKEN_KIND, UP, "improvement"},
	{TOKEN_KIND, 0,
         "planned|scheduled|key|agreed|priority|individual|core|main|current|separate|different|"
         "active|right|present|latest|own|new"},
	{TOKEN_RATED, 0, "reported"},
	{TOKEN_DUE, 0, "due"},
	/* how many */
	{TOKEN_ALL, 0,
         "all|every|every one|each|each and every|each one|the entire set|the whole set|the full set|the complete set|the full list|the whole list|every single|"
         "every single one|every last|every last one"},
	{TOKEN_ANY, 0, "any|any one|a single one"},
	{TOKEN_NOT_ALL, 0, "not all|not every|not each"},
	{TOKEN_NONE, 0, "no|none|not one|not a single|not a single one|not any|zero|nothing"},
	{TOKEN_BOTH, 0, "both"},
	{TOKEN_NEITHER, 0, "neither"},
	{TOKEN_MOST, 0,
         "most|majority|a majority|the majority|over half|the bulk|the larger part|the greater part|the larger number|the greater number|the lion's share"},
	{TOKEN_HALF, 0, "half|exactly half"},
	{TOKEN_ADVERB, 0, "as many as|as few as"},
	{TOKEN_SOME, 0, "some|several|a number|many|a few"},
	{TOKEN_AT_LEAST, 0, "at least|no fewer than|no less than"},
	{TOKEN_AT_MOST, 0, "at most|no more than|up to"},
	{TOKEN_MORE_THAN, 0, "more than"},
	{TOKEN_FEWER_THAN, 0, "fewer than|less than"},
	{TOKEN_OTHER, 0, "under half"},
	{TOKEN_ONLY, 0, "only|just|solely"},
	{TOKEN_NUMBER, 1, "a single"},
	{TOKEN_REST, 0, "remaining|other"},
	{TOKEN_REST, 1, "others|rest|remainder"},
	{TOKEN_ALL_BUT, 0, "all but"},
	{TOKEN_OF, 0, "of|out of|from among"},
	{TOKEN_FROM, 0, "from"},
	{TOKEN_TO, 0, "to"},
	{TOKEN_BY, 0, "by"},
	{TOKEN_FOR, 0,
         "for|in|under|across|within|among|over|throughout|in the case of|in respect of|"
         "with regard to|with respect to|as regards|regarding|concerning|as far as|so far as|"
         "insofar as|when it comes to"},
	{TOKEN_ADVERB, 0, "is concerned|are concerned|ourselves|itself|themselves"},
	{TOKEN_PREPOSITION, 0, "at|on|as|with|since|during"},
	{TOKEN_EXCEPT, 0,
         "with the exception of|with the sole exception of|"
         "with the single exception of|the exception being|except|except for|"
         "excepting|save|apart from|aside from|other than|excluding|bar|save for|"
         "but for|leaving aside|setting aside|leaving out|barring|omitting|ignoring|"
         "disregarding|discounting|not counting|not including|putting aside|putting to one side|"
         "leaving to one side|leaving out of account|with only the exception of|with the one exception of|"
         "with the only exception of|the exception of|the sole exception of|"
         "the single exception of|the one exception of|the only exception of"},
	{TOKEN_EXCEPTED, 0,
         "aside|excepted|apart|to one side|out of account|as the sole exception|"
         "as the only exception|as the one exception|as the single exception|as the exception|"
         "being the exception|being the sole exception|being the only exception|"
         "being the one exception|the sole exception|the only exception|the one exception|"
         "exception|exceptions"},
	{TOKEN_BEYOND, BEYOND_BETTER,
         "better than|above|higher than|better than it was|better than they were|better than in|better than it was in|"
         "higher than it was|higher than they were|higher than in|higher than it was in"},
	{TOKEN_BEYOND, BEYOND_WORSE,
         "falls short of|fall short of|worse than|below|lower than|short of|worse than it was|worse than they were|worse than in|worse than it was in|"
         "lower than it was|lower than they were|lower than in|lower than it was in"},
	{TOKEN_BEYOND, BEYOND_UP_TO, "no worse than|not worse than|no lower than"},
	{TOKEN_BEYOND, BEYOND_DOWN_TO, "no better than|not better than|no higher than"},
	{TOKEN_BEYOND, BEYOND_BUT, "anything other than|anything but|something other than"},
	{TOKEN_BEYOND, BEYOND_OR_BETTER, "or better|or above|or higher|and above|and better"},
	{TOKEN_BEYOND, BEYOND_OR_WORSE, "or worse|or below|or lower|and below|and worse"},
	/* verbs */
	{TOKEN_RATED, 0,
         "propose|proposes|proposed|justified|warranted|spent|spends|appears|appear|posts|posted|give|gives|finished|finishes|finish|made|"
         "can be reported|can be seen|can now be reported"},
	{TOKEN_STAY, 1, "remains in place|remain in place|stays in place"},
	{TOKEN_PROCEED, 0,
         "confident of finishing|confident of completing|confident of completion|"
         "confident of delivering|confident of delivery"},
	{TOKEN_PROCEED, 0, "making progress|makes progress"},
	{TOKEN_TO_BE, 0, "to be"},
	{TOKEN_RATED, 0, "assess|judge|consider|considered|deem|deemed|regard|regarded"},
	{TOKEN_RATING, 2, "previous rating|last rating|previous rag rating|previous status"},
	{TOKEN_RATING, 0, "assessment"},
	{TOKEN_RATING, 3, "position|picture|standing"},
	{TOKEN_BE, 0, "is|are|'re"},
	{TOKEN_WAS, 0, "was|were"},
	{TOKEN_WAS, 1, "had"},
	{TOKEN_HAVE, 0, "has|have|having|'ve|did|does|do"},
	{TOKEN_BEEN, 0, "been|being"},
	{TOKEN_THERE, 0, "there is|there are|there were|there was|there has been|there have been"},
	{TOKEN_RATED, 0,
         "rated|rate|rates|rag rated|leave|leaves|put|puts|place|places|make|makes|"
         "assessed|judged|scored|marked|graded|classed|"
         "classified|flagged|recorded|given|assigned|awarded|designated|"
         "categorised|set|reporting|report|reports|show|shows|showing|shown|"
         "showed|display|carry|carries|carrying|receive|received|receives|see|"
         "seen|saw|evident|visible|stand|stands|standing|stood|sit|sits|"
         "sitting|come in|comes in|came in|come out|hold a|holds a|holding a|"
         "reached|earned|ended|ends|end|close|closes|closed|finds itself|find themselves|"
         "merits|merit|attracts|attract|gets|get|got|earns|records|record|enters|enter|share|"
         "shares|sharing|enjoy|enjoys|comes out|came out|applies|apply|applied|placed|attains|"
         "attained|secures|secured|obtained|obtains|warrants|warrant|chosen|achieve|achieves"},
	/* what somebody comes to is a judgement, and need not be another than before */
	{TOKEN_RATED, 0,
         "come to a|come to an|came to a|came to an|comes to a|comes to an|arrived at|arrives at|"
         "arrive at|settled on|settled at|settled for|settle on|settles on|decided on|decided upon|"
         "opted for|landed on|landed at|agreed on|agreed upon|gained a rating|gained a rating of|"
         "returned a|returned an|returns a|returns an|return a|return an|turned in|turned in a|"
         "turned in an|turned out|turned out at|worked out at|works out at|went for|gone for|"
         "brought in|brought in at|passed as|gone with|went with"},
	{TOKEN_STATUS, OUTCOME_DELIVERED, "achieved"},
	{TOKEN_STAY, 0, "remain|remains|remained"},
	{TOKEN_STAY, 1,
         "stay|stays|stayed|staying|continue|continues|continued|continuing|"
         "continue to be|continues to be|continue to report|"
         "continues to report|continue to show|continues to show|"
         "continued to be|continue to rate|maintain|maintains|maintained|"
         "maintaining|retain|retains|retained|retaining|keep|keeps|kept|keeping|sticking|sticks|adhering|adhered"},
	{TOKEN_STAY, 2, "hold|holds|held|holding"},
	{TOKEN_STAY, 1,
         "continue to have|continues to have|carries on at|carry on at|carried on at|carries on as|goes on at|goes on being|go on being|carrying on at|"
         "holds on to|hold on to|held on to|hangs on to|hang on to|continues to hold|"
         "continue to hold|continues to enjoy|continues to carry|continues to merit|stuck at|"
         "stuck on|persists at|lingers at"},
	{TOKEN_STILL, 0, "still"},
	{TOKEN_AGAIN, 0, "again|once again|once more|yet again"},
	{TOKEN_NOT, 0, "not|n't|not yet|no longer"},
	{TOKEN_NOT, 0,
         "not have to|not had to|not need to|not needed to|n't have to|n't had to|no need to|"
         "no cause to|no reason to|no occasion to|not had cause to|not had reason to"},
	{TOKEN_ADVERB, 0,
         "for its part|for their part|for our part|for my part|"
         "either|now|also|too|overall|already|well|very much|as expected|as planned|"
         "as hoped|as a whole|a total of|all in all|all things considered|in total|altogether|all told|taken together|"
         "taken as a whole|without exception|across the board|alike|on balance|in short|"
         "in summary|in sum"},
	{TOKEN_TIME, WHEN_NOW, "at present|at the moment|currently"},
	/* how ratings move */
	{TOKEN_TREND, UP,
         "climbed|jumped|a stronger rating|stronger ratings|a healthier rating|an upgraded rating|a raised rating|"
         "a better rating|better ratings|a higher rating|higher ratings|improved ratings|"
         "an improved rating|rise|rises"},
	{TOKEN_TREND, DOWN,
         "sunk|sank|dipped|a poorer rating|poorer ratings|a weaker rating|weaker ratings|a reduced rating|"
         "a downgraded rating|a worse rating|worse ratings|a lower rating|lower ratings|fall|falls"},
	{TOKEN_MOVE, MOVED, "become|becomes|became"},
	{TOKEN_TRENDS, 0, "trend|trends|direction of travel|trajectory"},
	{TOKEN_TREND, UP, "better|higher"},
	{TOKEN_TREND, DOWN, "worse|lower"},
	{TOKEN_POSITIVE, UP, "positive|upward|upwards|favourable"},
	{TOKEN_POSITIVE, DOWN, "negative|downward|downwards"},
	{TOKEN_TREND_NOUN, UP,
         "direction of travel is upward|direction of travel is upwards|"
         "direction of travel is improving"},
	{TOKEN_PROCEED, 0,
         "continue to run|continues to run|continue to progress|continues to progress|run"},
	{TOKEN_PREPOSITION, 0,
         "than|than they had|than it had|than they had in|than it had in|than they did|than it did|"
         "than it was|than they were|than it was in|than they were in|than in|than at"},
	{TOKEN_STEP, 0, "than before|than previously"},
	{TOKEN_TREND, UP,
         "better rated|higher rated|rated more highly|more highly rated|"
         "re rated upwards|rerated upwards|rated upwards|moves up|move up|goes up|"
         "go up|climbs|come up|came up|comes up|get better|getting better|gets better|"
         "gained ground|gains ground|picked up"},
	{TOKEN_TREND, DOWN,
         "worse rated|lower rated|re rated downwards|rerated downwards|"
         "drops|drop|get worse|getting worse|gets worse|lost ground|loses ground|losing ground|"
         "moves down|move down|goes down|go down|come down|came down|comes down|sinks|declines"},
	{TOKEN_TREND, UP,
         "bettered|marked up|raise|raises|lift|lifts|on the up|on the way up|on the rise|"
         "scored higher|recovered"},
	{TOKEN_TREND, DOWN,
         "slid back|slid|weakened|marked down|reduced|reduce|reduces|lost a level|on the way down|"
         "on the slide|scored lower|sliding"},
	{TOKEN_TREND, MOVED, "different|a different rating|different ratings"},
	{TOKEN_TREND, SAME,
         "no different|the rating that they had|the rating they had|the ratings that they had|"
         "the ratings they had|the rating that it had|the rating it had|stand still|stands still|"
         "stayed put|stay put|the rating it had in|not different|flat"},
	{TOKEN_TREND_NOUN, UP, "trend is up|trend is now up|trend is still up"},
	{TOKEN_TREND_NOUN, DOWN, "trend is down|trend is downward|trend is negative"},
	{TOKEN_TREND_NOUN, UP, "upgrade|upgrades"},
	{TOKEN_TREND_NOUN, DOWN, "downgrade|downgrades"},
	{TOKEN_TREND, UP, "better than before|higher than before"},
	{TOKEN_TREND, DOWN, "worse than before|lower than before"},
	{TOKEN_TREND, UP, "up"},
	{TOKEN_TREND, DOWN, "down"},
	{TOKEN_TREND, UP,
         "improved|improving|improves|improve|improved their ratings|"
         "improved their rating|improved its rating|moved up|moving up|"
         "moved upwards|moving upwards|moved in the right direction|"
         "moving in the right direction|heading in the right direction|"
         "gone up|went up|risen|rose|upgraded|trending up|trending upwards|"
         "trending upward|got better|stepped up|raised|lifted"},
	{TOKEN_TREND_NOUN, UP,
         "improvements|an improvement|a positive trend|positive trend|"
         "positive trends|upward trend|upward trends|upwards trend|"
         "improving trend|improving trends|improving picture|favourable trend|"
         "favourable trends|positive movement|upward movement|"
         "upward trajectory|positive trajectory|improving trajectory|"
         "positive direction of travel|improving direction of travel|"
         "direction of travel is positive|direction of travel was positive|"
         "trend is positive|trends are positive|trend is upward|"
         "trend is upwards"},
	{TOKEN_TREND, DOWN,
         "declined|declining|deteriorated|deteriorating|worsened|worsening|"
         "got worse|gotten worse|fell|fallen|fallen back|fell back|"
         "slipped back|downgraded|moved down|moved backwards|"
         "moved in the wrong direction|moving in the wrong direction|"
         "gone down|went down|gone backwards|went backwards|regressed|lowered"},
	{TOKEN_TREND_NOUN, DOWN,
         "declines|decline|deterioration|negative trend|negative trends|"
         "downward trend|downward movement"},
	{TOKEN_MOVE, DOWN, "slipped"},
	{TOKEN_STATUS, OUTCOME_DROPPED, "dropped"},
	{TOKEN_TREND, SAME,
         "unchanged|steady|stable|static|the same|the same rating|"
         "the same level|stood still|identical|identical to|unaltered|"
         "identical to those of|the same ratings"},
	{TOKEN_SAME, 0,
         "as they were|as they were in|as they did|as they did in|where they were|where it was|where they did|where it did|"
         "where they stood|where it stood|what they were|what it was|just as it was|"
         "just as they were|as it was in|as they stood|as those of|as that of|as those in|as in|"
         "as for the|as at the last report"},
	{TOKEN_TREND_NOUN, SAME, "no change|no movement|no changes"},
	{TOKEN_TREND, MOVED,
         "moved in either direction|moved either way|moved in any direction|"
         "changed|change|changes|changed rating|altered|alter|differ|differs"},
	{TOKEN_MOVE, MOVED,
         "come|came|moved on|switched|switches|moved|move|moves|moving|gone|went|goes|shifted|turned|re rated|"
         "rerated|returned"},
	{TOKEN_MOVE, UP, "progressed|progresses"},
	{TOKEN_STEP, 1,
         "by one level|one level|by a level|a level|by one step|one step|"
         "a step|by one rating|one place"},
	/* of these only what is said beside them is known */
	{TOKEN_MOVE, MOVED,
         "passed|passes|crossed|graduated|edged|crept|inched|nudged|swung|flipped|eased|stepped|brought"},
	{TOKEN_MOVE, UP, "promoted|advanced|gained|strengthened"},
	{TOKEN_MOVE, DOWN, "demoted|relegated|slumped"},
	{TOKEN_TREND, UP,
         "taken a step up|took a step up|take a step up|edged up|crept up|inched up|nudged up|ticked up|stepped up|a step up|jumped up|climbing|"
         "rising|brought up|put up"},
	{TOKEN_TREND, DOWN,
         "taken a step down|took a step down|take a step down|edged down|crept down|inched down|nudged down|ticked down|stepped down|a step down|"
         "tumbled|brought down|put down"},
	{TOKEN_TREND, SAME, "unmoved|constant"},
	{TOKEN_STEP, 1,
         "a notch|one notch|by a notch|by one notch|a grade|one grade|by a grade|by one grade|"
         "at least one level|by at least one level|a full level|a whole level|the scale|up the scale|"
         "down the scale|on the scale|"
         "a rung|one rung|by a rung|a place|by one place|one category|a category"},
	/* when */
	{TOKEN_FIRST_TIME, 0, "for the first time"},
	{TOKEN_TIME, WHEN_NOW,
         "this month|this period|this quarter|this time|this report|"
         "this reporting period|the period|the month|the quarter|"
         "the reporting period|period end|month end|the end of the period|"
         "the end of the month|the end of the reporting period|"
         "the end of the quarter|today"},
	{TOKEN_TIME, WHEN_LAST,
         "last month|last period|last quarter|last time|last report|"
         "last reporting period|the last report|our last report|"
         "my last report|the last period|the previous report|"
         "my previous report|our previous report|the previous month|"
         "the previous period|the previous quarter|"
         "the previous reporting period|previous month|previous period|"
         "previous report|the prior period|the prior month|the month before|"
         "the period before|the report before|a month ago|"
         "when we last reported|when i last reported|when i last wrote|when we last wrote|when i wrote last|when i last did so|we last reported|i last reported|"
         "the last overview|the previous overview|my last overview|my previous overview|"
         "our last overview|our previous overview|the last update|the previous update|"
         "our last update|our previous update|last overview|last update"},
	{TOKEN_TIME, WHEN_OTHER,
         "the spring|the summer|the autumn|the winter|last spring|"
         "last summer|last autumn|last winter|this year|the first year|"
         "the past year|the last year|the start of the year|"
         "the start of the plan|the start of the programme|the beginning|"
         "last year|a year ago|next month|next period|next report|"
         "the next period|the next report|next quarter|initially|originally|"
         "ago|two months ago|three months ago|at first|at the outset|at the start|"
         "earlier this year|the year|phase one"},
	{TOKEN_ONCE, 0, "previously|formerly|used to be"},
	{TOKEN_COMPARED, UP, "up from|an improvement from|an improvement on|improving from"},
	{TOKEN_COMPARED, DOWN, "down from|a decline from"},
	{TOKEN_COMPARED, 0,
         "after being|after having been|compared with|compared to|as against|against|having been|"
         "having previously been|a change from|a move from"},
	{TOKEN_SAME, 0,
         "as before|as it was|as last month|as last period|"
         "as in the last report|as in the previous period"},
	/* how far */
	{TOKEN_SCHEDULE, PACE_ON_TRACK,
         "on track|on schedule|to schedule|on time|to time|to timetable|"
         "to the timetable|to the agreed timetable|on target|on course|"
         "on plan|to plan|up to schedule|up to time"},
	{TOKEN_SCHEDULE, PACE_AHEAD,
         "ahead of schedule|ahead of time|ahead of plan|ahead of target|"
         "ahead of timetable|ahead of the timetable|ahead of the agreed date"},
	{TOKEN_SCHEDULE, PACE_BEHIND,
         "behind schedule|behind plan|behind timetable|behind the timetable|"
         "behind target|off track|off course|running late"},
	{TOKEN_PROCEED, 0,
         "progressing|running|proceeding|going|tracking|being delivered|working|runs|ran|continuing"},
	{TOKEN_FINISH, 0, "complete|finish|conclude|deliver|completion|close"},
	/* milestones */
	{TOKEN_STATUS, OUTCOME_DELIVERED,
         "delivered|completed|met|hit|done|ticked off|crossed off|struck off"},
	{TOKEN_STATUS, OUTCOME_MISSED, "missed|overdue"},
	{TOKEN_STATUS, OUTCOME_CARRIED,
         "carried over|carried forward|rolled over|rolled forward|carried"},
	{TOKEN_STATUS, OUTCOME_OUTSTANDING, "outstanding|undelivered|incomplete"},
	/* what introduces a claim, and what takes it back */
	{TOKEN_SAY, 0, "asked to note|invited to note|asked to welcome|welcome"},
	{TOKEN_SAY, 0,
         "this gives|this results in|this leads to|this leads us to|the evidence supports"},
	{TOKEN_SAY, 0, "therefore|hence|thus|consequently|because|so"},
	{TOKEN_SAY, 0,
         "our view is that|our view is|in our view|in my view|my view is that|our judgement is that|"
         "in our judgement|our conclusion is that|glad to say|happy to say|able to say|can say|able to report|glad to report|"
         "happy to report|will see|will note|delighted to report|delighted to say|proud to report|"
         "may wish to note|may like to note|may care to note|will wish to note|will be glad to hear|"
         "will be pleased to hear|will be glad to see|will be pleased to see|will find|will know|"
         "members can see|readers can see|you can see|"
         "pleased to tell|fair to say|right to say|will notice|pleased to confirm"},
	{TOKEN_SAY, 0,
         "pleased to report|pleased to say|pleased to note|can report|"
         "can confirm|confirm|note"},
	{TOKEN_IF, 0, "if|unless|provided|providing|subject to|assuming|as long as"},
	{TOKEN_IF, 1, "once|until|when|before|till"},
	{TOKEN_HOPE, 0,
         "wish|wishes|wished|too early|too soon|hardly|barely|scarcely|by no means|anything but certain|will|'ll|won't|would|could|should|may|might|can|must|shall|whether|"
         "expect|expects|expected|expecting|anticipate|anticipates|"
         "anticipated|forecast|hope|hopes|hoped|hopefully|aim|aims|aiming|"
         "intend|intends|intention|ambition|target|goal|objective|want|wants|towards|toward|"
         "seek|seeks|seeking|strive|strives|striving|in pursuit of|"
         "likely|unlikely|possible|possibly|potentially|probably|perhaps|"
         "nearly|almost|around|roughly|approximately|supposedly|reportedly|"
         "ideally|cannot|said|says|asked|questioned|challenged|felt|believe|believes|"
         "believed|suggested|suggests|argued|thought|claimed|according to|"
         "in the view of|as if|ensure|ensuring|say|claim|claims|argue|argues|view|opinion|"
         "tell|told|think|thinks|feel|feels|doubt|doubts|had been expected"},
};

const size_t lexicon_phrase_count = sizeof(lexicon_phrases) / sizeof(lexicon_phrases[0]);

bool lexicon_follows_level(const char *word)
{
	static const char *const words[] = {
		"because",    "so",        "recognises", "follows",   "due",        "thanks",
		"despite",    "following", "after",      "before",    "reflecting", "meaning",
		"who",        "there",     "here",       "alone",     "together",   "without",
		"below",      "above",     "i",          "although",  "rated",      "through",
		"than",       "based",     "owing",      "pending",   "owned",      "shown",
		"under",      "into",      "worse",      "better",    "category",   "band",
		"level",      "reflects",  "everywhere", "territory", "zone",       "column",
		"box",        "camp",      "mark",       "verdict",   "grade",      "grading",
		"assessment", "goes",      "seems",      "looks",     "applies",
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}
