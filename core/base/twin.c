#include "base/twin.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/write.h"

struct twin {
	pid_t process, parent;
	int file;    /* where it writes */
	int running; /* the end of a pipe: a byte comes when all is written, else its end */
	void *bytes;
	size_t length;
};

size_t twin_count(void)
{
	cpu_set_t processors;
	if (sched_getaffinity(0, sizeof(processors), &processors) < 0)
		return 0;
	size_t others = (size_t)CPU_COUNT(&processors) - 1;
	return others < TWIN_MOST ? others : TWIN_MOST;
}

static _Noreturn void work(int file, int running, pid_t parent, twin_function function,
                           void *context)
{
	struct buf out = BUF_INIT;
	/* Not to go on alone when the other is killed, or was before this line. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	bool done = getppid() == parent && function(context, &out) == 0 &&
	            write_all(file, out.bytes, out.length) && write_all(running, "", 1);
	_exit(done ? 0 : 1);
}

struct twin *twin_start(twin_function function, void *context)
{
	int ends[2];
	pid_t parent = getpid();
	if (twin_count() == 0)
		return NULL;
	int file = memfd_create("twin", MFD_CLOEXEC);
	if (file < 0)
		return NULL;
	if (pipe2(ends, O_CLOEXEC) < 0) {
		close(file);
		return NULL;
	}
	pid_t process = fork();
	if (process == 0) {
		close(ends[0]);
		work(file, ends[1], parent, function, context);
	}
	close(ends[1]);
	if (process < 0) {
		close(ends[0]);
		close(file);
		return NULL;
	}
	struct twin *twin = mem_new(1, sizeof(*twin));
	*twin = (struct twin){process, parent, file, ends[0], NULL, 0};
	return twin;
}

const char *twin_wait(struct twin *twin, int patience, size_t *length)
{
	struct pollfd running = {.fd = twin->running, .events = POLLIN};
	struct stat status;
	char done;
	*length = 0;
	/* What it held is given back after the byte: there is no need to wait for that. */
	if (poll(&running, 1, patience) <= 0 || read(twin->running, &done, 1) != 1)
		return NULL;
	if (fstat(twin->file, &status) < 0 || status.st_size <= 0)
		return NULL;
	void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, twin->file, 0);
	if (bytes == MAP_FAILED)
		return NULL;
	twin->bytes = bytes;
	*length = twin->length = (size_t)status.st_size;
	return bytes;
}

static void end(pid_t process)
{
	pid_t ended;
	kill(process, SIGKILL);
	do
		ended = waitpid(process, NULL, 0);
	while (ended < 0 && errno == EINTR);
}

void twin_close(struct twin *twin)
{
	if (twin == NULL)
		return;
	/* Another twin, which has it from its parent, is not the one to end it. */
	if (twin->parent == getpid())
		end(twin->process);
	if (twin->bytes != NULL)
		munmap(twin->bytes, twin->length);
	close(twin->running);
	close(twin->file);
	free(twin);
}
