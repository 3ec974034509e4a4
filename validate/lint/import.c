#include "config.h"

#include "lint/import.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "datadir.h"
#include "lint/gathered.h"
#include "lint/import_row.h"
#include "record.h"

/* What the table of consumers calls the rows of a configuration. */
static const char *const row_names[MLLMU_CONFIGS] = {
    "row_full", "row_test", "row_celebrity", "row_train", "row_forget",
    "row_retain",
};

static enum exit_status fail(const struct import *in, size_t file,
                             uint64_t line, const char *why)
{
    struct diag_place place = {in->files[file], line, NULL};
    diag_at(place, "%s", why);
    return EXIT_DATA;
}

static enum exit_status keep(struct import *in, struct json_rows *r,
                             size_t file, enum mllmu_config config,
                             const char *set)
{
    struct buf id = BUF_EMPTY;
    struct diag_place place = {in->files[file], r->row_line, NULL};
    enum exit_status status = EXIT_OK;
    if (import_row_id(r, &id) < 0) {
        status = fail(in, file, r->row_line, "the row has no ID");
    } else {
        consumer_check_row(in->consumer, row_names[config], &r->scan, place,
                           in->findings);
        buf_clear(&in->item);
        import_row_write(&in->item, r, file, config, set);
        if (sorter_add(&in->rows, buf_string(&id), id.len, in->item.data,
                       in->item.len) < 0)
            status = EXIT_SYSTEM;
    }
    buf_release(&id);
    return status;
}

static enum exit_status read_rows(struct import *in, struct json_rows *r,
                                  size_t file, enum mllmu_config config,
                                  const char *set)
{
    enum exit_status status = EXIT_OK;
    enum json_rows_status found = JSON_ROWS_END;
    while (status == EXIT_OK && (found = json_rows_next(r)) == JSON_ROWS_ROW)
        status = keep(in, r, file, config, set);
    if (status == EXIT_OK && found == JSON_ROWS_BAD)
        status = fail(in, file, r->line, r->reason);
    if (status == EXIT_OK && found == JSON_ROWS_ERROR) {
        diag_errno("cannot read %s", in->files[file]);
        status = EXIT_SYSTEM;
    }
    return status;
}

static enum exit_status read_file(struct import *in, size_t file)
{
    char set[16];
    const char *path = in->files[file];
    enum mllmu_config config = mllmu_config_of(path, set);
    if (config == MLLMU_CONFIGS) {
        diag("'%s' is named after no configuration of MLLMU-Bench, such as "
             "Full_Set.json, forget_5.json or ft_Data.json", path);
        return EXIT_USAGE;
    }
    in->full = in->full || config == MLLMU_FULL;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        diag_errno("cannot open %s", path);
        return EXIT_SYSTEM;
    }
    struct json_rows *r = xcalloc(1, sizeof *r);
    r->fd = fd;
    r->line = 1;
    r->scan.most = RECORD_VALUES_LIMIT;
    enum exit_status status = read_rows(in, r, file, config, set);
    json_rows_release(r);
    free(r);
    close(fd);
    return status;
}

/* Says of which rules rows cannot tell. */
static void skip_rules(struct findings *f)
{
    findings_leave(f, "twin-missing", "rows do not say which are twins");
    findings_leave(f, "answer-unfounded",
                   "rows do not say which value is asked for");
    findings_leave(f, "image-licence", "rows hold no licences");
}

enum exit_status import_open(struct import *in, char **files, int count,
                             struct consumer *consumer,
                             struct findings *findings)
{
    *in = (struct import){.files = files, .consumer = consumer,
                          .findings = findings, .rows.spool.fd = -1};
    skip_rules(findings);
    char *folder = datadir_path("templates/lint");
    int rc = tsv_read(&in->words, folder, "mllmu.tsv", "fact words");
    free(folder);
    enum exit_status status = rc == 0 ? EXIT_OK
                              : rc == TSV_UNREADABLE ? EXIT_SYSTEM : EXIT_DATA;
    if (status == EXIT_OK && sorter_open(&in->rows) < 0)
        status = EXIT_SYSTEM;
    for (int i = 0; status == EXIT_OK && i < count; i++)
        status = read_file(in, (size_t)i);
    if (status == EXIT_OK && sorter_sort(&in->rows) < 0)
        status = EXIT_SYSTEM;
    return status;
}

/* Reads the next row back, or the one that is held. Returns 1, 0 at the end, or
 * -1 (told). */
static int read_back(struct import *in, cJSON **row)
{
    struct sorter_item item;
    *row = in->held;
    in->held = NULL;
    if (*row != NULL)
        return 1;
    if (in->next == in->rows.count)
        return 0;
    if (sorter_read(&in->rows, in->next++, &in->item, &item) < 0)
        return -1;
    *row = cJSON_ParseWithLength(item.payload, item.payload_len);
    if (*row == NULL) {
        diag("ID %s: a row is too deep", item.key);
        return -1;
    }
    cJSON_AddStringToObject(*row, "id", item.key);
    return 1;
}

static struct diag_place place_of(const struct import *in, const cJSON *row)
{
    const cJSON *file = cJSON_GetObjectItemCaseSensitive(row, "file");
    const cJSON *line = cJSON_GetObjectItemCaseSensitive(row, "line");
    return (struct diag_place){in->files[(size_t)file->valuedouble],
                               (uint64_t)line->valuedouble, NULL};
}

/* Reports rows of sets that ask different things. */
static void compare(struct import *in, const struct gathered *g)
{
    cJSON *one, *other;
    if (gathered_differ(g, &one, &other))
        findings_add_pair(in->findings, "rows-differ", place_of(in, other),
                          place_of(in, one), "ID %s", g->rows.id);
}

/* Reports who is in Retain_Set, but not in Full_Set: once. */
static void check_name(struct import *in, const struct gathered *g,
                       struct diag_place place)
{
    if (!in->full || in->misnamed || !mllmu_person_is_celebrity(&g->rows))
        return;
    in->misnamed = true;
    findings_add(in->findings, "set-misnamed", place,
                 "ID %s is in Retain_Set, but not in Full_Set: a celebrity",
                 g->rows.id);
}

static int write_person(struct import *in, const struct gathered *g,
                        struct diag_place *place)
{
    *place = place_of(in, g->trees->child);
    compare(in, g);
    check_name(in, g, *place);
    buf_clear(&in->made);
    mllmu_person_write(&in->made, &g->rows, &in->words);
    if (json_scan_check(&in->scan, in->made.data, in->made.len) == 0)
        return 1;
    diag_at(*place, "the rows of ID %s make no record: %s", g->rows.id,
            in->scan.reason);
    return -1;
}

int import_next(struct import *in, struct diag_place *place)
{
    struct gathered g;
    cJSON *row = NULL;
    int rc;
    gathered_init(&g);
    while ((rc = read_back(in, &row)) == 1 && gathered_takes(&g, row))
        gathered_add(&g, row);
    if (rc == 1)
        in->held = row;
    if (rc >= 0)
        rc = g.rows.id == NULL ? 0 : write_person(in, &g, place);
    gathered_release(&g);
    return rc;
}

void import_close(struct import *in)
{
    sorter_close(&in->rows);
    tsv_release(&in->words);
    cJSON_Delete(in->held);
    buf_release(&in->item);
    buf_release(&in->made);
    json_scan_release(&in->scan);
}
