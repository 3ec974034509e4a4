#include "config.h"

#include "keypair.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "minisign_secret.h"
#include "private.h"
#include "wiped.h"

#define COMMENT "minisign encrypted secret key"
#define COMMENT_PLAIN "minisign secret key, not encrypted"

/* The two files, in the making. */
struct pair {
    const struct keypair_args *args; /* borrowed */
    struct private_file secret, open;
};

static char *name_with(const char *name, const char *ending)
{
    struct buf b = BUF_EMPTY;
    buf_puts(&b, name);
    buf_puts(&b, ending);
    buf_putc(&b, '\0');
    return b.data;
}

/* Whether a name is free, before anybody is asked for a passphrase. */
static enum exit_status check_free(const char *name, const char *ending)
{
    struct stat st;
    char *path = name_with(name, ending);
    bool there = lstat(path, &st) == 0;
    if (there)
        diag_at((struct diag_place){path, 0, NULL},
                "is there; --replace replaces it");
    free(path);
    return there ? EXIT_DATA : EXIT_OK;
}

/* Asks for a new passphrase, on the terminal twice. */
static enum exit_status get_passphrase(const struct keypair_args *a,
                                       struct passphrase *p)
{
    struct passphrase again = {0};
    if (passphrase_get(p, a->passphrase, "Passphrase for the new key: ") < 0)
        return EXIT_SYSTEM;
    if (p->len == 0) {
        diag("the passphrase is empty; --no-passphrase does without one");
        return EXIT_DATA;
    }
    if (a->passphrase != NULL)
        return EXIT_OK;
    enum exit_status status = EXIT_OK;
    if (passphrase_get(&again, NULL, "The same again: ") < 0) {
        status = EXIT_SYSTEM;
    } else if (again.len != p->len ||
               memcmp(again.text, p->text, p->len) != 0) {
        diag("the two passphrases differ");
        status = EXIT_DATA;
    }
    passphrase_release(&again);
    return status;
}

static int make_key(struct minisign_secret *k)
{
    unsigned char public_key[SIGN_PUBLIC];
    unsigned char *seed = wiped_alloc(SIGN_SEED);
    int rc = getentropy(seed, SIGN_SEED);
    if (rc == 0)
        rc = getentropy(k->number, MINISIGN_NUMBER);
    if (rc == 0)
        sign_keypair_from_seed(seed, public_key, k->key);
    else
        diag_errno("cannot make a key");
    wiped_free(seed);
    return rc;
}

/* Writes NAME.key beside its name. Returns 0, or -1 (told). */
static int stage_secret(struct pair *pair, const struct minisign_secret *k,
                        const struct passphrase *p)
{
    const struct keypair_args *a = pair->args;
    struct buf why = BUF_EMPTY;
    const char *comment = a->comment;
    if (comment == NULL)
        comment = a->plain ? COMMENT_PLAIN : COMMENT;
    size_t len = minisign_box_length(comment);
    struct minisign_box *box = wiped_alloc(sizeof *box);
    char *text = wiped_alloc(len + 1), *path = name_with(a->name, ".key");
    int rc = minisign_box_seal(box, a->plain ? NULL : p, k, &why);
    if (rc == 0) {
        minisign_box_write(box, comment, text);
        rc = private_stage(&pair->secret, path, 0600, text, len);
    } else {
        diag_at((struct diag_place){path, 0, NULL}, "%s", buf_string(&why));
    }
    wiped_free(text);
    wiped_free(box);
    free(path);
    buf_release(&why);
    return rc;
}

/* Writes NAME.pub beside its name. Returns 0, or -1 (told). */
static int stage_open(struct pair *pair, const struct minisign_secret *k)
{
    struct minisign_public public_key;
    struct buf text = BUF_EMPTY;
    char *path = name_with(pair->args->name, ".pub");
    minisign_secret_public(k, &public_key);
    minisign_public_write(&public_key, &text);
    int rc = private_stage(&pair->open, path, 0644, text.data, text.len);
    buf_release(&text);
    free(path);
    return rc;
}

/* Gives both files their names. Returns 0, or -1 (told). */
static int commit(struct pair *pair)
{
    bool replace = pair->args->replace;
    if (private_commit(&pair->secret, replace) < 0)
        return -1;
    if (private_commit(&pair->open, replace) == 0)
        return 0;
    if (!replace)
        unlink(pair->secret.path);
    return -1;
}

/* Makes a key and its files. */
static enum exit_status make_pair(const struct keypair_args *a,
                                  const struct passphrase *p)
{
    struct pair pair = {.args = a};
    struct minisign_secret *k = wiped_alloc(sizeof *k);
    int rc = make_key(k);
    if (rc == 0)
        rc = stage_secret(&pair, k, p);
    if (rc == 0)
        rc = stage_open(&pair, k);
    wiped_free(k);
    if (rc == 0)
        rc = commit(&pair);
    private_abort(&pair.secret);
    private_abort(&pair.open);
    return rc < 0 ? EXIT_SYSTEM : EXIT_OK;
}

enum exit_status keypair_make(const struct keypair_args *a)
{
    struct passphrase p = {0};
    enum exit_status status = EXIT_OK;
    if (!a->replace)
        status = check_free(a->name, ".key");
    if (!a->replace && status == EXIT_OK)
        status = check_free(a->name, ".pub");
    if (status == EXIT_OK && !a->plain)
        status = get_passphrase(a, &p);
    if (status == EXIT_OK)
        status = make_pair(a, &p);
    passphrase_release(&p);
    return status;
}
