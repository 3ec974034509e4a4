#include "config.h"

#include "people.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "seed.h"
#include "shape.h"

int people_open(struct people *p)
{
    *p = (struct people){.claims.unique.spool.fd = -1};
    if (splits_open(&p->splits) < 0)
        return -1;
    return claims_open(&p->claims);
}

static void wrong(const struct person *person, struct findings *f,
                  const char *rule, const char *what)
{
    findings_add(f, rule, person->place, "%s", what);
}

static void adopt(struct people *p, const cJSON *provenance)
{
    char **owned[] = {&p->tool, &p->version, &p->seed, &p->world};
    const char *names[] = {"tool", "version", "seed", "world"};
    for (int i = 0; i < 4; i++) {
        const char *text = shape_text(provenance, names[i]);
        *owned[i] = xstrndup(text, strlen(text));
    }
}

/* One run of one generator made all people who are not celebrities. */
static void check_generator(struct people *p, const struct person *person,
                            struct findings *f)
{
    const cJSON *provenance = person->provenance;
    if (p->seed == NULL)
        adopt(p, provenance);
    const char *seen[] = {p->tool, p->version, p->seed, p->world};
    const char *names[] = {"tool", "version", "seed", "world"};
    for (int i = 0; i < 4; i++) {
        const char *there = shape_text(provenance, names[i]);
        if (strcmp(there, seen[i]) == 0)
            continue;
        findings_add(f, "people/generator", person->place,
                     "provenance: its %s differs from that of the first "
                     "generated person",
                     names[i]);
        findings_witness(f, seen[i], there);
    }
    if (!seed_valid(p->seed, strlen(p->seed))) {
        wrong(person, f, "people/seed", "provenance: its seed is not a seed");
        findings_witness(f, "1 to 1024 bytes of UTF-8 without control "
                            "characters", p->seed);
    }
}

static void check_index(struct people *p, const struct person *person,
                        struct findings *f)
{
    bool stranger = person->head.kind == RECORD_STRANGER;
    uint64_t first = stranger ? PEOPLE_INDEX_STRANGER : 1;
    uint64_t end = stranger ? PEOPLE_INDEX_END : PEOPLE_INDEX_STRANGER;
    double value = cJSON_GetObjectItemCaseSensitive(person->provenance,
                                                    "index")->valuedouble;
    char shown[24];
    snprintf(shown, sizeof shown, "%.0f", value);
    if (value < (double)first || value >= (double)end) {
        wrong(person, f, "people/index", "provenance: its index is not in the "
                                         "range of its kind");
        findings_witness(f, stranger ? "200001 to 250000" : "1 to 200000",
                         shown);
        return;
    }
    unsigned index = (unsigned)value, bit = 1u << (index % 8);
    if ((p->indices[index / 8] & bit) != 0) {
        findings_add(f, "people/index-twice", person->place,
                     "provenance: another person has the index %u, too",
                     index);
        findings_witness(f, "an index nobody else has", shown);
    }
    p->indices[index / 8] |= (unsigned char)bit;
}

static void count_questions(struct people *p, const struct person *person)
{
    const cJSON *q = person->questions->child;
    for (; q != NULL; q = q->next)
        p->questions[question_set_parse(shape_text(q, "set"))]++;
}

/* All fictitious people are trained on alike, but for what images allow. */
static void check_trained(struct people *p, const struct person *person,
                          struct findings *f)
{
    struct people_trained *t = &p->trained[person->images != NULL];
    char hex[2][DIGEST_HEX + 1];
    if (person->head.kind != RECORD_FICTITIOUS)
        return;
    if (!t->known)
        memcpy(t->digest, person->trained, DIGEST_BYTES);
    t->known = true;
    if (memcmp(t->digest, person->trained, DIGEST_BYTES) == 0)
        return;
    wrong(person, f, "people/trained",
          "its train questions do not ask what those of the first person ask");
    digest_to_hex(t->digest, hex[0]);
    digest_to_hex(person->trained, hex[1]);
    findings_witness(f, hex[0], hex[1]);
}

