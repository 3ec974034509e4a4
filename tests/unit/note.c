#include "config.h"

#include "note.h"

#include <stdlib.h>

#include "base64.h"
#include "checkpoint.h"
#include "tap.h"

/* The example of Go's golang.org/x/mod/sumdb/note (example_test.go): another
 * program made these bytes. */
#define TEXT "If you think cryptography is the answer to your problem,\n" \
             "then you don't know what your problem is.\n"
#define DASH "\xe2\x80\x94 "
#define PETER DASH "PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZ" \
    "InNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
#define ENOCH DASH "EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n" \
    "2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"

static const char peter_seed[] = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
static const char peter_key[] = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
static const char enoch_key[] = "ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

/* Reads 33 bytes: the type, then a key or a seed. */
static void read_key(const char *text, unsigned char key[SIGN_PUBLIC])
{
    unsigned char bytes[1 + SIGN_PUBLIC];
    size_t got;
    if (base64_decode_strict(text, strlen(text), bytes, sizeof bytes, &got) <
        0)
        abort();
    memcpy(key, bytes + 1, SIGN_PUBLIC);
}

static enum note_verdict verify(const char *note, const char *name,
                                const char *key)
{
    struct note n;
    unsigned char public_key[SIGN_PUBLIC];
    read_key(key, public_key);
    if (note_parse(&n, note, strlen(note)) != NULL)
        abort();
    return note_verify(&n, name, strlen(name), public_key);
}

static void verifies(void)
{
    tap_ok(verify(TEXT "\n" PETER, "PeterNeumann", peter_key) ==
               NOTE_VERIFIED, "a note that Go signed is verified");
    tap_ok(verify(TEXT "\n" PETER ENOCH, "EnochRoot", enoch_key) ==
               NOTE_VERIFIED, "so is its second signature");
    tap_ok(verify(TEXT "\n" PETER, "EnochRoot", enoch_key) == NOTE_UNKNOWN,
           "a signature of a key that is not known is passed over");
    tap_ok(verify(TEXT "\n" PETER, "PeterNeumann", enoch_key) ==
               NOTE_UNKNOWN, "so is one of another key with the same name");
    tap_ok(verify("Else\n\n" PETER, "PeterNeumann", peter_key) ==
               NOTE_FORGED, "the signature of another text is forged");
    tap_ok(verify(TEXT "\n" PETER DASH "PeterNeumann x08gowAA\n",
                  "PeterNeumann", peter_key) == NOTE_FORGED,
           "so is a second one that is none");
    tap_ok(verify(TEXT "\n", "PeterNeumann", peter_key) == NOTE_UNKNOWN,
           "a note that nobody signed has no signature");
}

static void signs(void)
{
    unsigned char seed[SIGN_SEED], key[SIGN_PUBLIC], secret[SIGN_SECRET];
    struct buf line = BUF_EMPTY, text = BUF_EMPTY;
    read_key(peter_seed, seed);
    sign_keypair_from_seed(seed, key, secret);
    note_sign(TEXT, strlen(TEXT), "PeterNeumann", secret, &line);
    tap_same(buf_string(&line), line.len, PETER, "a note is signed as Go does");
    note_write_key("PeterNeumann", key, &text);
    tap_same(buf_string(&text), text.len,
             "PeterNeumann+c74f20a3+"
             "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
             "the key is written as Go writes it");
    buf_release(&line);
    buf_release(&text);
}

static void reads(const char *bytes, const char *wanted, const char *name)
{
    struct note n;
    const char *wrong = note_parse(&n, bytes, strlen(bytes));
    tap_ok(wanted == NULL ? wrong == NULL
                          : wrong != NULL && strcmp(wrong, wanted) == 0,
           "%s (%s)", name, wrong != NULL ? wrong : "read");
}

