#include "config.h"

#include "probes.h"

#include <stdbool.h>
#include <string.h>

#include "answer.h"
#include "json_write.h"
#include "record_limits.h"
#include "rng.h"

/* True if the person has every fact that a probe speaks of. */
static bool can_ask(const struct person *p, const struct wording *wording)
{
    for (int fact = FACT_BIRTH_DATE; fact < FACTS; fact++)
        if (p->text[fact].len == 0 &&
            (template_uses(&wording->text, fact) > 0 ||
             template_uses(&wording->answer, fact) > 0 ||
             template_uses(&wording->paraphrase, fact) > 0))
            return false;
    return true;
}

static const char *write_probe(struct subject *s, const struct probe *probe,
                               struct buf *out)
{
    const struct wording *wording = &probe->wording;
    const struct person *p = &s->person;
    struct buf text = BUF_EMPTY;
    template_render(&wording->text, p->words, person_plural(p), &text);
    buf_printf(out, ",{\"id\":\"%s_%s_open_t_probe_%u\"", s->head.name,
               fact_name(probe->fact), wording->number);
    buf_puts(out, ",\"set\":\"probe\",\"task\":\"open\",\"modality\":\"text\"");
    json_write_member(out, "fact", fact_name(probe->fact));
    buf_puts(out, ",\"pair\":null,\"twin\":null,\"image\":null");
    buf_printf(out, ",\"wording\":\"probe_%s_%u\"", probe->kind,
               wording->number);
    json_write_name(out, "question");
    json_write_string(out, text.data, text.len);
    const char *wrong =
        text.len > RECORD_TEXT_LIMIT
            ? "a probe would be longer than 2048 bytes"
            : answer_write_open(s, probe->fact, wording, out);
    buf_putc(out, '}');
    buf_release(&text);
    return wrong;
}

/* The place of the first probe of the same kind. */
static size_t kind_place(const struct wordings *w, const struct probe *probe)
{
    size_t place = 0;
    while (strcmp(w->probes[place].kind, probe->kind) != 0)
        place++;
    return place;
}

const char *probes_write(const struct wordings *w, struct subject *s,
                         struct buf *out)
{
    uint32_t order[WORDING_PROBES];
    unsigned taken[WORDING_PROBES] = {0}; /* by kind_place() */
    const char *wrong = NULL;
    for (size_t i = 0; i < w->probe_count; i++)
        order[i] = (uint32_t)i;
    rng_shuffle(&s->rng, order, w->probe_count);
    for (size_t i = 0; i < w->probe_count && wrong == NULL; i++) {
        const struct probe *probe = &w->probes[order[i]];
        size_t kind = kind_place(w, probe);
        if (taken[kind] == PROBES_EACH ||
            !can_ask(&s->person, &probe->wording))
            continue;
        taken[kind]++;
        wrong = write_probe(s, probe, out);
    }
    return wrong;
}
