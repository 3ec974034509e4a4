#include "config.h"

#include "facts_shape.h"

#include <stdbool.h>
#include <string.h>

#include "num.h"
#include "shape.h"
#include "words.h"

#define FIRST_YEAR 1946 /* of birth */
#define LAST_YEAR 2005
#define GREATEST_CM 300

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

/* The number that `len` digits make, or -1 if they are none. */
static int digits(const char *text, size_t len)
{
    int value = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/* A day that there was in the years of birth, as "1984-03-05". */
static bool is_birth_date(const char *text)
{
    static const char days[] = {31, 28, 31, 30, 31, 30,
                                31, 31, 30, 31, 30, 31};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int year = digits(text, 4), month = digits(text + 5, 2);
    int day = digits(text + 8, 2);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ||
        day < 1)
        return false;
    return day <= days[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0);
}

/* "48000 EUR". */
static bool is_income(const char *text)
{
    static const char *const currencies[] = {"EUR", "USD", NULL};
    size_t digits = strspn(text, "0123456789");
    uint64_t amount;
    return num_parse_bytes(text, digits, 0, 999999999, &amount) &&
           text[digits] == ' ' && one_of(text + digits + 1, currencies);
}

/* "Osaka, Japan". */
static bool is_place(const char *text)
{
    const char *comma = strchr(text, ',');
    return comma != NULL && comma > text && comma[1] == ' ' &&
           comma[2] != '\0' && strchr(comma + 1, ',') == NULL;
}

/* Letters, digits, and the reserved domain: "acorn1024@example.org". */
static bool is_email(const char *text)
{
    size_t word = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    size_t number = strspn(text + word, "0123456789");
    return word > 0 && number > 0 &&
           strcmp(text + word + number, "@example.org") == 0;
}

/* A number in the reserved range: "+1 212 555 0123". */
static bool is_phone(const char *text)
{
    return strlen(text) == 15 && strncmp(text, "+1 ", 3) == 0 &&
           digits(text + 3, 3) >= 200 && strncmp(text + 6, " 555 01", 7) == 0 &&
           digits(text + 13, 2) >= 0;
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

/* Values are short: questions ask for them, and options show them. */
static int check_words(const cJSON *facts, struct buf *why)
{
    for (const cJSON *f = facts->child; f != NULL; f = f->next)
        if (cJSON_IsString(f) &&
            !words_at_most(f->valuestring, FACTS_SHAPE_WORDS)) {
            buf_printf(why, "facts: '%s' is not one to %d words with one "
                            "blank between them",
                       f->string, FACTS_SHAPE_WORDS);
            return -1;
        }
    return 0;
}

/* Why a value does not have its fact's form, or NULL. */
static const char *wrong_form(const cJSON *facts)
{
    static const char *const genders[] = {"female", "male", "nonbinary",
                                          NULL};
    double height = number(facts, "height_cm");
    if (!one_of(shape_text(facts, "gender"), genders))
        return "'gender' is not female, male or nonbinary";
    if (!is_birth_date(shape_text(facts, "birth_date")))
        return "'birth_date' is not a day from 1946 to 2005";
    if (!is_place(shape_text(facts, "birth_place")))
        return "'birth_place' is not a city and a country";
    if (!is_place(shape_text(facts, "residence")))
        return "'residence' is not a city and a country";
    if (!is_income(shape_text(facts, "income")))
        return "'income' is not an amount in EUR or USD";
    if (height < 1 || height > GREATEST_CM)
        return "'height_cm' is not from 1 to 300";
    if (!is_email(shape_text(facts, "email")))
        return "'email' is not a word and digits @example.org";
    if (!is_phone(shape_text(facts, "phone")))
        return "'phone' is not of the form +1 212 555 0123, from 555 0100 to "
               "555 0199";
    return NULL;
}

int facts_shape_check(const cJSON *facts, struct buf *why)
{
    if (shape_check(facts, "facts", facts_shape, why) < 0 ||
        check_words(facts, why) < 0)
        return -1;
    const char *reason = wrong_form(facts);
    if (reason != NULL) {
        buf_printf(why, "facts: %s", reason);
        return -1;
    }
    return check_appearance(
        cJSON_GetObjectItemCaseSensitive(facts, "appearance"), why);
}
