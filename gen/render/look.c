#include "config.h"

#include "look.h"

#include <string.h>

static const char *const presentations[] = {"feminine", "masculine",
                                            "androgynous", NULL};
static const char *const hairs[] = {
    "buzz", "short", "side_part", "crop", "receding", "bald", "pixie", "bob",
    "shoulder_length", "long", "ponytail", "bun", NULL};
static const char *const textures[] = {"straight", "wavy", "curly", "coily",
                                       NULL};
static const char *const facial_hairs[] = {
    "none", "stubble", "moustache", "short_beard", "full_beard", NULL};
static const char *const glasses[] = {"none", "round", "rectangular",
                                      "half_rim", NULL};
static const char *const builds[] = {"slim", "average", "athletic", "broad",
                                     "heavy", NULL};
static const char *const faces[] = {"oval", "round", "square", "heart", "long",
                                    NULL};
static const char *const expressions[] = {"neutral", "slight_smile", "smile",
                                          NULL};
static const char *const garments[] = {
    "tee", "shirt", "polo", "dress_shirt", "blouse", "turtleneck", "jumper",
    "cardigan", "hoodie", "denim_jacket", "suit", NULL};

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const char *text(const cJSON *object, const char *name)
{
    const char *s = cJSON_GetStringValue(member(object, name));
    return s != NULL ? s : "";
}

/* The place of a member's word in a list, or -1. */
static int word(const cJSON *object, const char *name,
                const char *const *words)
{
    const char *s = text(object, name);
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], s) == 0)
            return i;
    return -1;
}

/* A whole number of a member in 0..most, or -1. */
static int number(const cJSON *object, const char *name, int most)
{
    const cJSON *item = member(object, name);
    if (!cJSON_IsNumber(item) || !(item->valuedouble >= 0) ||
        item->valuedouble > most)
        return -1;
    return (int)item->valuedouble;
}

/* Whole years on the first of January 2025, or -1. */
static int age_at_2025(const char *birth_date)
{
    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (birth_date[i] < '0' || birth_date[i] > '9')
            return -1;
        year = 10 * year + (birth_date[i] - '0');
    }
    int age = 2024 - year + (strcmp(birth_date + 4, "-01-01") == 0);
    return age >= 0 && age <= 150 ? age : -1;
}

static const char *read_head(struct look *look, const cJSON *a)
{
    const cJSON *hair = member(a, "hair");
    look->presentation = (enum look_presentation)word(a, "presentation",
                                                      presentations);
    if ((int)look->presentation < 0)
        return "facts.appearance.presentation is missing or not known";
    look->skin_tone = number(a, "skin_tone", 10);
    if (look->skin_tone < 1)
        return "facts.appearance.skin_tone is not within 1..10";
    look->hair = (enum look_hair)word(hair, "style", hairs);
    look->texture = (enum look_texture)word(hair, "texture", textures);
    look->hair_colour = text(hair, "colour");
    look->grey = number(hair, "grey", 10000);
    if ((int)look->hair < 0 || (int)look->texture < 0 || look->grey < 0)
        return "facts.appearance.hair is incomplete or not known";
    look->facial_hair = (enum look_facial_hair)word(a, "facial_hair",
                                                    facial_hairs);
    if ((int)look->facial_hair < 0)
        return "facts.appearance.facial_hair is missing or not known";
    look->glasses = (enum look_glasses)word(a, "glasses", glasses);
    if ((int)look->glasses < 0)
        return "facts.appearance.glasses is missing or not known";
    look->eye_colour = text(a, "eye_colour");
    return NULL;
}

static const char *read_rest(struct look *look, const cJSON *a)
{
    const cJSON *clothing = member(a, "clothing");
    look->build = (enum look_build)word(a, "build", builds);
    look->face = (enum look_face)word(a, "face_shape", faces);
    look->expression = (enum look_expression)word(a, "expression",
                                                  expressions);
    if ((int)look->build < 0 || (int)look->face < 0 ||
        (int)look->expression < 0)
        return "build, face_shape or expression of facts.appearance is "
               "missing or not known";
    look->garment = (enum look_garment)word(clothing, "garment", garments);
    look->clothing_colour = text(clothing, "colour");
    if ((int)look->garment < 0)
        return "facts.appearance.clothing is missing or not known";
    return NULL;
}

const char *look_read(struct look *look, const cJSON *person)
{
    const cJSON *facts = member(person, "facts");
    const cJSON *appearance = member(facts, "appearance");
    const cJSON *provenance = member(person, "provenance");
    const cJSON *index = member(provenance, "index");
    if (!cJSON_IsObject(appearance))
        return "the record has no facts.appearance to draw a portrait from";
    look->seed = text(provenance, "seed");
    if (look->seed[0] == '\0' || !cJSON_IsNumber(index) ||
        !(index->valuedouble >= 1) || index->valuedouble > 9007199254740992.0)
        return "provenance has no seed and index";
    look->index = (uint64_t)index->valuedouble;
    look->age = age_at_2025(text(facts, "birth_date"));
    if (look->age < 18)
        return "facts.birth_date is missing, or not an adult's";
    const char *wrong = read_head(look, appearance);
    return wrong != NULL ? wrong : read_rest(look, appearance);
}
