#include "config.h"

#include "cohort.h"

#include <inttypes.h>
#include <string.h>

#include "merkle.h"
#include "record_bytes.h"

/* What is kept of a person besides the id. */
struct member {
    unsigned char leaf[DIGEST_BYTES]; /* its hash */
    const char *file;                 /* where the record was read */
    uint64_t line;
};

int cohort_open(struct cohort *c)
{
    *c = (struct cohort){0};
    return sorter_open(&c->people);
}

const char *cohort_adopt(struct cohort *c, const struct record_head *head,
                         const struct json_scan *scan)
{
    const struct json_member *provenance = json_scan_find(scan, "provenance");
    const struct json_member *seed = NULL;
    struct json_scan inner = {0};
    const char *text = "null", *wrong = NULL;
    size_t len = strlen(text);
    if (head->kind == RECORD_CELEBRITY)
        return NULL;
    if (provenance != NULL &&
        json_scan_check(&inner, provenance->value, provenance->value_len) == 0)
        seed = json_scan_find(&inner, "seed");
    if (seed != NULL && seed->value[0] == '"') {
        text = seed->value;
        len = seed->value_len;
    }
    if (c->generator_seed.len == 0)
        buf_add(&c->generator_seed, text, len);
    else if (c->generator_seed.len != len ||
             memcmp(c->generator_seed.data, text, len) != 0)
        wrong = "the seed in its provenance is not that of the people before";
    json_scan_release(&inner);
    return wrong;
}

int cohort_add(struct cohort *c, const struct record_head *head,
               struct diag_place where, const struct json_scan *scan,
               const char *line, size_t len)
{
    char leaf[RECORD_LEAF_LIMIT];
    unsigned char digest[DIGEST_BYTES];
    struct record_bytes bytes;
    struct member m = {.file = where.file, .line = where.line};
    record_bytes_find(&bytes, scan, line, len);
    record_bytes_digest(&bytes, digest);
    merkle_leaf(leaf, record_bytes_leaf(digest, head->id, head->id_len, leaf),
                m.leaf);
    return sorter_add(&c->people, head->name, head->id_len, &m, sizeof m);
}

static enum exit_status tell_twins(const struct member *first,
                                   const struct member *second,
                                   const char *id)
{
    diag_at((struct diag_place){second->file, second->line, id},
            "the id is there already, at %s:%" PRIu64, first->file,
            first->line);
    return EXIT_DATA;
}

/* Adds all people to the tree, in order. */
static enum exit_status grow(struct cohort *c, struct merkle *tree)
{
    struct buf bytes = BUF_EMPTY;
    struct sorter_item item;
    struct member m, before = {0};
    char id[RECORD_ID_LIMIT + 1] = "";
    enum exit_status status = EXIT_OK;
    for (size_t i = 0; i < c->people.count && status == EXIT_OK; i++) {
        if (sorter_read(&c->people, i, &bytes, &item) < 0) {
            status = EXIT_SYSTEM;
            break;
        }
        memcpy(&m, item.payload, sizeof m);
        if (i > 0 && strcmp(id, item.key) == 0)
            status = tell_twins(&before, &m, id);
        memcpy(id, item.key, item.key_len + 1);
        merkle_add(tree, m.leaf);
        before = m;
    }
    buf_release(&bytes);
    return status;
}

enum exit_status cohort_root(struct cohort *c,
                             unsigned char root[DIGEST_BYTES])
{
    struct merkle tree = {0};
    if (c->generator_seed.len == 0)
        buf_puts(&c->generator_seed, "null");
    if (sorter_sort(&c->people) < 0)
        return EXIT_SYSTEM;
    enum exit_status status = grow(c, &tree);
    merkle_root(&tree, root);
    return status;
}

void cohort_close(struct cohort *c)
{
    sorter_close(&c->people);
    buf_release(&c->generator_seed);
}
