/* What is said to rise or fall without a figure: which sentences are asked, and which not. */
#include "support/doubting.h"

static const char *const asked[] = {
	"Turnover shows a downward trend.",
	"Staff turnover continues to fall.",
	"There is a downward trend in turnover.",
	"Downward trend in staff turnover.",
	"Sickness absence has fallen across the directorate.",
	"Complaints are down.",
	"Complaints from tenants have dropped sharply since the summer.",
	"Vacancies in the team are rising.",
	"We have reduced agency spend.",
	"The new rota has steadily reduced sickness.",
	"The backlog of cases is shrinking and the backlog fell again.",
	"There has been a marked improvement in attendance.",
	"We have seen a reduction in waiting times.",
	"A significant fall in complaints.",
	"Response times have improved.",
	"Retention of social workers is improving.",
	"The vacancy rate is now lower.",
	"Satisfaction among tenants rose.",
	"Turnover and absence remain high, though arrears have grown.",
	"Rent arrears increased in the period.",
	"Waiting lists are growing.",
	"Positive trend in satisfaction.",
	"The level of absence is falling.",
	"The trend is good, and sickness shows an improving trend.",
	"Caseloads have risen, and the team is stretched.",
	NULL,
};

static const char *const silent[] = {
	"Turnover fell from 14 people to 9.",
	"Turnover shows a downward trend (12% in May, 9% now).",
	"Turnover has halved.",
	"Turnover fell. It was 14 in May and is 9 now.",
	"We aim to reduce turnover.",
	"Turnover should fall once the pay review is agreed.",
	"Turnover will fall in the autumn.",
	"If turnover rises, the rota is changed.",
	"There is a risk that vacancies are rising.",
	"Nationally, vacancies are rising.",
	"Turnover has not fallen.",
	"Turnover is reported to the committee.",
	"The turnover report was agreed, and its layout has improved.",
	"Complaints are handled by the new team, which has grown.",
	"The team that handles complaints has improved its guide.",
	"The process for complaints was improved.",
	"Training improved the way that vacancies are advertised.",
	"A plan to reduce the backlog was agreed.",
	"Sickness is lower, as the dashboard shows.",
	"The trend is positive.",
	"Trends are positive in governance and procurement.",
	"Attendance at the workshop was good.",
	"The rise of costs is looked into by the attendance officer.",
	"Officers explained how arrears are counted.",
	"Increased attendance officers were asked for.",
	"The committee wants turnover to fall.",
	NULL,
};

static void a_movement_without_a_figure_is_asked_for(void **state)
{
	static const struct saying saying = {"trend-unmeasured", IN_ACTIVITIES, "green", NULL};
	sentences_check(*state, &saying, asked, silent);
}

static void a_figure_beside_it_answers(void **state)
{
	static const struct saying saying = {"trend-unmeasured", IN_ACTIVITIES, "green", NULL};
	static const char *const told[] = {
		"- Turnover has fallen.\n- A survey was sent out.\n- It was answered by 40 people.",
		"Turnover has fallen.\n\nA survey was sent out.\n\nIt was answered by 40 people.",
		NULL};
	static const char *const answered[] = {"- Turnover has fallen.\n- It was 14 in May.",
	                                       "It was 14 in May.\n\nTurnover has fallen.",
	                                       "> Turnover has fallen.", NULL};
	sentences_check(*state, &saying, told, answered);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_movement_without_a_figure_is_asked_for),
		sandbox_test(a_figure_beside_it_answers),
	};
	return cmocka_run_group_tests_name("unmeasured", tests, NULL, NULL) != 0;
}