static void refuses(void)
{
    static const char no_line[] =
        "has a line behind its text that is no signature";
    reads("a\n\nb\n\n" DASH "x AAAAAAA=\n", NULL,
          "text may have blank lines: the last one ends it");
    reads("a\n", "has no blank line behind its text",
          "a note without a blank line is refused");
    reads("a\n\n" DASH "x AAAAAAA=", "does not end in a line end",
          "so is one whose last line does not end");
    reads("a\r\n\n", "holds a control character", "or with a CR");
    reads("\xc3\n\n", "is no UTF-8", "or that is no UTF-8");
    reads("", "does not end in a line end", "or that is empty");
    reads("a\n\n- x AAAAAAA=\n", no_line, "or with another dash");
    reads("a\n\n" DASH "x+y AAAAAAA=\n", no_line,
          "or a plus in a key's name");
    reads("a\n\n" DASH " AAAAAAA=\n", no_line, "or an empty name");
    reads("a\n\n" DASH "x\xc2\xa0y AAAAAAA=\n", no_line,
          "or a blank that is not ASCII in it");
    reads("a\n\n" DASH "x AAAAAA==\n", no_line,
          "or a signature that is an id only");
    reads("a\n\n" DASH "x AAAAAAA\n", no_line, "or one that is cut");
    reads("a\n\n" DASH "x AAAAAAB=\n", no_line,
          "or in another spelling of base64");
    reads("a\n\n" DASH "x AAA AAAA=\n", no_line, "or with a blank in it");
    reads("a\n\n" DASH "x AAAAAAA=\nb\n", no_line,
          "or with text behind the signatures");
}

static void counts(void)
{
    struct buf note = BUF_EMPTY;
    struct note n;
    buf_puts(&note, TEXT "\n");
    for (int i = 0; i < NOTE_SIGNATURES - 1; i++)
        buf_puts(&note, DASH "witness AAAAAAA=\n");
    buf_puts(&note, PETER);
    tap_ok(verify(buf_string(&note), "PeterNeumann", peter_key) ==
               NOTE_VERIFIED, "the last of 100 signatures is found");
    buf_puts(&note, DASH "witness AAAAAAA=\n");
    tap_ok(note_parse(&n, note.data, note.len) != NULL, "101 are refused");
    buf_release(&note);
}

static void reads_checkpoint(const char *bytes, const char *wanted)
{
    struct checkpoint c;
    const char *wrong = checkpoint_parse(&c, bytes, strlen(bytes));
    tap_ok(wanted == NULL ? wrong == NULL
                          : wrong != NULL && strcmp(wrong, wanted) == 0,
           "a checkpoint %s", wrong != NULL ? wrong : "is read");
}

static void checkpoints(void)
{
    /* The root is that of the example in C2SP's tlog-checkpoint. */
#define ROOT "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    unsigned char seed[SIGN_SEED], key[SIGN_PUBLIC], secret[SIGN_SECRET];
    struct checkpoint c;
    struct buf text = BUF_EMPTY;
    static const char body[] = "palimpsest/1\n20852163\n" ROOT "\n";
    reads_checkpoint(body, NULL);
    reads_checkpoint("palimpsest/1\n20852163\n" ROOT "more\n\n",
                     "has more than three lines of text");
    reads_checkpoint("palimpsest/1\n020852163\n" ROOT "\n",
                     "has no number of leaves on its second line");
    reads_checkpoint("palimpsest/1\n18446744073709551616\n" ROOT "\n",
                     "has no number of leaves on its second line");
    reads_checkpoint("palimpsest/1\n1\nAAAA\n\n",
                     "has no root on its third line");
    reads_checkpoint("palimpsest/1\n1\n\n", "has no root on its third line");
    reads_checkpoint("palimpsest 1\n1\n" ROOT "\n",
                     "does not begin with an origin");
    if (checkpoint_parse(&c, body, strlen(body)) != NULL)
        abort();
    read_key(peter_seed, seed);
    sign_keypair_from_seed(seed, key, secret);
    checkpoint_write("palimpsest/1", c.size, c.root, NULL, &text);
    tap_same(buf_string(&text), text.len, body, "and is written the same");
    buf_clear(&text);
    checkpoint_write("palimpsest/1", c.size, c.root, secret, &text);
    tap_ok(memcmp(text.data, body, strlen(body)) == 0 &&
               checkpoint_parse(&c, text.data, text.len) == NULL &&
               checkpoint_verify(&c, key) == NOTE_VERIFIED,
           "signing it changes nothing but adds a line that verifies");
    buf_release(&text);
}

int main(void)
{
    verifies();
    signs();
    refuses();
    counts();
    checkpoints();
    return tap_done();
}
