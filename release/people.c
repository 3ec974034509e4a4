#include "config.h"

#include "people.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "biography.h"
#include "question_check.h"
#include "seed.h"
#include "shape.h"

int people_open(struct people *p)
{
    *p = (struct people){.question_ids.spool.fd = -1};
    if (splits_open(&p->splits) < 0)
        return -1;
    return unique_open(&p->question_ids);
}

static void wrong(const struct person *person, struct findings *f,
                  const char *what)
{
    findings_add(f, FINDINGS_INTACT, person->place, "%s", what);
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
    for (int i = 0; i < 4; i++)
        if (strcmp(shape_text(provenance, names[i]), seen[i]) != 0)
            findings_add(f, FINDINGS_INTACT, person->place,
                         "provenance: its %s differs from that of the first "
                         "generated person",
                         names[i]);
    if (!seed_valid(p->seed, strlen(p->seed)))
        wrong(person, f, "provenance: its seed is not a seed");
}

static void check_index(struct people *p, const struct person *person,
                        struct findings *f)
{
    bool stranger = person->head.kind == RECORD_STRANGER;
    uint64_t first = stranger ? PEOPLE_INDEX_STRANGER : 1;
    uint64_t end = stranger ? PEOPLE_INDEX_END : PEOPLE_INDEX_STRANGER;
    double value = cJSON_GetObjectItemCaseSensitive(person->provenance,
                                                    "index")->valuedouble;
    if (value < (double)first || value >= (double)end) {
        wrong(person, f, "provenance: its index is not in the range of its "
                         "kind");
        return;
    }
    unsigned index = (unsigned)value, bit = 1u << (index % 8);
    if ((p->indices[index / 8] & bit) != 0)
        findings_add(f, FINDINGS_INTACT, person->place,
                     "provenance: another person has the index %u, too",
                     index);
    p->indices[index / 8] |= (unsigned char)bit;
}

static void check_image_ids(const struct person *person, struct findings *f)
{
    for (const cJSON *i = person->images->child; i != NULL; i = i->next)
        for (const cJSON *o = i->next; o != NULL; o = o->next)
            if (strcmp(shape_text(i, "id"), shape_text(o, "id")) == 0)
                findings_add(f, FINDINGS_INTACT, person->place,
                             "two images have the id %s",
                             shape_text(i, "id"));
}

static int count_questions(struct people *p, const struct person *person)
{
    for (const cJSON *q = person->questions->child; q != NULL; q = q->next) {
        const char *id = shape_text(q, "id");
        p->questions[question_set_parse(shape_text(q, "set"))]++;
        if (unique_add(&p->question_ids, id, strlen(id), p->records) < 0)
            return -1;
    }
    return 0;
}

int people_check(struct people *p, const struct person *person,
                 uint32_t *rank, struct findings *f)
{
    p->records++;
    p->kinds[person->head.kind]++;
    if (person->head.kind == RECORD_AUXILIARY)
        wrong(person, f, "auxiliary people are never part of a release");
    else
        splits_check(&p->splits, person, rank, f);
    if (person->head.kind == RECORD_FICTITIOUS ||
        person->head.kind == RECORD_STRANGER) {
        check_generator(p, person, f);
        check_index(p, person, f);
        biography_check(person, f);
    }
    if (person->images != NULL) {
        p->images += (uint64_t)cJSON_GetArraySize(person->images);
        check_image_ids(person, f);
    }
    question_check(person, f);
    return person->questions != NULL ? count_questions(p, person) : 0;
}

/* The indices of fictitious people are 1..n; each was seen once, so that one
 * that is missing is the only way to be wrong. */
static void check_complete(const struct people *p, const char *file,
                           struct findings *f)
{
    uint64_t n = p->kinds[RECORD_FICTITIOUS];
    for (uint64_t i = 1; i <= n && i < PEOPLE_INDEX_STRANGER; i++)
        if ((p->indices[i / 8] & 1u << (i % 8)) == 0) {
            findings_add(f, FINDINGS_INTACT,
                         (struct diag_place){file, 0, NULL},
                         "of %" PRIu64 " fictitious people none has the "
                         "index %" PRIu64,
                         n, i);
            return;
        }
}

int people_finish(struct people *p, const char *file, struct findings *f)
{
    uint64_t twins[2];
    check_complete(p, file, f);
    int rc = unique_find_twins(&p->question_ids, twins);
    if (rc == 1)
        findings_add(f, FINDINGS_INTACT, (struct diag_place){file, 0, NULL},
                     "records %" PRIu64 " and %" PRIu64
                     " hold questions with the same id",
                     twins[0], twins[1]);
    return rc < 0 ? -1 : 0;
}

void people_close(struct people *p)
{
    splits_close(&p->splits);
    unique_close(&p->question_ids);
    free(p->tool);
    free(p->version);
    free(p->seed);
    free(p->world);
    *p = (struct people){.question_ids.spool.fd = -1};
}
