#include "config.h"

#include "since_split.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "inside.h"
#include "json_member.h"
#include "json_scan.h"

#define NAME "splits/splits.json"
#define LIMIT ((size_t)1 << 16) /* bytes in it */

/* Reads the rule, seed and sums of the lists that a release has; without a
 * split it has none of it. Returns 0, or -1 with errno. */
static int read_split(int folder, struct buf *text)
{
    int fd = inside_open(folder, NAME);
    int rc = fd < 0 ? -1 : file_read_fd(fd, LIMIT, text);
    if (fd >= 0)
        close(fd);
    return rc < 0 && errno == ENOENT ? 0 : rc;
}

static bool same_bytes(const struct buf *a, const struct buf *b)
{
    return a->len == b->len && (a->len == 0 ||
                                memcmp(a->data, b->data, a->len) == 0);
}

/* True if both lack the member, or have the same bytes as its value. */
static bool same_member(const struct json_scan *a, const struct json_scan *b,
                        const char *name)
{
    const struct json_member *x = json_scan_find(a, name);
    const struct json_member *y = json_scan_find(b, name);
    if (x == NULL || y == NULL)
        return x == y;
    return x->value_len == y->value_len &&
           memcmp(x->value, y->value, x->value_len) == 0;
}

/* True if all is the same that people are split by, but for their number. */
static bool same_rule(const struct buf *then, const struct buf *now)
{
    static const char *const names[] = {"rule", "seed", "ratios", "holdout",
                                        "tune", "by", "sequence"};
    struct json_scan a = {0}, b = {0};
    bool same = json_scan_check(&a, then->data, then->len) == 0 &&
                json_scan_check(&b, now->data, now->len) == 0;
    for (size_t i = 0; i < sizeof names / sizeof *names && same; i++)
        same = same_member(&a, &b, names[i]);
    json_scan_release(&a);
    json_scan_release(&b);
    return same;
}

enum since_split since_split(int old, int new, struct buf *then,
                             struct buf *now)
{
    if (read_split(old, then) < 0 || read_split(new, now) < 0)
        return SINCE_SPLIT_UNKNOWN;
    if (same_bytes(then, now))
        return SINCE_SPLIT_SAME;
    return then->len > 0 && now->len > 0 && same_rule(then, now)
               ? SINCE_SPLIT_AGAIN
               : SINCE_SPLIT_OTHER;
}
