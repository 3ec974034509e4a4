#include "config.h"

#include "making.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cores.h"
#include "file.h"
#include "folder/interrupt.h"
#include "folder/manifest.h"
#include "folder/removed.h"
#include "folder/schemas.h"
#include "folder/signature.h"
#include "folder/sums.h"
#include "out.h"

#define MAKING_JOBS 1024 /* threads that hash, at most */

/* Two lines with the same id, one after the other. */
static enum exit_status tell_twins(const struct making *m, const char *id,
                                   const struct making_origin *first,
                                   const struct making_origin *second)
{
    struct diag_place place = {making_file(m, second->file), second->line, id};
    diag_at(place, "%s:%" PRIu64 " has the same id",
            making_file(m, first->file), first->line);
    return EXIT_DATA;
}

/* The person being written, and the one before. */
struct row {
    struct buf bytes;
    struct sorter_item item;
    struct making_origin origin, before;
    struct record_head head; /* head.name is the id before, until it is set */
};

static enum exit_status write_row(struct making *m, struct row *row,
                                  size_t i, struct out *out)
{
    if (sorter_read(&m->lines, i, &row->bytes, &row->item) < 0)
        return EXIT_SYSTEM;
    row->before = row->origin;
    memcpy(&row->origin, row->item.payload, sizeof row->origin);
    if (i > 0 && strcmp(row->head.name, row->item.key) == 0)
        return tell_twins(m, row->item.key, &row->before, &row->origin);
    row->head.id = row->head.name;
    row->head.id_len = row->item.key_len;
    row->head.kind = (enum record_kind)row->origin.kind;
    memcpy(row->head.name, row->item.key, row->item.key_len + 1);
    if (out_write(out, row->item.payload + sizeof row->origin,
                  row->item.payload_len - sizeof row->origin) < 0 ||
        out_write(out, "\n", 1) < 0 ||
        splits_add(&m->people.splits, &row->head, i + 1,
                   row->origin.stated) < 0 ||
        log_add(&m->log, row->origin.digest, row->head.name,
                row->head.id_len) < 0)
        return EXIT_SYSTEM;
    return EXIT_OK;
}

/* Writes people.jsonl and, as it goes, the tiles of the log. */
static enum exit_status write_people(struct making *m, const char *folder)
{
    struct row row = {.bytes = BUF_EMPTY};
    struct out out;
    char *path = file_join(folder, "people.jsonl");
    enum exit_status status = EXIT_SYSTEM;
    log_open(&m->log, folder, NULL, NULL);
    if (sorter_sort(&m->lines) == 0 && out_open(&out, path) == 0) {
        status = EXIT_OK;
        for (size_t i = 0; i < m->lines.count && status == EXIT_OK; i++)
            status = interrupt_seen() ? EXIT_SYSTEM
                                      : write_row(m, &row, i, &out);
        if (status == EXIT_OK &&
            (log_finish(&m->log) < 0 || out_commit(&out) < 0))
            status = EXIT_SYSTEM;
        out_abort(&out);
    }
    buf_release(&row.bytes);
    free(path);
    return status;
}

static int write_checkpoint(const struct making *m)
{
    struct buf origin = BUF_EMPTY;
    edition_origin(&m->args->edition, &origin);
    int rc = log_sign(&m->log, buf_string(&origin),
                      m->key != NULL ? m->key->key : NULL);
    buf_release(&origin);
    return rc;
}

/* Holds the people against what was committed to, and copies that. */
static int write_seeding(struct making *m, const char *folder)
{
    const char *commit = m->args->commit;
    struct seeding_people people;
    if (commit == NULL)
        return 0;
    seeding_people_init(&people, &m->people, &m->log);
    const char *wrong = seeding_compare(&m->seeding, &people);
    if (wrong == NULL)
        return seeding_copy(&m->seeding, commit, folder);
    findings_add(&m->findings, "seed/people",
                 (struct diag_place){commit, 0, NULL}, "%s", wrong);
    return 0;
}

/* Writes the tombstones, if there are any. */
static int write_removed(const struct making *m, const char *folder)
{
    const struct buf *text = &m->previous.tombstones;
    if (text->len == 0)
        return 0;
    char *path = file_join(folder, REMOVED_NAME);
    int rc = out_file(path, text->data, text->len);
    free(path);
    return rc;
}

/* Writes what follows from people.jsonl, and copies the images. */
static int write_rest(struct making *m, const char *folder)
{
    if (splits_rank(&m->people.splits, NULL, &m->findings) < 0)
        return -1;
    if (m->findings.count > 0)
        return 0;
    if (write_checkpoint(m) < 0 || write_removed(m, folder) < 0 ||
        splits_derive(&m->people.splits, folder, NULL, NULL) < 0 ||
        schemas_derive(folder, NULL, NULL) < 0 ||
        write_seeding(m, folder) < 0)
        return -1;
    if (m->findings.count > 0)
        return 0;
    if (m->args->images == NULL)
        return 0;
    return images_copy(&m->images, m->args->images, folder, &m->findings);
}

/* Signs the sums, if there is a key. */
static int write_signature(const struct making *m, const char *folder,
                           struct tree *tree)
{
    struct trusted trusted = {.edition = &m->args->edition,
                              .records = m->log.merkle.size};
    if (m->key == NULL)
        return 0;
    merkle_root(&m->log.merkle, trusted.root);
    if (trusted_find_split(&trusted, tree) < 0)
        return -1;
    return signature_write(folder, m->key, m->args->legacy, &trusted);
}

/* Writes the manifest and the sums of all that is there, and signs them. */
static int write_sums(struct making *m, const char *folder)
{
    const struct manifest manifest = {&m->args->edition, PACKAGE_VERSION,
                                      &m->people, buf_string(&m->steps)};
    unsigned char digest[DIGEST_BYTES];
    struct tree tree;
    int rc = tree_open(&tree, folder);
    if (rc == 0)
        rc = tree_walk(&tree, &m->findings);
    if (rc == 0)
        rc = tree_hash(&tree, cores_count(MAKING_JOBS), NULL, &m->findings);
    if (rc == 0 && m->findings.count == 0)
        rc = manifest_derive(folder, NULL, &manifest, &tree, digest);
    if (rc == 0 && m->findings.count == 0)
        rc = sums_derive(folder, NULL, &tree, digest);
    if (rc == 0 && m->findings.count == 0)
        rc = write_signature(m, folder, &tree);
    tree_close(&tree);
    return rc;
}

enum exit_status making_write(struct making *m, const char *folder)
{
    enum exit_status status = write_people(m, folder);
    if (status != EXIT_OK)
        return status;
    sorter_close(&m->lines);
    if (write_rest(m, folder) < 0)
        return EXIT_SYSTEM;
    if (m->findings.count > 0)
        return findings_status(&m->findings);
    if (interrupt_seen() || write_sums(m, folder) < 0)
        return EXIT_SYSTEM;
    return findings_status(&m->findings);
}
