/* What a tool says on stderr, and the exit statuses of the suite.
 * A message is one line, "tool: file:line: id: what is wrong"; stdout is
 * flushed first, so that the two streams read in order on a terminal. */
#ifndef DIAG_H
#define DIAG_H

#include <stdint.h>

enum exit_status {
    EXIT_OK = 0,     /* all well */
    EXIT_DATA = 1,   /* the data is not right */
    EXIT_USAGE = 2,  /* the command line is not right */
    EXIT_SYSTEM = 3, /* input, output, network or the system failed */
};

/* Where in the input something was found; any field may be empty. */
struct diag_place {
    const char *file; /* file name, or NULL */
    uint64_t line;    /* 1-based, or 0 */
    const char *id;   /* the record's id, or NULL */
};

/* Names the tool in all later messages; `argv0` is borrowed for good. Comes
 * first in main: it also keeps closed standard descriptors from being taken
 * by the next file that is opened, and lets a write that cannot succeed (no
 * reader, a file too large) fail instead of ending the process. */
void diag_init(const char *argv0);

/* The name given to diag_init, without its folders. */
const char *diag_tool(void);

/* One message. */
void diag(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* One message followed by ": " and the system's reason (errno). */
void diag_errno(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* One message about a place in the input. */
void diag_at(struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Replaces bytes that break a line, steer a terminal or are no UTF-8: names and
 * bytes of the input may come into a message. */
void diag_tame(char *text);

/* Says that memory ran out and ends the process with EXIT_SYSTEM. */
_Noreturn void diag_out_of_memory(void);

#endif
