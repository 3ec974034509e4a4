#include "config.h"

#include "checking.h"

static void wrong(struct checking *c, const char *rule, const char *file,
                  const char *what, const char *expected)
{
    findings_add(&c->findings, rule, (struct diag_place){file, 0, NULL}, "%s",
                 what);
    findings_witness(&c->findings, expected, what);
}

/* Whether the signature is all that was wished for. */
static void check_wish(struct checking *c)
{
    if (c->signature == SIGNATURE_UNSIGNED &&
        (c->wish->key != NULL || c->wish->signature))
        wrong(c, "signature/none", SUMS_SIGNATURE,
              "is missing: the release is unsigned", SUMS_SIGNATURE);
    else if (c->signature == SIGNATURE_SELF && c->wish->signature)
        wrong(c, "signature/self", SUMS_SIGNATURE,
              "no key from elsewhere to check it with: it is self-signed",
              "--public-key");
}

/* It is another release than the one that was asked for. */
static void tell_edition(struct checking *c)
{
    const struct edition *wanted = c->wish->expected, *there = &c->own.edition;
    struct buf name[2] = {BUF_EMPTY, BUF_EMPTY};
    buf_printf(&name[0], "%s@%s", wanted->name, wanted->version);
    buf_printf(&name[1], "%s@%s", there->name, there->version);
    findings_add(&c->findings, "signature/edition",
                 (struct diag_place){"manifest.json", 1, NULL},
                 "the release is %s, not %s", buf_string(&name[1]),
                 buf_string(&name[0]));
    findings_witness(&c->findings, buf_string(&name[0]),
                     buf_string(&name[1]));
    buf_release(&name[0]);
    buf_release(&name[1]);
}

static void check_expected(struct checking *c)
{
    const struct edition *wanted = c->wish->expected, *there = &c->own.edition;
    if (wanted == NULL)
        return;
    if (!c->has_own)
        wrong(c, "signature/edition", "manifest.json",
              "does not say which release it is", wanted->name);
    else if (!edition_same(wanted, there))
        tell_edition(c);
}

/* What a trusted comment must say. Returns 0, or -1 (told). */
static int derive_trusted(struct checking *c, struct trusted *t)
{
    *t = (struct trusted){.edition = &c->own.edition,
                          .records = c->log.merkle.size};
    merkle_root(&c->log.merkle, t->root);
    return trusted_find_split(t, &c->tree);
}

static int check_log(struct checking *c)
{
    const struct minisign_public *k = c->wish->key;
    struct buf origin = BUF_EMPTY;
    if (c->has_own)
        edition_origin(&c->own.edition, &origin);
    int rc = log_check(&c->log, c->has_own ? buf_string(&origin) : NULL,
                       k != NULL ? k->key : NULL);
    buf_release(&origin);
    return rc;
}

int checking_authentic(struct checking *c, bool read)
{
    struct trusted t;
    if (read && (check_log(c) < 0 || derive_trusted(c, &t) < 0))
        return -1;
    bool known = read && c->has_own && !c->findings.broken &&
                 (c->has_people || c->wish->key != NULL);
    c->signature = signature_check(c->folder, &c->findings, c->wish->key,
                                   known ? &t : NULL);
    check_wish(c);
    if (read)
        check_expected(c);
    return 0;
}
