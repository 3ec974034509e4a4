#include "config.h"

#include "schema/bidi.h"

#include <stdbool.h>
#include <utf8proc.h>

#include "utf8.h"

/* Bidi classes, as sets of one. */
enum {
    L = 1u << UTF8PROC_BIDI_CLASS_L,
    R = 1u << UTF8PROC_BIDI_CLASS_R,
    AL = 1u << UTF8PROC_BIDI_CLASS_AL,
    AN = 1u << UTF8PROC_BIDI_CLASS_AN,
    EN = 1u << UTF8PROC_BIDI_CLASS_EN,
    ES = 1u << UTF8PROC_BIDI_CLASS_ES,
    CS = 1u << UTF8PROC_BIDI_CLASS_CS,
    ET = 1u << UTF8PROC_BIDI_CLASS_ET,
    ON = 1u << UTF8PROC_BIDI_CLASS_ON,
    BN = 1u << UTF8PROC_BIDI_CLASS_BN,
    NSM = 1u << UTF8PROC_BIDI_CLASS_NSM,
};

static const unsigned right = R | AL | AN;
static const unsigned neutral = EN | ES | CS | ET | ON | BN | NSM;

/* The classes of a label's characters. */
struct classes {
    unsigned first, last; /* the last that is no mark */
    unsigned all;
};

static struct classes classes_of(const char *label, size_t len)
{
    struct classes c = {0};
    for (size_t i = 0; i < len;) {
        size_t step;
        utf8proc_int32_t point =
            (utf8proc_int32_t)utf8_decode(label + i, &step);
        unsigned class = 1u << utf8proc_get_property(point)->bidi_class;
        if (i == 0)
            c.first = class;
        if (class != NSM)
            c.last = class;
        c.all |= class;
        i += step;
    }
    return c;
}

/* Rules 1 to 4. */
static bool is_right(const struct classes *c)
{
    static const unsigned digits = EN | AN;
    return (c->first & (R | AL)) != 0 && (c->all & ~(right | neutral)) == 0 &&
           (c->last & (right | EN)) != 0 && (c->all & digits) != digits;
}

/* Rules 1, 5 and 6. */
static bool is_left(const struct classes *c)
{
    return c->first == L && (c->all & ~(L | neutral)) == 0 &&
           (c->last & (L | EN)) != 0;
}

enum bidi bidi_label(const char *label, size_t len)
{
    struct classes c = classes_of(label, len);
    if (c.all & right)
        return is_right(&c) ? BIDI_RIGHT : BIDI_WRONG;
    return is_left(&c) ? BIDI_LEFT : BIDI_OTHER;
}
