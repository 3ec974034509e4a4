/* The making of a world's domains, and the rules behind them:
 *
 *   birth_place  the cities of the name's tradition, by its weight there
 *   residence    all cities, those of the birth region four times as likely
 *   education    the schools one can have left at the age
 *   occupation   those open to the age and the level of education
 *   income       the amounts of the occupation's band that the age allows, in
 *                the currency of the country of residence
 *   height_cm    the gender's range
 *   health       the conditions that the age allows
 *
 * All other facts are drawn from their whole table. */
#ifndef DOMAINS_H
#define DOMAINS_H

struct world;

/* How much likelier people live in the region they were born in. */
#define DOMAINS_HOME 4

/* Makes all domains of a world whose tables are loaded. Returns 0, or -1
 * (told): a table names what does not exist, or leaves somebody no value. */
int domains_make(struct world *w);

/* The least and the greatest height of any gender. 0, or -1 (told). */
int domains_heights(const struct world *w, unsigned *least, unsigned *most);

/* The band of that name, 0..2, or -1. */
int domains_band(const char *name);

void domains_release(struct world *w);

#endif
