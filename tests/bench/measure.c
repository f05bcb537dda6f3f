#include "bench/measure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void bench_fail(const char *format, ...)
{
	va_list arguments;
	fflush(stdout);
	fputs("bench: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* In the child, which may only end by exec or _exit. */
static _Noreturn void become(const struct run *run, int output)
{
	int input = run->input != NULL ? fileno(run->input) : open("/dev/null", O_RDONLY);
	if ((run->folder == NULL || chdir(run->folder) == 0) && dup2(input, STDIN_FILENO) >= 0 &&
	    dup2(output, STDOUT_FILENO) >= 0)
		execvp(run->arguments[0], (char **)run->arguments);
	_exit(127);
}

struct sample measure(const struct run *run)
{
	struct rusage used;
	int status;
	const char *name = run->output != NULL ? run->output : "/dev/null";
	int output = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (output < 0)
		bench_fail("%s: %s", name, strerror(errno));
	fflush(NULL); /* or the child has a copy of what is not yet written */
	double start = now();
	pid_t child = fork();
	if (child < 0)
		bench_fail("no new process: %s", strerror(errno));
	if (child == 0)
		become(run, output);
	while (wait4(child, &status, 0, &used) < 0)
		if (errno != EINTR)
			bench_fail("wait: %s", strerror(errno));
	double wall = now() - start;
	close(output);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		bench_fail("%s %s: %s %d", run->arguments[0],
		           run->arguments[1] != NULL ? run->arguments[1] : "",
		           WIFEXITED(status) ? "exit" : "ended by signal",
		           WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
	return (struct sample){wall, seconds(used.ru_utime) + seconds(used.ru_stime),
	                       (double)used.ru_maxrss / 1024};
}

void series_add(struct series *series, struct sample sample)
{
	if (series->count == MOST_SAMPLES)
		bench_fail("more than %d samples", MOST_SAMPLES);
	series->samples[series->count++] = sample;
}

static int compare(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;
	return first < second ? -1 : first > second;
}

static struct spread spread_of(double *values, unsigned count)
{
	if (count == 0)
		return (struct spread){0, 0, 0};
	qsort(values, count, sizeof(*values), compare);
	double median = (values[(count - 1) / 2] + values[count / 2]) / 2;
	return (struct spread){values[0], median, values[count - 1]};
}

struct spread series_wall(const struct series *series)
{
	double values[MOST_SAMPLES];
	for (unsigned i = 0; i < series->count; i++)
		values[i] = series->samples[i].wall;
	return spread_of(values, series->count);
}

double series_cpu(const struct series *series)
{
	double values[MOST_SAMPLES];
	for (unsigned i = 0; i < series->count; i++)
		values[i] = series->samples[i].cpu;
	return spread_of(values, series->count).median;
}

double series_memory(const struct series *series)
{
	double values[MOST_SAMPLES];
	for (unsigned i = 0; i < series->count; i++)
		values[i] = series->samples[i].memory;
	return spread_of(values, series->count).most;
}
