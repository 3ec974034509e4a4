/* Where the suite's data files are: $PALIMPSEST_DATA if set, else the folder
 * they were installed into. It holds templates/ and schema/. */
#ifndef DATADIR_H
#define DATADIR_H

/* The path of `name` ("templates/world") in the data folder; the caller frees
 * it with free(). */
char *datadir_path(const char *name);

#endif
