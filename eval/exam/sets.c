#include "config.h"

#include "exam/sets.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "buf.h"
#include "file.h"
#include "inside.h"
#include "json_scan.h"
#include "json_tape.h"
#include "num.h"
#include "schema/value.h"

#define SPLITS "splits/splits.json"
#define SPLITS_LIMIT ((size_t)1 << 20) /* bytes */

static void add_set(struct exam *e, struct text name, size_t group,
                    enum exam_role role)
{
    if (e->set_count == e->set_cap) {
        e->set_cap = e->set_cap == 0 ? 16 : 2 * e->set_cap;
        e->sets = xrealloc(e->sets, e->set_cap, sizeof *e->sets);
    }
    e->sets[e->set_count++] = (struct exam_set){name, group, role, 0};
}

/* Adds a set of people. Returns NULL, or what is wrong. */
static const char *add_group(struct exam *e, const char *name, size_t len)
{
    if (!record_id_valid(name, len))
        return "the name of a set is not valid";
    if (exam_set(e, name, len) != EXAM_NONE)
        return "a set is there twice";
    if (e->group_count == EXAM_GROUPS)
        return "more than 128 sets";
    add_set(e, pool_text(&e->pool, name, len), e->group_count++, EXAM_EVAL);
    return NULL;
}

static bool begins(struct text name, const char *with)
{
    size_t len = strlen(with);
    return name.len >= len && memcmp(name.text, with, len) == 0;
}

/* Adds the set of test questions about a group's people. */
static void add_test_set(struct exam *e, const struct exam_set *of)
{
    struct buf name = BUF_EMPTY;
    size_t skip = begins(of->name, "forget_") || begins(of->name, "retain_")
                      ? strlen("forget_")
                      : 0;
    buf_puts(&name, "test_");
    buf_add(&name, of->name.text + skip, of->name.len - skip);
    if (exam_set(e, name.data, name.len) == EXAM_NONE)
        add_set(e, pool_text(&e->pool, name.data, name.len), of->group,
                EXAM_TEST);
    buf_release(&name);
}

/* Adds those of all groups, forget sets first. */
static void add_test_sets(struct exam *e)
{
    for (int turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < e->group_count; i++) {
            struct exam_set of = e->sets[i];
            if (begins(of.name, "forget_") == (turn == 0) &&
                !text_same(of.name, (struct text){"real", 4}))
                add_test_set(e, &of);
        }
}

/* Adds the sets that the JSON names. Returns NULL, or what is wrong. */
static const char *read_names(struct exam *e, const struct json_tape *tape)
{
    struct value root = {tape, 0}, sets, name;
    if (!value_member(root, "sets", 4, &sets) ||
        value_kind(sets) != JSON_ARRAY)
        return "there are no sets";
    struct value set = {tape, sets.node + 1};
    for (size_t i = 0; i < tape->nodes[sets.node].size; i++) {
        size_t len;
        if (!value_member(set, "name", 4, &name) ||
            value_kind(name) != JSON_STRING)
            return "a set has no name";
        const char *text = value_raw(name, &len);
        const char *reason = add_group(e, text, len);
        if (reason != NULL)
            return reason;
        set.node += tape->nodes[set.node].skip;
    }
    return NULL;
}

static const char *parse(struct exam *e, const struct buf *text)
{
    struct json_tape tape = {0};
    struct json_scan scan = {.tape = &tape};
    const char *reason = json_scan_check(&scan, text->data, text->len) < 0
                             ? scan.reason
                             : read_names(e, &tape);
    json_scan_release(&scan);
    json_tape_release(&tape);
    return reason;
}

/* Reads the file. Returns 0, or -1 with errno. */
static int load(const char *release, struct buf *text)
{
    int fd = inside_open_in(release, SPLITS);
    int rc = fd < 0 ? -1 : file_read_fd(fd, SPLITS_LIMIT, text);
    int saved = errno;
    if (fd >= 0)
        close(fd);
    errno = saved;
    return rc;
}

