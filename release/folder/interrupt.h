/* SIGINT, SIGTERM and SIGHUP while a tool has things on disk to take back:
 * they are noted, the work stops at its next step, cleans up, and the signal
 * then takes its usual effect. */
#ifndef INTERRUPT_H
#define INTERRUPT_H

#include <stdbool.h>

/* From here on the signals are noted; those that are ignored stay so. */
void interrupt_catch(void);

/* True once one came. */
bool interrupt_seen(void);

/* Ends the process by the signal that came, if one did. */
void interrupt_deliver(void);

#endif
