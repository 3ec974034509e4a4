#include "config.h"

#include "answer.h"

#include <string.h>

#include "json_write.h"
#include "others.h"
#include "record_limits.h"

/* The spellings but the value itself, each once. */
static void write_aliases(const struct person *p, enum fact fact,
                          struct buf *out)
{
    struct buf all = BUF_EMPTY; /* the value and the aliases, NUL-ended */
    buf_puts(&all, p->text[fact].data);
    buf_putc(&all, '\0');
    json_write_name(out, "aliases");
    buf_putc(out, '[');
    for (size_t i = 0; i < forms_count(&p->world->forms, fact); i++) {
        size_t start = all.len, seen = 0;
        forms_render(&p->world->forms, fact, i, p->text[fact].data, &all);
        buf_putc(&all, '\0');
        while (strcmp(all.data + seen, all.data + start) != 0)
            seen += strlen(all.data + seen) + 1;
        if (seen < start) {
            all.len = start;
            continue;
        }
        if (out->data[out->len - 1] != '[')
            buf_putc(out, ',');
        json_write_text(out, all.data + start);
    }
    buf_putc(out, ']');
    buf_release(&all);
}

void answer_write_value(const struct person *p, enum fact fact,
                        struct buf *out)
{
    json_write_member(out, "value", p->text[fact].data);
    write_aliases(p, fact, out);
}

/* A member whose value is a rendered sentence; `text` is scratch. Returns NULL,
 * or why it cannot be. */
static const char *write_sentence(const struct person *p, const char *name,
                                  const struct template *sentence,
                                  struct buf *text, struct buf *out)
{
    buf_clear(text);
    template_render(sentence, p->words, person_plural(p), text);
    json_write_name(out, name);
    json_write_string(out, text->data, text->len);
    return text->len > RECORD_TEXT_LIMIT
               ? "an answer would be longer than 2048 bytes"
               : NULL;
}

/* The wrong answers, in the frame of the right one; `text` is scratch. */
static const char *write_perturbed(struct subject *s, enum fact fact,
                                   const struct template *answer,
                                   struct buf *text, struct buf *out)
{
    struct person *p = &s->person;
    struct template_value own = p->words[fact];
    struct others others = {0};
    const char *wrong = NULL;
    if (others_draw(&others, p, fact, &s->rng, ANSWER_PERTURBED) < 0)
        wrong = "there are too few other values to perturb an answer with";
    json_write_name(out, "perturbed");
    buf_putc(out, '[');
    for (size_t i = 0; wrong == NULL && i < ANSWER_PERTURBED; i++) {
        p->words[fact] = others.spoken[i];
        buf_puts(out, i == 0 ? "{" : ",{");
        wrong = write_sentence(p, "answer", answer, text, out);
        json_write_member(out, "value", others.text[i]);
        buf_putc(out, '}');
    }
    buf_putc(out, ']');
    p->words[fact] = own;
    others_release(&others);
    return wrong;
}

const char *answer_write_open(struct subject *s, enum fact fact,
                              const struct wording *wording, struct buf *out)
{
    struct buf text = BUF_EMPTY;
    const char *wrong =
        write_sentence(&s->person, "answer", &wording->answer, &text, out);
    answer_write_value(&s->person, fact, out);
    if (wrong == NULL)
        wrong = write_sentence(&s->person, "paraphrase", &wording->paraphrase,
                               &text, out);
    if (wrong == NULL)
        wrong = write_perturbed(s, fact, &wording->answer, &text, out);
    buf_release(&text);
    return wrong;
}
