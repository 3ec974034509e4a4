#include "config.h"

#include "schema/format.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tap.h"

struct text {
    const char *text;
    bool good;
};

static void check(const char *name, const struct text *cases, size_t count)
{
    int format = format_find(name, strlen(name));
    tap_ok(format >= 0 && strcmp(format_name(format), name) == 0,
           "%s is a format", name);
    for (size_t i = 0; i < count; i++)
        tap_ok(format_check(format, cases[i].text, strlen(cases[i].text)) ==
                   cases[i].good,
               "'%s' is %s %s", cases[i].text, cases[i].good ? "a right" : "no",
               name);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* RFC 3339, sections 5.6 to 5.8 and appendices A, C and D. */
static void dates(void)
{
    static const struct text moments[] = {
        {"1985-04-12T23:20:50.52Z", true},
        {"1996-12-19T16:39:57-08:00", true},
        {"1990-12-31T23:59:60Z", true},
        {"1990-12-31T15:59:60-08:00", true},
        {"1937-01-01T12:00:27.87+00:20", true},
        {"1991-01-01T00:59:60+01:00", true},
        {"1990-12-30T15:59:60-08:00", false},
        {"1990-12-31T00:59:60+01:00", false},
        {"1991-01-31T00:59:60+01:00", false},
        {"2015-06-30T23:59:60Z", true},
        {"2015-06-29T23:59:60Z", false},
        {"2016-02-28T23:59:60Z", false},
        {"2016-02-29T23:59:60.5Z", true},
        {"2016-02-28T15:59:60-08:00", false},
        {"2015-06-30T22:59:60Z", false},
        {"1985-04-12t23:20:50z", true},
        {"1985-04-12 23:20:50Z", false},
        {"1985-04-12T23:20:50", false},
        {"1985-04-12T23:20Z", false},
        {"1985-04-12T23:20:50.Z", false},
        {"1985-04-12T24:00:00Z", false},
        {"1985-04-12T23:20:50+24:00", false},
        {"1985-04-12T23:20:50-0800", false},
        {"1985-04-12T23:20:50Z ", false},
        {"0000-01-01T00:00:00-00:00", true},
    };
    check("date-time", moments, COUNT(moments));
    static const struct text days[] = {
        {"2000-02-29", true},  {"1900-02-29", false}, {"2024-02-29", true},
        {"2023-02-29", false}, {"2023-04-31", false}, {"2023-12-31", true},
        {"2023-00-01", false}, {"2023-01-00", false}, {"2023-13-01", false},
        {"23-01-01", false},   {"2023-1-1", false},   {"2023-01-011", false},
        {"9999-12-31", true},  {"", false},           {"2023/01/01", false},
    };
    check("date", days, COUNT(days));
    static const struct text times[] = {
        {"23:59:60Z", true},
        {"00:59:60+01:00", true},
        {"23:59:60+01:00", false},
        {"12:00:00", false},
        {"12:00:00.123456789012345678901234567890Z", true},
        {"12:60:00Z", false},
        {"12:00:61Z", false},
        {"12:00:00+1:00", false},
        {"12:00:00\xe2\x88\x92"
         "01:00",
         false},
    };
    check("time", times, COUNT(times));
    static const struct text spans[] = {
        {"P1Y2M3DT4H5M6S", true},
        {"PT1H30M", true},
        {"P7W", true},
        {"P0D", true},
        {"PT0S", true},
        {"P1Y3D", false},
        {"PT1H6S", false},
        {"P", false},
        {"PT", false},
        {"P1DT", false},
        {"P1W1D", false},
        {"P1D1W", false},
        {"1D", false},
        {"P1", false},
        {"P1.5D", false},
        {"P1S", false},
        {"PT1D", false},
        {"P1Y1Y", false},
    };
    check("duration", spans, COUNT(spans));
}

static void addresses(void)
{
    static const struct text four[] = {
        {"0.0.0.0", true},    {"255.255.255.255", true}, {"10.0.7.12", true},
        {"256.0.0.1", false}, {"1.2.3", false},          {"1.2.3.4.5", false},
        {"01.2.3.4", false},  {"1.2.3.0004", false},     {"1.2.3.4 ", false},
        {"1..3.4", false},
    };
    check("ipv4", four, COUNT(four));
    /* RFC 4291, section 2.2 */
    static const struct text six[] = {
        {"ABCD:EF01:2345:6789:ABCD:EF01:2345:6789", true},
        {"2001:DB8:0:0:8:800:200C:417A", true},
        {"2001:DB8::8:800:200C:417A", true},
        {"FF01::101", true},
        {"::1", true},
        {"::", true},
        {"1::", true},
        {"1:2:3:4:5:6:7::", true},
        {"::2:3:4:5:6:7:8", true},
        {"0:0:0:0:0:0:13.1.68.3", true},
        {"::FFFF:129.144.52.38", true},
        {"1:2:3:4:5:6:7::8", false},
        {"1:2:3:4:5:6:7:8::", false},
        {"1:2:3:4:5:6:7:1.2.3.4", false},
        {"1:2:3:4:5::1.2.3.4", true},
        {"1:2:3:4:5:6::1.2.3.4", false},
        {"1.2.3.4::", false},
        {"1.2.3.4", false},
        {":1", false},
        {"1:", false},
        {":::", false},
        {"1::2::3", false},
        {"12345::", false},
        {"1::g", false},
        {"fe80::1%eth0", false},
        {"", false},
    };
    check("ipv6", six, COUNT(six));
}

#define SIXTY_THREE                                                            \
    "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabc"

static void hosts(void)
{
    static const struct text ascii[] = {
        {"a", true},
        {"3com.example", true},
        {"EXAMPLE.com", true},
        {SIXTY_THREE, true},
        {SIXTY_THREE "d", false},
        {SIXTY_THREE "." SIXTY_THREE "." SIXTY_THREE "." SIXTY_THREE, false},
        {"a_b", false},
        {"-a", false},
        {"a-", false},
        {"a.", false},
        {"a..b", false},
        {"", false},
        {"xn--bcher-kva.example", true}, /* RFC 3492's b\u00fccher */
        {"XN--BCHER-KVA", true},
        {"xn--bcher-kvb", false},
        {"xn--", false},
        {"xn--a", false},
        {"b\xc3\xbc"
         "cher",
         false},
    };
    check("hostname", ascii, COUNT(ascii));
    /* RFC 5892, appendix A, and RFC 5893, section 2 */
    static const struct text own[] = {
        {"b\xc3\xbc"
         "cher.example",
         true},
        {"B\xc3\xbc"
         "cher",
         false},
        {"bu\xcc\x88"
         "cher",
         false},
        {"xn--bcher-kva", true},
        {"l\xc2\xb7l", true},
        {"l\xc2\xb7", false},
        {"\xcd\xb5\xce\xb1", true},
        {"\xcd\xb5"
         "a",
         false},
        {"\xd7\x90\xd7\xb3", true},
        {"\xd7\xb3\xd7\x90", false},
        {"\xe3\x83\xbb\xe3\x82\xa2", true},
        {"\xe3\x83\xbb"
         "a",
         false},
        {"\xd9\xa1\xdb\xb1", false},
        {"\xe0\xa4\x95\xe0\xa5\x8d\xe2\x80\x8d\xe0\xa4\xb7", true},
        {"\xe0\xa4\x95\xe2\x80\x8d\xe0\xa4\xb7", false},
        {"\xcc\x80"
         "a",
         false},
        {"\xd7\x90"
         "1",
         true},
        {"1\xd7\x90", false},
        {"a.\xd7\x90", true},
        {"1a.\xd7\x90", false},
        {"1\xc3\xbc.\xd7\x90", false},
        {"xn--1-xga.\xd7\x90", false},
        {"a\xe3\x80\x82"
         "b",
         true},
        {"a\xe3\x80\x82", false},
        {"ab--c\xc3\xbc", false},
        {"\xe2\x99\xa5", false},
        {"\xc3\xbc_", false},
    };
    check("idn-hostname", own, COUNT(own));
}

/* RFC 5321, section 4.1.2, RFC 3696, section 3, and RFC 6531. */
static void mail(void)
{
    static const struct text ascii[] = {
        {"user+mailbox@example.com", true},
        {"customer/department=shipping@example.com", true},
        {"$A12345@example.com", true},
        {"!def!xyz%abc@example.com", true},
        {"_somename@example.com", true},
        {"\"Abc@def\"@example.com", true},
        {"\"Fred Bloggs\"@example.com", true},
        {"\"Joe.\\\\Blow\"@example.com", true},
        {"\"a\\\"b\"@example.com", true},
        {"\"\"@example.com", true},
        {"\"a\"b\"@example.com", false},
        {"\"a\\\"@example.com", false},
        {"\"a@example.com", false},
        {"a\"b\"@example.com", false},
        {"a@[192.0.2.1]", true},
        {"a@[IPv6:2001:db8::1]", true},
        {"a@[2001:db8::1]", false},
        {"a@[192.0.2.256]", false},
        {"a@[]", false},
        {"a@192.0.2.1", true},
        {"a@b_c", false},
        {"a@b.", false},
        {"a@-b", false},
        {"a@b@c", false},
        {"a", false},
        {"@", false},
        {"a@b (c)", false},
        {"a@b", true},
        {SIXTY_THREE "d@b", true},
        {SIXTY_THREE "de@b", false},
        {"\xc3\xbc@example.com", false},
        {"a@b\xc3\xbc"
         "cher.example",
         false},
    };
    check("email", ascii, COUNT(ascii));
    static const struct text own[] = {
        {"a@example.com", true},
        {"\xc3\xbc@b\xc3\xbc"
         "cher.example",
         true},
        {"\"\xc3\xbc \"@example.com", true},
        {"\"\\\xc3\xbc\"@example.com", false},
        {"a@\xe2\x99\xa5", false},
        {"a@bu\xcc\x88"
         "cher.example",
         true},
        {"\xc3\xbc..a@b", false},
    };
    check("idn-email", own, COUNT(own));
}

/* RFC 3986, sections 1.1.2 and 3, and RFC 3987. */
static void identifiers(void)
{
    static const struct text uris[] = {
        {"ftp://ftp.is.co.za/rfc/rfc1808.txt", true},
        {"ldap://[2001:db8::7]/c=GB?objectClass?one", true},
        {"mailto:John.Doe@example.com", true},
        {"news:comp.infosystems.www.servers.unix", true},
        {"tel:+1-816-555-1212", true},
        {"telnet://192.0.2.16:80/", true},
        {"urn:oasis:names:specification:docbook:dtd:xml:4.1.2", true},
        {"foo://example.com:8042/over/there?name=ferret#nose", true},
        {"a:", true},
        {"a:b#", true},
        {"file:///etc", true},
        {"a://:@:/", true},
        {"a://u:p@[v1.x:y]:1", true},
        {"a://[v.x]", false},
        {"a://[v1.]", false},
        {"a://[v1.%41]", false},
        {"a://[::1", false},
        {"a://::1]", false},
        {"a://[::1]x", false},
        {"a://[]", false},
        {"a://b:c", false},
        {"a://b@c@d", false},
        {"a:b c", false},
        {"a:b%", false},
        {"a:b%4", false},
        {"a:b%4g", false},
        {"a:[", false},
        {"a:b#c#d", false},
        {"a:b\\c", false},
        {"//a/b", false},
        {"a", false},
        {"", false},
        {"1:a", false},
        {"a:\xc3\xbc", false},
    };
    check("uri", uris, COUNT(uris));
    static const struct text references[] = {
        {"", true},          {"g", true},       {"./g", true},
        {"//g", true},       {"?y", true},      {"#s", true},
        {"g;x=1/./y", true}, {"../../g", true}, {"./a:b", true},
        {"a/b:c", true},     {"1:b", false},    {":b", false},
        {"a b", false},      {"#a#", false},    {"//[", false},
    };
    check("uri-reference", references, COUNT(references));
    static const struct text iris[] = {
        {"http://r\xc3\xa9sum\xc3\xa9.example.org", true},
        {"a:\xf0\x90\x8c\x80", true},
        {"a:?\xee\x80\x80", true},
        {"a:\xee\x80\x80", false},
        {"a:#\xee\x80\x80", false},
        {"a:\xef\xb7\x90", false},
        {"a:\xef\xbf\xbf", false},
        {"a:\xc2\x80", false},
        {"\xc3\xa9", false},
    };
    check("iri", iris, COUNT(iris));
    static const struct text loose[] = {{"\xc3\xa9/?\xc3\xa9#\xc3\xa9", true},
                                        {"\xc3\xa9:a", false},
                                        {"<", false}};
    check("iri-reference", loose, COUNT(loose));
}

/* RFC 6570, sections 1.2, 2 and 3.2. */
static void templates(void)
{
    static const struct text cases[] = {
        {"http://www.example.com/foo{?query,number}", true},
        {"{var}", true},
        {"{+path:6}here", true},
        {"{#x,hello,y}", true},
        {"X{.var:3}", true},
        {"{/list*,path:4}", true},
        {"{;x,y,empty}", true},
        {"?fixed=yes{&x}", true},
        {"{semi.dot_1%20}", true},
        {"{=reserved}", true},
        {"", true},
        {"{var:0}", false},
        {"{var:12345}", false},
        {"{var:9999}", true},
        {"{var*:3}", false},
        {"{var:}", false},
        {"{", false},
        {"}", false},
        {"{}", false},
        {"{a", false},
        {"{a b}", false},
        {"{.a.}", false},
        {"{a..b}", false},
        {"{-a}", false},
        {"{%4}", false},
        {"%", false},
        {"a|b", false},
        {"\xc3\xa9{x}", true},
        {"\x01", false},
    };
    check("uri-template", cases, COUNT(cases));
}

static void pointers(void)
{
    static const struct text absolute[] = {
        {"", true},     {"/a~1b/m~0n", true}, {"/\xc3\xa9 \"", true},
        {"a", false},   {"/~", false},        {"/~2", false},
        {"#/a", false},
    };
    check("json-pointer", absolute, COUNT(absolute));
    static const struct text relative[] = {
        {"0", true},       {"1/0", true},    {"2/highly/nested", true},
        {"0#", true},      {"10/a~0", true}, {"0-1#", true},
        {"0+1/foo", true}, {"01", false},    {"", false},
        {"/a", false},     {"0#/", false},   {"0+", false},
        {"-1", false},     {"0a", false},    {"0+01", false},
    };
    check("relative-json-pointer", relative, COUNT(relative));
    static const struct text uuids[] = {
        {"f81d4fae-7dec-11d0-a765-00a0c91e6bf6", true}, /* RFC 4122, 3 */
        {"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", true},
        {"{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", false},
        {"f81d4fae7dec-11d0-a765-00a0c91e6bf6-", false},
        {"f81d4fae-7dec-11d0-a765-00a0c91e6bf", false},
    };
    check("uuid", uuids, COUNT(uuids));
    static const struct text patterns[] = {
        {"^[a-z]+(?<n>x)\\k<n>$", true},
        {"(?<=a+)b", true},
        {"(", false},
        {"\\Z", false},
        {"a{99999}", true},
    };
    check("regex", patterns, COUNT(patterns));
}

/* A million bytes of what each might try to read, a NUL among them. */
static void long_texts(void)
{
    static const char *const pieces[] = {
        "1", "a.", ":",        "[",  "%41", "{a}",          "(",
        "/", "\"", "\xc3\xbc", "P1", "a@",  "\xe3\x80\x82", "xn--a."};
    size_t len = 1000000;
    char *text = xmalloc(len, 1);
    for (size_t i = 0; i < COUNT(pieces); i++) {
        size_t size = strlen(pieces[i]), right = 0;
        for (size_t k = 0; k < len; k++)
            text[k] = pieces[i][k % size];
        for (int format = 0; format_name(format) != NULL; format++)
            right += format_check(format, text, len / size * size);
        tap_ok(right < 12, "a million bytes of '%s' have %zu formats",
               pieces[i], right);
    }
    free(text);
    int hostname = format_find("hostname", 8),
        idn = format_find("idn-email", 9);
    tap_ok(!format_check(hostname, "a\0b", 3) &&
               !format_check(hostname, "a\0", 2) &&
               !format_check(idn, "a@\xc3\xbc\0b", 6) &&
               !format_check(format_find("ipv4", 4), "1.2.3.4\0", 8),
           "a NUL is no part of a host");
    tap_ok(format_find("color", 5) < 0 && format_find("", 0) < 0 &&
               format_find("uri\0", 4) < 0,
           "other names are unknown");
}

int main(void)
{
    dates();
    addresses();
    hosts();
    mail();
    identifiers();
    templates();
    pointers();
    long_texts();
    return tap_done();
}
