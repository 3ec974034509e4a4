/* People whose keys begin with the same eight bytes: put in order by the whole
 * digest, then by id, both taken from the spool; and the same id twice found,
 * for two people of one id always meet here. */
#ifndef TIES_H
#define TIES_H

struct roll;
struct roll_twins;

/* Settles all ties of a roll in rank_order()'s order, all but those of an id
 * that is there twice, and notes the first such in the input. Returns 0, or -1
 * (told). */
int ties_settle(struct roll *r, struct roll_twins *twins);

#endif
