#include "config.h"

#include "traces.h"

#include <stdlib.h>
#include <string.h>

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
    t->list[t->count++] =
        (struct trace){what, xstrndup(json.data + 1, json.len - 2),
                       xstrndup(id, strlen(id))};
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

bool traces_tell(struct traces *t, const char *line, size_t len,
                 struct diag_place place)
{
    bool any = false;
    if (t->count == 0)
        return false;
    buf_clear(&t->line);
    buf_add(&t->line, line, len);
    const char *text = buf_string(&t->line);
    for (size_t i = 0; i < t->count; i++) {
        const struct trace *one = &t->list[i];
        if (!words_in(text, one->text))
            continue;
        diag_at(place, "holds the %s of %s, who is to be removed", one->what,
                one->id);
        any = true;
    }
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
