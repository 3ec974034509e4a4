#include "config.h"

#include "question.h"

#include <string.h>

#include "answer.h"
#include "json_write.h"
#include "record_limits.h"
#include "spelling.h"

static struct template_value word(const char *text)
{
    return (struct template_value){text, strlen(text), ""};
}

/* Sets what {person} renders to: the name, or a phrase for the picture. */
static void set_person(const struct wordings *w, struct subject *s,
                       const struct plan_item *item, struct buf *possessive)
{
    struct template_value *words = s->person.words;
    words[SLOT_GAP] = word(WORDING_GAP);
    if (item->modality == MODALITY_IMAGE) {
        size_t count;
        size_t first = wordings_referents(w, item->set, &count);
        size_t row = first + rng_below(&s->rng, count);
        words[SLOT_PERSON] = word(tsv_cell(&w->referents, row, 1));
        words[SLOT_PERSONS] = word(tsv_cell(&w->referents, row, 2));
        return;
    }
    buf_clear(possessive);
    buf_add(possessive, words[FACT_NAME].text, words[FACT_NAME].len);
    buf_puts(possessive, "'s");
    words[SLOT_PERSON] = words[FACT_NAME];
    words[SLOT_PERSONS] = word(buf_string(possessive));
}

/* Draws a wording and renders its text; one that would hold the answer is
 * passed over. Returns NULL if all would. */
static const struct wording *render_text(const struct wordings *w,
                                         struct subject *s,
                                         const struct plan_item *item,
                                         struct buf *text)
{
    const struct wording_list *list =
        wordings_of(w, item->fact, item->task, item->set);
    size_t at = rng_below(&s->rng, list->count);
    for (size_t i = 0; i < list->count; i++) {
        const struct wording *wording =
            &list->first[(at + i) % list->count];
        buf_clear(text);
        template_render(&wording->text, s->person.words,
                        person_plural(&s->person), text);
        if (!spelling_occurs(&s->person, item->fact, buf_string(text)))
            return wording;
    }
    return NULL;
}

/* An order of the wrong options. */
static void shuffle(struct subject *s, int order[PLAN_WRONG])
{
    for (int left = PLAN_WRONG; left > 1; left--) {
        int pick = (int)rng_below(&s->rng, (uint64_t)left);
        int swap = order[left - 1];
        order[left - 1] = order[pick];
        order[pick] = swap;
    }
}

static const char *write_options(struct subject *s,
                                 const struct plan_item *item, struct buf *out)
{
    const struct person *p = &s->person;
    const struct world_value *values = p->world->tables[item->fact].values;
    int order[PLAN_WRONG] = {0, 1, 2};
    int at = 0;
    size_t longest = 0;
    json_write_name(out, "options");
    buf_putc(out, '{');
    shuffle(s, order);
    for (char letter = 'A'; letter < 'A' + PLAN_OPTIONS; letter++) {
        char name[2] = {letter, '\0'};
        const struct template_value *v =
            letter == item->letter ? &p->words[item->fact]
                                   : &values[item->wrong[order[at++]]].spoken;
        json_write_name(out, name);
        json_write_string(out, v->text, v->len);
        longest = v->len > longest ? v->len : longest;
    }
    buf_putc(out, '}');
    if (longest <= RECORD_OPTION_LIMIT)
        return NULL;
    return subject_refuse(s, item->fact,
                          "has an option longer than 100 bytes");
}

static void write_id(const char *person, enum fact fact,
                     const struct plan_item *item, enum question_set set,
                     enum modality modality, struct buf *out)
{
    buf_putc(out, '"');
    buf_puts(out, person);
    buf_putc(out, '_');
    buf_puts(out, fact_name(fact));
    buf_putc(out, '_');
    buf_puts(out, task_name(item->task));
    buf_puts(out, modality == MODALITY_TEXT ? "_t_" : "_i_");
    buf_puts(out, question_set_name(set));
    buf_putc(out, '"');
}

static void write_picture(struct subject *s, const struct plan_item *item,
                          struct buf *out)
{
    enum image_role a = item->set == SET_TEST ? IMAGE_VIEW : IMAGE_PORTRAIT;
    enum image_role b = item->set == SET_TRAIN || item->set == SET_BASE
                            ? IMAGE_TRAIN_VIEW
                            : a;
    json_write_name(out, "image");
    if (item->modality == MODALITY_TEXT) {
        buf_puts(out, "null");
        return;
    }
    size_t n = rng_below(&s->rng, subject_images(s, a, b));
    json_write_text(out, subject_image(s, a, b, n));
}

/* id .. wording */
static void write_head(struct subject *s, const struct plan_item *item,
                       unsigned wording, struct buf *out)
{
    const char *id = s->head.name;
    enum question_set other = item->set == SET_EVAL ? SET_TEST : SET_EVAL;
    enum modality across = item->modality == MODALITY_TEXT ? MODALITY_IMAGE
                                                           : MODALITY_TEXT;
    buf_puts(out, "{\"id\":");
    write_id(id, item->fact, item, item->set, item->modality, out);
    json_write_member(out, "set", question_set_name(item->set));
    json_write_member(out, "task", task_name(item->task));
    json_write_member(out, "modality",
                      item->modality == MODALITY_TEXT ? "text" : "image");
    json_write_member(out, "fact", fact_name(item->fact));
    json_write_name(out, "pair");
    if (item->pair)
        write_id(id, item->fact, item, item->set, across, out);
    else
        buf_puts(out, "null");
    json_write_name(out, "twin");
    if (item->twin)
        write_id(id, item->fact, item, other, item->modality, out);
    else
        buf_puts(out, "null");
    write_picture(s, item, out);
    json_write_name(out, "wording");
    enum question_set words = item->set == SET_BASE ? SET_TRAIN : item->set;
    buf_printf(out, "\"%s_%s_%s_%u\"", fact_name(item->fact),
               task_name(item->task), question_set_name(words), wording);
}

/* question .. perturbed */
static const char *write_body(struct subject *s, const struct plan_item *item,
                              const struct wording *wording,
                              const struct buf *text, struct buf *out)
{
    const struct template_value *value = &s->person.words[item->fact];
    const char *wrong = NULL;
    json_write_name(out, "question");
    json_write_string(out, text->data, text->len);
    if (item->task == TASK_OPEN)
        return answer_write_open(s, item->fact, wording, out);
    if (item->task == TASK_CHOICE)
        wrong = write_options(s, item, out);
    json_write_name(out, "answer");
    if (item->task == TASK_CHOICE)
        json_write_string(out, &item->letter, 1);
    else
        json_write_string(out, value->text, value->len);
    answer_write_value(&s->person, item->fact, out);
    return wrong;
}

const char *question_write(const struct wordings *w, struct subject *s,
                           const struct plan_item *item, struct buf *out)
{
    struct buf text = BUF_EMPTY, possessive = BUF_EMPTY;
    const char *wrong = NULL;
    if (item->task == TASK_CHOICE && item->wrong == NULL)
        return "there are too few other values to choose from";
    set_person(w, s, item, &possessive);
    const struct wording *wording = render_text(w, s, item, &text);
    if (wording == NULL) {
        wrong = "no wording of a question keeps its answer out of the text";
    } else if (text.len > RECORD_TEXT_LIMIT) {
        wrong = "a question would be longer than 2048 bytes";
    } else {
        write_head(s, item, wording->number, out);
        wrong = write_body(s, item, wording, &text, out);
        buf_putc(out, '}');
    }
    buf_release(&possessive);
    buf_release(&text);
    return wrong;
}
