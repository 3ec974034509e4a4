/* A shell command of the user's own, run by /bin/sh -c as git runs its hooks:
 * we write to its standard input and read its standard output; its standard
 * error is ours. It has a process group of its own, so that what it starts can
 * be killed with it. */
#ifndef SHELL_H
#define SHELL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct shell {
    pid_t pid;    /* of the group, too; 0 when none runs */
    int to, from; /* ends of the pipes, which do not block; or -1 */
};

/* Starts it. May be called from several threads at once; a command ends with
 * the thread that started it. Returns 0, or -1 with errno. */
int shell_start(struct shell *s, const char *command);

/* Closes an end of its pipes, and notes that. */
void shell_close(int *end);

/* Kills it and what it has started. shell_end() is still to be called. */
void shell_kill(struct shell *s);

/* Closes both pipes and waits for its end, until a time of clock_now_ms(); then
 * kills it. Returns false if it had to; `status` is as from waitpid(). */
bool shell_end(struct shell *s, int64_t deadline_ms, int *status);

#endif
