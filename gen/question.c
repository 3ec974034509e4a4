#include "config.h"

#include "question.h"

#include <stdio.h>
#include <string.h>

#include "json_write.h"
#include "others.h"
#include "spelling.h"

/* Texts made for one question. */
struct texts {
    struct buf question, answer, paraphrase;
};

static void texts_release(struct texts *t)
{
    buf_release(&t->question);
    buf_release(&t->answer);
    buf_release(&t->paraphrase);
}

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

static void write_options(struct subject *s, const struct plan_item *item,
                          struct buf *out)
{
    const struct person *p = &s->person;
    const struct world_value *values = p->world->tables[item->fact].values;
    const int *wrong = item->wrong;
    json_write_name(out, "options");
    buf_putc(out, '{');
    int order[PLAN_WRONG] = {0, 1, 2};
    for (int left = PLAN_WRONG; left > 1; left--) {
        int pick = (int)rng_below(&s->rng, (uint64_t)left);
        int swap = order[left - 1];
        order[left - 1] = order[pick];
        order[pick] = swap;
    }
    int at = 0;
    for (char letter = 'A'; letter < 'A' + PLAN_OPTIONS; letter++) {
        char name[2] = {letter, '\0'};
        const struct template_value *v =
            letter == item->letter ? &p->words[item->fact]
                                   : &values[wrong[order[at++]]].spoken;
        json_write_name(out, name);
        json_write_string(out, v->text, v->len);
    }
    buf_putc(out, '}');
}

/* The five wrong answers of an open question, in the frame of the right one. */
static const char *write_perturbed(struct subject *s, enum fact fact,
                                   const struct template *answer,
                                   struct buf *out)
{
    struct person *p = &s->person;
    struct template_value own = p->words[fact];
    struct others others = {0};
    const char *wrong = NULL;
    struct buf text = BUF_EMPTY;
    if (others_draw(&others, p, fact, &s->rng, QUESTION_PERTURBED) < 0)
        wrong = "there are too few other values to perturb an answer with";
    json_write_name(out, "perturbed");
    buf_putc(out, '[');
    for (size_t i = 0; wrong == NULL && i < QUESTION_PERTURBED; i++) {
        p->words[fact] = others.spoken[i];
        buf_clear(&text);
        template_render(answer, p->words, person_plural(p), &text);
        buf_puts(out, i == 0 ? "{" : ",{");
        json_write_name(out, "answer");
        json_write_string(out, text.data, text.len);
        json_write_member(out, "value", others.text[i]);
        buf_putc(out, '}');
    }
    buf_putc(out, ']');
    p->words[fact] = own;
    buf_release(&text);
    others_release(&others);
    return wrong;
}

