#include "config.h"

#include "roll.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "interleave.h"
#include "ties.h"

int roll_open(struct roll *r)
{
    *r = (struct roll){0};
    return spool_open(&r->spool);
}

static void grow(struct roll *r)
{
    if (r->count < r->cap)
        return;
    r->cap = r->cap == 0 ? 1024 : 2 * r->cap;
    r->entries = xrealloc(r->entries, r->cap, sizeof *r->entries);
    r->people = xrealloc(r->people, r->cap, sizeof *r->people);
    if (r->strata != NULL)
        r->strata = xrealloc(r->strata, r->cap, sizeof *r->strata);
}

/* Where the person of that index was read, who is in the run. */
static struct diag_place place_in_run(const struct roll_run *run,
                                      uint32_t index, const char *id)
{
    uint64_t line = (uint64_t)run->line + (index - run->first);
    return (struct diag_place){run->file, line, id};
}

/* Starts another run unless the next person follows the last one. */
static void note_place(struct roll *r, struct diag_place where)
{
    uint32_t index = (uint32_t)r->count;
    if (r->run_count > 0) {
        struct diag_place next =
            place_in_run(&r->runs[r->run_count - 1], index, NULL);
        if (next.file == where.file && next.line == where.line)
            return;
    }
    if (r->run_count == r->run_cap) {
        r->run_cap = r->run_cap == 0 ? 16 : 2 * r->run_cap;
        r->runs = xrealloc(r->runs, r->run_cap, sizeof *r->runs);
    }
    r->runs[r->run_count++] =
        (struct roll_run){where.file, index, (uint32_t)where.line};
}

int roll_add(struct roll *r, const struct record_head *head,
             struct diag_place where, const char *text, size_t len)
{
    unsigned char digest[DIGEST_BYTES];
    uint64_t offset = 0;
    if (r->count == ROLL_LIMIT || where.line > ROLL_LIMIT) {
        diag_at(where, "more than %" PRIu32 " people", ROLL_LIMIT);
        return -1;
    }
    if (spool_add(&r->spool, text, len, &offset) < 0 ||
        spool_add(&r->spool, "\n", 1, NULL) < 0)
        return -1;
    grow(r);
    note_place(r, where);
    splitrule_key(r->seed, head->id, head->id_len, digest);
    r->entries[r->count] =
        (struct rank_entry){rank_key(digest), (uint32_t)r->count};
    r->people[r->count].place = offset + (uint64_t)(head->id - text);
    r->people[r->count].kind = head->kind;
    r->kinds[head->kind]++;
    r->count++;
    return 0;
}

void roll_note_stratum(struct roll *r, uint16_t stratum)
{
    if (r->strata == NULL)
        r->strata = xmalloc(r->cap, sizeof *r->strata);
    r->strata[r->count - 1] = stratum;
    if (stratum >= r->strata_count)
        r->strata_count = (size_t)stratum + 1;
}

/* Ranks by the order of keys mixed by strata. */
static void rank_strata(struct roll *r)
{
    uint32_t *order = xmalloc(r->count + 1, sizeof *order), ranked = 0;
    for (size_t i = 0; i < r->count; i++) {
        uint32_t index = r->entries[i].index;
        r->ranks[index] = 0;
        if (r->people[index].kind == RECORD_FICTITIOUS)
            order[ranked++] = index;
    }
    interleave(order, ranked, r->strata, r->strata_count);
    for (uint32_t i = 0; i < ranked; i++)
        r->ranks[order[i]] = i + 1;
    free(order);
}

void roll_give_ranks(struct roll *r)
{
    uint32_t rank = 0;
    r->ranks = xmalloc(r->count + 1, sizeof *r->ranks);
    if (r->strata != NULL) {
        rank_strata(r);
        return;
    }
    for (size_t i = 0; i < r->count; i++) {
        uint32_t index = r->entries[i].index;
        bool ranked = r->people[index].kind == RECORD_FICTITIOUS;
        r->ranks[index] = ranked ? ++rank : 0;
    }
}

