/* The tables of a world, read and checked one by one: how many rows there are,
 * what a cell may hold, and that no value is there twice. What a table says of
 * another is checked where it is used (domains.h, conflicts.h). */
#ifndef WORLD_TABLES_H
#define WORLD_TABLES_H

struct world;

/* Reads all tables but those that names.h, forms.h and conflicts.h read.
 * Returns 0, TSV_BAD or TSV_UNREADABLE. */
int world_tables_read(struct world *w, const char *folder);

/* Frees them. */
void world_tables_release(struct world *w);

#endif
