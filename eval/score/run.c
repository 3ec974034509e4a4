#include "config.h"

#include "run.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "num.h"
#include "utf8.h"

#define SUFFIX ".jsonl"
#define NAME_LIMIT 256 /* bytes */

const char *run_given_name(const char *operand, size_t *len)
{
    *len = strcspn(operand, "=/");
    return *len > 0 && operand[*len] == '=' ? operand : NULL;
}

/* The name of a file, without its folders and its suffix. */
static const char *file_name(const char *path, size_t *len)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    if (strcmp(path, "-") == 0)
        name = "stdin";
    *len = strlen(name);
    if (*len > strlen(SUFFIX) &&
        strcmp(name + *len - strlen(SUFFIX), SUFFIX) == 0)
        *len -= strlen(SUFFIX);
    return name;
}

static bool name_valid(const char *name)
{
    size_t len = strlen(name);
    if (len == 0 || len > NAME_LIMIT || !utf8_valid(name, len))
        return false;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)name[i];
        unsigned char next = (unsigned char)name[i + 1];
        if (c < 0x20 || c == 0x7f || (c == 0xc2 && next < 0xa0))
            return false;
    }
    return true;
}

/* Parts "npo@100" into method and step. */
static void read_method(struct run *r)
{
    const char *at = strrchr(r->name, '@');
    uint64_t step;
    r->method = strlen(r->name);
    r->step = -1;
    if (r->role != RUN_UNLEARNED || at == NULL || at == r->name ||
        !num_parse(at + 1, 0, (uint64_t)1 << 53, &step))
        return;
    r->method = (size_t)(at - r->name);
    r->step = (int64_t)step;
}

int run_init(struct run *r, enum run_role role, const char *operand)
{
    size_t len;
    const char *name = run_given_name(operand, &len);
    *r = (struct run){.role = role, .path = operand};
    if (name != NULL)
        r->path = operand + len + 1;
    else
        name = file_name(operand, &len);
    r->name = xstrndup(name, len);
    read_method(r);
    return name_valid(r->name) && r->path[0] != '\0' ? 0 : -1;
}

const char *run_role_name(enum run_role role)
{
    static const char *const names[] = {"unlearned", "vanilla", "gold"};
    return names[role];
}

enum exit_status run_read(struct run *r, const struct exam *e)
{
    enum exit_status status = answers_read(&r->answers, e, r->path);
    if (status == EXIT_OK && r->answers.torn)
        diag_at((struct diag_place){r->path, 0, NULL},
                "the last line is cut off, and is left out");
    return status;
}

void run_release(struct run *r)
{
    free(r->name);
    free(r->replies);
    free(r->mended);
    free(r->tallies);
    answers_close(&r->answers);
    cells_release(&r->cells);
    buf_release(&r->measures);
    buf_release(&r->absent);
    buf_release(&r->utility);
}
