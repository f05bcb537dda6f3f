#include "base/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/write.h"

int replace_file(const char *path, const char *bytes, size_t length, mode_t mode,
                 struct error *error)
{
	struct buf fresh = BUF_INIT;
	int result = -1, file = -1;
	for (int i = 0; i < 100 && file < 0; i++) { /* one that was left may have our number */
		buf_clear(&fresh);
		buf_printf(&fresh, "%s.%ld-%d.new", path, (long)getpid(), i);
		file = open(fresh.bytes, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		            mode);
		if (file < 0 && errno != EEXIST)
			break;
	}
	if (file < 0) {
		error_set(error, "cannot write %.300s: %s", path, strerror(errno));
		goto done;
	}
	bool whole = write_all(file, bytes, length) && fsync(file) == 0;
	int reason = errno;
	if (close(file) < 0 && whole) {
		whole = false;
		reason = errno;
	}
	if (whole && rename(fresh.bytes, path) < 0) {
		whole = false;
		reason = errno;
	}
	result = whole ? 0 : error_set(error, "cannot write %.300s: %s", path, strerror(reason));
	if (!whole)
		unlink(fresh.bytes);
done:
	buf_release(&fresh);
	return result;
}
