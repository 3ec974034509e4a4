#include "config.h"

#include "prompt.h"

#include <stdlib.h>
#include <string.h>

#include "datadir.h"
#include "diag.h"
#include "file.h"
#include "num.h"
#include "utf8.h"

#define FILE_LIMIT ((size_t)64 << 10) /* bytes of a text */
#define TURNED 100      /* milliradians that are seen as a turned head */
#define FAR_TURNED 350
#define LIT_ASIDE 200   /* milliradians that are seen as light from a side */
#define SMILES 2000     /* basis points that are seen as a slight smile */
#define SMILES_BROADLY 6000
#define ALL_GREY 10000  /* basis points: nothing of the colour is left */

enum slot {
    SLOT_AGE, SLOT_YEARS, SLOT_PERSON, SLOT_SKIN, SLOT_FACE, SLOT_BUILD,
    SLOT_EYES, SLOT_HAIR, SLOT_FACIAL_HAIR, SLOT_GLASSES, SLOT_CLOTHING,
    SLOT_POSE, SLOT_EXPRESSION, SLOT_LIGHT, SLOT_BACKDROP, SLOTS
};

static const char *const slots[] = {
    [SLOT_AGE] = "age", [SLOT_YEARS] = "years", [SLOT_PERSON] = "person",
    [SLOT_SKIN] = "skin", [SLOT_FACE] = "face", [SLOT_BUILD] = "build",
    [SLOT_EYES] = "eyes", [SLOT_HAIR] = "hair",
    [SLOT_FACIAL_HAIR] = "facial_hair", [SLOT_GLASSES] = "glasses",
    [SLOT_CLOTHING] = "clothing", [SLOT_POSE] = "pose",
    [SLOT_EXPRESSION] = "expression", [SLOT_LIGHT] = "light",
    [SLOT_BACKDROP] = "backdrop", [SLOTS] = NULL,
};

static const char *const files[] = {
    [PROMPT_MAKE] = "prompt.txt",
    [PROMPT_EDIT] = "edit.txt",
    [PROMPT_NEGATIVE] = "negative.txt",
    [PROMPT_ALT] = "alt.txt",
};

/* A text while it is made: what its slots hold. */
struct slip {
    const struct prompts *p;
    const cJSON *appearance;
    struct buf values[SLOTS]; /* owned */
};

/* Appends the words of a value in the table; of one that is not there the value
 * itself, its underlines as blanks. */
static void put_words(const struct prompts *p, const char *trait,
                      const char *value, struct buf *out)
{
    for (size_t i = 0; i < p->words.rows; i++)
        if (strcmp(tsv_cell(&p->words, i, 0), trait) == 0 &&
            strcmp(tsv_cell(&p->words, i, 1), value) == 0) {
            buf_puts(out, tsv_cell(&p->words, i, 2));
            return;
        }
    for (; *value != '\0'; value++)
        buf_putc(out, *value == '_' ? ' ' : *value);
}

/* Appends the words of the last row of that trait whose number is not above. */
static void put_level(const struct prompts *p, const char *trait,
                      uint64_t number, struct buf *out)
{
    const char *words = "";
    uint64_t from;
    for (size_t i = 0; i < p->words.rows; i++)
        if (strcmp(tsv_cell(&p->words, i, 0), trait) == 0 &&
            num_parse(tsv_cell(&p->words, i, 1), 0, UINT64_MAX, &from) &&
            from <= number)
            words = tsv_cell(&p->words, i, 2);
    buf_puts(out, words);
}

static const char *word(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(object, name));
    return text != NULL ? text : "";
}

static void put_trait(struct slip *s, enum slot slot, const char *trait)
{
    put_words(s->p, trait, word(s->appearance, trait), &s->values[slot]);
}

/* Appends words and a blank behind them, if there are any. */
static void put_before(struct buf *out, const struct buf *words)
{
    buf_add(out, words->data, words->len);
    if (words->len > 0)
        buf_putc(out, ' ');
}

/* "curly, greying dark brown hair in a bob"; a bald head has no colour. */
static void put_hair(struct slip *s, const struct look *look)
{
    const cJSON *hair =
        cJSON_GetObjectItemCaseSensitive(s->appearance, "hair");
    struct buf *out = &s->values[SLOT_HAIR], grey = BUF_EMPTY;
    if (look->hair != LOOK_BALD) {
        put_words(s->p, "hair_texture", word(hair, "texture"), out);
        buf_putc(out, ' ');
        put_level(s->p, "grey", (uint64_t)look->grey, &grey);
        put_before(out, &grey);
        if (look->grey < ALL_GREY) {
            put_words(s->p, "hair_colour", word(hair, "colour"), out);
            buf_putc(out, ' ');
        }
    }
    put_words(s->p, "hair_style", word(hair, "style"), out);
    buf_release(&grey);
}

static void put_clothing(struct slip *s)
{
    const cJSON *clothing =
        cJSON_GetObjectItemCaseSensitive(s->appearance, "clothing");
    struct buf *out = &s->values[SLOT_CLOTHING];
    put_words(s->p, "clothing_colour", word(clothing, "colour"), out);
    buf_putc(out, ' ');
    put_words(s->p, "clothing", word(clothing, "garment"), out);
}

static void put_person(struct slip *s, const struct look *look)
{
    buf_put_u64(&s->values[SLOT_AGE], (uint64_t)look->age);
    put_level(s->p, "years", (uint64_t)look->age, &s->values[SLOT_YEARS]);
    put_words(s->p, "person", word(s->appearance, "presentation"),
              &s->values[SLOT_PERSON]);
    put_level(s->p, "skin_tone", (uint64_t)look->skin_tone,
              &s->values[SLOT_SKIN]);
    put_trait(s, SLOT_FACE, "face_shape");
    put_trait(s, SLOT_BUILD, "build");
    put_trait(s, SLOT_EYES, "eye_colour");
    put_trait(s, SLOT_GLASSES, "glasses");
    /* That a man is shaven is worth saying, for servers like beards. */
    if (look->facial_hair != LOOK_SHAVEN ||
        look->presentation == LOOK_MASCULINE)
        put_trait(s, SLOT_FACIAL_HAIR, "facial_hair");
    put_hair(s, look);
    put_clothing(s);
}

