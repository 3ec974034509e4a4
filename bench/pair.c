/* pair: runs two commands in turn, A B B A, and prints how their costs relate.
 *
 *     pair [-n PAIRS] [-w] [-p] OURS [PEER]
 *
 * A cost is the user and system time of the command and of all it waited for,
 * in milliseconds; with -w the time on the clock; with -p the number that the
 * command prints. Each command runs once before it counts. One line comes out,
 * parted by TABs: the median of OURS, the median of PEER, and of the ratios
 * PEER / OURS of the pairs (without PEER: of OURS) median, least and most.
 * Commands are run by sh; what they print is thrown away. */
#include "config.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "diag.h"
#include "num.h"

#define PAIRS 9 /* when not told otherwise */
#define PAIRS_LIMIT 99

enum cost { COST_CPU, COST_CLOCK, COST_PRINTED };

struct args {
    uint64_t pairs;
    enum cost cost;
    const char *ours, *peer; /* peer: or NULL */
};

struct samples {
    double ours[PAIRS_LIMIT], peer[PAIRS_LIMIT], ratio[PAIRS_LIMIT];
};

static double clock_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double cpu_ms(const struct rusage *use)
{
    return (double)(use->ru_utime.tv_sec + use->ru_stime.tv_sec) * 1e3 +
           (double)(use->ru_utime.tv_usec + use->ru_stime.tv_usec) / 1e3;
}

/* The child's side: stdout to `out`, then the command. */
static void become(const char *command, int out)
{
    if (dup2(out, STDOUT_FILENO) >= 0)
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

/* The first number in what comes out of `fd`, which is closed. */
static double read_number(int fd)
{
    double number = -1;
    FILE *fp = fdopen(fd, "r");
    if (fp == NULL || fscanf(fp, "%lf", &number) != 1)
        number = -1;
    if (fp != NULL)
        fclose(fp);
    return number;
}

/* Runs a command. Returns its cost, or -1 (told). */
static double run(const char *command, enum cost cost)
{
    int pipes[2] = {-1, -1};
    double printed = 0, began = clock_ms();
    if (cost == COST_PRINTED ? pipe2(pipes, O_CLOEXEC) < 0
                             : (pipes[1] = open("/dev/null", O_WRONLY)) < 0) {
        diag_errno("no place for output");
        return -1;
    }
    pid_t child = fork();
    if (child == 0)
        become(command, pipes[1]);
    close(pipes[1]);
    if (cost == COST_PRINTED)
        printed = read_number(pipes[0]);
    int status = 0;
    struct rusage use;
    if (child < 0 || wait4(child, &status, 0, &use) < 0) {
        diag_errno("cannot run a command");
        return -1;
    }
    if (status != 0 || printed < 0) {
        diag("this failed: %s", command);
        return -1;
    }
    return cost == COST_PRINTED ? printed
           : cost == COST_CLOCK ? clock_ms() - began
                                : cpu_ms(&use);
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* Sorts `count` samples; returns the median. */
static double median(double *samples, size_t count)
{
    qsort(samples, count, sizeof *samples, by_size);
    return (samples[(count - 1) / 2] + samples[count / 2]) / 2;
}

static int measure(const struct args *a, struct samples *s)
{
    if (run(a->ours, a->cost) < 0 ||
        (a->peer != NULL && run(a->peer, a->cost) < 0))
        return -1;
    for (size_t i = 0; i < a->pairs; i++) {
        bool peer_first = a->peer != NULL && i % 2 != 0;
        double peer = peer_first ? run(a->peer, a->cost) : 0;
        double ours = peer < 0 ? -1 : run(a->ours, a->cost);
        if (a->peer != NULL && !peer_first && ours >= 0)
            peer = run(a->peer, a->cost);
        if (ours < 0 || peer < 0)
            return -1;
        s->ours[i] = ours;
        s->peer[i] = peer;
        s->ratio[i] = a->peer != NULL ? peer / ours : ours;
    }
    return 0;
}

static int parse(struct args *a, int argc, char **argv)
{
    *a = (struct args){.pairs = PAIRS};
    for (int c; (c = getopt(argc, argv, "+n:wp")) != -1;) {
        if (c == 'w')
            a->cost = COST_CLOCK;
        else if (c == 'p')
            a->cost = COST_PRINTED;
        else if (c != 'n' || !num_parse(optarg, 1, PAIRS_LIMIT, &a->pairs))
            return -1;
    }
    if (argc - optind < 1 || argc - optind > 2)
        return -1;
    a->ours = argv[optind];
    a->peer = argv[optind + 1];
    return 0;
}

int main(int argc, char **argv)
{
    struct args args;
    struct samples s;
    diag_init(argv[0]);
    if (parse(&args, argc, argv) < 0) {
        diag("usage: pair [-n PAIRS] [-w] [-p] OURS [PEER]");
        return EXIT_USAGE;
    }
    if (measure(&args, &s) < 0)
        return EXIT_SYSTEM;
    double middle = median(s.ratio, args.pairs);
    printf("%.6g\t%.6g\t%.6g\t%.6g\t%.6g\n", median(s.ours, args.pairs),
           median(s.peer, args.pairs), middle, s.ratio[0],
           s.ratio[args.pairs - 1]);
    return fflush(stdout) == 0 ? EXIT_OK : EXIT_SYSTEM;
}