static void write_aliases(const struct person *p, enum fact fact,
                          struct buf *out)
{
    struct buf spelling = BUF_EMPTY;
    bool first = true;
    json_write_name(out, "aliases");
    buf_putc(out, '[');
    for (size_t i = 0; i < forms_count(&p->world->forms, fact); i++) {
        const char *text = p->text[fact].data;
        buf_clear(&spelling);
        forms_render(&p->world->forms, fact, i, text, &spelling);
        if (strcmp(buf_string(&spelling), text) == 0)
            continue;
        if (!first)
            buf_putc(out, ',');
        first = false;
        json_write_string(out, spelling.data, spelling.len);
    }
    buf_putc(out, ']');
    buf_release(&spelling);
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

/* question .. value, aliases */
static void write_body(struct subject *s, const struct plan_item *item,
                       const struct texts *t, struct buf *out)
{
    const struct person *p = &s->person;
    json_write_name(out, "question");
    json_write_string(out, t->question.data, t->question.len);
    if (item->task == TASK_CHOICE)
        write_options(s, item, out);
    json_write_name(out, "answer");
    if (item->task == TASK_CHOICE)
        json_write_string(out, &item->letter, 1);
    else if (item->task == TASK_CLOZE)
        json_write_string(out, p->words[item->fact].text,
                          p->words[item->fact].len);
    else
        json_write_string(out, t->answer.data, t->answer.len);
    json_write_member(out, "value", p->text[item->fact].data);
    write_aliases(p, item->fact, out);
}

static const char *write_planned(const struct wordings *w, struct subject *s,
                                 const struct plan_item *item,
                                 struct texts *t, struct buf *out)
{
    const struct wording *wording = render_text(w, s, item, &t->question);
    if (wording == NULL)
        return "no wording of a question keeps its answer out of the text";
    write_head(s, item, wording->number, out);
    if (item->task != TASK_OPEN) {
        write_body(s, item, t, out);
        buf_putc(out, '}');
        return NULL;
    }
    bool plural = person_plural(&s->person);
    template_render(&wording->answer, s->person.words, plural, &t->answer);
    template_render(&wording->paraphrase, s->person.words, plural,
                    &t->paraphrase);
    write_body(s, item, t, out);
    json_write_name(out, "paraphrase");
    json_write_string(out, t->paraphrase.data, t->paraphrase.len);
    const char *wrong =
        write_perturbed(s, item->fact, &wording->answer, out);
    buf_putc(out, '}');
    return wrong;
}

const char *question_write(const struct wordings *w, struct subject *s,
                           const struct plan_item *item, struct buf *out)
{
    struct texts t = {0};
    struct buf possessive = BUF_EMPTY;
    if (item->task == TASK_CHOICE && item->wrong == NULL)
        return "there are too few other values to choose from";
    set_person(w, s, item, &possessive);
    const char *wrong = write_planned(w, s, item, &t, out);
    buf_release(&possessive);
    texts_release(&t);
    return wrong;
}

/* True if the person has every fact that a probe speaks of. */
static bool can_probe(const struct person *p, const struct probe *probe)
{
    for (int fact = FACT_BIRTH_DATE; fact < FACTS; fact++)
        if (p->text[fact].len == 0 &&
            (template_uses(&probe->text, fact) > 0 ||
             template_uses(&probe->answer, fact) > 0))
            return false;
    return true;
}

static const char *write_probe(struct subject *s, const struct probe *probe,
                               struct texts *t, struct buf *out)
{
    struct person *p = &s->person;
    bool plural = person_plural(p);
    template_render(&probe->text, p->words, plural, &t->question);
    template_render(&probe->answer, p->words, plural, &t->answer);
    buf_printf(out, "{\"id\":\"%s_%s_open_t_probe_%u\"", s->head.name,
               fact_name(probe->fact), probe->number);
    buf_puts(out, ",\"set\":\"probe\",\"task\":\"open\",\"modality\":\"text\"");
    json_write_member(out, "fact", fact_name(probe->fact));
    buf_puts(out, ",\"pair\":null,\"twin\":null,\"image\":null");
    buf_printf(out, ",\"wording\":\"probe_%s_%u\"", probe->kind,
               probe->number);
    struct plan_item item = {.task = TASK_OPEN, .fact = probe->fact};
    write_body(s, &item, t, out);
    json_write_name(out, "paraphrase");
    json_write_string(out, t->answer.data, t->answer.len);
    const char *wrong = write_perturbed(s, probe->fact, &probe->answer, out);
    buf_putc(out, '}');
    return wrong;
}

const char *question_write_probes(const struct wordings *w, struct subject *s,
                                  struct buf *out)
{
    uint32_t order[256];
    size_t count = w->probe_count < 256 ? w->probe_count : 256;
    unsigned taken[256] = {0}; /* by the first probe of the same kind */
    const char *wrong = NULL;
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    rng_shuffle(&s->rng, order, count);
    for (size_t i = 0; i < count && wrong == NULL; i++) {
        const struct probe *probe = &w->probes[order[i]];
        size_t kind = 0;
        while (strcmp(w->probes[kind].kind, probe->kind) != 0)
            kind++;
        if (taken[kind] == QUESTION_PROBES || !can_probe(&s->person, probe))
            continue;
        taken[kind]++;
        struct texts t = {0};
        buf_putc(out, ',');
        wrong = write_probe(s, probe, &t, out);
        texts_release(&t);
    }
    return wrong;
}
