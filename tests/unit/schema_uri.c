#include "config.h"

#include "schema/uri.h"

#include <string.h>

#include "tap.h"

static void resolves(const char *base, const char *ref, const char *wanted)
{
    struct buf got = BUF_EMPTY, name = BUF_EMPTY;
    uri_resolve(&got, base, strlen(base), ref, strlen(ref));
    buf_printf(&name, "'%s' at %s is %s", ref, base, wanted);
    tap_same(buf_string(&got), got.len, wanted, buf_string(&name));
    buf_release(&got);
    buf_release(&name);
}

/* RFC 3986, sections 5.4.1 and 5.4.2. */
static void examples(void)
{
    static const char *const cases[][2] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {"g?y#s", "http://a/b/c/g?y#s"},
        {";x", "http://a/b/c/;x"},
        {"g;x", "http://a/b/c/g;x"},
        {"g;x?y#s", "http://a/b/c/g;x?y#s"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"./", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {".g", "http://a/b/c/.g"},
        {"g..", "http://a/b/c/g.."},
        {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"},
        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
        {"g;x=1/../y", "http://a/b/c/y"},
        {"g?y/./x", "http://a/b/c/g?y/./x"},
        {"g?y/../x", "http://a/b/c/g?y/../x"},
        {"g#s/./x", "http://a/b/c/g#s/./x"},
        {"g#s/../x", "http://a/b/c/g#s/../x"},
        {"http:g", "http:g"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        resolves("http://a/b/c/d;p?q", cases[i][0], cases[i][1]);
}

static void others(void)
{
    resolves("urn:uuid:0-1", "#/a", "urn:uuid:0-1#/a");
    resolves("urn:uuid:0-1#x", "", "urn:uuid:0-1");
    resolves("urn:a:b", "urn:c:d#e", "urn:c:d#e");
    resolves("tag:x,2026:a/b", "c", "tag:x,2026:a/c");
    resolves("http://a", "b", "http://a/b");
    resolves("http://a?q", "b", "http://a/b");
    resolves("file:///a/b", "../../c", "file:///c");
    resolves("a:/b", ".//c", "a:/.//c");
    resolves("", "a/b#c", "a/b#c");
    resolves("", "#c", "#c");
    resolves("a/b?q", "c", "a/c");
    resolves("http://a/b", "//[::1]:8/c?d", "http://[::1]:8/c?d");
    resolves("http://a/b#", "#", "http://a/b#");
}

static void parts(void)
{
    struct uri u;
    uri_split(&u, "http://a:1/b?c?d#e#f", 20);
    tap_ok(u.scheme.len == 4 && u.authority.len == 3 && u.path.len == 2 &&
               u.query.len == 3 && u.fragment.len == 3,
           "five parts are found");
    uri_split(&u, "a?#", 3);
    tap_ok(u.scheme.at == NULL && u.authority.at == NULL && u.path.len == 1 &&
               u.query.at != NULL && u.query.len == 0 &&
               u.fragment.at != NULL && u.fragment.len == 0,
           "an empty part is there, an absent one is not");
    uri_split(&u, "1a:b", 4);
    tap_ok(u.scheme.at == NULL && u.path.len == 4,
           "no scheme begins with a digit");
    uri_split(&u, "a\0:b?", 5);
    tap_ok(u.scheme.at == NULL && u.path.len == 4 && u.query.at != NULL,
           "a NUL ends nothing");
}

static void escapes(void)
{
    static const struct {
        const char *text, *wanted; /* NULL: refused */
    } cases[] = {
        {"/a%25b", "/a%b"},  {"%e2%82%AC", "\xe2\x82\xac"},
        {"a+b", "a+b"},      {"", ""},
        {"%", NULL},         {"%4", NULL},
        {"%zz", NULL},       {"a%c3", NULL},
        {"%ed%a0%80", NULL},
    };
    struct buf got = BUF_EMPTY;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = cases[i].text, *wanted = cases[i].wanted;
        buf_clear(&got);
        buf_puts(&got, "=");
        int rc = uri_decode(&got, text, strlen(text));
        tap_ok(rc == (wanted == NULL ? -1 : 0) && got.data[0] == '=' &&
                   strcmp(buf_string(&got) + 1, wanted ? wanted : "") == 0,
               "'%s' is decoded as %s", text, wanted ? wanted : "nothing");
    }
    buf_clear(&got);
    uri_add_fragment(&got, "/a~1\"b c%\xc3\xa9\0", 12);
    tap_same(buf_string(&got), got.len, "/a~1%22b%20c%25%C3%A9%00",
             "what may not stand in a fragment is escaped");
    buf_release(&got);
}

int main(void)
{
    examples();
    others();
    parts();
    escapes();
    return tap_done();
}
