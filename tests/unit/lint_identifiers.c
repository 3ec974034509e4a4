#include "config.h"

#include "lint/identifiers.h"

#include "tap.h"

static void card(const char *text, size_t wanted)
{
    tap_ok(identifiers_card(text) == wanted, "%s is %sa card", text,
           wanted > 0 ? "" : "not ");
}

static void iban(const char *text, size_t wanted)
{
    tap_ok(identifiers_iban(text) == wanted, "%s is %san account", text,
           wanted > 0 ? "" : "not ");
}

static void ssn(const char *text, size_t wanted)
{
    tap_ok(identifiers_ssn(text) == wanted, "%s is %sgiven out", text,
           wanted > 0 ? "" : "not ");
}

int main(void)
{
    /* Numbers that makers of cards publish for tests. */
    card("4111111111111111", 16);
    card("4111 1111 1111 1111, please", 19);
    card("378282246310005", 15);
    card("5555-5555-5555-4444", 19);
    card("4111111111111112", 0);
    card("411111111111", 0);
    card("41111111111111111111", 0);
    card("1111111111111117", 0);
    /* Examples of the registry of ISO 13616. */
    iban("GB82WEST12345698765432", 22);
    iban("GB82 WEST 1234 5698 7654 32.", 27);
    iban("DE89370400440532013000", 22);
    iban("NO9386011117947", 15);
    iban("GB82WEST12345698765433", 0);
    iban("GB8", 0);
    iban("AB12 is a code", 0);
    ssn("219-09-9999", 11);
    ssn("000-12-3456", 0);
    ssn("666-12-3456", 0);
    ssn("900-12-3456", 0);
    ssn("123-00-3456", 0);
    ssn("123-45-0000", 0);
    ssn("123-45-678", 0);
    return tap_done();
}
