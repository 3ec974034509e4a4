/* The people of a roll on their way out: read back from the spool in input
 * order, big blocks at a time, and written with their splits. */
#ifndef STAMPED_H
#define STAMPED_H

struct out;
struct roll;
struct splitrule;
struct splitsets;

/* Writes all people of a ranked roll. Returns 0, or -1 (told). */
int stamped_write(const struct splitrule *rule, const struct splitsets *sets,
                  struct roll *roll, struct out *out);

#endif