/* The side is the picture's, as the view's yaw is. */
static const char *pose(int yaw)
{
    if (yaw > FAR_TURNED)
        return "far_right";
    if (yaw > TURNED)
        return "right";
    if (yaw < -FAR_TURNED)
        return "far_left";
    return yaw < -TURNED ? "left" : "front";
}

static const char *expression(int smile)
{
    if (smile < SMILES)
        return "neutral";
    return smile < SMILES_BROADLY ? "slight_smile" : "smile";
}

static const char *light(int x)
{
    if (x > LIT_ASIDE)
        return "right";
    return x < -LIT_ASIDE ? "left" : "front";
}

static void put_view(struct slip *s, const struct view *view)
{
    put_words(s->p, "pose", pose(view->yaw), &s->values[SLOT_POSE]);
    put_words(s->p, "expression", expression(view->smile),
              &s->values[SLOT_EXPRESSION]);
    put_words(s->p, "light", light(view->light_x), &s->values[SLOT_LIGHT]);
    put_level(s->p, "backdrop", (uint64_t)view->backdrop,
              &s->values[SLOT_BACKDROP]);
}

/* Appends a text with one blank for each run of blanks and line ends, none at
 * its ends or before a comma, and one comma where some follow each other. */
static void put_tidy(const struct buf *text, struct buf *out)
{
    size_t start = out->len;
    bool blank = false, comma = false;
    for (size_t i = 0; i < text->len; i++) {
        char c = text->data[i];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            blank = true;
        } else if (c == ',') {
            comma = out->len > start;
        } else {
            if (comma)
                buf_puts(out, blank ? ", " : ",");
            else if (blank && out->len > start)
                buf_putc(out, ' ');
            buf_putc(out, c);
            blank = comma = false;
        }
    }
}

/* An article goes by the first letter; of numbers only those that are spoken
 * with a vowel take "an": 8, 11, 18 and the eighties. */
static const char *article(const struct buf *value)
{
    if (value->len == 0)
        return "";
    const char *text = value->data;
    if (strchr("aeiouAEIOU8", text[0]) != NULL)
        return "an";
    if (value->len == 2 && text[0] == '1' && (text[1] == '1' || text[1] == '8'))
        return "an";
    return "a";
}

void prompts_write(const struct prompts *p, enum prompt_text which,
                   const cJSON *person, const struct look *look,
                   const struct view *view, struct buf *out)
{
    struct slip s = {.p = p};
    struct template_value values[SLOTS];
    struct buf text = BUF_EMPTY;
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(person, "facts");
    s.appearance = cJSON_GetObjectItemCaseSensitive(facts, "appearance");
    put_person(&s, look);
    put_view(&s, view);
    for (int i = 0; i < SLOTS; i++)
        values[i] = (struct template_value){buf_string(&s.values[i]),
                                            s.values[i].len,
                                            article(&s.values[i])};
    template_render(&p->templates[which], values, false, &text);
    put_tidy(&text, out);
    for (int i = 0; i < SLOTS; i++)
        buf_release(&s.values[i]);
    buf_release(&text);
}

/* Text that a record may hold: UTF-8 without control characters, line ends and
 * tabs aside, which become blanks. */
static bool is_text(const struct buf *b)
{
    if (!utf8_valid(b->data, b->len))
        return false;
    for (size_t i = 0, len; i < b->len; i += len) {
        uint32_t point = utf8_decode(b->data + i, &len);
        if ((point < 0x20 && strchr("\n\r\t", (int)point) == NULL) ||
            point == 0 || (point >= 0x7f && point < 0xa0))
            return false;
    }
    return true;
}

static int load_text(struct prompts *p, enum prompt_text which,
                     const char *path)
{
    struct buf *text = &p->texts[which];
    struct template *t = &p->templates[which];
    struct diag_place where = {.file = path};
    if (file_read(path, FILE_LIMIT, text) < 0) {
        diag_errno("cannot read %s", path);
        return TSV_UNREADABLE;
    }
    buf_string(text);
    if (!is_text(text))
        diag_at(where, "not text: no UTF-8, or a control character");
    else if (template_compile(t, text->data, slots) < 0)
        diag_at(where, "byte %zu: %s", t->column, t->reason);
    else
        return 0;
    return TSV_BAD;
}

int prompts_load(struct prompts *p, const char *prompt, const char *negative)
{
    char *folder = datadir_path("templates/portrait");
    const char *own[PROMPT_TEXTS] = {[PROMPT_MAKE] = prompt,
                                     [PROMPT_NEGATIVE] = negative};
    *p = (struct prompts){0};
    int rc = tsv_read(&p->words, folder, "words.tsv", "trait value words");
    if (rc == 0)
        rc = tsv_check_keys(&p->words, 1 | 2);
    for (int i = 0; rc == 0 && i < PROMPT_TEXTS; i++) {
        char *path = file_join(folder, files[i]);
        rc = load_text(p, (enum prompt_text)i,
                       own[i] != NULL ? own[i] : path);
        free(path);
    }
    free(folder);
    return rc;
}

void prompts_release(struct prompts *p)
{
    for (int i = 0; i < PROMPT_TEXTS; i++) {
        template_release(&p->templates[i]);
        buf_release(&p->texts[i]);
    }
    tsv_release(&p->words);
}
