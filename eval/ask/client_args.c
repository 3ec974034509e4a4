#include "config.h"

#include "ask/client_args.h"

#include <string.h>

#include "http_url.h"
#include "secret.h"
#include "utf8.h"

#define TOKENS_MOST 131072
#define TIMEOUT_MOST 86400

void client_args_init(struct client_args *a)
{
    *a = (struct client_args){
        .options = {.jobs = CHAT_JOBS,
                    .timeout_s = CHAT_TIMEOUT_S,
                    .logprobs = true},
    };
}

/* Takes a number of that option. */
static int take_number(const char *name, uint64_t most, unsigned *number)
{
    uint64_t value;
    int rc = options_number(name, 1, most, &value);
    if (rc == 0)
        *number = (unsigned)value;
    return rc;
}

int client_args_take(struct client_args *a, int c)
{
    struct chat_options *o = &a->options;
    switch (c) {
    case 'u':
        o->url = optarg;
        return 0;
    case 'm':
        o->model = optarg;
        return 0;
    case 'j':
        return take_number("jobs", HTTP_MULTI_ROOM, &o->jobs);
    case CLIENT_ARGS_KEY:
        a->key = optarg;
        return 0;
    case CLIENT_ARGS_INSECURE:
        o->insecure = true;
        return 0;
    case CLIENT_ARGS_TIMEOUT:
        return take_number("timeout", TIMEOUT_MOST, &o->timeout_s);
    case CLIENT_ARGS_MAX_TOKENS:
        return take_number("max-tokens", TOKENS_MOST, &o->max_tokens);
    case CLIENT_ARGS_NO_LOGPROBS:
        o->logprobs = false;
        return 0;
    case CLIENT_ARGS_SCORE:
        o->score = true;
        return 0;
    default:
        return c;
    }
}

/* The name of an option that was given and is for servers only, or NULL. */
static const char *given_in_vain(const struct options *o)
{
    static const struct option ours[] = {CLIENT_ARGS_LONGS,
                                         {NULL, 0, NULL, 0}};
    for (const struct option *l = ours; l->name != NULL; l++)
        if (options_given(o, l->val))
            return l->name;
    return NULL;
}

int client_args_check(const struct client_args *a, const struct options *o,
                      bool online)
{
    const char *url = a->options.url, *model = a->options.model;
    const char *vain = online ? NULL : given_in_vain(o);
    if (vain != NULL)
        return options_fail("option '--%s' is for servers only", vain);
    if (!online)
        return 0;
    if (url == NULL)
        return options_fail("option '--url' is missing, or '--answerer'");
    if (model == NULL)
        return options_fail("option '--model' is missing");
    if (model[0] == '\0' || !utf8_valid(model, strlen(model)))
        return options_fail("the name of the model is empty, or not UTF-8");
    const char *why = http_url_refused(url, a->options.insecure);
    if (why == NULL && strchr(url, '?') != NULL)
        why = "has a query";
    if (why != NULL)
        return options_fail("the address of '--url' %s", why);
    return 0;
}

enum exit_status client_args_finish(struct client_args *a, struct buf *key)
{
    enum exit_status status = secret_read(a->key, key);
    if (status == EXIT_OK && key->len > 0)
        a->options.key = buf_string(key);
    return status;
}
