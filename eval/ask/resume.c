#include "config.h"

#include "ask/resume.h"

#include <string.h>

/* Whether a demonstration in the log is one of this run. */
static bool shot_known(const struct shots *s, struct text id)
{
    for (int task = 0; task < EXAM_TASKS; task++)
        for (int m = 0; m < EXAM_MODALITIES; m++)
            for (size_t i = 0; i < s->counts[task][m]; i++)
                if (text_same(s->list[task][m][i]->id, id))
                    return true;
    return false;
}

static bool same_text(struct text text, const char *wanted)
{
    return text_same(text, (struct text){wanted, strlen(wanted)});
}

/* Why a log with answers is of another run, or NULL. */
static const char *differs(const struct answers *had,
                           const struct answer_run *run)
{
    if (!same_text(had->model, run->model))
        return "another model answered in this log";
    if (!same_text(had->prompt_sha256, run->prompt->file.sha256))
        return "another prompt was used in this log";
    for (size_t i = 0; i < had->shot_count; i++)
        if (!shot_known(run->shots, had->shots[i]))
            return "other demonstrations were used in this log";
    return NULL;
}

enum exit_status resume(struct journal *j, const struct answer_run *run,
                        struct answers *had)
{
    enum exit_status status =
        answers_read_fd(had, run->exam, j->fd, j->path);
    if (status != EXIT_OK)
        return status;
    const char *reason = had->count > 0 ? differs(had, run) : NULL;
    if (reason != NULL) {
        diag("%s: %s", j->path, reason);
        return EXIT_DATA;
    }
    return journal_cut(j, had->whole) < 0 ? EXIT_SYSTEM : EXIT_OK;
}
