#include "config.h"

#include "subject.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "canonical.h"
#include "record_limits.h"
#include "seed.h"
#include "shape.h"

/* What stands behind the person's id in that of a question, at the longest. */
#define LONGEST_TAIL "_father_occupation_open_t_probe_256"

_Static_assert(SUBJECT_ID_LIMIT + sizeof LONGEST_TAIL - 1 == RECORD_ID_LIMIT,
               "ids of questions are as long as ids may be");

void subject_init(struct subject *s, const struct world *w)
{
    *s = (struct subject){0};
    person_init(&s->person, w);
}

static const char *string_member(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(object, name));
}

const char *subject_refuse(struct subject *s, enum fact fact,
                           const char *wrong)
{
    buf_clear(&s->reason);
    buf_printf(&s->reason, "the fact '%s' %s", fact_name(fact), wrong);
    return buf_string(&s->reason);
}

/* What is wrong with the value of a fact, or NULL. A celebrity's facts are what
 * their sources give. */
static const char *wrong_value(const struct subject *s, const cJSON *value,
                               enum fact fact)
{
    bool text = shape_is(value, SHAPE_TEXT);
    if (s->head.kind == RECORD_CELEBRITY) {
        if (!text && !shape_is(value, SHAPE_INTEGER))
            return "is neither text nor a whole number";
    } else if (fact == FACT_HEIGHT) {
        if (!shape_is(value, SHAPE_COUNT))
            return "is not a whole number from 0";
    } else if (!text) {
        return "is not a text";
    }
    if (text && strlen(value->valuestring) > RECORD_FACT_LIMIT)
        return "is longer than 256 bytes";
    return NULL;
}

static const char *read_fact(struct subject *s, enum fact fact,
                             const cJSON *value)
{
    char number[24];
    if (value == NULL)
        return NULL;
    const char *wrong = wrong_value(s, value, fact);
    if (wrong != NULL)
        return subject_refuse(s, fact, wrong);
    const char *text = value->valuestring;
    if (text == NULL) {
        snprintf(number, sizeof number, "%.0f", value->valuedouble);
        text = number;
    }
    if (fact != FACT_GENDER)
        person_set_text(&s->person, fact, text);
    else
        person_set_gender(&s->person, world_gender(s->person.world, text));
    return NULL;
}

static const char *read_facts(struct subject *s)
{
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(s->tree, "facts");
    if (!cJSON_IsObject(facts))
        return "the record has no facts";
    person_set_gender(&s->person, -1);
    for (int fact = FACT_GENDER; fact <= FACT_PHONE; fact++) {
        const char *wrong =
            read_fact(s, (enum fact)fact,
                      cJSON_GetObjectItemCaseSensitive(
                          facts, fact_name((enum fact)fact)));
        if (wrong != NULL)
            return wrong;
    }
    return NULL;
}

static const char *read_name(struct subject *s)
{
    char given[RECORD_FACT_LIMIT + 1];
    const char *name = string_member(s->tree, "name");
    if (name == NULL || name[0] == '\0')
        return "the record has no name";
    if (strlen(name) > RECORD_FACT_LIMIT)
        return "the name is longer than 256 bytes";
    snprintf(given, sizeof given, "%.*s", (int)strcspn(name, " "), name);
    person_set_name(&s->person, given, name);
    return NULL;
}

static const char *read_image(struct subject *s, const cJSON *image)
{
    static const char *const roles[IMAGE_ROLES] = {"portrait", "train_view",
                                                   "view"};
    const char *id = string_member(image, "id");
    const char *role = string_member(image, "role");
    if (id == NULL || !record_id_valid(id, strlen(id)) || role == NULL)
        return "an image has no id or no role";
    for (int i = 0; i < IMAGE_ROLES; i++) {
        if (strcmp(role, roles[i]) != 0)
            continue;
        s->images[s->image_count++] =
            (struct subject_image){id, (enum image_role)i};
    }
    return NULL;
}

static const char *read_images(struct subject *s)
{
    const cJSON *images = cJSON_GetObjectItemCaseSensitive(s->tree, "images");
    s->image_count = 0;
    if (images == NULL)
        return NULL;
    if (!cJSON_IsArray(images))
        return "images is not an array";
    if (cJSON_GetArraySize(images) > SUBJECT_IMAGES)
        return "the record has more than 64 images";
    for (const cJSON *i = images->child; i != NULL; i = i->next) {
        const char *wrong = read_image(s, i);
        if (wrong != NULL)
            return wrong;
    }
    return subject_images(s, IMAGE_PORTRAIT, IMAGE_PORTRAIT) > 0
               ? NULL
               : "the record has images but no portrait";
}

/* Keys the random stream. */
static const char *start_stream(struct subject *s)
{
    if (s->head.kind == RECORD_CELEBRITY) {
        const char *parts[] = {"questions", "celebrity", s->head.name};
        rng_init(&s->rng, parts, 3);
        return NULL;
    }
    const cJSON *provenance =
        cJSON_GetObjectItemCaseSensitive(s->tree, "provenance");
    const char *seed = string_member(provenance, "seed");
    const char *world = string_member(provenance, "world");
    const cJSON *index = cJSON_GetObjectItemCaseSensitive(provenance, "index");
    if (seed == NULL || !seed_valid(seed, strlen(seed)) || world == NULL ||
        !cJSON_IsNumber(index) || index->valuedouble < 1 ||
        index->valuedouble > 9007199254740992.0)
        return "provenance lacks seed, index or world";
    if (strcmp(world, s->person.world->hash) != 0)
        return "the person was drawn from another world than this one "
               "(--world)";
    char number[24];
    snprintf(number, sizeof number, "%" PRIu64, (uint64_t)index->valuedouble);
    const char *parts[] = {"questions", seed, number};
    rng_init(&s->rng, parts, 3);
    return NULL;
}

const char *subject_read(struct subject *s, const struct json_scan *scan,
                         const char *line, size_t len)
{
    s->head.name[0] = '\0';
    const char *wrong = record_head(scan, &s->head);
    if (wrong != NULL)
        return wrong;
    if (s->head.id_len > SUBJECT_ID_LIMIT)
        return "the id is longer than 61 bytes: those of questions would be "
               "longer than 96";
    if (json_scan_find(scan, "questions") != NULL)
        return "the record already has questions";
    if (json_scan_find(scan, "split") != NULL)
        return "the record already has a split: mkqa comes before mksplit";
    size_t column;
    wrong = canonical_check(line, len, &column);
    if (wrong != NULL)
        return wrong;
    cJSON_Delete(s->tree);
    s->tree = cJSON_ParseWithLength(line, len);
    if (s->tree == NULL)
        return "the record does not fit into memory";
    person_clear(&s->person);
    wrong = read_facts(s);
    if (wrong == NULL)
        wrong = read_name(s);
    if (wrong == NULL)
        wrong = read_images(s);
    if (wrong == NULL)
        wrong = start_stream(s);
    return wrong;
}

size_t subject_images(const struct subject *s, enum image_role a,
                      enum image_role b)
{
    size_t count = 0;
    for (size_t i = 0; i < s->image_count; i++)
        count += s->images[i].role == a || s->images[i].role == b;
    return count;
}

const char *subject_image(const struct subject *s, enum image_role a,
                          enum image_role b, size_t n)
{
    for (size_t i = 0; i < s->image_count; i++)
        if ((s->images[i].role == a || s->images[i].role == b) && n-- == 0)
            return s->images[i].id;
    return NULL;
}

void subject_release(struct subject *s)
{
    cJSON_Delete(s->tree);
    person_release(&s->person);
    buf_release(&s->reason);
}
