#include "config.h"

#include <idn2.h>
#include <string.h>

#include "diag.h"
#include "schema/ascii.h"
#include "schema/bidi.h"
#include "schema/format_parts.h"

#define LABEL_LONGEST 63   /* bytes of an A-label */
#define DOMAIN_LONGEST 253 /* bytes of a domain of them */
#define UTF8_LONGEST 4     /* bytes of a character */

/* A domain on the way through its labels. */
struct host {
    bool own_letters; /* labels may be in letters beyond ASCII */
    int flags;        /* for libidn2 */
    size_t len;       /* as A-labels, with dots */
    bool right;       /* a label goes from right to left */
    bool other;       /* a label keeps the bidi rule for neither */
    bool wrong;       /* a label has letters of both directions, say */
};

static bool is_ldh_label(const char *label, size_t len)
{
    if (len == 0 || label[0] == '-' || label[len - 1] == '-')
        return false;
    for (size_t i = 0; i < len; i++)
        if (!ascii_is_alnum(label[i]) && label[i] != '-')
            return false;
    return true;
}

bool format_is_ldh(const char *text, size_t len)
{
    size_t start = 0;
    for (size_t i = 0; i <= len; i++) {
        if (i < len && text[i] != '.')
            continue;
        if (!is_ldh_label(text + start, i - start))
            return false;
        start = i + 1;
    }
    return true;
}

/* libidn2's verdict; only running out of memory is none. */
static bool is_registered(struct host *h, const char *ulabel,
                          const char *alabel, char **name)
{
    int rc = idn2_register_u8((const uint8_t *)ulabel, (const uint8_t *)alabel,
                              (uint8_t **)name, h->flags);
    if (rc == IDN2_MALLOC)
        diag_out_of_memory();
    return rc == IDN2_OK;
}

static void note_direction(struct host *h, const char *label, size_t len)
{
    enum bidi direction = bidi_label(label, len);
    h->right |= direction == BIDI_RIGHT;
    h->other |= direction == BIDI_OTHER;
    h->wrong |= direction == BIDI_WRONG;
}

/* "xn--..." in lower case: decoded it must be what encodes to the same. */
static bool check_alabel(struct host *h, const char *label)
{
    char *unicode = NULL;
    if (!is_registered(h, NULL, label, NULL))
        return false;
    int rc = idn2_to_unicode_8z8z(label, &unicode, IDN2_NO_TR46);
    if (rc == IDN2_MALLOC)
        diag_out_of_memory();
    if (rc == IDN2_OK)
        note_direction(h, unicode, strlen(unicode));
    idn2_free(unicode);
    return rc == IDN2_OK;
}

static bool check_ascii(struct host *h, const char *label, size_t len)
{
    char lower[LABEL_LONGEST + 1];
    if (len > LABEL_LONGEST || !is_ldh_label(label, len))
        return false;
    h->len += len;
    for (size_t i = 0; i < len; i++)
        lower[i] = ascii_lower(label[i]);
    lower[len] = '\0';
    if (strncmp(lower, "xn--", 4) == 0)
        return check_alabel(h, lower);
    note_direction(h, lower, len);
    return true;
}

static bool check_ulabel(struct host *h, const char *label, size_t len)
{
    char copy[LABEL_LONGEST * UTF8_LONGEST + 1], *ascii = NULL;
    if (len >= sizeof copy || memchr(label, '\0', len) != NULL)
        return false;
    memcpy(copy, label, len);
    copy[len] = '\0';
    if (!is_registered(h, copy, NULL, &ascii))
        return false;
    h->len += strlen(ascii);
    idn2_free(ascii);
    note_direction(h, label, len);
    return true;
}

static bool check_label(struct host *h, const char *label, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)label[i] >= 0x80)
            return h->own_letters && check_ulabel(h, label, len);
    return check_ascii(h, label, len);
}

/* The length of a dot, or of what RFC 3490 has people write for it; 0 if there
 * is none. */
static size_t dot_length(const struct host *h, const char *at, size_t left)
{
    static const char *const dots[] = {"\xe3\x80\x82", "\xef\xbc\x8e",
                                       "\xef\xbd\xa1"};
    if (*at == '.')
        return 1;
    for (size_t i = 0; h->own_letters && left >= 3 && i < 3; i++)
        if (memcmp(at, dots[i], 3) == 0)
            return 3;
    return 0;
}

static bool check_host(struct host *h, const char *text, size_t len)
{
    size_t start = 0, i = 0;
    if (len > (size_t)DOMAIN_LONGEST * UTF8_LONGEST)
        return false;
    while (i < len) {
        size_t dot = dot_length(h, text + i, len - i);
        if (dot == 0) {
            i++;
            continue;
        }
        if (!check_label(h, text + start, i - start))
            return false;
        h->len++;
        i += dot;
        start = i;
    }
    return check_label(h, text + start, len - start) &&
           h->len <= DOMAIN_LONGEST && !h->wrong && !(h->right && h->other);
}

bool format_hostname(const char *text, size_t len)
{
    struct host h = {.own_letters = false};
    return check_host(&h, text, len);
}

bool format_idn_hostname(const char *text, size_t len)
{
    struct host h = {.own_letters = true};
    return check_host(&h, text, len);
}

bool format_idn_domain(const char *text, size_t len)
{
    struct host h = {.own_letters = true, .flags = IDN2_NFC_INPUT};
    return check_host(&h, text, len);
}
