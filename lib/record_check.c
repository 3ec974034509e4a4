#include "config.h"

#include "record_check.h"

#include <stdbool.h>
#include <string.h>

#include "num.h"
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

static const struct shape_member facts_shape[] = {
    {"gender", SHAPE_ID},
    {"birth_date", SHAPE_TEXT},
    {"birth_place", SHAPE_TEXT},
    {"residence", SHAPE_TEXT},
    {"occupation", SHAPE_TEXT},
    {"employer", SHAPE_TEXT},
    {"education", SHAPE_TEXT},
    {"income", SHAPE_TEXT},
    {"height_cm", SHAPE_COUNT},
    {"health", SHAPE_TEXT},
    {"father_occupation", SHAPE_TEXT},
    {"mother_occupation", SHAPE_TEXT},
    {"hobby", SHAPE_TEXT},
    {"pet", SHAPE_TEXT},
    {"favourite_food", SHAPE_TEXT},
    {"favourite_place", SHAPE_TEXT},
    {"email", SHAPE_TEXT},
    {"phone", SHAPE_TEXT},
    {"appearance", SHAPE_OBJECT},
    {NULL, 0},
};

static const struct shape_member appearance_shape[] = {
    {"age_band", SHAPE_TEXT},
    {"presentation", SHAPE_ID},
    {"skin_tone", SHAPE_COUNT},
    {"hair", SHAPE_OBJECT},
    {"glasses", SHAPE_ID},
    {"facial_hair", SHAPE_ID},
    {"eye_colour", SHAPE_ID},
    {"build", SHAPE_ID},
    {"face_shape", SHAPE_ID},
    {"expression", SHAPE_ID},
    {"clothing", SHAPE_OBJECT},
    {NULL, 0},
};

static const struct shape_member hair_shape[] = {
    {"style", SHAPE_ID},
    {"texture", SHAPE_ID},
    {"colour", SHAPE_ID},
    {"grey", SHAPE_COUNT},
    {NULL, 0},
};

static const struct shape_member clothing_shape[] = {
    {"garment", SHAPE_ID},
    {"colour", SHAPE_ID},
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

static int wrong(struct buf *why, const char *text)
{
    buf_puts(why, text);
    return -1;
}

static bool one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(*words, text) == 0)
            return true;
    return false;
}

static double number(const cJSON *object, const char *name)
{
    return cJSON_GetNumberValue(
        cJSON_GetObjectItemCaseSensitive(object, name));
}

/* A day that there was, as "1984-03-05". */
static bool is_date(const char *text)
{
    static const char days[] = {31, 28, 31, 30, 31, 30,
                                31, 31, 30, 31, 30, 31};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' ||
        strspn(text, "0123456789-") != 10)
        return false;
    int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 +
               (text[2] - '0') * 10 + (text[3] - '0');
    int month = (text[5] - '0') * 10 + (text[6] - '0');
    int day = (text[8] - '0') * 10 + (text[9] - '0');
    if (month < 1 || month > 12 || day < 1)
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* "48000 EUR". */
static bool is_income(const char *text)
{
    static const char *const currencies[] = {"EUR", "GBP", "USD", NULL};
    size_t digits = strspn(text, "0123456789");
    uint64_t amount;
    return num_parse_bytes(text, digits, 0, 999999999, &amount) &&
           text[digits] == ' ' && one_of(text + digits + 1, currencies);
}

static bool age_band(const char *text)
{
    return text[0] != '\0' &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_+-")] ==
               '\0';
}

static int check_appearance(const cJSON *a, struct buf *why)
{
    static const char *const presentations[] = {"feminine", "masculine",
                                                "androgynous", NULL};
    const cJSON *hair = cJSON_GetObjectItemCaseSensitive(a, "hair");
    const cJSON *clothing = cJSON_GetObjectItemCaseSensitive(a, "clothing");
    if (shape_check(a, "appearance", appearance_shape, why) < 0 ||
        shape_check(hair, "hair", hair_shape, why) < 0 ||
        shape_check(clothing, "clothing", clothing_shape, why) < 0)
        return -1;
    if (!age_band(shape_text(a, "age_band")))
        return wrong(why, "appearance: 'age_band' is not an age band");
    if (!one_of(shape_text(a, "presentation"), presentations))
        return wrong(why, "appearance: 'presentation' is not feminine, "
                          "masculine or androgynous");
    if (number(a, "skin_tone") < 1 || number(a, "skin_tone") > 10)
        return wrong(why, "appearance: 'skin_tone' is not from 1 to 10");
    if (number(hair, "grey") > 10000)
        return wrong(why, "hair: 'grey' is not from 0 to 10000");
    return 0;
}

static int check_facts(const cJSON *facts, struct buf *why)
{
    static const char *const genders[] = {"female", "male", "nonbinary",
                                          NULL};
    if (shape_check(facts, "facts", facts_shape, why) < 0)
        return -1;
    if (!one_of(shape_text(facts, "gender"), genders))
        return wrong(why, "facts: 'gender' is not female, male or nonbinary");
    if (!is_date(shape_text(facts, "birth_date")))
        return wrong(why, "facts: 'birth_date' is not a date");
    if (!is_income(shape_text(facts, "income")))
        return wrong(why, "facts: 'income' is not an amount in EUR, GBP or "
                          "USD");
    if (number(facts, "height_cm") < 1)
        return wrong(why, "facts: 'height_cm' is 0");
    return check_appearance(
        cJSON_GetObjectItemCaseSensitive(facts, "appearance"), why);
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

static int check_images(const cJSON *images, struct buf *why)
{
    if (images == NULL)
        return 0;
    for (const cJSON *i = images->child; i != NULL; i = i->next) {
        const cJSON *qc = cJSON_GetObjectItemCaseSensitive(i, "qc");
        if (shape_check(i, "an image", image_shape, why) < 0)
            return -1;
        if (qc != NULL && !shape_items(qc, SHAPE_TEXT))
            return wrong(why, "an image: 'qc' is not a list of texts");
    }
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
    if (kind == RECORD_CELEBRITY)
        rc = check_celebrity(facts, provenance, why);
    else if (check_facts(facts, why) < 0)
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
