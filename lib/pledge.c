#include "config.h"

#include "pledge.h"

#include <stdbool.h>
#include <string.h>

#include "file.h"
#include "json_edit.h"
#include "reveal.h"

static int load(const char *path, size_t limit, struct buf *text)
{
    if (file_read(path, limit, text) == 0)
        return 0;
    diag_errno("cannot read %s", path);
    return -1;
}

static enum exit_status judge(const char *path, const char *wrong)
{
    if (wrong == NULL)
        return EXIT_OK;
    diag_at((struct diag_place){path, 0, NULL}, "%s", wrong);
    return EXIT_DATA;
}

enum exit_status pledge_load_commit(struct pledge *p, const char *path)
{
    struct buf text = BUF_EMPTY;
    enum exit_status status = EXIT_SYSTEM;
    *p = (struct pledge){0};
    if (load(path, COMMIT_LIMIT, &text) == 0)
        status = judge(path, commit_read(&p->commit, text.data, text.len));
    buf_release(&text);
    return status;
}

enum exit_status pledge_load_reveal(struct pledge *p, const char *path)
{
    struct buf text = BUF_EMPTY;
    enum exit_status status = EXIT_SYSTEM;
    if (load(path, REVEAL_LIMIT, &text) == 0)
        status = judge(path, reveal_read(&p->answer, &p->commit, text.data,
                                         text.len));
    buf_release(&text);
    return status;
}

/* True if the member is the person's own, or known only later. */
static bool is_left_out(const struct json_member *m)
{
    static const char *const names[] = {"seed", "rank", "sets"};
    for (int i = 0; i < 3; i++)
        if (m->name_len == strlen(names[i]) &&
            memcmp(m->name, names[i], m->name_len) == 0)
            return true;
    return false;
}

void pledge_split_options(const struct json_scan *scan, struct buf *out)
{
    bool first = true;
    buf_putc(out, '{');
    for (size_t i = 0; i < scan->count; i++) {
        const struct json_member *m = &scan->members[i];
        if (is_left_out(m))
            continue;
        buf_puts(out, first ? "\"" : ",\"");
        buf_add(out, m->name, m->name_len);
        buf_puts(out, "\":");
        buf_add(out, m->value, m->value_len);
        first = false;
    }
    buf_putc(out, '}');
}

static bool is_committed(const struct pledge *p, const struct json_scan *scan)
{
    const struct buf *committed = &p->commit.split;
    struct buf options = BUF_EMPTY;
    pledge_split_options(scan, &options);
    bool same = options.len == committed->len &&
                memcmp(options.data, committed->data, options.len) == 0;
    buf_release(&options);
    return same;
}

static bool is_revealed(const struct pledge *p, const struct json_scan *scan)
{
    const struct json_member *m = json_scan_find(scan, "seed");
    struct buf seed = BUF_EMPTY;
    commit_seed(&p->commit, p->answer.randomness, &seed);
    bool same = m != NULL && json_member_is(m, buf_string(&seed));
    buf_release(&seed);
    return same;
}

const char *pledge_check_split(const struct pledge *p, const char *text,
                               size_t len)
{
    struct json_scan scan = {0};
    const char *wrong = NULL;
    if (json_scan_check(&scan, text, len) < 0 || !scan.is_object)
        wrong = "the split is not a JSON object";
    else if (!is_committed(p, &scan))
        wrong = "the split's rule, number of people, ratios or other options "
                "are not those committed to";
    else if (!is_revealed(p, &scan))
        wrong = "the split's seed is not the one revealed";
    json_scan_release(&scan);
    return wrong;
}

const char *pledge_check_people(const struct pledge *p, uint64_t count,
                                const unsigned char root[DIGEST_BYTES],
                                const struct buf *generator_seed)
{
    const struct commit *c = &p->commit;
    if (count != c->tree_size)
        return "there are more or fewer people than were committed to";
    if (generator_seed->len != c->generator_seed.len ||
        memcmp(generator_seed->data, c->generator_seed.data,
               generator_seed->len) != 0)
        return "the people's generator had another seed than was committed "
               "to";
    if (memcmp(root, c->root, DIGEST_BYTES) != 0)
        return "the people are not those committed to: their root is "
               "another";
    return NULL;
}

void pledge_release(struct pledge *p)
{
    commit_release(&p->commit);
}
