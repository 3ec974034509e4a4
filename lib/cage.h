/* A process that gives up all it does not need: for work on bytes that anybody
 * may have made. After cage_enter() it can compute, write to one descriptor and
 * end; any other system call ends it with SIGSYS (a seccomp filter, by
 * libseccomp). Memory must be there before, for no more can be had; CPU time is
 * limited, no file grows, no core is dumped, and it dies with its parent. */
#ifndef CAGE_H
#define CAGE_H

/* Called in a child just forked. All descriptors but `fd` are closed. Returns
 * 0, or -1 with errno if there can be no cage. */
int cage_enter(int fd, unsigned cpu_seconds);

/* Ends the process and does nothing else. It is not told to the compiler that
 * this never returns: address sanitizer makes system calls before such. */
void cage_leave(int status);

#endif
