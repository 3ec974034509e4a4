/* E-mail addresses and telephone numbers in the ranges reserved for such use
 * (RFC 2606: example.org; 555-0100 to 555-0199), each found from a number. They
 * say nothing about who has them: an address is a word of mailwords.tsv and
 * four digits. */
#ifndef CONTACTS_H
#define CONTACTS_H

#include <stdint.h>

#include "buf.h"
#include "world.h"

/* How many there are. */
uint64_t contacts_emails(const struct world *w);
uint64_t contacts_phones(void);

/* Appends number `number` of them, from 0: "harbour4821@example.org" and
 * "+1 212 555 0123". No area code ends in 11. */
void contacts_email(const struct world *w, uint64_t number, struct buf *out);
void contacts_phone(uint64_t number, struct buf *out);

#endif
