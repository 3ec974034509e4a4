#include "config.h"

#include "traces.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cjson/cJSON.h>

#include "alloc.h"
#include "json_write.h"
#include "shape.h"
#include "words.h"

/* True for a word of letters alone, or nothing. */
static bool is_plain(const char *text)
{
    for (; *text != '\0'; text++)
        if (!((*text >= 'a' && *text <= 'z') ||
              (*text >= 'A' && *text <= 'Z') || (unsigned char)*text >= 0x80))
            return false;
    return true;
}

/* The word that a text is found by: the longest, of those the last. */
static void choose_key(struct trace *one)
{
    size_t len;
    const char *word = words_next(one->text, &len);
    for (; word != NULL; word = words_next(word + len, &len))
        if (len >= one->key_len) {
            one->key = (size_t)(word - one->text);
            one->key_len = len;
        }
}

/* Notes a text as JSON has it between quotes; NULL is none. */
static void note(struct traces *t, const char *what, const char *text,
                 const char *id)
{
    struct buf json = BUF_EMPTY;
    if (text == NULL || is_plain(text))
        return;
    if (t->count == t->cap) {
        t->cap = t->cap == 0 ? 16 : 2 * t->cap;
        t->list = xrealloc(t->list, t->cap, sizeof *t->list);
    }
    json_write_text(&json, text);
    struct trace *one = &t->list[t->count];
    *one = (struct trace){.what = what, .text = xstrndup(json.data + 1,
                                                         json.len - 2),
                          .id = xstrndup(id, strlen(id))};
    choose_key(one);
    t->count++;
    t->sorted = false;
    buf_release(&json);
}

void traces_note(struct traces *t, const struct jsonl *reader,
                 const char *id)
{
    cJSON *person = cJSON_ParseWithLength(reader->line, reader->len);
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(person, "facts");
    const cJSON *images = cJSON_GetObjectItemCaseSensitive(person, "images");
    note(t, "id", id, id);
    note(t, "name", shape_text(person, "name"), id);
    note(t, "e-mail address", shape_text(facts, "email"), id);
    note(t, "telephone number", shape_text(facts, "phone"), id);
    const cJSON *i = images != NULL ? images->child : NULL;
    for (; i != NULL; i = i->next) {
        note(t, "image", shape_text(i, "sha256"), id);
        note(t, "image", shape_text(i, "pixels_sha256"), id);
    }
    cJSON_Delete(person);
}

static int compare_words(const char *a, size_t a_len, const char *b,
                         size_t b_len)
{
    int order = strncasecmp(a, b, a_len < b_len ? a_len : b_len);
    return order != 0 ? order : (a_len > b_len) - (a_len < b_len);
}

static int by_key(const void *a, const void *b)
{
    const struct trace *x = a, *y = b;
    return compare_words(x->text + x->key, x->key_len, y->text + y->key,
                         y->key_len);
}

/* The index of the first trace whose key is not before the word. */
static size_t find(const struct traces *t, const char *word, size_t len)
{
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct trace *one = &t->list[middle];
        if (compare_words(one->text + one->key, one->key_len, word, len) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the trace stands where its key does in the text, and is not the
 * person's own. */
static bool stands(const struct trace *one, const char *text,
                   const char *word, const struct person *person)
{
    const char *phone = shape_text(person->facts, "phone");
    if ((size_t)(word - text) < one->key ||
        !words_at(text, word - one->key, one->text, strlen(one->text)))
        return false;
    return phone == NULL || strcmp(phone, one->text) != 0;
}

/* Tells the traces that are found by a word of the text. */
static bool tell_word(struct traces *t, const char *text, const char *word,
                      size_t len, const struct person *person)
{
    bool any = false;
    for (size_t i = find(t, word, len); i < t->count; i++) {
        struct trace *one = &t->list[i];
        if (compare_words(one->text + one->key, one->key_len, word, len) != 0)
            break;
        if (one->told == t->lines || !stands(one, text, word, person))
            continue;
        diag_at(person->place, "holds the %s of %s, who is to be removed",
                one->what, one->id);
        one->told = t->lines;
        any = true;
    }
    return any;
}

bool traces_tell(struct traces *t, const struct person *person)
{
    bool any = false;
    size_t len;
    if (t->count == 0)
        return false;
    if (!t->sorted)
        qsort(t->list, t->count, sizeof *t->list, by_key);
    t->sorted = true;
    t->lines++;
    buf_clear(&t->line);
    buf_add(&t->line, person->line, person->len);
    const char *text = buf_string(&t->line), *word = words_next(text, &len);
    for (; word != NULL; word = words_next(word + len, &len))
        any |= tell_word(t, text, word, len, person);
    return any;
}

void traces_release(struct traces *t)
{
    for (size_t i = 0; i < t->count; i++) {
        free(t->list[i].text);
        free(t->list[i].id);
    }
    free(t->list);
    buf_release(&t->line);
    *t = (struct traces){0};
}