enum exit_status sets_read(struct exam *e, const char *release)
{
    struct buf text = BUF_EMPTY;
    const char *reason = NULL;
    enum exit_status status = EXIT_OK;
    if (load(release, &text) == 0) {
        reason = parse(e, &text);
    } else if (errno == ENOENT) {
        add_group(e, "real", 4);
        add_group(e, "stranger", 8);
    } else {
        diag_errno("cannot read %s/%s", release, SPLITS);
        status = EXIT_SYSTEM;
    }
    if (reason != NULL) {
        diag("%s/%s: %s", release, SPLITS, reason);
        status = EXIT_DATA;
    }
    add_test_sets(e);
    buf_release(&text);
    return status;
}

void sets_by_kind(const struct exam *e, struct exam_person *p)
{
    const char *name = p->kind == RECORD_CELEBRITY  ? "real"
                       : p->kind == RECORD_STRANGER ? "stranger"
                                                    : "";
    size_t set = exam_set(e, name, strlen(name));
    if (set == EXAM_NONE)
        return;
    size_t group = e->sets[set].group;
    p->groups[group / 64] |= (uint64_t)1 << group % 64;
}

void sets_count(struct exam *e)
{
    for (size_t s = 0; s < e->set_count; s++)
        for (size_t i = 0; i < e->person_count; i++)
            e->sets[s].people += exam_about(e, i, s);
}

/* The set with people in it of that name, or EXAM_NONE. */
static size_t peopled(const struct exam *e, const char *name)
{
    size_t set = exam_set(e, name, strlen(name));
    return set != EXAM_NONE && e->sets[set].people > 0 ? set : EXAM_NONE;
}

/* Whether a name is that of a set that can be forgotten. */
static bool forgettable(struct text name)
{
    return begins(name, "forget_") || begins(name, "request_");
}

/* The first set to forget, or EXAM_NONE. */
static size_t first_forget(const struct exam *e)
{
    for (size_t i = 0; i < e->set_count; i++)
        if (e->sets[i].role == EXAM_EVAL && forgettable(e->sets[i].name))
            return i;
    return EXAM_NONE;
}

/* The set that is kept while another is forgotten, or EXAM_NONE. */
static size_t retain_of(const struct exam *e, struct text forget)
{
    char name[32] = "retain";
    uint64_t percent;
    if (begins(forget, "forget_")) {
        size_t skip = forget.len > 7 && forget.text[7] == '0' ? 8 : 7;
        if (!num_parse_bytes(forget.text + skip, forget.len - skip, 1, 99,
                             &percent))
            return EXAM_NONE;
        snprintf(name, sizeof name, "retain_%02u", 100 - (unsigned)percent);
    }
    return peopled(e, name);
}

/* The set of test questions about the people of another, or EXAM_NONE. */
static size_t test_of(const struct exam *e, size_t set)
{
    for (size_t i = 0; i < e->set_count; i++)
        if (e->sets[i].role == EXAM_TEST &&
            e->sets[i].group == e->sets[set].group)
            return i;
    return EXAM_NONE;
}

int exam_sides(const struct exam *e, const char *name, struct exam_sides *s)
{
    size_t forget = name != NULL ? exam_set(e, name, strlen(name))
                                 : first_forget(e);
    if (forget == EXAM_NONE && name == NULL) {
        diag("the release has no set to forget");
        return -1;
    }
    if (forget == EXAM_NONE || e->sets[forget].role != EXAM_EVAL ||
        !forgettable(e->sets[forget].name)) {
        diag("the release has no forget set '%s'", name);
        return -1;
    }
    *s = (struct exam_sides){
        .forget = forget,
        .retain = retain_of(e, e->sets[forget].name),
        .test = test_of(e, forget),
        .real = peopled(e, "real"),
        .stranger = peopled(e, "stranger"),
    };
    if (s->retain == EXAM_NONE) {
        diag("the release has no retain set for '%.*s'",
             (int)e->sets[forget].name.len, e->sets[forget].name.text);
        return -1;
    }
    return 0;
}
