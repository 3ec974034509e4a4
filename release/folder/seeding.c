#include "config.h"

#include "seeding.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "hex.h"
#include "json_write.h"
#include "log.h"
#include "out.h"
#include "records/people.h"
#include "reveal.h"
#include "seeding_files.h"
#include "splitrule.h"

void seeding_people_init(struct seeding_people *s, const struct people *people,
                         const struct log *log)
{
    const struct splits *splits = &people->splits;
    *s = (struct seeding_people){
        .count = log->merkle.size,
        .generator_seed = people->seed,
        .rule = splits_used(splits) ? &splits->rule : NULL,
    };
    merkle_root(&log->merkle, s->root);
}

enum exit_status seeding_load(struct seeding *s, const char *commit,
                              const char *reveal)
{
    enum exit_status status = pledge_load_commit(&s->pledge, commit);
    if (status == EXIT_OK)
        status = pledge_load_reveal(&s->pledge, reveal);
    s->committed = status == EXIT_OK;
    return status;
}

/* The split record of everybody, as far as it is the same. */
static const char *compare_split(const struct seeding *s,
                                 const struct splitrule *rule)
{
    struct buf record = BUF_EMPTY;
    if (rule == NULL)
        return "there is a commitment, but nobody has a split";
    buf_putc(&record, '{');
    splitrule_write(rule, &record);
    buf_putc(&record, '}');
    const char *wrong = pledge_check_split(&s->pledge, record.data,
                                           record.len);
    buf_release(&record);
    return wrong;
}

const char *seeding_compare(const struct seeding *s,
                            const struct seeding_people *people)
{
    struct buf generator = BUF_EMPTY;
    if (people->generator_seed != NULL)
        json_write_text(&generator, people->generator_seed);
    else
        buf_puts(&generator, "null");
    const char *wrong = pledge_check_people(&s->pledge, people->count,
                                            people->root, &generator);
    buf_release(&generator);
    return wrong != NULL ? wrong : compare_split(s, people->rule);
}

static int write_file(const char *folder, const char *name,
                      const struct buf *text)
{
    char *path = file_join(folder, name);
    int rc = out_file(path, text->data, text->len);
    free(path);
    return rc;
}

/* Copies what lies beside the commitment under its name and `ending`, if there
 * is such a file. */
static int copy_beside(const char *commit, const char *folder,
                       const char *ending)
{
    struct buf from = BUF_EMPTY, to = BUF_EMPTY, text = BUF_EMPTY;
    buf_printf(&from, "%s%s", commit, ending);
    buf_printf(&to, "%s%s", SEEDING_COMMIT, ending);
    int rc = file_read(buf_string(&from), SEEDING_LIMIT, &text);
    if (rc == 0)
        rc = write_file(folder, buf_string(&to), &text);
    else if (errno == ENOENT)
        rc = 0;
    else
        diag_errno("cannot read %s", buf_string(&from));
    buf_release(&from);
    buf_release(&to);
    buf_release(&text);
    return rc;
}

int seeding_copy(const struct seeding *s, const char *commit,
                 const char *folder)
{
    struct buf one = BUF_EMPTY, two = BUF_EMPTY;
    commit_write(&s->pledge.commit, &one);
    reveal_write(&s->pledge.commit, &s->pledge.answer, &two);
    int rc = write_file(folder, SEEDING_COMMIT, &one);
    if (rc == 0)
        rc = write_file(folder, SEEDING_REVEAL, &two);
    for (size_t i = 0; i < SEEDING_BESIDE && rc == 0; i++)
        rc = copy_beside(commit, folder, seeding_beside[i].ending);
    buf_release(&one);
    buf_release(&two);
    return rc;
}

void seeding_describe(const struct seeding *s, struct buf *out)
{
    const struct commit *c = &s->pledge.commit;
    if (!s->committed) {
        buf_puts(out, "seed chosen by publisher");
        return;
    }
    buf_printf(out, "seed of round %" PRIu64 " of %s, ", c->round,
               c->chain.id);
    if (!s->known) {
        buf_puts(out, "whose chain ");
        hex_encode(c->chain.hash, sizeof c->chain.hash, out);
        buf_puts(out, " is not known, ");
    }
    buf_printf(out, "committed to as %s %" PRIu64, c->series, c->number);
    if (!s->verified)
        buf_puts(out, ", the beacon's signature not checked");
    if (s->dated)
        buf_printf(out, ", commitment dated %" PRIu64 " s before the round",
                   beacon_time(&c->chain, c->round) - s->time);
    else
        buf_puts(out, ", commitment time not proved");
}

bool seeding_shows_seed(const struct seeding *s)
{
    return s->verified && seeding_shows_date(s);
}

bool seeding_shows_date(const struct seeding *s)
{
    return s->committed && s->known && s->dated && !s->late;
}

void seeding_release(struct seeding *s)
{
    pledge_release(&s->pledge);
}
