#include "config.h"

#include "lint/contacts.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define DIGITS 15 /* of a telephone number, at most: E.164 */
#define RUN 48    /* bytes of it, at most, with all that parts them */

static bool is_host(char c)
{
    return isalnum((unsigned char)c) || c == '.' || c == '-';
}

static bool is_local(char c)
{
    return isalnum((unsigned char)c) || (c != '\0' && strchr("._%+-", c));
}

/* True if a host of `len` bytes is one of the domains kept, or below it. */
static bool is_kept(const struct vocabulary_list *mail, const char *host,
                    size_t len)
{
    for (size_t i = 0; i < mail->count; i++) {
        size_t size = strlen(mail->words[i]);
        if (size <= len &&
            strncasecmp(host + len - size, mail->words[i], size) == 0 &&
            (size == len || host[len - size - 1] == '.'))
            return true;
    }
    return false;
}

static void find_mail(const struct texts *t, const struct text *text,
                      const struct vocabulary *v, struct findings *f)
{
    const char *at = text->text;
    for (; (at = strchr(at, '@')) != NULL; at++) {
        const char *from = at;
        size_t len = 0;
        while (from > text->text && is_local(from[-1]))
            from--;
        while (is_host(at[1 + len]))
            len++;
        while (len > 0 && !isalnum((unsigned char)at[len]))
            len--; /* the full stop of a sentence */
        if (from == at || memchr(at + 1, '.', len) == NULL ||
            is_kept(&v->lists[VOCABULARY_MAIL], at + 1, len))
            continue;
        texts_find(t, text, "contact-mail", from,
                   (size_t)(at - from) + 1 + len, f);
        return;
    }
}

/* A run of digits with what may stand between them in a telephone number. */
struct run {
    const char *from;
    size_t len;
    char digits[DIGITS + 2]; /* NUL-ended; one more than there may be */
    size_t count;
    bool plus;
    char groups[DIGITS + 2]; /* how many digits stand together, as digits */
    size_t group_count;
};

/* Reads the run at `text`, or its first RUN bytes; it begins with a digit, a
 * plus or a bracket. */
static struct run read_run(const char *text)
{
    struct run r = {.from = text, .plus = text[0] == '+'};
    size_t together = 0, end = 0;
    for (size_t i = r.plus ? 1 : 0; i < RUN; i++) {
        char c = text[i];
        if (isdigit((unsigned char)c)) {
            if (r.count <= DIGITS)
                r.digits[r.count++] = c;
            together++;
            end = i + 1;
            continue;
        }
        if (together > 0 && r.group_count <= DIGITS)
            r.groups[r.group_count++] =
                (char)('0' + (together < 9 ? together : 9));
        together = 0;
        if (c == '\0' || strchr(" ().-/", c) == NULL ||
            (c == ' ' && text[i + 1] == ' '))
            break;
    }
    r.len = end;
    return r;
}

/* True if the run is written as telephone numbers are: with the country's code,
 * or as ten digits are in North America. */
static bool is_phone(const struct run *r, const char *member)
{
    if (r->plus)
        return r->count >= 8 && r->count <= DIGITS;
    if (strcmp(r->groups, "334") == 0)
        return true;
    return (strstr(member, "phone") != NULL || strstr(member, "mobile")) &&
           r->count >= 7 && r->count <= DIGITS;
}

/* True if it is in a range kept for fiction; ten digits are North American. */
static bool is_fiction(const struct vocabulary_list *phone,
                       const struct run *r)
{
    char full[DIGITS + 3] = "1";
    if (r->plus || r->count != 10)
        full[0] = '\0';
    strcat(full, r->digits);
    for (size_t i = 0; i < phone->count; i++) {
        const char *range = phone->words[i];
        size_t k = 0;
        while (range[k] != '\0' && (range[k] == full[k] ||
                                    (range[k] == 'x' && full[k] != '\0')))
            k++;
        if (range[k] == '\0' && full[k] == '\0')
            return true;
    }
    return false;
}

static void find_phone(const struct texts *t, const struct text *text,
                       const struct vocabulary *v, struct findings *f)
{
    for (const char *at = text->text; *at != '\0';) {
        bool inside = at > text->text &&
                      (isalnum((unsigned char)at[-1]) || at[-1] == '@');
        if (inside || (!isdigit((unsigned char)*at) && *at != '+' &&
                       *at != '(')) {
            at++;
            continue;
        }
        struct run r = read_run(at);
        if (is_phone(&r, text->member) &&
            !is_fiction(&v->lists[VOCABULARY_PHONE], &r)) {
            texts_find(t, text, "contact-phone", r.from, r.len, f);
            return;
        }
        at += r.len > 0 ? r.len : 1;
    }
}

void contacts_look(const struct texts *t, const struct vocabulary *v,
                   struct findings *f)
{
    for (size_t i = 0; i < t->count; i++) {
        find_mail(t, &t->list[i], v, f);
        find_phone(t, &t->list[i], v, f);
    }
}
