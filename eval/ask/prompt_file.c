#include "config.h"

#include "ask/prompt_file.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "datadir.h"
#include "file.h"
#include "utf8.h"

#define ENDING ".txt"

static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), end_len = strlen(end);
    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

/* The path of a prompt; the caller frees it. */
static char *find_path(const char *name)
{
    if (strchr(name, '/') != NULL || ends_with(name, ENDING))
        return xstrndup(name, strlen(name));
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "templates/prompts/%s" ENDING, name);
    char *found = datadir_path(buf_string(&path));
    buf_release(&path);
    return found;
}

/* The file's name alone; the caller frees it. */
static char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash != NULL ? slash + 1 : path;
    size_t len = strlen(base);
    if (ends_with(base, ENDING))
        len -= strlen(ENDING);
    return xstrndup(base, len);
}

/* Cuts off line ends at the end of a text; returns the text without those at
 * its start. */
static char *trim(char *text)
{
    text += strspn(text, "\n");
    size_t len = strlen(text);
    while (len > 0 && text[len - 1] == '\n')
        len--;
    text[len] = '\0';
    return text;
}

/* The name in a line "[name]", which is cut there; NULL if it is no such
 * line. */
static char *part_name(char *line)
{
    size_t len = strlen(line);
    if (len < 3 || line[0] != '[' || line[len - 1] != ']')
        return NULL;
    line[len - 1] = '\0';
    return line + 1;
}

/* Where the next line that names a part begins, from `at` on, or the end. */
static char *find_part(char *at)
{
    while (*at != '\0') {
        size_t len = strcspn(at, "\n");
        if (at[0] == '[' && len > 2 && at[len - 1] == ']')
            return at;
        at += len + (at[len] == '\n');
    }
    return at;
}

/* Looks for the first part. Returns NULL, or what is wrong. */
static const char *begin(struct prompt_file *f)
{
    f->at = find_part(f->text.data);
    for (char *line = f->text.data; line < f->at;) {
        size_t len = strcspn(line, "\n");
        if (len > 0 && line[0] != '#')
            return "text before the first part";
        line += len + 1;
    }
    return NULL;
}

/* Sums and checks the file's bytes. Returns NULL, or what is wrong. */
static const char *check(struct prompt_file *f)
{
    unsigned char digest[DIGEST_BYTES];
    digest_bytes(f->text.data, f->text.len, digest);
    digest_to_hex(digest, f->sha256);
    if (!utf8_valid(f->text.data, f->text.len) ||
        memchr(f->text.data, '\0', f->text.len) != NULL)
        return "the file is no text in UTF-8";
    buf_putc(&f->text, '\0');
    return begin(f);
}

enum exit_status prompt_file_fail(const struct prompt_file *f,
                                  const char *reason)
{
    diag("%s: %s", f->path, reason);
    return EXIT_DATA;
}

enum exit_status prompt_file_load(struct prompt_file *f, const char *name)
{
    *f = (struct prompt_file){.path = find_path(name)};
    f->name = base_name(f->path);
    buf_reserve(&f->text, 1);
    if (file_read(f->path, PROMPT_FILE_LIMIT, &f->text) < 0) {
        diag_errno("cannot read the prompt %s", f->path);
        return EXIT_SYSTEM;
    }
    const char *reason = check(f);
    return reason == NULL ? EXIT_OK : prompt_file_fail(f, reason);
}

bool prompt_file_next(struct prompt_file *f, const char **name,
                      const char **text)
{
    char *at = f->at;
    if (*at == '\0')
        return false;
    size_t len = strcspn(at, "\n");
    char *body = at + len + (at[len] == '\n');
    f->at = find_part(body);
    if (*f->at != '\0')
        f->at[-1] = '\0';
    at[len] = '\0';
    *name = part_name(at);
    *text = body < f->at ? trim(body) : "";
    return true;
}

void prompt_file_release(struct prompt_file *f)
{
    free(f->path);
    free(f->name);
    buf_release(&f->text);
    *f = (struct prompt_file){0};
}
