/* Files of prompts: comments, then parts, each a line with its name and the
 * lines of its text:
 *
 *   # as many as there are
 *   [name]
 *   text, without blank lines at either end
 */
#ifndef PROMPT_FILE_H
#define PROMPT_FILE_H

#include <stdbool.h>

#include "buf.h"
#include "diag.h"
#include "digest.h"

#define PROMPT_FILE_LIMIT ((size_t)1 << 16) /* bytes */

struct prompt_file {
    char *path;                  /* owned: for messages */
    char *name;                  /* owned: of the file, without .txt */
    char sha256[DIGEST_HEX + 1]; /* of its bytes */
    struct buf text;             /* owned: cut at the ends of parts */
    char *at;                    /* in it: where the next part begins */
};

/* Loads templates/prompts/NAME.txt of the data folder or, where `name` has a
 * slash or ends in .txt, that file. Returns EXIT_OK, or what to exit with
 * (told); either way it ends with prompt_file_release(). */
enum exit_status prompt_file_load(struct prompt_file *f, const char *name);

/* The next part, both borrowed until the release. Returns whether there is
 * one. */
bool prompt_file_next(struct prompt_file *f, const char **name,
                      const char **text);

/* Tells what is wrong with the file. Returns EXIT_DATA. */
enum exit_status prompt_file_fail(const struct prompt_file *f,
                                  const char *reason);

void prompt_file_release(struct prompt_file *f);

#endif
