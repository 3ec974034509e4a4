#include "config.h"

#include "interrupt.h"

#include <signal.h>

static volatile sig_atomic_t seen;

static void note(int signal)
{
    seen = signal;
}

void interrupt_catch(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction note_it = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&note_it.sa_mask);
    for (int i = 0; i < 3; i++) {
        struct sigaction now;
        if (sigaction(signals[i], NULL, &now) == 0 &&
            now.sa_handler != SIG_IGN)
            sigaction(signals[i], &note_it, NULL);
    }
}

bool interrupt_seen(void)
{
    return seen != 0;
}

void interrupt_deliver(void)
{
    if (seen == 0)
        return;
    signal(seen, SIG_DFL);
    raise(seen);
}
