/* Thousands of random histories against the model. SEED=n begins with another one. */
#include "support/testing.h"

#include <stdlib.h>

#include "support/random_history.h"

static void the_record_of_many_random_histories_is_the_models(void **state)
{
	const char *seed = getenv("SEED");
	random_histories_agree(*state, seed != NULL ? strtoull(seed, NULL, 10) : 1000, 2000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_record_of_many_random_histories_is_the_models),
	};
	return cmocka_run_group_tests_name("model soak", tests, NULL, NULL) != 0;
}
