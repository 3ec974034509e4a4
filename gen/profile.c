#include "config.h"

#include "profile.h"

#include "json_write.h"

void profile_id(enum record_kind kind, uint64_t number, struct buf *out)
{
    buf_putc(out, record_kind_name(kind)[0]);
    for (uint64_t width = 1000; width > 1 && number < width; width /= 10)
        buf_putc(out, '0');
    buf_put_u64(out, number);
}

static void write_facts(const struct person *p, const struct appearance *a,
                        struct buf *out)
{
    buf_puts(out, ",\"facts\":{");
    json_write_member(out, "gender",
                      tsv_cell(&p->world->genders, (size_t)p->gender,
                               GENDER_NAME));
    for (int fact = FACT_BIRTH_DATE; fact <= FACT_PHONE; fact++) {
        json_write_name(out, fact_name((enum fact)fact));
        if (fact == FACT_HEIGHT)
            buf_puts(out, p->text[fact].data);
        else
            json_write_string(out, p->text[fact].data, p->text[fact].len - 1);
    }
    json_write_name(out, "appearance");
    appearance_write(a, out);
    buf_putc(out, '}');
}

void profile_write(const struct people *all, enum record_kind kind,
                   uint64_t number, const struct person *p,
                   const struct appearance *a, const struct buf *biography,
                   struct buf *out)
{
    buf_puts(out, "{\"schema\":\"" RECORD_SCHEMA "\",\"id\":\"");
    profile_id(kind, number, out);
    buf_puts(out, "\",\"kind\":\"");
    buf_puts(out, record_kind_name(kind));
    buf_puts(out, "\",\"name\":");
    json_write_string(out, p->text[FACT_NAME].data,
                      p->text[FACT_NAME].len - 1);
    write_facts(p, a, out);
    json_write_name(out, "biography");
    json_write_string(out, biography->data, biography->len);
    buf_puts(out, ",\"provenance\":{\"tool\":\"mkprofiles\",\"version\":\""
                  PACKAGE_VERSION "\",\"seed\":");
    json_write_text(out, all->seed);
    buf_puts(out, ",\"index\":");
    buf_put_u64(out, people_base(kind) + number);
    buf_puts(out, ",\"world\":\"");
    buf_puts(out, p->world->hash);
    buf_puts(out, "\"}}\n");
}
