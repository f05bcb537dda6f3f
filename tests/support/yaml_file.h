/*
 * YAML files of the project, by what is in them: "jobs/check/steps/0/run".
 */
#ifndef SUPPORT_YAML_FILE_H
#define SUPPORT_YAML_FILE_H

#include "support/sandbox.h"

struct yaml_file;

/* Fails unless the file is one YAML document without a key given twice. It lives as long as
 * the sandbox. */
struct yaml_file *yaml_file_read(struct sandbox *sandbox, const char *path);

/* The text at PATH, in which numbers count from 0; NULL where there is no text. */
const char *yaml_text(struct yaml_file *file, const char *path);

/* How many items or members there are at PATH; 0 where there is nothing. */
size_t yaml_count(struct yaml_file *file, const char *path);

/* The key of the member with this number. */
const char *yaml_key(struct yaml_file *file, const char *path, size_t number);

#endif
