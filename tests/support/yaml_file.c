#include "support/yaml_file.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct yaml_file {
	yaml_document_t document;
};

static const char *text_of(const yaml_node_t *node)
{
	return node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value : NULL;
}

static yaml_node_t *node_at(struct yaml_file *file, yaml_node_item_t number)
{
	return yaml_document_get_node(&file->document, number);
}

static void check_keys(struct yaml_file *file, const char *path)
{
	yaml_node_t *node;
	for (int i = 1; (node = node_at(file, i)) != NULL; i++) {
		if (node->type != YAML_MAPPING_NODE)
			continue;
		const yaml_node_pair_t *top = node->data.mapping.pairs.top;
		for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < top; pair++)
			for (yaml_node_pair_t *other = pair + 1; other < top; other++)
				if (strcmp(text_of(node_at(file, pair->key)),
				           text_of(node_at(file, other->key))) == 0)
					fail_msg("%s: `%s` is given twice", path,
					         text_of(node_at(file, pair->key)));
	}
}

static void release(void *file)
{
	yaml_document_delete(&((struct yaml_file *)file)->document);
}

struct yaml_file *yaml_file_read(struct sandbox *sandbox, const char *path)
{
	struct yaml_file *file = arena_new(&sandbox->arena, sizeof(*file));
	const char *text = sandbox_read_source(sandbox, path);
	yaml_parser_t parser;
	yaml_document_t second;
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, strlen(text));
	if (!yaml_parser_load(&parser, &file->document))
		fail_msg("%s:%d: %s", path, (int)parser.problem_mark.line + 1, parser.problem);
	assert_true(yaml_parser_load(&parser, &second));
	assert_null(yaml_document_get_root_node(&second));
	yaml_document_delete(&second);
	yaml_parser_delete(&parser);
	sandbox_defer(sandbox, release, file);
	check_keys(file, path);
	return file;
}

/* The member of NODE with this name or number, or NULL. */
static yaml_node_t *member(struct yaml_file *file, yaml_node_t *node, const char *name,
                           size_t length)
{
	if (node->type == YAML_SEQUENCE_NODE) {
		yaml_node_item_t *item = node->data.sequence.items.start + strtoul(name, NULL, 10);
		return item < node->data.sequence.items.top ? node_at(file, *item) : NULL;
	}
	if (node->type != YAML_MAPPING_NODE)
		return NULL;
	for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
	     pair < node->data.mapping.pairs.top; pair++) {
		const char *key = text_of(node_at(file, pair->key));
		if (strlen(key) == length && strncmp(key, name, length) == 0)
			return node_at(file, pair->value);
	}
	return NULL;
}

static yaml_node_t *find(struct yaml_file *file, const char *path)
{
	yaml_node_t *node = yaml_document_get_root_node(&file->document);
	while (node != NULL && *path != '\0') {
		size_t length = strcspn(path, "/");
		node = member(file, node, path, length);
		path += length + (path[length] == '/' ? 1 : 0);
	}
	return node;
}

const char *yaml_text(struct yaml_file *file, const char *path)
{
	const yaml_node_t *node = find(file, path);
	return node == NULL ? NULL : text_of(node);
}

size_t yaml_count(struct yaml_file *file, const char *path)
{
	const yaml_node_t *node = find(file, path);
	if (node == NULL || node->type == YAML_SCALAR_NODE)
		return 0;
	if (node->type == YAML_SEQUENCE_NODE)
		return (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
	return (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
}

const char *yaml_key(struct yaml_file *file, const char *path, size_t number)
{
	const yaml_node_t *node = find(file, path);
	assert_true(node != NULL && node->type == YAML_MAPPING_NODE &&
	            number < yaml_count(file, path));
	return text_of(node_at(file, node->data.mapping.pairs.start[number].key));
}
