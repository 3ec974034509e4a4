#include "config.h"

#include "bootstrap.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cores.h"
#include "rng.h"

#define THREAD_PEOPLE 64 /* from so many on, half is drawn by a thread */
#define QUARTER 16 /* bytes: of the row of a stripe */
#define HALF 32

static size_t stripes(const struct bootstrap *b)
{
    return (b->columns + BOOTSTRAP_STRIPE - 1) / BOOTSTRAP_STRIPE;
}

void bootstrap_init(struct bootstrap *b, size_t people, size_t columns)
{
    *b = (struct bootstrap){.people = people, .columns = columns};
    b->cells = xcalloc(people, stripes(b) * BOOTSTRAP_STRIPE *
                                   sizeof *b->cells);
    b->sums = xmalloc(columns, BOOTSTRAP_DRAWS * sizeof *b->sums);
}

int32_t *bootstrap_cell(struct bootstrap *b, size_t person, size_t column)
{
    size_t stripe = column / BOOTSTRAP_STRIPE;
    return &b->cells[(stripe * b->people + person) * BOOTSTRAP_STRIPE +
                     column % BOOTSTRAP_STRIPE];
}

int32_t bootstrap_fits(size_t people, uint64_t each, int32_t most)
{
    uint64_t all;
    if (__builtin_mul_overflow((uint64_t)people, each, &all))
        return 0;
    if (all == 0 || INT32_MAX / all >= (uint64_t)most)
        return most;
    return (int32_t)(INT32_MAX / all);
}

/* Random numbers, half a word at a time. */
struct halves {
    struct rng rng;
    uint32_t upper; /* the half that was not taken, */
    bool left;      /* if there is one */
};

/* Goes to a half, the first being 0. */
static void halves_seek(struct halves *h, uint64_t half)
{
    rng_seek(&h->rng, half / 2);
    h->left = half % 2 == 1;
    if (h->left)
        h->upper = (uint32_t)(rng_u64(&h->rng) >> 32);
}

/* The people of one draw. */
static void pick(struct halves *h, uint32_t *picks, size_t people)
{
    size_t i = 0;
    if (h->left)
        picks[i++] = (uint32_t)((uint64_t)h->upper * people >> 32);
    for (h->left = false; i + 1 < people; i += 2) {
        uint64_t word = rng_u64(&h->rng);
        picks[i] = (uint32_t)((word & UINT32_MAX) * people >> 32);
        picks[i + 1] = (uint32_t)((word >> 32) * people >> 32);
    }
    if (i < people) {
        uint64_t word = rng_u64(&h->rng);
        picks[i] = (uint32_t)((word & UINT32_MAX) * people >> 32);
        h->upper = (uint32_t)(word >> 32);
        h->left = true;
    }
}

/* The sums of a stripe over the people picked. As vectors the sums stay in
 * registers: that takes a third of the time. */
static void add_up(const int32_t *stripe, const uint32_t *picks, size_t count,
                   int32_t sums[BOOTSTRAP_STRIPE])
{
    int32_t __attribute__((vector_size(QUARTER))) a = {0}, b = a, c = a, d = a,
                                                  more;
    for (size_t i = 0; i < count; i++) {
        const int32_t *row = stripe + (size_t)picks[i] * BOOTSTRAP_STRIPE;
        memcpy(&more, row, QUARTER);
        a += more;
        memcpy(&more, row + 4, QUARTER);
        b += more;
        memcpy(&more, row + 8, QUARTER);
        c += more;
        memcpy(&more, row + 12, QUARTER);
        d += more;
    }
    memcpy(sums, &a, QUARTER);
    memcpy(sums + 4, &b, QUARTER);
    memcpy(sums + 8, &c, QUARTER);
    memcpy(sums + 12, &d, QUARTER);
}

#if defined __x86_64__
/* The same in half as many steps, where the processor can. */
static __attribute__((target("avx2"))) void
add_up_wide(const int32_t *stripe, const uint32_t *picks, size_t count,
            int32_t sums[BOOTSTRAP_STRIPE])
{
    int32_t __attribute__((vector_size(HALF))) a = {0}, b = a, more;
    for (size_t i = 0; i < count; i++) {
        const int32_t *row = stripe + (size_t)picks[i] * BOOTSTRAP_STRIPE;
        memcpy(&more, row, HALF);
        a += more;
        memcpy(&more, row + 8, HALF);
        b += more;
    }
    memcpy(sums, &a, HALF);
    memcpy(sums + 8, &b, HALF);
}

static bool is_wide(void)
{
    return __builtin_cpu_supports("avx2");
}
#else
static void add_up_wide(const int32_t *stripe, const uint32_t *picks,
                        size_t count, int32_t sums[BOOTSTRAP_STRIPE])
{
    add_up(stripe, picks, count, sums);
}

static bool is_wide(void)
{
    return false;
}
#endif

/* One draw of all columns. */
static void draw_once(struct bootstrap *b, const uint32_t *picks, size_t draw)
{
    int32_t sums[BOOTSTRAP_STRIPE];
    bool wide = is_wide();
    for (size_t s = 0; s < stripes(b); s++) {
        size_t first = s * BOOTSTRAP_STRIPE;
        if (wide)
            add_up_wide(b->cells + first * b->people, picks, b->people, sums);
        else
            add_up(b->cells + first * b->people, picks, b->people, sums);
        for (size_t k = 0; k < BOOTSTRAP_STRIPE && first + k < b->columns; k++)
            b->sums[(first + k) * BOOTSTRAP_DRAWS + draw] = sums[k];
    }
}

/* A run of draws, which may be made by a thread of its own. */
struct span {
    struct bootstrap *table;
    struct halves halves; /* at the first draw's */
    size_t first, last;   /* draws; the last is not among them */
};

static void *draw_span(void *argument)
{
    struct span *s = argument;
    size_t people = s->table->people;
    uint32_t *picks = xmalloc(people, sizeof *picks);
    halves_seek(&s->halves, s->first * (uint64_t)people);
    for (size_t draw = s->first; draw < s->last; draw++) {
        pick(&s->halves, picks, people);
        draw_once(s->table, picks, draw);
    }
    free(picks);
    return NULL;
}

/* Half of it by another thread, where it is worth one. */
void bootstrap_draw(struct bootstrap *b, const char *const *parts,
                    size_t count)
{
    struct span all = {.table = b, .last = BOOTSTRAP_DRAWS}, half;
    pthread_t thread;
    rng_init(&all.halves.rng, parts, count);
    half = all;
    half.last = all.first = BOOTSTRAP_DRAWS / 2;
    if (b->people < THREAD_PEOPLE || cores_count(2) < 2 ||
        pthread_create(&thread, NULL, draw_span, &half) != 0) {
        all.first = 0;
        draw_span(&all);
        return;
    }
    draw_span(&all);
    pthread_join(thread, NULL);
}

const int32_t *bootstrap_sums(const struct bootstrap *b, size_t column)
{
    return b->sums + column * BOOTSTRAP_DRAWS;
}

void bootstrap_release(struct bootstrap *b)
{
    free(b->cells);
    free(b->sums);
    *b = (struct bootstrap){0};
}
