#include "config.h"

#include <string.h>

#include "keyfile.h"
#include "keypair.h"
#include "note.h"
#include "options.h"
#include "out.h"

static const char USAGE[] =
    "usage: mkkeys [-W | --passphrase FILE] [--comment TEXT] [--replace]\n"
    "              -o NAME\n"
    "       mkkeys --vkey ORIGIN [NAME.pub]\n"
    "\n"
    "Makes a pair of keys: NAME.key, which signs releases and stays secret, and\n"
    "NAME.pub, which checks them and is for everybody. Both are minisign's.\n"
    "\n"
    "  -W, --no-passphrase    do not encrypt the secret key\n"
    "      --passphrase FILE  encrypt it with the first line of FILE; without\n"
    "                         this the passphrase is asked for\n"
    "      --comment TEXT     the untrusted comment in NAME.key\n"
    "  -o, --output NAME      the files' name, without its ending\n"
    "      --replace          replace keys of that name\n"
    "      --vkey ORIGIN      print a public key as checkers of logs take it,\n"
    "                         for the log of that origin; makes no keys\n"
    "  -q, --quiet            no progress on a terminal\n"
    "  -P, --progress         progress on stderr, terminal or not\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Try: mkkeys -W -o demo && mkkeys --vkey palimpsest/1 demo.pub\n";

enum { OPT_PASSPHRASE = OPTIONS_LONG, OPT_COMMENT, OPT_REPLACE, OPT_VKEY };

static const struct option LONG[] = {
    {"no-passphrase", no_argument, NULL, 'W'},
    {"passphrase", required_argument, NULL, OPT_PASSPHRASE},
    {"comment", required_argument, NULL, OPT_COMMENT},
    {"output", required_argument, NULL, 'o'},
    {"replace", no_argument, NULL, OPT_REPLACE},
    {"vkey", required_argument, NULL, OPT_VKEY},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    struct keypair_args pair;
    const char *origin; /* of a log, or NULL to make keys; borrowed */
    const char *file;   /* public key, or NULL for stdin; borrowed */
};

static int take(struct args *a, struct options_shared *shared, int c)
{
    switch (c) {
    case 'W':
        a->pair.plain = true;
        return 0;
    case OPT_PASSPHRASE:
        a->pair.passphrase = optarg;
        return 0;
    case OPT_COMMENT:
        a->pair.comment = optarg;
        if (minisign_comment_valid(optarg, strlen(optarg)) &&
            minisign_trusted_valid(optarg, strlen(optarg)))
            return 0;
        return options_fail("a comment is printable text of at most %d bytes",
                            MINISIGN_COMMENT);
    case OPT_REPLACE:
        a->pair.replace = true;
        return 0;
    case OPT_VKEY:
        a->origin = optarg;
        if (note_name_valid(optarg, strlen(optarg)))
            return 0;
        return options_fail("an origin is text without blanks and '+'");
    default:
        return options_take(shared, c);
    }
}

/* Whether what was given goes together, for a pair to be made. */
static int check_pair(const struct options *o, const struct args *a)
{
    const char *name = a->pair.name;
    if (name == NULL)
        return options_fail("option '--output' is missing");
    size_t len = strlen(name);
    if (len == 0 || name[len - 1] == '/')
        return options_fail("'%s' is no name for keys", name);
    if (a->pair.plain && a->pair.passphrase != NULL)
        return options_fail("'--no-passphrase' leaves '--passphrase' no use");
    return options_no_operands(o->argc, o->argv);
}

/* The same, for a key to be printed. */
static int check_vkey(const struct options *o, struct args *a)
{
    static const int others[] = {'W', 'o', OPT_PASSPHRASE, OPT_COMMENT,
                                 OPT_REPLACE};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (options_given(o, others[i]))
            return options_fail("'--vkey' makes no keys");
    if (options_operands(o->argc, o->argv) < 0)
        return OPTIONS_BAD;
    if (o->argc - optind > 1)
        return options_fail("one public key is printed at a time");
    a->file = o->argv[optind];
    return 0;
}

static int parse(int argc, char **argv, struct args *a)
{
    struct options o = {argc, argv, "+:Wo:" OPTIONS_COMMON_LETTERS, LONG,
                        USAGE, {0}};
    struct options_shared shared = {0};
    int rc = 0;
    for (int c; rc == 0 && (c = options_next(&o)) != OPTIONS_END;)
        rc = take(a, &shared, c);
    a->pair.name = shared.output;
    if (rc != 0)
        return rc;
    return a->origin != NULL ? check_vkey(&o, a) : check_pair(&o, a);
}

/* Prints a public key as C2SP's signed notes have it. */
static enum exit_status print_vkey(const char *origin, const char *file)
{
    struct minisign_public k;
    struct buf text = BUF_EMPTY;
    enum exit_status status = keyfile_public(file, &k);
    if (status != EXIT_OK)
        return status;
    note_write_key(origin, k.key, &text);
    buf_putc(&text, '\n');
    int rc = out_file(NULL, text.data, text.len);
    buf_release(&text);
    return rc < 0 ? EXIT_SYSTEM : EXIT_OK;
}

static enum exit_status run(const struct args *a)
{
    if (a->origin != NULL)
        return print_vkey(a->origin, a->file);
    return keypair_make(&a->pair);
}

int main(int argc, char **argv)
{
    struct args args = {0};
    diag_init(argv[0]);
    int rc = parse(argc, argv, &args);
    if (rc != 0)
        return options_status(rc);
    return run(&args);
}
