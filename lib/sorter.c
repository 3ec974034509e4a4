#include "config.h"

#include "sorter.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* In the spool an item is: key length (4 bytes), payload length (4 bytes),
 * key, NUL, payload. */
struct item_head {
    uint32_t key_len, payload_len;
};

int sorter_open(struct sorter *s)
{
    *s = (struct sorter){0};
    return spool_open(&s->spool);
}

static void set_prefix(struct sorter_entry *e, const char *key, size_t len)
{
    memset(e->prefix, 0, sizeof e->prefix);
    memcpy(e->prefix, key, len < SORTER_PREFIX ? len : SORTER_PREFIX);
}

int sorter_add(struct sorter *s, const char *key, size_t key_len,
               const void *payload, size_t payload_len)
{
    struct item_head head = {(uint32_t)key_len, (uint32_t)payload_len};
    if (s->count == s->cap) {
        s->cap = s->cap == 0 ? 256 : 2 * s->cap;
        s->entries = xrealloc(s->entries, s->cap, sizeof *s->entries);
    }
    struct sorter_entry *e = &s->entries[s->count++];
    e->mark = 0;
    set_prefix(e, key, key_len);
    if (spool_add(&s->spool, &head, sizeof head, &e->offset) < 0 ||
        spool_add(&s->spool, key, key_len, NULL) < 0 ||
        spool_add(&s->spool, "", 1, NULL) < 0)
        return -1;
    return spool_add(&s->spool, payload, payload_len, NULL);
}

static int read_key(struct sorter *s, uint64_t offset, struct buf *b)
{
    struct item_head head;
    if (spool_read(&s->spool, offset, sizeof head, b) < 0)
        return -1;
    memcpy(&head, b->data, sizeof head);
    return spool_read(&s->spool, offset + sizeof head, head.key_len + 1, b);
}

/* Compares two items of equal prefix by all of their keys. */
static int compare_keys(struct sorter *s, const struct sorter_entry *a,
                        const struct sorter_entry *b)
{
    if (a->prefix[SORTER_PREFIX - 1] == '\0')
        return 0;
    if (s->failed != 0 || read_key(s, a->offset, &s->one) < 0 ||
        read_key(s, b->offset, &s->two) < 0) {
        s->failed = 1;
        return 0;
    }
    return strcmp(s->one.data, s->two.data);
}

static int by_key(const void *x, const void *y, void *sorter)
{
    const struct sorter_entry *a = x, *b = y;
    int order = memcmp(a->prefix, b->prefix, SORTER_PREFIX);
    if (order == 0)
        order = compare_keys(sorter, a, b);
    if (order == 0)
        order = a->offset < b->offset ? -1 : a->offset > b->offset;
    return order;
}

int sorter_sort(struct sorter *s)
{
    if (spool_flush(&s->spool) < 0)
        return -1;
    if (s->count > 1)
        qsort_r(s->entries, s->count, sizeof *s->entries, by_key, s);
    return s->failed != 0 ? -1 : 0;
}

int sorter_read(struct sorter *s, size_t index, struct buf *b,
                struct sorter_item *item)
{
    struct item_head head;
    uint64_t offset = s->entries[index].offset;
    if (spool_read(&s->spool, offset, sizeof head, b) < 0)
        return -1;
    memcpy(&head, b->data, sizeof head);
    size_t len = (size_t)head.key_len + 1 + head.payload_len;
    if (spool_read(&s->spool, offset + sizeof head, len, b) < 0)
        return -1;
    *item = (struct sorter_item){b->data, head.key_len,
                                 b->data + head.key_len + 1,
                                 head.payload_len};
    return 0;
}

/* Compares `key` with item `index`; in *order. Returns 0, or -1 (told). */
static int compare_with(struct sorter *s, const char *key, size_t index,
                        int *order)
{
    const struct sorter_entry *e = &s->entries[index];
    *order = strncmp(key, e->prefix, SORTER_PREFIX);
    if (*order != 0 || e->prefix[SORTER_PREFIX - 1] == '\0')
        return 0;
    if (read_key(s, e->offset, &s->one) < 0)
        return -1;
    *order = strcmp(key, s->one.data);
    return 0;
}

int64_t sorter_find(struct sorter *s, const char *key, size_t guess)
{
    size_t low = 0, high = s->count, middle = guess;
    if (middle >= high)
        middle = high / 2;
    while (low < high) {
        int order;
        if (compare_with(s, key, middle, &order) < 0)
            return -2;
        if (order == 0)
            return (int64_t)middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
        middle = low + (high - low) / 2;
    }
    return -1;
}

void sorter_close(struct sorter *s)
{
    spool_close(&s->spool);
    free(s->entries);
    buf_release(&s->one);
    buf_release(&s->two);
    *s = (struct sorter){.spool.fd = -1};
}
