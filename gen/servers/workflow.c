#include "config.h"

#include "workflow.h"

#include <string.h>

#include "diag.h"
#include "file.h"
#include "json_write.h"

#define LIMIT ((size_t)4 << 20) /* bytes of a file */

static const char *const slots[] = {
    [WORKFLOW_PROMPT] = "%prompt%", [WORKFLOW_NEGATIVE] = "%negative%",
    [WORKFLOW_SEED] = "%seed%",     [WORKFLOW_WIDTH] = "%width%",
    [WORKFLOW_HEIGHT] = "%height%", [WORKFLOW_STEPS] = "%steps%",
    [WORKFLOW_CFG] = "%cfg%",       [WORKFLOW_MODEL] = "%model%",
    [WORKFLOW_REF] = "%ref%",       [WORKFLOW_PREFIX] = "%prefix%",
};

/* Options that give a value where one is missing. */
static const char *const options[WORKFLOW_SLOTS] = {
    [WORKFLOW_STEPS] = "--steps",
    [WORKFLOW_CFG] = "--cfg",
    [WORKFLOW_MODEL] = "--model",
};

static bool is_number(enum workflow_slot slot)
{
    switch (slot) {
    case WORKFLOW_SEED:
    case WORKFLOW_WIDTH:
    case WORKFLOW_HEIGHT:
    case WORKFLOW_STEPS:
    case WORKFLOW_CFG:
        return true;
    default:
        return false;
    }
}

/* The slot that a string's content is, or WORKFLOW_SLOTS. */
static enum workflow_slot find(const char *text, size_t len)
{
    for (int i = 0; i < WORKFLOW_SLOTS; i++)
        if (strlen(slots[i]) == len && memcmp(slots[i], text, len) == 0)
            return (enum workflow_slot)i;
    return WORKFLOW_SLOTS;
}

/* The quotation mark that ends the string whose content starts at `at`. */
static const char *string_end(const char *at)
{
    for (; *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at;
}

/* True if a colon follows the string that ended at `at`. */
static bool is_name(const char *at, const char *end)
{
    while (at < end && strchr(" \t\r\n", *at) != NULL)
        at++;
    return at < end && *at == ':';
}

static int put_value(enum workflow_slot slot, const char *value,
                     struct buf *out, struct buf *why)
{
    if (value == NULL) {
        buf_printf(why, "the workflow has '%s'", slots[slot]);
        if (options[slot] != NULL)
            buf_printf(why, ", which needs %s", options[slot]);
        else
            buf_puts(why, " where there is no portrait yet");
        return -1;
    }
    if (is_number(slot))
        buf_puts(out, value);
    else
        json_write_text(out, value);
    return 0;
}

/* Copies a checked JSON text, string by string. */
static int fill(const char *at, const char *end,
                const struct workflow_values *values, struct buf *out,
                struct buf *why)
{
    while (at < end) {
        const char *quote = memchr(at, '"', (size_t)(end - at));
        if (quote == NULL)
            break;
        const char *close = string_end(quote + 1);
        enum workflow_slot slot = find(quote + 1,
                                       (size_t)(close - quote - 1));
        buf_add(out, at, (size_t)(quote - at));
        if (slot == WORKFLOW_SLOTS || is_name(close + 1, end))
            buf_add(out, quote, (size_t)(close + 1 - quote));
        else if (put_value(slot, values->text[slot], out, why) < 0)
            return -1;
        at = close + 1;
    }
    buf_add(out, at, (size_t)(end - at));
    return 0;
}

int workflow_fill(const struct workflow *w, bool edit,
                  const struct workflow_values *values, struct buf *out,
                  struct buf *why)
{
    const char *name = edit ? "edit" : "make";
    const struct json_member *graph = json_scan_find(&w->scan, name);
    if (graph == NULL) {
        buf_printf(why, "the workflow has no graph '%s'", name);
        return -1;
    }
    return fill(graph->value, graph->value + graph->value_len, values, out,
                why);
}

static int check(struct workflow *w, const char *path)
{
    const char *text = buf_string(&w->text);
    struct diag_place where = {.file = path};
    if (json_scan_check(&w->scan, text, w->text.len) < 0) {
        diag_at(where, "byte %zu: %s", w->scan.column, w->scan.reason);
        return -1;
    }
    for (size_t i = 0; i < w->scan.count; i++) {
        const struct json_member *m = &w->scan.members[i];
        bool known = (m->name_len == 4 && memcmp(m->name, "make", 4) == 0) ||
                     (m->name_len == 4 && memcmp(m->name, "edit", 4) == 0);
        if (!known || m->value[0] != '{') {
            diag_at(where, "not a workflow: '%.*s' is not a graph 'make' or "
                           "'edit'",
                    (int)m->name_len, m->name);
            return -1;
        }
    }
    if (json_scan_find(&w->scan, "make") != NULL)
        return 0;
    diag_at(where, "not a workflow: there is no graph 'make'");
    return -1;
}

int workflow_load(struct workflow *w, const char *path)
{
    unsigned char digest[DIGEST_BYTES];
    *w = (struct workflow){0};
    if (file_read(path, LIMIT, &w->text) < 0) {
        diag_errno("cannot read %s", path);
        workflow_release(w);
        return -1;
    }
    digest_bytes(buf_string(&w->text), w->text.len, digest);
    digest_to_hex(digest, w->sha256);
    if (check(w, path) == 0)
        return 0;
    workflow_release(w);
    return -1;
}

void workflow_release(struct workflow *w)
{
    json_scan_release(&w->scan);
    buf_release(&w->text);
}
