#include "config.h"

#include "others.h"

#include <string.h>

#include "num.h"
#include "people/calendar.h"
#include "people/contacts.h"
#include "plan.h"

#define TRIES 100

/* Another day of the same decade. */
static void make_date(const struct person *p, struct rng *r, struct buf *out)
{
    uint64_t year = CALENDAR_FIRST_YEAR;
    num_parse_bytes(p->text[FACT_BIRTH_DATE].data, 4, 1, 9989, &year);
    unsigned into = (unsigned)(year + 10 - CALENDAR_FIRST_YEAR % 10) % 10;
    calendar_draw((unsigned)year - into, r, out);
}

/* A name of the same tradition and the same list of given names; nothing if it
 * is that of somebody well known. */
static void make_name(const struct person *p, struct rng *r, struct buf *out)
{
    const struct names *n = &p->world->names;
    size_t tradition = p->tradition >= 0 ? (size_t)p->tradition
                                         : (size_t)rng_below(r, n->count);
    const struct names_tradition *t = &n->traditions[tradition];
    const char *lists =
        p->gender >= 0 ? tsv_cell(&p->world->genders, (size_t)p->gender,
                                  GENDER_GIVEN)
                       : "fm";
    bool men = lists[rng_below(r, strlen(lists))] == 'm';
    size_t given = rng_below(r, t->given_count);
    size_t surname = rng_below(r, t->surname_count);
    if (names_is_avoided(n, tradition, given, surname))
        return;
    given += t->given[men];
    surname += t->surnames;
    buf_puts(out, tsv_cell(&t->table, given, 1));
    buf_putc(out, ' ');
    buf_puts(out, tsv_cell(&t->table, surname, 1));
}

static void make(const struct person *p, enum fact fact, struct rng *r,
                 struct buf *out)
{
    buf_clear(out);
    if (fact == FACT_BIRTH_DATE)
        make_date(p, r, out);
    else if (fact == FACT_PHONE)
        contacts_phone(rng_below(r, contacts_phones()), out);
    else if (fact == FACT_EMAIL)
        contacts_email(p->world, rng_below(r, contacts_emails(p->world)),
                       out);
    else
        make_name(p, r, out);
    buf_string(out);
}

static bool is_taken(const struct others *o, const struct person *p,
                     enum fact fact, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(o->text[i], text) == 0)
            return true;
    return strcmp(p->text[fact].data, text) == 0;
}

static int draw_made(struct others *o, const struct person *p, enum fact fact,
                     struct rng *r, size_t count)
{
    size_t found = 0;
    for (int tries = 0; tries < TRIES && found < count; tries++) {
        struct buf *made = &o->made[found], *spelled = &o->spelled[found];
        make(p, fact, r, made);
        if (made->data[0] == '\0' || is_taken(o, p, fact, found, made->data))
            continue;
        buf_clear(spelled);
        forms_render(&p->world->forms, fact, 0, made->data, spelled);
        o->text[found] = made->data;
        o->spoken[found++] =
            (struct template_value){spelled->data, spelled->len, ""};
    }
    return found == count ? 0 : -1;
}

int others_draw(struct others *o, const struct person *p, enum fact fact,
                struct rng *r, size_t count)
{
    int values[OTHERS_LIMIT];
    if (p->world->all[fact].count == 0)
        return draw_made(o, p, fact, r, count);
    if (plan_draw_others(p, fact, r, values, count) < 0)
        return -1;
    for (size_t i = 0; i < count; i++) {
        const struct world_value *v =
            &p->world->tables[fact].values[values[i]];
        o->text[i] = v->text;
        o->spoken[i] = v->spoken;
    }
    return 0;
}

void others_release(struct others *o)
{
    for (size_t i = 0; i < OTHERS_LIMIT; i++) {
        buf_release(&o->made[i]);
        buf_release(&o->spelled[i]);
    }
}
