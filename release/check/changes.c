#include "config.h"

#include "changes.h"

#include <inttypes.h>
#include <string.h>

#include "json_write.h"
#include "record_bytes.h"

/* A log that is read from its first leaf on. */
struct cursor {
    struct tlog *log;
    uint64_t next;        /* leaf to be read */
    struct merkle merkle; /* of those that were */
    char digest[DIGEST_HEX + 1], id[RECORD_ID_LIMIT + 1]; /* of the last */
    bool there;           /* it has one */
};

/* Reads the next leaf; ids only grow. */
static enum exit_status advance(struct cursor *c)
{
    const char *leaf, *id;
    size_t len, id_len;
    unsigned char hash[DIGEST_BYTES];
    char before[RECORD_ID_LIMIT + 1];
    c->there = c->next < c->log->checkpoint.size;
    if (!c->there)
        return EXIT_OK;
    enum exit_status status = tlog_leaf(c->log, c->next, &leaf, &len);
    if (status != EXIT_OK)
        return status;
    strcpy(before, c->id);
    if (record_bytes_leaf_id(leaf, len, &id, &id_len) == 0) {
        memcpy(c->digest, leaf, DIGEST_HEX);
        memcpy(c->id, id, id_len);
        c->id[id_len] = '\0';
    }
    if (strcmp(before, c->id) >= 0) {
        diag("%s/log: leaf %" PRIu64 " is not that of a person, or out of "
             "order", c->log->release, c->next);
        return EXIT_DATA;
    }
    merkle_leaf(leaf, len, hash);
    merkle_add(&c->merkle, hash);
    c->next++;
    return EXIT_OK;
}

/* The leaves that were read must be those that the checkpoint speaks of. */
static enum exit_status check_root(const struct cursor *c)
{
    unsigned char root[DIGEST_BYTES];
    merkle_root(&c->merkle, root);
    if (memcmp(root, c->log->checkpoint.root, sizeof root) == 0)
        return EXIT_OK;
    diag("%s/log: the leaves are not those of its checkpoint",
         c->log->release);
    return EXIT_DATA;
}

static void write_digest(const char *name, const struct cursor *c,
                         struct buf *out)
{
    json_write_name(out, name);
    if (c != NULL)
        json_write_text(out, c->digest);
    else
        buf_puts(out, "null");
}

/* Adds a change to the list: a person of `old`, of `new`, or of both. */
static enum exit_status list_one(const char *what, const struct cursor *old,
                                 const struct cursor *new, bool json,
                                 struct spool *list)
{
    const char *id = old != NULL ? old->id : new->id;
    struct buf text = BUF_EMPTY;
    if (json) {
        buf_puts(&text, list->size > 0 ? ",{" : "{");
        json_write_member(&text, "id", id);
        json_write_member(&text, "change", what);
        write_digest("old", old, &text);
        write_digest("new", new, &text);
        buf_putc(&text, '}');
    } else {
        buf_printf(&text, "%-9s  %s\n", what, id);
    }
    int rc = spool_add(list, text.data, text.len, NULL);
    buf_release(&text);
    return rc < 0 ? EXIT_SYSTEM : EXIT_OK;
}

/* Compares the leaves that both are at, and goes on in one or both. */
static enum exit_status step(struct changes *c, struct cursor *old,
                             struct cursor *new, bool json,
                             struct spool *list)
{
    enum exit_status status = EXIT_OK;
    int order = !old->there ? 1 : !new->there ? -1 : strcmp(old->id, new->id);
    if (order < 0) {
        c->removed++;
        status = list_one("removed", old, NULL, json, list);
    } else if (order > 0) {
        c->added++;
        status = list_one("added", NULL, new, json, list);
    } else if (strcmp(old->digest, new->digest) != 0) {
        c->changed++;
        status = list_one("changed", old, new, json, list);
    }
    if (status == EXIT_OK && order <= 0)
        status = advance(old);
    if (status == EXIT_OK && order >= 0)
        status = advance(new);
    return status;
}

enum exit_status changes_list(struct changes *c, struct tlog *old,
                              struct tlog *new, bool json,
                              struct spool *list)
{
    struct cursor from = {.log = old}, to = {.log = new};
    *c = (struct changes){0};
    enum exit_status status = advance(&from);
    if (status == EXIT_OK)
        status = advance(&to);
    while (status == EXIT_OK && (from.there || to.there))
        status = step(c, &from, &to, json, list);
    if (status == EXIT_OK && spool_flush(list) < 0)
        status = EXIT_SYSTEM;
    return status == EXIT_OK ? check_root(&from) : status;
}
