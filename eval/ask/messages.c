#include "config.h"

#include "ask/messages.h"

#include <stdlib.h>

#include "alloc.h"
#include "json_write.h"

void messages_begin(struct messages *m, enum message_role role,
                    const struct exam_image *image)
{
    if (m->count == m->cap) {
        m->cap = m->cap == 0 ? 8 : 2 * m->cap;
        m->list = xrealloc(m->list, m->cap, sizeof *m->list);
    }
    m->list[m->count] =
        (struct message){.role = role, .image = image, .from = m->text.len};
}

void messages_end(struct messages *m)
{
    m->list[m->count].len = m->text.len - m->list[m->count].from;
    m->count++;
}

struct text messages_text(const struct messages *m, size_t i)
{
    const char *text = m->text.data != NULL ? m->text.data : "";
    return (struct text){text + m->list[i].from, m->list[i].len};
}

const char *message_role_name(enum message_role role)
{
    static const char *const names[] = {"system", "user", "assistant"};
    return names[role];
}

void messages_sum(const struct messages *m, char hex[DIGEST_HEX + 1])
{
    struct buf b = BUF_EMPTY;
    unsigned char digest[DIGEST_BYTES];
    buf_putc(&b, '[');
    for (size_t i = 0; i < m->count; i++) {
        struct text text = messages_text(m, i);
        buf_puts(&b, i > 0 ? ",{" : "{");
        json_write_member(&b, "role", message_role_name(m->list[i].role));
        if (m->list[i].image != NULL)
            json_write_member(&b, "image", m->list[i].image->sha256.text);
        json_write_name(&b, "text");
        json_write_string(&b, text.text, text.len);
        buf_putc(&b, '}');
    }
    buf_putc(&b, ']');
    digest_bytes(b.data, b.len, digest);
    digest_to_hex(digest, hex);
    buf_release(&b);
}

void messages_clear(struct messages *m)
{
    m->count = 0;
    buf_clear(&m->text);
}

void messages_release(struct messages *m)
{
    free(m->list);
    buf_release(&m->text);
    *m = (struct messages){0};
}
