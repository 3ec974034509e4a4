/* The stream of people past the studio: lines come in, the crew makes pictures,
 * and the lines go out in the order in which they came, each with the member
 * `images`. */
#ifndef PORTRAITS_H
#define PORTRAITS_H

#include "crew.h"
#include "intake.h"
#include "options.h"
#include "out.h"
#include "progress.h"
#include "qc_command.h"
#include "wardrobe.h"

struct portraits {
    struct studio studio;     /* opened and closed by the caller */
    struct wardrobe wardrobe;
    bool dresses;             /* the wardrobe is loaded */
    struct qc_command qc;     /* runs if that is asked for */
    struct crew crew;
    bool staffed;             /* the crew works */
    bool halted;              /* nobody else is written */
    struct intake in;
    struct out out;
    struct progress progress;
};

/* Opens what is not the studio: other clothes if `dresses`, the program `qc`
 * unless that is NULL, with so much time for a picture, and so many threads.
 * Returns EXIT_OK, or a status (told). */
enum exit_status portraits_open(struct portraits *p, bool dresses,
                                const char *qc, unsigned timeout_s,
                                unsigned jobs);

/* Reads the files, writes the output. Returns the tool's status. */
enum exit_status portraits_run(struct portraits *p,
                               const struct options_shared *shared,
                               char **files, int count);

/* Closes it again; may come after any failure. Returns EXIT_SYSTEM (told) if
 * the program `qc` failed. */
enum exit_status portraits_close(struct portraits *p);

#endif
