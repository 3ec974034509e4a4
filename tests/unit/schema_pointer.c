#include "config.h"

#include "schema/pointer.h"

#include <string.h>

#include "tap.h"

/* The tokens of a pointer, each in brackets, and what ends them. */
static void tokens(void)
{
    static const struct {
        const char *pointer, *wanted;
    } cases[] = {
        /* RFC 6901, section 5 */
        {"", "."},
        {"/foo", "[foo]."},
        {"/foo/0", "[foo][0]."},
        {"/", "[]."},
        {"/a~1b", "[a/b]."},
        {"/c%d", "[c%d]."},
        {"/m~0n", "[m~n]."},
        {"/ ", "[ ]."},
        /* section 4: ~01 is ~1, not / */
        {"/~01", "[~1]."},
        {"/a//b/", "[a][][b][]."},
        {"a", "!"},
        {"/a~", "!"},
        {"/a/~2", "[a]!"},
        {"/~/a", "!"},
    };
    struct buf got = BUF_EMPTY;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *at = cases[i].pointer, *end = at + strlen(at);
        int more;
        buf_clear(&got);
        do {
            size_t start = got.len;
            buf_putc(&got, '[');
            more = pointer_next(&at, end, &got);
            if (more > 0)
                buf_putc(&got, ']');
            else
                got.len = start;
        } while (more > 0);
        buf_putc(&got, more == 0 ? '.' : '!');
        const char *name = cases[i].pointer;
        tap_same(buf_string(&got), got.len, cases[i].wanted,
                 *name == '\0' ? "the empty pointer" : name);
        tap_ok(pointer_valid(name, strlen(name)) == (more == 0),
               "'%s' is %s pointer", name, more == 0 ? "a" : "no");
    }
    buf_release(&got);
}

static void building(void)
{
    struct buf b = BUF_EMPTY;
    pointer_add(&b, "a/b~c", 5);
    pointer_add_index(&b, 12);
    pointer_add(&b, "", 0);
    pointer_add(&b, "\0~1", 3);
    tap_ok(b.len == 17 && memcmp(b.data, "/a~1b~0c/12//\0~01", 17) == 0,
           "tokens are escaped where they are added");
    buf_release(&b);
}

static void indices(void)
{
    static const struct {
        const char *token;
        bool good;
        size_t index;
    } cases[] = {
        {"0", true, 0},    {"7", true, 7},   {"10", true, 10},
        {"00", false, 0},  {"01", false, 0}, {"", false, 0},
        {"-", false, 0},   {"-1", false, 0}, {"1.0", false, 0},
        {"1e0", false, 0}, {" 1", false, 0}, {"99999999999999999999", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t index = 0;
        const char *token = cases[i].token;
        tap_ok(pointer_index(token, strlen(token), &index) == cases[i].good &&
                   index == cases[i].index,
               "'%s' is %s element's number", token,
               cases[i].good ? "an" : "no");
    }
}

int main(void)
{
    tokens();
    building();
    indices();
    return tap_done();
}
