#include "config.h"

#include "lint/consumer.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "datadir.h"
#include "lint/asked.h"

#define RULE "column-missing"

enum { CONSUMER, OF, MEMBER }; /* columns of the table */

static bool knows(const struct consumer *c)
{
    for (size_t i = 0; i < c->table.rows; i++)
        if (strcmp(tsv_cell(&c->table, i, CONSUMER), c->name) == 0)
            return true;
    return false;
}

enum exit_status consumer_open(struct consumer *c, const char *name)
{
    c->name = name;
    if (name == NULL)
        return EXIT_OK;
    char *folder = datadir_path("templates/lint");
    int rc = tsv_read(&c->table, folder, "consumers.tsv",
                      "consumer of member");
    free(folder);
    if (rc != 0)
        return rc == TSV_UNREADABLE ? EXIT_SYSTEM : EXIT_DATA;
    if (knows(c))
        return EXIT_OK;
    diag("'--consumer' knows no '%s': see %s", name, c->table.path);
    return EXIT_USAGE;
}

/* The next member that the consumer needs of `of`, from row *from of the table
 * on, or NULL. */
static const char *next(const struct consumer *c, const char *of, size_t *from)
{
    while (*from < c->table.rows) {
        size_t row = (*from)++;
        if (strcmp(tsv_cell(&c->table, row, CONSUMER), c->name) == 0 &&
            strcmp(tsv_cell(&c->table, row, OF), of) == 0)
            return tsv_cell(&c->table, row, MEMBER);
    }
    return NULL;
}

static bool has(const cJSON *object, const char *member)
{
    const cJSON *m = cJSON_GetObjectItemCaseSensitive(object, member);
    return m != NULL && !cJSON_IsNull(m);
}

/* Checks the members of one question or image. */
static void check(const struct consumer *c, const struct person *p,
                  const char *of, const cJSON *object, struct findings *f)
{
    const char *member;
    for (size_t from = 0; (member = next(c, of, &from)) != NULL;)
        if (!has(object, member))
            findings_add(f, RULE, p->place, "%s of %s", member,
                         asked_text(object, "id"));
}

void consumer_check(const struct consumer *c, const struct person *p,
                    struct findings *f)
{
    const char *member;
    const cJSON *item;
    if (c->name == NULL)
        return;
    for (size_t from = 0; (member = next(c, "person", &from)) != NULL;)
        if (!has(p->tree, member))
            findings_add(f, RULE, p->place, "%s", member);
    cJSON_ArrayForEach(item, p->images)
        check(c, p, "image", item, f);
    cJSON_ArrayForEach(item, p->questions)
        check(c, p, asked_text(item, "task"), item, f);
}

/* True if it was not told before of the file. */
static bool is_new(struct consumer *c, const char *file, const char *member)
{
    struct buf key = BUF_EMPTY;
    size_t before = c->told.count;
    buf_printf(&key, "%s\n%s", member, file);
    lexicon_put(&c->told, buf_string(&key));
    buf_release(&key);
    return c->told.count > before;
}

void consumer_check_row(struct consumer *c, const char *of,
                        const struct json_scan *row, struct diag_place place,
                        struct findings *f)
{
    const char *member;
    if (c->name == NULL)
        return;
    for (size_t from = 0; (member = next(c, of, &from)) != NULL;) {
        const struct json_member *m = json_scan_find(row, member);
        if ((m == NULL || m->value[0] == 'n') &&
            is_new(c, place.file, member))
            findings_add(f, RULE, place, "%s", member);
    }
}

void consumer_release(struct consumer *c)
{
    tsv_release(&c->table);
    lexicon_release(&c->told);
}
