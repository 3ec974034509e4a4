/* The options of mlask about a server: taken from the command line, and
 * checked. All texts are borrowed. */
#ifndef CLIENT_ARGS_H
#define CLIENT_ARGS_H

#include "ask/chat.h"
#include "buf.h"
#include "diag.h"
#include "options.h"

/* Their values besides the letters; those of the tool stay below. */
enum {
    CLIENT_ARGS_KEY = OPTIONS_LONG + 32,
    CLIENT_ARGS_INSECURE,
    CLIENT_ARGS_TIMEOUT,
    CLIENT_ARGS_MAX_TOKENS,
    CLIENT_ARGS_NO_LOGPROBS,
    CLIENT_ARGS_SCORE,
};

#define CLIENT_ARGS_LETTERS "u:m:j:"
#define CLIENT_ARGS_LONGS                                          \
    {"url", required_argument, NULL, 'u'},                         \
    {"model", required_argument, NULL, 'm'},                       \
    {"jobs", required_argument, NULL, 'j'},                        \
    {"key", required_argument, NULL, CLIENT_ARGS_KEY},             \
    {"insecure-http", no_argument, NULL, CLIENT_ARGS_INSECURE},    \
    {"timeout", required_argument, NULL, CLIENT_ARGS_TIMEOUT},     \
    {"max-tokens", required_argument, NULL, CLIENT_ARGS_MAX_TOKENS}, \
    {"no-logprobs", no_argument, NULL, CLIENT_ARGS_NO_LOGPROBS},   \
    {"score", no_argument, NULL, CLIENT_ARGS_SCORE}

struct client_args {
    struct chat_options options;
    const char *key; /* file, or NULL */
};

/* What holds where nothing is said. */
void client_args_init(struct client_args *a);

/* Takes an option that options_next() returned if it is one of these. Returns
 * 0, OPTIONS_BAD (told), or `c` for others to deal with. */
int client_args_take(struct client_args *a, int c);

/* Checks them: with `online` a server must be named, without none of them may
 * be given. Returns 0, or OPTIONS_BAD (told). */
int client_args_check(const struct client_args *a, const struct options *o,
                      bool online);

/* Reads the key into `key`, which the options then point into. Returns EXIT_OK,
 * or the status to end with (told). */
enum exit_status client_args_finish(struct client_args *a, struct buf *key);

#endif
