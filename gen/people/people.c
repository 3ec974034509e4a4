#include "config.h"

#include "people.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "calendar.h"
#include "contacts.h"
#include "diag.h"
#include "num.h"

uint64_t people_base(enum record_kind kind)
{
    return kind == RECORD_STRANGER    ? PEOPLE_STRANGERS
           : kind == RECORD_AUXILIARY ? PEOPLE_AUXILIARY
                                      : 0;
}

uint64_t people_limit(const struct people *all, enum record_kind kind)
{
    uint64_t end = names_capacity(&all->world->names);
    if (kind == RECORD_FICTITIOUS && end > PEOPLE_STRANGERS)
        end = PEOPLE_STRANGERS;
    if (kind == RECORD_STRANGER && end > PEOPLE_AUXILIARY)
        end = PEOPLE_AUXILIARY;
    return end > people_base(kind) ? end - people_base(kind) : 0;
}

static uint64_t key_of(const char *seed, const char *what, const char *which)
{
    const char *parts[] = {"permutation", seed, what, which};
    struct rng r;
    rng_init(&r, parts, 4);
    return rng_u64(&r);
}

/* Traditions and decades take turns evenly; genders by their weights. The
 * world's tables keep the turns short enough. */
static void make_quotas(struct people *all)
{
    const struct world *w = all->world;
    quota_init(&all->tradition, all->seed, "tradition");
    for (size_t i = 0; i < w->names.count; i++)
        quota_add(&all->tradition, 1);
    quota_init(&all->decade, all->seed, "decade");
    for (int i = 0; i < CALENDAR_DECADES; i++)
        quota_add(&all->decade, 1);
    quota_init(&all->gender, all->seed, "gender");
    for (size_t i = 0; i < w->genders.rows; i++) {
        uint64_t weight = 0;
        num_parse(tsv_cell(&w->genders, i, GENDER_WEIGHT), 1, 100, &weight);
        quota_add(&all->gender, (unsigned)weight);
    }
}

int people_init(struct people *all, const struct world *w, const char *seed)
{
    *all = (struct people){.world = w, .seed = seed};
    make_quotas(all);
    if (appearance_load(&all->looks, w, seed) < 0 ||
        biography_load(&all->biography, w) < 0)
        return -1;
    all->names = xcalloc(w->names.count, sizeof *all->names);
    for (size_t i = 0; i < w->names.count; i++)
        names_perm(&w->names, i,
                   key_of(seed, "name", w->names.traditions[i].id),
                   &all->names[i]);
    perm_init(&all->emails, contacts_emails(w), key_of(seed, "email", ""));
    perm_init(&all->phones, contacts_phones(), key_of(seed, "phone", ""));
    return 0;
}

static void draw_name(struct people *all, uint64_t index,
                      struct person *p, struct rng *r)
{
    const struct world *w = all->world;
    uint64_t rank;
    p->tradition = (int)quota_category(&all->tradition, index, &rank);
    const char *lists = tsv_cell(&w->genders, (size_t)p->gender, GENDER_GIVEN);
    bool men = lists[rng_below(r, strlen(lists))] == 'm';
    struct names_choice name =
        names_pick(&w->names, (size_t)p->tradition, &all->names[p->tradition],
                   rank, men);
    struct buf text = BUF_EMPTY;
    buf_puts(&text, name.given);
    buf_putc(&text, ' ');
    buf_puts(&text, name.surname);
    person_set_name(p, name.given, buf_string(&text));
    buf_release(&text);
}

/* What a person's place among all gives: the contacts. */
static void set_contacts(const struct people *all, uint64_t index,
                         struct person *p)
{
    struct buf text = BUF_EMPTY;
    contacts_email(all->world,
                   perm_apply(&all->emails, index % all->emails.n), &text);
    person_set_text(p, FACT_EMAIL, buf_string(&text));
    buf_clear(&text);
    contacts_phone(perm_apply(&all->phones, index % all->phones.n), &text);
    person_set_text(p, FACT_PHONE, buf_string(&text));
    buf_release(&text);
}

static void draw_birth(struct person *p, unsigned decade, struct rng *r)
{
    struct buf text = BUF_EMPTY;
    calendar_draw(CALENDAR_FIRST_YEAR + 10 * decade, r, &text);
    person_set_text(p, FACT_BIRTH_DATE, buf_string(&text));
    buf_release(&text);
}

static int draw_fact(struct person *p, enum fact fact, struct rng *r)
{
    int value = person_draw(p, fact, r);
    if (value < 0) {
        diag("the world leaves somebody no value for %s", fact_name(fact));
        return -1;
    }
    person_set(p, fact, value);
    return 0;
}

int people_draw(struct people *all, uint64_t index, struct person *p,
                struct appearance *a, struct buf *biography)
{
    struct buf number = BUF_EMPTY;
    buf_put_u64(&number, index);
    const char *parts[] = {"person", all->seed, buf_string(&number)};
    struct rng r;
    rng_init(&r, parts, 3);
    buf_release(&number);
    uint64_t at = index - 1;

    person_clear(p);
    person_set_gender(p, (int)quota_category(&all->gender, at, NULL));
    draw_name(all, at, p, &r);
    draw_birth(p, quota_category(&all->decade, at, NULL), &r);
    set_contacts(all, at, p);
    static const enum fact order[] = {
        FACT_BIRTH_PLACE, FACT_RESIDENCE, FACT_EDUCATION, FACT_OCCUPATION,
        FACT_EMPLOYER, FACT_INCOME, FACT_HEIGHT, FACT_HEALTH, FACT_FATHER,
        FACT_MOTHER, FACT_HOBBY, FACT_PET, FACT_FOOD, FACT_PLACE};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if (draw_fact(p, order[i], &r) < 0)
            return -1;
    appearance_draw(&all->looks, at,
                    tsv_cell(&all->world->genders, (size_t)p->gender,
                             GENDER_PRESENTATION),
                    p->age, &r, a);
    biography_write(&all->biography, p, &r, biography);
    return 0;
}

void people_release(struct people *all)
{
    free(all->names);
    appearance_release(&all->looks);
    biography_release(&all->biography);
}
