#include "config.h"

#include "sorter.h"

#include <stdio.h>
#include <string.h>

#include "perm.h"
#include "tap.h"

#define COUNT 5000

/* Keys that agree in more bytes than are kept in memory, and short ones. */
static void make_key(uint64_t i, char key[64])
{
    snprintf(key, 64, i % 2 == 0 ? "%04u" : "a_long_beginning/%04u",
             (unsigned)(i / 2));
}

static bool fill(struct sorter *s)
{
    struct perm p;
    char key[64];
    perm_init(&p, COUNT, 7);
    for (uint64_t i = 0; i < COUNT; i++) {
        uint64_t number = perm_apply(&p, i);
        make_key(number, key);
        if (sorter_add(s, key, strlen(key), &number, sizeof number) < 0)
            return false;
    }
    return sorter_sort(s) == 0;
}

static bool in_order(struct sorter *s)
{
    struct buf b = BUF_EMPTY;
    char before[64] = "";
    bool good = s->count == COUNT;
    for (size_t i = 0; i < s->count && good; i++) {
        struct sorter_item item;
        uint64_t number;
        char key[64];
        good = sorter_read(s, i, &b, &item) == 0;
        memcpy(&number, item.payload, sizeof number);
        make_key(number, key);
        good = good && strcmp(before, item.key) < 0 &&
               strcmp(key, item.key) == 0 && strlen(key) == item.key_len;
        strcpy(before, key);
    }
    buf_release(&b);
    return good;
}

static bool finds_all(struct sorter *s, size_t guess)
{
    for (uint64_t i = 0; i < COUNT; i++) {
        char key[64];
        make_key(i, key);
        if (sorter_find(s, key, guess) < 0)
            return false;
    }
    return true;
}

int main(void)
{
    struct sorter s;
    tap_ok(sorter_open(&s) == 0 && fill(&s), "items are added and sorted");
    tap_ok(in_order(&s), "they come out in order, each with its payload");
    tap_ok(finds_all(&s, 0), "each is found");
    tap_ok(finds_all(&s, COUNT * 2), "whatever the guess");
    tap_ok(sorter_find(&s, "a_long_beginning/", 0) == -1 &&
               sorter_find(&s, "", 0) == -1 &&
               sorter_find(&s, "zzz", 9) == -1,
           "what is not there is not found");
    sorter_close(&s);
    return tap_done();
}
