#include "config.h"

#include "making.h"

#include <string.h>

#include "check/since.h"

static enum exit_status refuse(const char *what, const struct edition *before,
                               const struct edition *now)
{
    diag("%s@%s %s %s@%s", now->name, now->version, what, before->name,
         before->version);
    return EXIT_DATA;
}

/* The name and version of a release that follows another: what was asked for,
 * if that can follow, else the next there is. */
static enum exit_status follow_edition(struct making_args *a,
                                       const struct previous *p)
{
    bool removes = p->leaving.count > 0;
    struct edition *e = &a->edition;
    if (a->named && strcmp(e->name, p->edition.name) != 0)
        return refuse("has not the name of", &p->edition, e);
    strcpy(e->name, p->edition.name);
    if (!a->versioned) {
        strcpy(e->version, p->edition.version);
        if (edition_advance(e, removes))
            return EXIT_OK;
        return refuse("has no next version, as", &p->edition, e);
    }
    if (edition_order(e->version, p->edition.version) <= 0)
        return refuse("does not come after", &p->edition, e);
    if (removes && edition_same_major(e->version, p->edition.version))
        return refuse("removes people, and has the major version of",
                      &p->edition, e);
    return EXIT_OK;
}

enum exit_status making_follow(struct making *m, struct making_args *args)
{
    struct previous *p = &m->previous;
    const struct previous_wish *wish = &args->previous;
    if (wish->folder == NULL)
        return EXIT_OK;
    enum exit_status status = previous_read(p, wish, m->key);
    if (status == EXIT_OK)
        status = follow_edition(args, p);
    if (status != EXIT_OK || !wish->people)
        return status;
    memcpy(args->wanted, p->kinds, sizeof args->wanted);
    if (p->images && args->images == NULL) {
        buf_printf(&m->earlier_images, "%s/images", wish->folder);
        args->images = buf_string(&m->earlier_images);
    }
    return EXIT_OK;
}

enum exit_status making_compare(struct making *m, const char *folder)
{
    const struct edition *now = &m->args->edition;
    const struct edition *before = &m->previous.edition;
    struct since since = {.old = m->args->previous.folder, .edition = now};
    if (since.old == NULL || !edition_same_major(now->version,
                                                 before->version))
        return EXIT_OK;
    enum exit_status status = since_check(&since, folder, &m->findings);
    since_close(&since);
    if (status == EXIT_OK && m->findings.count > 0)
        diag("only another major version than that of %s@%s may change that",
             before->name, before->version);
    return status == EXIT_OK ? findings_status(&m->findings) : status;
}
