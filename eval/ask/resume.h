/* Going on with a log of answers: what is in it is not asked again. */
#ifndef RESUME_H
#define RESUME_H

#include "ask/answer_write.h"
#include "ask/journal.h"
#include "diag.h"
#include "exam/answers.h"

/* Reads what is in an open journal, which must be of this run: the same
 * release, model, prompt and demonstrations; and cuts off a torn last line.
 * Returns EXIT_OK, or what to exit with (told); either way `had` ends with
 * answers_close(). */
enum exit_status resume(struct journal *j, const struct answer_run *run,
                        struct answers *had);

#endif
