/* Whether the beacon's BLS signature in a pledge was checked, and what is said
 * of it where it was not. */
#ifndef VERIFIED_H
#define VERIFIED_H

#include "diag.h"

struct pledge;

/* Has the signature checked by the program, or, where that is NULL, says that
 * nobody has. Returns EXIT_OK; EXIT_DATA if it is not the beacon's, or
 * EXIT_SYSTEM (told). */
enum exit_status verified_beacon(const char *verifier,
                                 const struct pledge *p);

#endif