/* All people of a generator have questions, or none has. */
static void check_asked(struct people *p, const struct person *person,
                        struct findings *f)
{
    bool generated = person->head.kind != RECORD_CELEBRITY;
    p->asked += generated && person->questions != NULL;
    p->unasked += generated && person->questions == NULL;
    if (generated && p->asked > 0 && p->unasked > 0) {
        bool has = person->questions != NULL;
        wrong(person, f, "people/asked",
              has ? "it has questions, records before have none"
                  : "it has no questions, records before have some");
        findings_witness(f, has ? "no questions" : "questions",
                         has ? "questions" : "no questions");
    }
    if (person->questions == NULL)
        return;
    count_questions(p, person);
    check_trained(p, person, f);
}

int people_check(struct people *p, const struct person *person,
                 struct splits_stated *stated, struct findings *f)
{
    p->records++;
    p->kinds[person->head.kind]++;
    if (person->head.kind == RECORD_AUXILIARY) {
        wrong(person, f, "people/kind",
              "auxiliary people are never part of a release");
        findings_witness(f, "fictitious, celebrity or stranger", "auxiliary");
    } else if (splits_check(&p->splits, person, stated, f) < 0) {
        return -1;
    }
    if (person->head.kind == RECORD_FICTITIOUS ||
        person->head.kind == RECORD_STRANGER) {
        check_generator(p, person, f);
        check_index(p, person, f);
    }
    if (person->images != NULL)
        p->images += (uint64_t)cJSON_GetArraySize(person->images);
    check_asked(p, person, f);
    return claims_add(&p->claims, person);
}

static uint64_t first_index(enum record_kind kind)
{
    return kind == RECORD_STRANGER ? PEOPLE_INDEX_STRANGER : 1;
}

/* The first index of a kind that nobody has, although more than `most` lower
 * ones would be missing with it; 0 if there is none. *missing counts them. */
static uint64_t find_gap(const struct people *p, enum record_kind kind,
                         uint64_t most, uint64_t *missing)
{
    uint64_t end = kind == RECORD_STRANGER ? PEOPLE_INDEX_END
                                           : PEOPLE_INDEX_STRANGER;
    uint64_t left = p->kinds[kind];
    *missing = 0;
    for (uint64_t i = first_index(kind); left > 0 && i < end; i++) {
        if ((p->indices[i / 8] & 1u << (i % 8)) != 0)
            left--;
        else if (++*missing > most)
            return i;
    }
    return 0;
}

uint64_t people_made(const struct people *p, enum record_kind kind)
{
    uint64_t missing = 0, strangers = 0;
    find_gap(p, RECORD_FICTITIOUS, UINT64_MAX, &missing);
    find_gap(p, RECORD_STRANGER, UINT64_MAX, &strangers);
    if (kind == RECORD_STRANGER && missing + strangers <= p->removed)
        return p->kinds[kind] + strangers;
    if (kind == RECORD_FICTITIOUS)
        return p->kinds[kind] + missing;
    return p->kinds[kind];
}

/* The indices of fictitious people are 1..n, but for those removed; each was
 * seen once, so that one that is missing is the only way to be wrong. */
static void check_complete(const struct people *p, const char *file,
                           struct findings *f)
{
    uint64_t n = p->kinds[RECORD_FICTITIOUS], missing;
    uint64_t i = find_gap(p, RECORD_FICTITIOUS, p->removed, &missing);
    if (i == 0)
        return;
    findings_add(f, "people/index-gap", (struct diag_place){file, 0, NULL},
                 "of %" PRIu64 " fictitious people none has the index %" PRIu64
                 "%s", n, i,
                 p->removed > 0 ? ", and more are missing than were removed"
                                : "");
    findings_witness(f, "somebody of each index from 1 to n, or removed",
                     "nobody");
}

int people_finish(struct people *p, const char *file, struct findings *f,
                  struct unique_twins twins[UNIQUE_TWINS])
{
    check_complete(p, file, f);
    return claims_clash(&p->claims, twins);
}

void people_close(struct people *p)
{
    splits_close(&p->splits);
    claims_close(&p->claims);
    free(p->tool);
    free(p->version);
    free(p->seed);
    free(p->world);
    *p = (struct people){.claims.unique.spool.fd = -1};
}
