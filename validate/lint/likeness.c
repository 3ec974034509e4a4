#include "config.h"

#include "lint/likeness.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "hex.h"

#define SHA_DIGITS 64
#define HASH_DIGITS 16

/* Reads the first 64 bits of `digits` hexadecimal digits. */
static bool read_hash(const char *text, size_t digits, uint64_t *hash)
{
    unsigned char bytes[SHA_DIGITS / 2];
    if (text == NULL || strlen(text) != digits ||
        hex_decode(text, digits, bytes) < 0)
        return false;
    *hash = 0;
    for (size_t i = 0; i < sizeof *hash; i++)
        *hash = *hash << 8 | bytes[i];
    return true;
}

static void add_hash(struct matches *m, const struct person *p,
                     const cJSON *image, const char *member)
{
    uint64_t hash;
    if (read_hash(person_text(image, member), SHA_DIGITS, &hash))
        matches_add(m, hash, p->number, 0);
}

static void add_look(struct likeness *g, const struct person *p,
                     const cJSON *image)
{
    struct likeness_look look = {.person = p->number};
    const char *role = person_text(image, "role");
    if (role == NULL || strcmp(role, "portrait") != 0 ||
        !read_hash(person_text(image, "dhash"), HASH_DIGITS, &look.hash[0]) ||
        !read_hash(person_text(image, "phash"), HASH_DIGITS, &look.hash[1]))
        return;
    if (g->count == g->cap) {
        g->cap = g->cap == 0 ? 1024 : 2 * g->cap;
        g->looks = xrealloc(g->looks, g->cap, sizeof *g->looks);
    }
    g->looks[g->count++] = look;
}

void likeness_add(struct likeness *g, const struct person *p)
{
    const cJSON *image;
    cJSON_ArrayForEach(image, p->images) {
        add_hash(&g->bytes, p, image, "sha256");
        add_hash(&g->pixels, p, image, "pixels_sha256");
        add_look(g, p, image);
    }
}

/* Tells of each person who has an image of somebody who came before. */
static void find_same(struct matches *m, const char *what,
                      const struct people *people, struct findings *f)
{
    matches_sort(m);
    for (size_t i = 0, end; i < m->count; i = end) {
        end = matches_end(m, i);
        for (size_t k = i + 1; k < end; k++)
            if (m->list[k].person != m->list[k - 1].person)
                findings_add_pair(f, "image-twice",
                                  people_place(people, m->list[k].person),
                                  people_place(people, m->list[i].person),
                                  "the same %s", what);
    }
}

static unsigned distance(const struct likeness_look *a,
                         const struct likeness_look *b)
{
    return (unsigned)(__builtin_popcountll(a->hash[0] ^ b->hash[0]) +
                      __builtin_popcountll(a->hash[1] ^ b->hash[1]));
}

/* The bits from `from` up to `to` of both hashes, at most 64 of them. */
static uint64_t piece(const struct likeness_look *look, unsigned from,
                      unsigned to)
{
    unsigned __int128 all =
        (unsigned __int128)look->hash[0] << 64 | look->hash[1];
    unsigned width = to - from;
    uint64_t bits = (uint64_t)(all >> from);
    return width < 64 ? bits & ((1ULL << width) - 1) : bits;
}

/* Where piece `n` of `pieces` begins. */
static unsigned piece_start(unsigned n, unsigned pieces)
{
    return n * LIKENESS_BITS / pieces;
}

/* True if the two agree in a piece before piece `n`: they were compared. */
static bool compared(const struct likeness_look *a,
                     const struct likeness_look *b, unsigned n,
                     unsigned pieces)
{
    for (unsigned k = 0; k < n; k++) {
        unsigned from = piece_start(k, pieces), to = piece_start(k + 1, pieces);
        if (piece(a, from, to) == piece(b, from, to))
            return true;
    }
    return false;
}

/* Compares the portraits that agree in piece `n`. */
static void compare(const struct likeness *g, unsigned n, unsigned most,
                    const struct people *people, struct findings *f)
{
    struct matches m = {0};
    unsigned pieces = most + 1, from = piece_start(n, pieces);
    for (size_t i = 0; i < g->count; i++)
        matches_add(&m, piece(&g->looks[i], from, piece_start(n + 1, pieces)),
                    (uint32_t)i, 0);
    matches_sort(&m);
    for (size_t i = 0; i < m.count; i++) {
        const struct likeness_look *a = &g->looks[m.list[i].person];
        for (size_t k = i + 1; k < m.count && k - i <= LIKENESS_NEAR &&
                               m.list[k].key == m.list[i].key; k++) {
            const struct likeness_look *b = &g->looks[m.list[k].person];
            unsigned bits = distance(a, b);
            if (bits > most || a->person == b->person ||
                compared(a, b, n, pieces))
                continue;
            findings_add_pair(f, "image-near", people_place(people, b->person),
                              people_place(people, a->person),
                              "%u of 128 bits differ", bits);
        }
    }
    matches_release(&m);
}

void likeness_end(struct likeness *g, const struct people *people,
                  struct findings *f)
{
    find_same(&g->bytes, "bytes", people, f);
    find_same(&g->pixels, "pixels", people, f);
    uint64_t budget = findings_budget(f, "image-near") / 100;
    unsigned most = (unsigned)(budget > LIKENESS_MOST ? LIKENESS_MOST : budget);
    if (!findings_wants(f, "image-near"))
        return;
    for (unsigned n = 0; n <= most; n++)
        compare(g, n, most, people, f);
}

void likeness_release(struct likeness *g)
{
    matches_release(&g->bytes);
    matches_release(&g->pixels);
    free(g->looks);
    *g = (struct likeness){0};
}
