/* Beacons that whoever checks knows, from elsewhere than what is checked: those
 * that come with the suite, in templates/beacons/ of the data folder, and one
 * they name. Anybody can make a chain of their own, whose signatures are right
 * and whose rounds give what its maker wants. */
#ifndef CHAINS_H
#define CHAINS_H

#include "beacon.h"
#include "diag.h"

/* Reads a chain's /info from a file. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told). */
enum exit_status chains_load(struct beacon_chain *c, const char *path);

/* Whether a chain is `named`, which may be NULL, or one of those that come with
 * the suite: 1, 0, or -1 (told). */
int chains_known(const struct beacon_chain *c,
                 const struct beacon_chain *named);

#endif
