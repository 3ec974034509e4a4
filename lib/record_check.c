#include "config.h"

#include "record_check.h"

#include <string.h>

#include "facts_shape.h"
#include "question_shape.h"
#include "shape.h"

static const struct shape_member person_shape[] = {
    {"schema", SHAPE_TEXT},
    {"id", SHAPE_ID},
    {"kind", SHAPE_ID},
    {"name", SHAPE_TEXT},
    {"facts", SHAPE_OBJECT},
    {"biography", SHAPE_TEXT},
    {"provenance", SHAPE_OBJECT},
    {"images", SHAPE_ARRAY | SHAPE_OPTIONAL},
    {"questions", SHAPE_ARRAY | SHAPE_OPTIONAL},
    {"split", SHAPE_OBJECT | SHAPE_OPTIONAL},
    {NULL, 0},
};

static const struct shape_member provenance_shape[] = {
    {"tool", SHAPE_ID},
    {"version", SHAPE_TEXT},
    {"seed", SHAPE_TEXT},
    {"index", SHAPE_COUNT},
    {"world", SHAPE_HEX},
    {NULL, 0},
};

static const struct shape_member pinned_shape[] = {
    {"tool", SHAPE_ID},
    {"version", SHAPE_TEXT},
    {"pin", SHAPE_OBJECT},
    {NULL, 0},
};

static const struct shape_member image_shape[] = {
    {"id", SHAPE_ID},
    {"role", SHAPE_ID},
    {"path", SHAPE_TEXT},
    {"sha256", SHAPE_HEX},
    {"pixels_sha256", SHAPE_HEX | SHAPE_NULL},
    {"width", SHAPE_COUNT},
    {"height", SHAPE_COUNT},
    {"dhash", SHAPE_TEXT | SHAPE_NULL | SHAPE_OPTIONAL},
    {"phash", SHAPE_TEXT | SHAPE_NULL | SHAPE_OPTIONAL},
    {"qc", SHAPE_ARRAY | SHAPE_OPTIONAL},
    {"event", SHAPE_TEXT | SHAPE_NULL | SHAPE_OPTIONAL},
    {"view", SHAPE_OBJECT | SHAPE_NULL | SHAPE_OPTIONAL},
    {"identity_checked", SHAPE_BOOL | SHAPE_NULL | SHAPE_OPTIONAL},
    {"alt", SHAPE_TEXT | SHAPE_NULL | SHAPE_OPTIONAL},
    {"source", SHAPE_OBJECT | SHAPE_OPTIONAL},
    {NULL, 0},
};

static const struct shape_member source_shape[] = {
    {"backend", SHAPE_ID},
    {"model", SHAPE_TEXT | SHAPE_OPTIONAL},
    {"seed", SHAPE_TEXT | SHAPE_COUNT | SHAPE_NULL},
    {"request", SHAPE_OBJECT},
    {"licence", SHAPE_TEXT | SHAPE_NULL},
    {"attribution", SHAPE_OBJECT | SHAPE_NULL},
    {NULL, 0},
};

static int wrong(struct buf *why, const char *text)
{
    buf_puts(why, text);
    return -1;
}

/* The biography is searched for the name and for each fact, which takes time by
 * the length of either. */
static int check_sizes(const cJSON *person, const cJSON *facts,
                       struct buf *why)
{
    if (strlen(shape_text(person, "name")) > RECORD_CHECK_NAME)
        return wrong(why, "the name is longer than 256 bytes");
    if (strlen(shape_text(person, "biography")) > RECORD_CHECK_BIOGRAPHY)
        return wrong(why, "the biography is longer than 16384 bytes");
    if (cJSON_GetArraySize(facts) > RECORD_CHECK_FACTS)
        return wrong(why, "there are more than 256 facts");
    for (const cJSON *f = facts->child; f != NULL; f = f->next)
        if (cJSON_IsString(f) && strlen(f->valuestring) > RECORD_CHECK_NAME) {
            buf_printf(why, "facts: '%.96s' is longer than 256 bytes",
                       f->string);
            return -1;
        }
    return 0;
}

/* A celebrity's facts are what their sources give: strings and integers. */
static int check_celebrity(const cJSON *facts, const cJSON *provenance,
                           struct buf *why)
{
    for (const cJSON *f = facts->child; f != NULL; f = f->next)
        if (!shape_is(f, SHAPE_TEXT | SHAPE_INTEGER)) {
            buf_printf(why, "facts: '%s' is neither text nor a whole number",
                       f->string);
            return -1;
        }
    return shape_check(provenance, "provenance", pinned_shape, why);
}

/* How it was taken: whole numbers and words. */
static int check_view(const cJSON *view, struct buf *why)
{
    const cJSON *m = cJSON_IsObject(view) ? view->child : NULL;
    for (; m != NULL; m = m->next)
        if (!shape_is(m, SHAPE_INTEGER | SHAPE_ID))
            return wrong(why, "an image: 'view' holds what is neither a whole "
                              "number nor a word");
    return 0;
}

static int check_image(const cJSON *image, struct buf *why)
{
    const cJSON *qc = cJSON_GetObjectItemCaseSensitive(image, "qc");
    const cJSON *source = cJSON_GetObjectItemCaseSensitive(image, "source");
    if (shape_check(image, "an image", image_shape, why) < 0)
        return -1;
    if (qc != NULL && !shape_items(qc, SHAPE_TEXT))
        return wrong(why, "an image: 'qc' is not a list of texts");
    if (source != NULL &&
        shape_check(source, "the source of an image", source_shape, why) < 0)
        return -1;
    return check_view(cJSON_GetObjectItemCaseSensitive(image, "view"), why);
}

static int check_images(const cJSON *images, struct buf *why)
{
    if (images == NULL)
        return 0;
    if (cJSON_GetArraySize(images) > RECORD_CHECK_IMAGES)
        return wrong(why, "the record has more than 64 images");
    for (const cJSON *i = images->child; i != NULL; i = i->next)
        if (check_image(i, why) < 0)
            return -1;
    return 0;
}

static int check_questions(const cJSON *questions, struct buf *why)
{
    if (questions == NULL)
        return 0;
    for (const cJSON *q = questions->child; q != NULL; q = q->next)
        if (question_shape_check(q, why) < 0)
            return -1;
    return 0;
}

int record_check(const cJSON *person, enum record_kind kind, struct buf *why)
{
    if (shape_check(person, "the record", person_shape, why) < 0)
        return -1;
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(person, "facts");
    const cJSON *provenance =
        cJSON_GetObjectItemCaseSensitive(person, "provenance");
    int rc;
    if (check_sizes(person, facts, why) < 0)
        return -1;
    if (kind == RECORD_CELEBRITY)
        rc = check_celebrity(facts, provenance, why);
    else if (facts_shape_check(facts, why) < 0)
        rc = -1;
    else
        rc = shape_check(provenance, "provenance", provenance_shape, why);
    if (rc < 0 ||
        check_images(cJSON_GetObjectItemCaseSensitive(person, "images"),
                     why) < 0)
        return -1;
    return check_questions(
        cJSON_GetObjectItemCaseSensitive(person, "questions"), why);
}
