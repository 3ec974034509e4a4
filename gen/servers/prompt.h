/* What an image server is asked for, and what a picture is said to show: texts
 * with slots, filled with how a person looks and how the picture is taken,
 * never with who it is. The words of each slot are data
 * (templates/portrait/words.tsv); the slots are
 *
 *   age            in years                    skin, face, build, eyes
 *   years          "young" ... "older"         hair, facial_hair, glasses
 *   person         "woman", "man" ...          clothing
 *   pose, expression, light, backdrop          of the picture
 *
 * Where a slot has no words ("clean-shaven" said of a woman), the comma before
 * it goes, too. */
#ifndef PROMPT_H
#define PROMPT_H

#include <cjson/cJSON.h>

#include "buf.h"
#include "render/look.h"
#include "render/view.h"
#include "template.h"
#include "tsv.h"

enum prompt_text {
    PROMPT_MAKE,     /* prompt.txt: for a picture made from words alone */
    PROMPT_EDIT,     /* edit.txt: for another view, from the portrait */
    PROMPT_NEGATIVE, /* negative.txt: what is not wanted */
    PROMPT_ALT,      /* alt.txt: what a picture shows, for the record */
    PROMPT_TEXTS
};

struct prompts {
    struct tsv words;                        /* owned */
    struct buf texts[PROMPT_TEXTS];          /* owned: the files */
    struct template templates[PROMPT_TEXTS]; /* owned: of those */
};

/* Reads the shipped texts; `prompt` and `negative` are files to read instead of
 * prompt.txt and negative.txt, or NULL. Returns 0, TSV_BAD or TSV_UNREADABLE
 * (told). */
int prompts_load(struct prompts *p, const char *prompt, const char *negative);

/* Appends a text as one line. `look` was read from the record's tree. */
void prompts_write(const struct prompts *p, enum prompt_text which,
                   const cJSON *person, const struct look *look,
                   const struct view *view, struct buf *out);

void prompts_release(struct prompts *p);

#endif
