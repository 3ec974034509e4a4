#include "config.h"

#include "image_claim.h"

#include <stdio.h>
#include <string.h>

#include "image_check.h"
#include "shape.h"

static double number(const cJSON *image, const char *name)
{
    return cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(image, name));
}

/* Copies a member of at most `size` - 1 bytes; absent and null are "". False if
 * it is longer. */
static bool copy(const cJSON *image, const char *name, char *text, size_t size)
{
    const char *value = shape_text(image, name);
    int len = snprintf(text, size, "%s", value != NULL ? value : "");
    return (size_t)len < size;
}

/* The same for a perceptual hash: "" or 16 lower-case hexadecimal digits. */
static bool copy_hash(const cJSON *image, const char *name,
                      char hex[IMAGE_HASH_HEX + 1])
{
    if (!copy(image, name, hex, IMAGE_HASH_HEX + 1))
        return false;
    size_t len = strlen(hex);
    return (len == 0 || len == IMAGE_HASH_HEX) &&
           strspn(hex, "0123456789abcdef") == len;
}

/* Rules of others, such as those of a program of the user's, are passed by. */
static unsigned read_faults(const cJSON *qc)
{
    const cJSON *word;
    unsigned faults = 0;
    cJSON_ArrayForEach(word, qc)
        for (unsigned i = 0; i < IMAGE_FAULTS; i++)
            if (strcmp(word->valuestring, image_fault_word(i)) == 0)
                faults |= 1u << i;
    return faults;
}

/* Why its members cannot be those of an image, or NULL. */
static const char *wrong_member(const cJSON *image)
{
    static const struct {
        const char *name;
        unsigned types;
        const char *wrong;
    } members[] = {
        {"id", SHAPE_ID, "an image: 'id' is not 1 to 96 of a-z, 0-9 and _"},
        {"path", SHAPE_TEXT, "an image: 'path' is no text"},
        {"sha256", SHAPE_HEX,
         "an image: 'sha256' is not 64 hexadecimal digits"},
        {"pixels_sha256", SHAPE_HEX | SHAPE_NULL,
         "an image: 'pixels_sha256' is neither 64 hexadecimal digits nor null"},
        {"width", SHAPE_COUNT, "an image: 'width' is no whole number"},
        {"height", SHAPE_COUNT, "an image: 'height' is no whole number"},
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const cJSON *m =
            cJSON_GetObjectItemCaseSensitive(image, members[i].name);
        if (m == NULL || !shape_is(m, members[i].types))
            return members[i].wrong;
    }
    return NULL;
}

const char *image_claim_read(struct image_claim *claim, const cJSON *image)
{
    const cJSON *qc = cJSON_GetObjectItemCaseSensitive(image, "qc");
    const char *wrong = wrong_member(image);
    if (wrong != NULL)
        return wrong;
    if (qc != NULL && !shape_items(qc, SHAPE_TEXT))
        return "an image: 'qc' is not a list of texts";
    *claim = (struct image_claim){
        .width = number(image, "width"),
        .height = number(image, "height"),
        .judged = qc != NULL,
        .faults = read_faults(qc),
    };
    copy(image, "id", claim->id, sizeof claim->id);
    copy(image, "sha256", claim->sha256, sizeof claim->sha256);
    copy(image, "pixels_sha256", claim->pixels, sizeof claim->pixels);
    if (!copy(image, "path", claim->path, sizeof claim->path) ||
        !inside_valid(claim->path))
        return "its path is none below a folder";
    if (!copy_hash(image, "dhash", claim->dhash) ||
        !copy_hash(image, "phash", claim->phash))
        return "its dhash or phash is not 16 digits of lower-case hexadecimal";
    return NULL;
}