int roll_order(struct roll *r, struct roll_twins *twins)
{
    *twins = (struct roll_twins){0};
    if (spool_flush(&r->spool) < 0)
        return -1;
    rank_order(r->entries, r->count);
    return ties_settle(r, twins);
}

static enum exit_status tell_twins(struct roll *r, const struct roll_twins *t)
{
    char id[RECORD_ID_LIMIT + 1];
    if (roll_id(r, t->second, id) < 0)
        return EXIT_SYSTEM;
    struct diag_place first = roll_place(r, t->first, id);
    diag_at(roll_place(r, t->second, id),
            "the id is there already, at %s:%" PRIu64, first.file, first.line);
    return EXIT_DATA;
}

enum exit_status roll_rank(struct roll *r)
{
    struct roll_twins twins;
    if (roll_order(r, &twins) < 0)
        return EXIT_SYSTEM;
    if (twins.found)
        return tell_twins(r, &twins);
    roll_give_ranks(r);
    return EXIT_OK;
}

int roll_id(struct roll *r, uint32_t index, char id[RECORD_ID_LIMIT + 1])
{
    struct buf bytes = BUF_EMPTY;
    uint64_t place = r->people[index].place;
    uint64_t left = r->spool.size - place;
    size_t len = left < RECORD_ID_LIMIT ? (size_t)left : RECORD_ID_LIMIT;
    int rc = spool_read(&r->spool, place, len, &bytes);
    if (rc == 0) {
        while (!record_id_valid(bytes.data, len)) /* the id ends before */
            len--;
        memcpy(id, bytes.data, len);
        id[len] = '\0';
    }
    buf_release(&bytes);
    return rc;
}

struct diag_place roll_place(const struct roll *r, uint32_t index,
                             const char *id)
{
    size_t low = 0, high = r->run_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (r->runs[middle].first <= index)
            low = middle;
        else
            high = middle;
    }
    return place_in_run(&r->runs[low], index, id);
}

/* The first place in rank order whose key is not below `key`. */
static size_t lower_bound(const struct roll *r, uint64_t key)
{
    size_t low = 0, high = r->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->entries[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many of the ranked people, who have no strata, have keys below that. */
static uint64_t count_below(const struct roll *r, uint64_t key)
{
    for (size_t i = lower_bound(r, key); i-- > 0;) {
        uint32_t rank = r->ranks[r->entries[i].index];
        if (rank != 0)
            return rank;
    }
    return 0;
}

int roll_sets(const struct roll *r, const struct splitrule *rule,
              struct splitsets *sets)
{
    uint64_t below[SPLITRULE_RATIOS] = {0};
    if (rule->kind == SPLITRULE_THRESHOLD)
        for (size_t i = 0; i < rule->count; i++)
            below[i] = count_below(r, splitrule_threshold(rule->ratios[i]));
    int rc = splitsets_init(sets, rule, below);
    splitsets_add_kinds(sets, r->kinds);
    return rc;
}

int roll_find(struct roll *r, const char *id, uint32_t *index)
{
    unsigned char digest[DIGEST_BYTES];
    splitrule_key(r->seed, id, strlen(id), digest);
    uint64_t key = rank_key(digest);
    for (size_t i = lower_bound(r, key);
         i < r->count && r->entries[i].key == key; i++) {
        char other[RECORD_ID_LIMIT + 1];
        if (roll_id(r, r->entries[i].index, other) < 0)
            return -1;
        if (strcmp(id, other) == 0) {
            *index = r->entries[i].index;
            return 1;
        }
    }
    return 0;
}

void roll_close(struct roll *r)
{
    spool_close(&r->spool);
    free(r->entries);
    free(r->people);
    free(r->ranks);
    free(r->strata);
    free(r->runs);
    *r = (struct roll){.spool = {.fd = -1}};
}
