#include "config.h"

#include "resplit.h"

#include <string.h>

#include "json_edit.h"

int resplit_open(struct resplit *r)
{
    *r = (struct resplit){.roll.spool.fd = -1, .moved.fd = -1};
    return roll_open(&r->roll) < 0 || spool_open(&r->moved) < 0 ? -1 : 0;
}

/* Takes the rule over from the first who has a split. Returns 0, or -1
 * (told). */
static int adopt(struct resplit *r, const struct json_member *split,
                 struct diag_place place)
{
    struct buf why = BUF_EMPTY;
    int rc = splitclaim_read(&r->claim, split->value, split->value_len, &why);
    if (rc < 0)
        diag_at(place, "split: %s", buf_string(&why));
    buf_release(&why);
    r->rule = r->claim.rule;
    r->roll.seed = r->rule.seed;
    r->used = rc == 0;
    return rc;
}

int resplit_add(struct resplit *r, const struct jsonl *reader,
                const struct record_head *head)
{
    const struct json_member *split = json_scan_find(&reader->scan, "split");
    struct diag_place place = {.line = reader->number, .id = head->name};
    long stratum = 0;
    if (split == NULL)
        return 0;
    if (!r->used && adopt(r, split, place) < 0)
        return -1;
    bool stratified = r->rule.by[0] != '\0';
    if (stratified && head->kind == RECORD_FICTITIOUS)
        stratum = strata_of(&r->strata, &r->facts, &reader->scan, r->rule.by);
    if (stratum < 0) {
        diag_at(place, "the fact '%s' %s", r->rule.by, strata_reason(stratum));
        return -1;
    }
    if (roll_add(&r->roll, head, place, head->id, head->id_len) < 0)
        return -1;
    if (stratified)
        roll_note_stratum(&r->roll, (uint16_t)stratum);
    return 0;
}

static enum exit_status refuse(const char *why)
{
    diag("without those removed, %s", why);
    return EXIT_DATA;
}

/* Looks whether the rule has sets for those who stay. */
static enum exit_status check_fit(const struct splitrule *rule)
{
    struct buf why = BUF_EMPTY;
    enum exit_status status = EXIT_OK;
    if (splitrule_fit(rule, &why) < 0)
        status = refuse(buf_string(&why));
    buf_release(&why);
    return status;
}

enum exit_status resplit_draw(struct resplit *r)
{
    struct buf why = BUF_EMPTY;
    if (!r->used)
        return EXIT_OK;
    r->rule.n = r->roll.kinds[RECORD_FICTITIOUS];
    enum exit_status status = check_fit(&r->rule);
    if (status != EXIT_OK)
        return status;
    r->roll.strata_count = r->strata.count;
    status = roll_rank(&r->roll);
    if (status != EXIT_OK)
        return status;
    if (roll_sets(&r->roll, &r->rule, &r->sets) < 0)
        return EXIT_SYSTEM;
    const struct splitset *empty = splitsets_empty(&r->sets, r->rule.n);
    if (empty != NULL) {
        buf_printf(&why, "%s holds %s", empty->name,
                   empty->count == 0 ? "nobody" : "everybody");
        status = refuse(buf_string(&why));
        buf_release(&why);
        return status;
    }
    stamp_init(&r->stamp, &r->rule, &r->sets);
    return EXIT_OK;
}

/* The sets in the text of a split: behind its last colon. */
static const char *sets_of(const char *split, size_t len, size_t *sets_len)
{
    const char *at = split + len;
    while (at > split && at[-1] != ':')
        at--;
    *sets_len = (size_t)(split + len - at) - 1;
    return at;
}

/* Notes a person whose sets are others now: `["a"]  ["b"]`. */
static int note_move(struct resplit *r, const struct record_head *head,
                     const struct json_member *before, const char *now,
                     size_t now_len)
{
    size_t a_len, b_len;
    const char *a = sets_of(before->value, before->value_len, &a_len);
    const char *b = sets_of(now, now_len, &b_len);
    struct buf text = BUF_EMPTY;
    if (a_len == b_len && memcmp(a, b, a_len) == 0)
        return 0;
    r->moves++;
    buf_printf(&text, "moved      %s  %.*s  %.*s\n", head->name, (int)a_len,
               a, (int)b_len, b);
    int rc = spool_add(&r->moved, text.data, text.len, NULL);
    buf_release(&text);
    return rc;
}

/* Puts the line with its new split into r->line. */
static int stamp_again(struct resplit *r, const struct jsonl *reader,
                       const struct record_head *head,
                       const struct json_member *split)
{
    struct buf bare = BUF_EMPTY, now = BUF_EMPTY;
    uint32_t rank = r->roll.ranks[r->written++];
    json_cut(&bare, &reader->scan, reader->line, reader->len, split);
    stamp_write(&r->stamp, rank, head->kind, &now);
    stamp_line(&r->stamp, bare.data, bare.len, rank, head->kind, &r->line);
    int rc = note_move(r, head, split, now.data, now.len);
    buf_release(&bare);
    buf_release(&now);
    return rc;
}

int resplit_write(struct resplit *r, const struct jsonl *reader,
                  const struct record_head *head, struct spool *out)
{
    const struct json_member *split = json_scan_find(&reader->scan, "split");
    buf_clear(&r->line);
    if (split == NULL || !r->used)
        buf_add(&r->line, reader->line, reader->len);
    else if (stamp_again(r, reader, head, split) < 0)
        return -1;
    buf_putc(&r->line, '\n');
    return spool_add(out, r->line.data, r->line.len, NULL);
}

void resplit_close(struct resplit *r)
{
    stamp_release(&r->stamp);
    splitsets_release(&r->sets);
    splitclaim_release(&r->claim);
    strata_release(&r->strata);
    json_scan_release(&r->facts);
    roll_close(&r->roll);
    spool_close(&r->moved);
    buf_release(&r->line);
}
