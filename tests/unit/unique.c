#include "config.h"

#include "records/unique.h"

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
    struct unique_twins twins[UNIQUE_TWINS];
    char id[32];
    snprintf(id, sizeof id, "q%u", (unsigned)twin);
    bool good = unique_open(&u) == 0 && fill(&u, count) &&
                unique_add(&u, id, strlen(id), count) == 0 &&
                unique_find_twins(&u, twins) == 1 &&
                twins[0].numbers[0] == twin && twins[0].numbers[1] == count;
    unique_close(&u);
    return good;
}

static bool finds_nothing(uint64_t count)
{
    struct unique u;
    struct unique_twins twins[UNIQUE_TWINS];
    bool good = unique_open(&u) == 0 && fill(&u, count) &&
                unique_find_twins(&u, twins) == 0;
    unique_close(&u);
    return good;
}

/* All pairs, each once and in order, where records from 0 on hold two ids that
 * the record `distance` behind them holds, too. */
static bool finds_pairs(uint64_t pairs, uint64_t distance)
{
    struct unique u;
    struct unique_twins twins[UNIQUE_TWINS];
    uint64_t most = pairs < UNIQUE_TWINS ? pairs : UNIQUE_TWINS;
    bool good = unique_open(&u) == 0 && fill(&u, 2 * distance);
    for (uint64_t i = 0; i < pairs && good; i++)
        for (uint64_t k = 0; k < 4 && good; k++) {
            char id[32];
            snprintf(id, sizeof id, "two%u-%u", (unsigned)i, (unsigned)k / 2);
            good = unique_add(&u, id, strlen(id),
                              k % 2 == 0 ? i : i + distance) == 0;
        }
    good = good && unique_find_twins(&u, twins) == (int)most;
    for (uint64_t i = 0; i < most && good; i++)
        good = twins[i].numbers[1] == twins[i].numbers[0] + distance &&
               (i == 0 || twins[i].numbers[0] > twins[i - 1].numbers[0]) &&
               (pairs > most || twins[i].numbers[0] == i);
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
    for (unsigned pairs = 1; pairs <= UNIQUE_TWINS + 5; pairs++)
        tap_ok(finds_pairs(pairs, UNIQUE_RUN), "of %u pairs all are found, or "
               "as many as may be", pairs);
    return tap_done();
}
