#include "config.h"

#include "unique.h"

#include <stdio.h>
#include <string.h>

#include "tap.h"

/* Adds `count` ids that differ, one a record. */
static bool fill(struct unique *u, uint64_t count)
{
    for (uint64_t i = 0; i < count; i++) {
        char id[32];
        snprintf(id, sizeof id, "q%u", (unsigned)i);
        if (unique_add(u, id, strlen(id), i) < 0)
            return false;
    }
    return true;
}

/* What is found among `count` ids and one more, which is that of record
 * `twin`, in record `count`. */
static bool finds(uint64_t count, uint64_t twin)
{
    struct unique u;
    uint64_t numbers[2] = {0, 0};
    char id[32];
    snprintf(id, sizeof id, "q%u", (unsigned)twin);
    bool good = unique_open(&u) == 0 && fill(&u, count) &&
                unique_add(&u, id, strlen(id), count) == 0 &&
                unique_find_twins(&u, numbers) == 1 && numbers[0] == twin &&
                numbers[1] == count;
    unique_close(&u);
    return good;
}

static bool finds_nothing(uint64_t count)
{
    struct unique u;
    uint64_t numbers[2];
    bool good = unique_open(&u) == 0 && fill(&u, count) &&
                unique_find_twins(&u, numbers) == 0;
    unique_close(&u);
    return good;
}

int main(void)
{
    static const uint64_t counts[] = {0, 1, 255, 257, UNIQUE_RUN - 1,
                                      UNIQUE_RUN, UNIQUE_RUN + 1,
                                      3 * UNIQUE_RUN + 77};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        unsigned count = (unsigned)counts[i];
        tap_ok(finds_nothing(count), "%u ids are unique", count);
        if (count == 0)
            continue;
        tap_ok(finds(count, 0), "after %u the first again is found", count);
        tap_ok(finds(count, count - 1), "after %u the last again is found",
               count);
        tap_ok(finds(count, count / 2), "after %u one between is found",
               count);
    }
    return tap_done();
}
