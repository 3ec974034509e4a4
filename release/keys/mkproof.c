#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "options.h"
#include "out.h"
#include "proof.h"
#include "record.h"
#include "record_bytes.h"
#include "tlog.h"

static const char USAGE[] =
    "usage: mkproof DIR ID\n"
    "\n"
    "Prints a proof that the person of that id is in the log of the release\n"
    "in DIR. With it, ckproof checks the person's record without the release.\n"
    "\n"
    "  -q, --quiet     no progress on a terminal\n"
    "  -P, --progress  progress on stderr, terminal or not\n"
    "  -h, --help      this text\n"
    "  -V, --version   the version\n"
    "\n"
    "Try: mkprofiles -n 9 -s x | mkrelease -n 9 -o r && mkproof r f0003\n";

static const struct option LONG[] = {
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    const char *release, *id; /* borrowed */
};

static int parse(int argc, char **argv, struct args *a)
{
    struct options o = {argc, argv, "+:" OPTIONS_COMMON_LETTERS, LONG, USAGE,
                        {0}};
    struct options_shared shared = {0};
    int rc = 0;
    for (int c; rc == 0 && (c = options_next(&o)) != OPTIONS_END;)
        rc = options_take(&shared, c);
    if (rc != 0)
        return rc;
    if (options_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    if (optind + 2 != argc)
        return options_fail("a release and an id must be named");
    a->release = argv[optind];
    a->id = argv[optind + 1];
    if (!record_id_valid(a->id, strlen(a->id)))
        return options_fail("'%s' is no id", a->id);
    return 0;
}

/* Orders `id` against that of a leaf; *order as strcmp() has it. Returns 0, or
 * -1 if it is no leaf of a person. */
static int compare(const char *id, const char *leaf, size_t len, int *order)
{
    const char *there;
    size_t there_len;
    if (record_bytes_leaf_id(leaf, len, &there, &there_len) < 0)
        return -1;
    *order = strncmp(id, there, there_len);
    if (*order == 0 && strlen(id) > there_len)
        *order = 1;
    return 0;
}

/* Finds the leaf of an id, for leaves are sorted by id: EXIT_OK and *index, or
 * what to exit with (told). */
static enum exit_status find(struct tlog *t, const struct args *a,
                             uint64_t *index)
{
    uint64_t from = 0, to = t->checkpoint.size;
    while (from < to) {
        const char *leaf;
        size_t len;
        int order;
        *index = from + (to - from) / 2;
        enum exit_status status = tlog_leaf(t, *index, &leaf, &len);
        if (status != EXIT_OK)
            return status;
        if (compare(a->id, leaf, len, &order) < 0) {
            diag("%s/log: leaf %" PRIu64 " is not that of a person",
                 a->release, *index);
            return EXIT_DATA;
        }
        if (order == 0)
            return EXIT_OK;
        if (order < 0)
            to = *index;
        else
            from = *index + 1;
    }
    diag_at((struct diag_place){a->release, 0, a->id},
            "nobody of this id is in its log");
    return EXIT_DATA;
}

/* Makes the proof of a leaf, and verifies it. */
static enum exit_status make(struct tlog *t, uint64_t index, struct buf *out)
{
    struct merkle_range ranges[MERKLE_PROOF];
    struct proof p = {.index = index, .checkpoint = t->checkpoint};
    const char *leaf;
    size_t len;
    p.count = merkle_inclusion(index, t->checkpoint.size, ranges);
    enum exit_status status = tlog_hashes(t, ranges, p.count, p.hashes);
    if (status == EXIT_OK)
        status = tlog_leaf(t, index, &leaf, &len);
    if (status != EXIT_OK)
        return status;
    if (proof_verify(&p, leaf, len) < 0) {
        diag("%s/log: leaf %" PRIu64 ", its tiles and the checkpoint's root "
             "do not belong together", t->release, index);
        return EXIT_DATA;
    }
    proof_write(&p, t->text.data, t->text.len, out);
    return EXIT_OK;
}

static enum exit_status run(const struct args *a)
{
    struct tlog t;
    struct buf text = BUF_EMPTY;
    uint64_t index = 0;
    enum exit_status status = tlog_open(&t, a->release);
    if (status == EXIT_OK)
        status = find(&t, a, &index);
    if (status == EXIT_OK)
        status = make(&t, index, &text);
    tlog_close(&t);
    if (status == EXIT_OK && out_file(NULL, text.data, text.len) < 0)
        status = EXIT_SYSTEM;
    buf_release(&text);
    return status;
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
