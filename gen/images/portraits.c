#include "config.h"

#include "portraits.h"

#include "json_edit.h"

enum exit_status portraits_open(struct portraits *p, bool dresses,
                                const char *qc, unsigned timeout_s,
                                unsigned jobs)
{
    p->dresses = dresses;
    if (dresses) {
        int rc = wardrobe_load(&p->wardrobe);
        if (rc != 0)
            return rc == TSV_BAD ? EXIT_DATA : EXIT_SYSTEM;
    }
    if (qc != NULL && qc_command_start(&p->qc, qc, timeout_s) < 0)
        return EXIT_SYSTEM;
    p->staffed = crew_start(&p->crew, &p->studio, jobs) == 0;
    return p->staffed ? EXIT_OK : EXIT_SYSTEM;
}

/* Has the program look at the pictures, and writes the line with them. Returns
 * 0, or -1 (told). */
static int write_person(struct portraits *p, struct crew_job *job)
{
    struct sitting *s = &job->sitting;
    struct buf images = BUF_EMPTY, line = BUF_EMPTY;
    int rc = 0;
    for (size_t i = 0; i < s->count && rc == 0; i++) {
        if (p->qc.shell.pid != 0)
            rc = qc_command_ask(&p->qc, p->studio.store.path, &s->records[0],
                                &s->records[i]);
        buf_putc(&images, i == 0 ? '[' : ',');
        image_record_write(&s->records[i], &images);
    }
    buf_putc(&images, ']');
    if (rc == 0) {
        json_insert(&line, job->line.data, job->line.len, "images",
                    images.data, images.len);
        buf_putc(&line, '\n');
        rc = out_write(&p->out, line.data, line.len);
    }
    buf_release(&images);
    buf_release(&line);
    return rc;
}

/* Deals with a person whose pictures are made, or cannot be. Returns 0, or -1
 * (told) if nobody behind them is to be written. */
static int finish(struct portraits *p, struct crew_job *job)
{
    struct buf *why = &job->sitting.why;
    const char *wrong = job->wrong;
    if (wrong == NULL && why->len > 0)
        wrong = buf_string(why);
    if (job->result == STUDIO_REFUSED) {
        intake_refuse_line(&p->in, job->place, job->line.data, job->line.len,
                           wrong);
        return p->in.keep_going ? 0 : -1;
    }
    if (job->result == STUDIO_DONE && write_person(p, job) == 0)
        return 0;
    if (job->result == STUDIO_FAILED && wrong != NULL)
        diag_at(job->place, "%s", wrong);
    intake_fail(&p->in, EXIT_SYSTEM);
    return -1;
}

/* Finishes those that are made, in their order; with `wait`, at least one.
 * Returns false if there was none. */
static bool finish_made(struct portraits *p, bool wait)
{
    struct crew_job *job;
    size_t done = 0;
    while (!p->halted &&
           (job = crew_made(&p->crew, wait && done == 0)) != NULL) {
        p->halted = finish(p, job) < 0;
        crew_drop(&p->crew);
        progress_step(&p->progress);
        done++;
    }
    return done > 0;
}

/* Gives the record now out to the crew. */
static void give(struct portraits *p)
{
    struct jsonl *r = &p->in.reader;
    struct crew_job *job;
    while ((job = crew_free(&p->crew)) == NULL)
        if (!finish_made(p, true))
            return;
    buf_add(&job->line, r->line, r->len);
    job->wrong = sitter_read(&job->sitter, &r->scan, r->line, r->len,
                             p->dresses ? &p->wardrobe : NULL);
    job->place = intake_place(&p->in, NULL);
    if (job->sitter.id[0] != '\0')
        job->place.id = job->sitter.id;
    crew_give(&p->crew);
}

enum exit_status portraits_run(struct portraits *p,
                               const struct options_shared *shared,
                               char **files, int count)
{
    progress_start(&p->progress, shared->progress, "people", 0);
    if (intake_open(&p->in, files, count, shared->keep_going,
                    shared->rejects) < 0 ||
        out_open(&p->out, shared->output) < 0)
        intake_fail(&p->in, EXIT_SYSTEM);
    p->crew.keep_going = shared->keep_going;
    while (!p->halted && intake_next(&p->in)) {
        give(p);
        finish_made(p, false);
    }
    while (p->out.fp != NULL && finish_made(p, true))
        ;
    progress_end(&p->progress);
    bool whole = p->in.status == EXIT_OK || shared->keep_going;
    if (whole && p->in.status != EXIT_SYSTEM && out_commit(&p->out) < 0)
        intake_fail(&p->in, EXIT_SYSTEM);
    out_abort(&p->out);
    return intake_close(&p->in);
}

enum exit_status portraits_close(struct portraits *p)
{
    if (p->staffed)
        crew_stop(&p->crew);
    if (p->dresses)
        wardrobe_release(&p->wardrobe);
    return qc_command_stop(&p->qc) == 0 ? EXIT_OK : EXIT_SYSTEM;
}
