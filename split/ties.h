/* People whose keys begin with the same eight bytes: put in order by the whole
 * digest, then by id, both taken from the spool; and the same id twice found,
 * for two people of one id always meet here. */
#ifndef TIES_H
#define TIES_H

#include "diag.h"

struct roll;

/* Settles all ties of a roll in rank_order()'s order. Returns EXIT_OK;
 * EXIT_DATA if an id is there twice (told: the first in the input), or
 * EXIT_SYSTEM (told). */
enum exit_status ties_settle(struct roll *r);

#endif
