#include "config.h"

#include "contacts.h"

#define DIGITS 9000 /* 1000 .. 9999 */

/* Eight hundred area codes less those that end in 11, a hundred lines each. */
#define TAILS 99
#define AREAS (8 * TAILS)
#define LINES 100

uint64_t contacts_emails(const struct world *w)
{
    return (uint64_t)w->mailwords.rows * DIGITS;
}

uint64_t contacts_phones(void)
{
    return AREAS * LINES;
}

void contacts_email(const struct world *w, uint64_t number, struct buf *out)
{
    buf_puts(out, tsv_cell(&w->mailwords, (size_t)(number / DIGITS), 0));
    buf_put_u64(out, 1000 + number % DIGITS);
    buf_puts(out, "@example.org");
}

static void put_two(struct buf *out, uint64_t number)
{
    buf_putc(out, (char)('0' + number / 10));
    buf_putc(out, (char)('0' + number % 10));
}

void contacts_phone(uint64_t number, struct buf *out)
{
    uint64_t area = number / LINES, tail = area % TAILS;
    buf_puts(out, "+1 ");
    buf_put_u64(out, 2 + area / TAILS);
    put_two(out, tail + (tail >= 11));
    buf_puts(out, " 555 01");
    put_two(out, number % LINES);
}
