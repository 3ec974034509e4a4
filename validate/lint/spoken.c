#include "config.h"

#include "lint/spoken.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "alloc.h"
#include "diag.h"
#include "utf8.h"

/* Letters that Unicode does not take apart into a letter and an accent. */
static const struct {
    const char *letter, *plain;
} whole[] = {{"ø", "o"}, {"ł", "l"}, {"đ", "d"}, {"ð", "d"}, {"ħ", "h"},
             {"ı", "i"}, {"æ", "ae"}, {"œ", "oe"}, {"þ", "th"}};

/* Adds one character, of `len` bytes. */
static void put(struct buf *out, const char *at, size_t len)
{
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strncmp(whole[i].letter, at, len) == 0 &&
            whole[i].letter[len] == '\0') {
            buf_puts(out, whole[i].plain);
            return;
        }
    buf_add(out, at, len);
}

static void squeeze(const char *text, struct buf *out)
{
    const char *end = text + strlen(text);
    size_t len = 0;
    bool blank = false;
    for (const char *at = text; at < end; at += len) {
        len = utf8_length(at, (size_t)(end - at));
        if (len == 0)
            len = 1;
        if (*at == ' ' || *at == '-') {
            blank = out->len > 0;
            continue;
        }
        if (*at == '\'' || *at == '.' || strncmp(at, "\u2019", len) == 0)
            continue;
        if (blank)
            buf_putc(out, ' ');
        blank = false;
        put(out, at, len);
    }
}

void spoken_write(const char *name, struct buf *out)
{
    utf8proc_uint8_t *folded = NULL;
    buf_clear(out);
    utf8proc_ssize_t rc = utf8proc_map(
        (const utf8proc_uint8_t *)name, 0, &folded,
        UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
            UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
            UTF8PROC_IGNORE);
    if (rc == UTF8PROC_ERROR_NOMEM)
        diag_out_of_memory();
    squeeze(rc < 0 ? name : (const char *)folded, out);
    free(folded);
    buf_string(out);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void spoken_sort(const char *spoken, struct buf *out)
{
    size_t count = 0;
    char *copy = xstrndup(spoken, strlen(spoken)), *rest = NULL;
    char **words = xmalloc(strlen(spoken) + 1, sizeof *words);
    for (char *word = strtok_r(copy, " ", &rest); word != NULL;
         word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    qsort(words, count, sizeof *words, by_text);
    buf_clear(out);
    for (size_t i = 0; i < count; i++) {
        buf_puts(out, i > 0 ? " " : "");
        buf_puts(out, words[i]);
    }
    free(words);
    free(copy);
    buf_string(out);
}

/* The character at `at`, and where the next one begins. */
static uint32_t next(const char **at)
{
    size_t len = 0;
    uint32_t point = utf8_decode(*at, &len);
    *at += len;
    return point;
}

bool spoken_near(const char *a, const char *b)
{
    const char *before = a;
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    while (a > before && ((unsigned char)*a & 0xc0) == 0x80) {
        a--; /* to where the character begins, which is so in both */
        b--;
    }
    if (*a == '\0' && *b == '\0')
        return true;
    const char *a1 = a, *b1 = b;
    uint32_t ca = *a != '\0' ? next(&a1) : 0, cb = *b != '\0' ? next(&b1) : 0;
    if (strcmp(a1, b) == 0 || strcmp(a, b1) == 0 || strcmp(a1, b1) == 0)
        return true;
    const char *a2 = a1, *b2 = b1;
    return *a1 != '\0' && *b1 != '\0' && next(&a2) == cb && next(&b2) == ca &&
           strcmp(a2, b2) == 0;
}
