#include "config.h"

#include "profile.h"

#include <stdlib.h>

#include "alloc.h"
#include "json_write.h"

/* Adds the member of a fact to a record. */
static void write_fact(enum fact fact, const char *text, size_t len,
                       struct buf *out)
{
    json_write_name(out, fact_name(fact));
    if (fact == FACT_HEIGHT)
        buf_add(out, text, len);
    else
        json_write_string(out, text, len);
}

static void write_members(struct profile *f, enum fact fact)
{
    const struct world_table *table = &f->all->world->tables[fact];
    f->from[fact] = xcalloc(table->count + 1, sizeof *f->from[fact]);
    for (size_t i = 0; i < table->count; i++) {
        const struct world_value *value = &table->values[i];
        f->from[fact][i] = f->members.len;
        write_fact(fact, value->text, value->len, &f->members);
    }
    f->from[fact][table->count] = f->members.len;
}

void profile_init(struct profile *f, const struct people *all,
                  enum record_kind kind)
{
    *f = (struct profile){.all = all, .kind = kind};
    buf_putc(&f->members, ','); /* so that the first one has its comma, too */
    for (int fact = 0; fact < FACTS; fact++)
        write_members(f, (enum fact)fact);
    buf_puts(&f->provenance, ",\"provenance\":{\"tool\":\"mkprofiles\","
                             "\"version\":\"" PACKAGE_VERSION "\",\"seed\":");
    json_write_text(&f->provenance, all->seed);
    buf_puts(&f->provenance, ",\"index\":");
}

void profile_id(enum record_kind kind, uint64_t number, struct buf *out)
{
    buf_putc(out, record_kind_name(kind)[0]);
    for (uint64_t width = 1000; width > 1 && number < width; width /= 10)
        buf_putc(out, '0');
    buf_put_u64(out, number);
}

static void write_facts(const struct profile *f, const struct person *p,
                        const struct appearance *a, struct buf *out)
{
    buf_puts(out, ",\"facts\":{");
    json_write_member(out, "gender",
                      tsv_cell(&p->world->genders, (size_t)p->gender,
                               GENDER_NAME));
    for (int fact = FACT_BIRTH_DATE; fact <= FACT_PHONE; fact++) {
        if (p->value[fact] < 0) {
            write_fact((enum fact)fact, p->text[fact].data,
                       p->text[fact].len - 1, out);
            continue;
        }
        const size_t *from = &f->from[fact][p->value[fact]];
        buf_add(out, f->members.data + from[0], from[1] - from[0]);
    }
    buf_puts(out, ",\"appearance\":");
    appearance_write(&f->all->looks, a, out);
    buf_putc(out, '}');
}

void profile_write(const struct profile *f, uint64_t number,
                   const struct person *p, const struct appearance *a,
                   const struct buf *biography, struct buf *out)
{
    buf_puts(out, "{\"schema\":\"" RECORD_SCHEMA "\",\"id\":\"");
    profile_id(f->kind, number, out);
    buf_puts(out, "\",\"kind\":\"");
    buf_puts(out, record_kind_name(f->kind));
    buf_puts(out, "\",\"name\":");
    json_write_string(out, p->text[FACT_NAME].data,
                      p->text[FACT_NAME].len - 1);
    write_facts(f, p, a, out);
    buf_puts(out, ",\"biography\":");
    json_write_string(out, biography->data, biography->len);
    buf_add(out, f->provenance.data, f->provenance.len);
    buf_put_u64(out, people_base(f->kind) + number);
    buf_puts(out, ",\"world\":\"");
    buf_add(out, p->world->hash, DIGEST_HEX);
    buf_puts(out, "\"}}\n");
}

void profile_release(struct profile *f)
{
    for (int fact = 0; fact < FACTS; fact++)
        free(f->from[fact]);
    buf_release(&f->members);
    buf_release(&f->provenance);
}
