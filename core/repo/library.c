/*
 * libgit2, started as a tool needs it that only reads what is on this machine.
 *
 * Built as Debian builds it, libgit2 prepares for connections when it starts, which ragtrail
 * never makes: mbedtls reads and parses all certificates of the system and gathers
 * randomness, libssh2 sets up all that libcrypto has. That takes 6 ms of a run that takes 3.
 * The functions that do it are defined here too, and a program's own definition goes before
 * a library's: they do nothing. A connection would find no certificate to trust and no
 * random number, and fail. Other builds of libgit2 never call them.
 */
#include "repo/internal.h"

int mbedtls_x509_crt_parse_file(void *chain, const char *path);
int mbedtls_x509_crt_parse_path(void *chain, const char *path);
int mbedtls_ctr_drbg_seed(void *random, int (*function)(void *, unsigned char *, size_t),
                          void *source, const unsigned char *more, size_t length);
int libssh2_init(int flags);

int mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
	(void)chain;
	(void)path;
	return 0;
}

int mbedtls_x509_crt_parse_path(void *chain, const char *path)
{
	(void)chain;
	(void)path;
	return 0;
}

int mbedtls_ctr_drbg_seed(void *random, int (*function)(void *, unsigned char *, size_t),
                          void *source, const unsigned char *more, size_t length)
{
	(void)random;
	(void)function;
	(void)source;
	(void)more;
	(void)length;
	return 0;
}

int libssh2_init(int flags)
{
	(void)flags;
	return 0;
}

/* Extensions of a repository's format that mean nothing to a reader. */
static const char *const harmless[] = {"worktreeconfig", "preciousobjects", "partialclone"};

int repo_library_start(struct error *error)
{
	if (git_libgit2_init() < 0)
		return repo_fail(error, "libgit2 cannot be started");
	/* Each object is read once, so a cache of all of them costs much and gives nothing. */
	git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
	/* As git does: what is read is not hashed again, unless --verify asks for it. */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless, sizeof(harmless) / sizeof(*harmless));
	git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0); /* trust.c does it, and better */
	return 0;
}

void repo_library_stop(void)
{
	git_libgit2_shutdown();
}
