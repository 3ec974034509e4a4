#include "config.h"

#include "backend_args.h"

#include <string.h>

#include "secret.h"

#define STEPS_MOST 1000

static int take_steps(struct backend_options *o)
{
    uint64_t steps;
    int rc = options_number("steps", 1, STEPS_MOST, &steps);
    if (rc == 0)
        o->steps = (unsigned)steps;
    return rc;
}

int backend_args_take(struct backend_args *a, int c)
{
    switch (c) {
    case 'b':
        a->name = optarg;
        return 0;
    case 'u':
        a->options.url = optarg;
        return 0;
    case 'm':
        a->options.model = optarg;
        return 0;
    case BACKEND_ARGS_STEPS:
        return take_steps(&a->options);
    case BACKEND_ARGS_CFG:
        a->options.cfg = optarg;
        return 0;
    case BACKEND_ARGS_PROMPT:
        a->prompt = optarg;
        return 0;
    case BACKEND_ARGS_NEGATIVE:
        a->negative = optarg;
        return 0;
    case BACKEND_ARGS_KEY:
        a->key = optarg;
        return 0;
    case BACKEND_ARGS_INSECURE:
        a->options.insecure = true;
        return 0;
    case BACKEND_ARGS_WORKFLOW:
        a->options.workflow = optarg;
        return 0;
    case BACKEND_ARGS_COMMAND:
        a->options.command = optarg;
        return 0;
    default:
        return c;
    }
}

/* True if an option means something to the backend. */
static bool known(const struct backend_args *a, int option)
{
    enum backend_kind kind = a->drawn ? BACKEND_KINDS : a->options.kind;
    switch (option) {
    case 'm':
    case BACKEND_ARGS_STEPS:
    case BACKEND_ARGS_CFG:
    case BACKEND_ARGS_PROMPT:
    case BACKEND_ARGS_NEGATIVE:
        return !a->drawn;
    case 'u':
    case BACKEND_ARGS_KEY:
    case BACKEND_ARGS_INSECURE:
        return !a->drawn && kind != BACKEND_COMMAND;
    case BACKEND_ARGS_WORKFLOW:
        return kind == BACKEND_COMFY;
    case BACKEND_ARGS_COMMAND:
        return kind == BACKEND_COMMAND;
    default:
        return true;
    }
}

int backend_args_check(struct backend_args *a, const struct options *o)
{
    a->drawn = a->name == NULL || strcmp(a->name, "render") == 0;
    if (!a->drawn) {
        a->options.kind = backend_parse(a->name);
        if (a->options.kind == BACKEND_KINDS)
            return options_fail("option '--backend' takes render, sdapi, "
                                "openai, comfy or command, not '%s'",
                                a->name);
    }
    for (const struct option *l = o->longs; l->name != NULL; l++)
        if (options_given(o, l->val) && !known(a, l->val))
            return options_fail("option '--%s' is not for the backend '%s'",
                                l->name, a->drawn ? "render" : a->name);
    return 0;
}

enum exit_status backend_args_finish(struct backend_args *a, struct buf *key)
{
    struct buf why = BUF_EMPTY;
    if (a->drawn)
        return EXIT_OK;
    enum exit_status status = secret_read(a->key, key);
    if (status != EXIT_OK)
        return status;
    a->options.key = key->len > 0 ? buf_string(key) : NULL;
    const char *wrong = backend_refused(&a->options, &why);
    if (wrong != NULL)
        options_fail("backend '%s' %s", a->name, wrong);
    buf_release(&why);
    return wrong == NULL ? EXIT_OK : EXIT_USAGE;
}
