#include "support/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "support/mutation.h"
#include "support/scanning.h"

/*
 * Another two million mutations each time. SOAK_SEED repeats a run, SOAK_ROUNDS makes
 * it longer or shorter.
 */
static uint64_t number_from(const char *name, uint64_t otherwise)
{
	const char *value = getenv(name);
	uint64_t number = value != NULL ? strtoull(value, NULL, 10) : 0;
	return number != 0 ? number : otherwise;
}

static void with_anything_changed_the_two_readings_agree(void **state)
{
	struct scanning_texts texts = scanning_texts(*state);
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	uint64_t clock = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
	struct chance chance = {number_from("SOAK_SEED", clock)};
	uint64_t rounds = number_from("SOAK_ROUNDS", 2000000), taken = 0;
	printf("SOAK_SEED=%llu SOAK_ROUNDS=%llu\n", (unsigned long long)chance.state,
	       (unsigned long long)rounds);
	fflush(stdout);
	struct buf text = BUF_INIT;
	for (uint64_t i = 0; i < rounds; i++) {
		buf_clear(&text);
		if (chance_below(&chance, 4) == 0)
			mutation_soup(&text, &chance);
		else
			buf_text(&text, texts.items[chance_below(&chance, texts.count)].text);
		mutate(&text, &chance);
		taken += scanning_agrees(text.bytes, text.length);
	}
	buf_release(&text);
	printf("taken: %llu\n", (unsigned long long)taken);
	assert_true(taken != 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(with_anything_changed_the_two_readings_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
