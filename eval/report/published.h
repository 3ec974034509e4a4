/* Tables that others printed, from templates/published/, and what of them is
 * called otherwise here. */
#ifndef PUBLISHED_H
#define PUBLISHED_H

#include <stdbool.h>

#include "csv.h"
#include "report/study.h"
#include "tsv.h"

struct published {
    struct csv mllmu, pebench;
    struct tsv names; /* names.tsv */
};

/* A number of ours to set beside one of theirs. */
struct published_match {
    const char *metric;   /* theirs */
    const char *method;
    const char *split, *modality; /* "" where the table has none */
    const char *percent;  /* of the forget set; "" for any */
};

/* Reads the tables in `folder`. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told); released by the caller in any case. */
enum exit_status published_read(struct published *p, const char *folder);

/* Finds it. False if no run here has it. */
bool published_find(const struct published *p, const struct study *study,
                    const struct published_match *match,
                    struct number *value);

/* True if they print a metric as per cent. */
bool published_percent(const struct published *p, const char *metric);

void published_release(struct published *p);

#endif
