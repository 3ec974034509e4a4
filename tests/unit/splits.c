#include "config.h"

#include "records/splits.h"

#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "tap.h"

#define COUNT 200

/* Ranks people whose keys are cut to `bits` bits, so that all of them tie; the
 * list goes to `list`. Returns false if that fails. */
static bool list_with(unsigned bits, struct buf *list)
{
    struct splits s;
    struct findings f = {.silent = true};
    bool good = splits_open(&s) == 0;
    s.roll.seed = s.seed = xstrndup("demo", 4);
    s.rule = (struct splitrule){.seed = s.seed, .n = COUNT, .count = 1};
    s.rule.ratios[0] = 5;
    s.used = true;
    for (unsigned i = 0; i < COUNT && good; i++) {
        struct record_head head = {.kind = RECORD_FICTITIOUS};
        head.id = head.name;
        head.id_len = (size_t)snprintf(head.name, sizeof head.name, "f%u", i);
        good = splits_add(&s, &head, i + 1,
                          (struct splits_stated){1, 0}) == 0;
    }
    uint64_t mask = bits == 0 ? 0 : UINT64_MAX << (64 - bits);
    for (size_t i = 0; i < s.roll.count; i++)
        s.roll.entries[i].key &= mask;
    good = good && splits_rank(&s, "people", &f) == 0 &&
           f.count == COUNT - 1 &&
           spool_read(&s.ranked, 0, (size_t)s.ranked.size, list) == 0;
    findings_release(&f);
    splits_close(&s);
    return good;
}

int main(void)
{
    struct buf whole = BUF_EMPTY, cut = BUF_EMPTY;
    tap_ok(list_with(64, &whole), "people are ranked by their keys");
    tap_ok(whole.len > 0, "into a list");
    for (unsigned bits = 0; bits <= 6; bits += 2)
        tap_ok(list_with(bits, &cut) && cut.len == whole.len &&
                   memcmp(cut.data, whole.data, whole.len) == 0,
               "ties of keys of %u bits are settled by the digest", bits);
    buf_release(&whole);
    buf_release(&cut);
    return tap_done();
}
