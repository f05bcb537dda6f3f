/* The record of random histories is what a slow, obviously correct model says it is. */
#include "support/testing.h"

#include <stdlib.h>

#include "support/random_history.h"

/* SEED=n in the environment begins elsewhere: what a failure prints makes it again. */
static uint64_t first_seed(void)
{
	const char *seed = getenv("SEED");
	return seed != NULL ? strtoull(seed, NULL, 10) : 1;
}

static void the_record_of_random_histories_is_the_models(void **state)
{
	int count = 200;
#ifdef SANITIZED
	count = 60;
#endif
	if (testing_is_slow())
		count = 15;
	random_histories_agree(*state, first_seed(), count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_record_of_random_histories_is_the_models),
	};
	return cmocka_run_group_tests_name("model", tests, NULL, NULL) != 0;
}
