#include "config.h"

#include "lint/privacy.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "buf.h"

/* True for a date as year-month-day. */
static bool is_date(const char *text)
{
    static const char form[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof form; i++)
        if (form[i] == 'd' ? !isdigit((unsigned char)text[i])
                           : text[i] != form[i])
            return false;
    return true;
}

static void find_minor(const struct person *p, struct findings *f)
{
    const char *born = person_text(p->facts, "birth_date");
    if (born != NULL && is_date(born) && strcmp(born, PRIVACY_BORN) > 0)
        findings_add(f, "person-minor", p->place, "born %s", born);
}

/* Letters and digits of `text` in small letters; what is beyond ASCII stays. */
static void squeeze(const char *text, struct buf *out)
{
    buf_clear(out);
    for (; *text != '\0'; text++)
        if (isalnum((unsigned char)*text) || (unsigned char)*text >= 0x80)
            buf_putc(out, (char)tolower((unsigned char)*text));
}

/* Looks whether a path holds the name, whatever parts its words. */
static void find_names(const struct person *p, struct findings *f)
{
    struct buf name = BUF_EMPTY, path = BUF_EMPTY;
    const cJSON *image;
    squeeze(p->name != NULL ? p->name : "", &name);
    cJSON_ArrayForEach(image, p->images) {
        const char *text = person_text(image, "path");
        squeeze(text != NULL ? text : "", &path);
        if (name.len > 1 && name.len <= path.len &&
            strstr(buf_string(&path), buf_string(&name)) != NULL)
            findings_add(f, "path-name", p->place, "%s", text);
    }
    buf_release(&name);
    buf_release(&path);
}

/* True if the licence asks for the author to be named: CC BY and its kin, or
 * one that nobody here knows to be free of that. */
static bool wants_author(const char *licence)
{
    static const char *const free[] = {"CC0", "public domain", "PDM", "PD"};
    for (size_t i = 0; i < sizeof free / sizeof *free; i++)
        if (strncasecmp(licence, free[i], strlen(free[i])) == 0)
            return false;
    return true;
}

static void find_licence(const struct person *p, const cJSON *image,
                         struct findings *f)
{
    const cJSON *source =
        cJSON_GetObjectItemCaseSensitive(image, "source");
    const char *id = person_text(image, "id");
    const char *licence = person_text(source, "licence");
    const cJSON *author =
        cJSON_GetObjectItemCaseSensitive(source, "attribution");
    if (id == NULL)
        id = "an image without id";
    if (licence == NULL || licence[0] == '\0')
        findings_add(f, "image-licence", p->place, "%s", id);
    else if (wants_author(licence) &&
             (!cJSON_IsObject(author) || author->child == NULL))
        findings_add(f, "image-attribution", p->place, "%s is under %s", id,
                     licence);
}

void privacy_look(const struct person *p, struct findings *f)
{
    const cJSON *image;
    find_minor(p, f);
    find_names(p, f);
    cJSON_ArrayForEach(image, p->images)
        find_licence(p, image, f);
}
