/* The options of mkimages that choose where pictures come from, and those that
 * only a backend knows: taken from the command line, and refused where the
 * chosen one has no use for them. All texts are borrowed. */
#ifndef BACKEND_ARGS_H
#define BACKEND_ARGS_H

#include "buf.h"
#include "diag.h"
#include "options.h"
#include "servers/backend.h"

/* Their values besides the letters; those of the tool stay below. */
enum {
    BACKEND_ARGS_STEPS = OPTIONS_LONG + 32,
    BACKEND_ARGS_CFG,
    BACKEND_ARGS_PROMPT,
    BACKEND_ARGS_NEGATIVE,
    BACKEND_ARGS_KEY,
    BACKEND_ARGS_INSECURE,
    BACKEND_ARGS_WORKFLOW,
    BACKEND_ARGS_COMMAND,
};

#define BACKEND_ARGS_LETTERS "b:u:m:"
#define BACKEND_ARGS_LONGS                                        \
    {"backend", required_argument, NULL, 'b'},                    \
    {"url", required_argument, NULL, 'u'},                        \
    {"model", required_argument, NULL, 'm'},                      \
    {"steps", required_argument, NULL, BACKEND_ARGS_STEPS},       \
    {"cfg", required_argument, NULL, BACKEND_ARGS_CFG},           \
    {"prompt", required_argument, NULL, BACKEND_ARGS_PROMPT},     \
    {"negative", required_argument, NULL, BACKEND_ARGS_NEGATIVE}, \
    {"key", required_argument, NULL, BACKEND_ARGS_KEY},           \
    {"insecure-http", no_argument, NULL, BACKEND_ARGS_INSECURE},  \
    {"workflow", required_argument, NULL, BACKEND_ARGS_WORKFLOW}, \
    {"command", required_argument, NULL, BACKEND_ARGS_COMMAND}

/* Start it as {0}. */
struct backend_args {
    const char *name;    /* as given, or NULL */
    bool drawn;          /* no backend: pictures are rendered */
    const char *prompt, *negative; /* files, or NULL for the shipped texts */
    const char *key;     /* file, or NULL */
    struct backend_options options; /* size and timeout are the caller's */
};

/* Takes an option that options_next() returned if it is one of these. Returns
 * 0, OPTIONS_BAD (told), or `c` for others to deal with. */
int backend_args_take(struct backend_args *a, int c);

/* Finds the backend, and refuses options that were given and are not for it.
 * Returns 0, or OPTIONS_BAD (told). */
int backend_args_check(struct backend_args *a, const struct options *o);

/* Reads the key into `key`, which the options then point into, and looks
 * whether the backend can be used with all this. Returns EXIT_OK, or the status
 * to end with (told). */
enum exit_status backend_args_finish(struct backend_args *a, struct buf *key);

#endif
