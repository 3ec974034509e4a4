#include "config.h"

#include "checking.h"

#include <string.h>
#include <unistd.h>

#include "census.h"
#include "folder/schemas.h"
#include "folder/sums.h"
#include "records/form.h"

int checking_open(struct checking *c, const char *folder,
                  const struct checking_wish *wish)
{
    *c = (struct checking){.folder = folder, .wish = wish,
                           .findings.folder = folder};
    c->tree.paths.spool.fd = -1;
    if (form_compile(&c->schema) < 0 || people_open(&c->people) < 0)
        return -1;
    return tree_open(&c->tree, folder);
}

/* Tells what the people of two lines clash over. */
static void tell_clash(struct checking *c, const uint64_t numbers[2])
{
    struct claims_line lines[2] = {{.text = BUF_EMPTY}, {.text = BUF_EMPTY}};
    struct jsonl reader;
    int fd = census_open_file(&c->tree, &c->findings), found = 0;
    if (fd < 0)
        return;
    jsonl_init(&reader, fd);
    while (found < 2) {
        enum jsonl_status status = jsonl_next(&reader);
        if (status == JSONL_END || status == JSONL_ERROR)
            break;
        if (reader.number != numbers[found])
            continue;
        buf_add(&lines[found].text, reader.line, reader.len);
        lines[found++].place =
            (struct diag_place){BATCH_FILE, reader.number, NULL};
    }
    if (found == 2)
        claims_tell(&c->people.claims, lines, &c->findings);
    buf_release(&lines[0].text);
    buf_release(&lines[1].text);
    jsonl_release(&reader);
    close(fd);
}

static int check_people(struct checking *c, unsigned jobs,
                        enum progress_mode mode)
{
    struct progress progress;
    struct census census = {.people = &c->people, .log = &c->log,
                            .tree = &c->tree, .findings = &c->findings,
                            .progress = &progress, .schema = &c->schema};
    struct unique_twins clashes[UNIQUE_TWINS];
    int fd = census_open_file(&c->tree, &c->findings), rc = 0;
    log_open(&c->log, c->folder, &c->findings, &c->tree);
    c->has_people = fd >= 0;
    if (fd >= 0) {
        progress_start(&progress, mode, "people", 0);
        rc = census_run(&census, fd, jobs);
        progress_end(&progress);
        close(fd);
    }
    if (rc == 0)
        rc = removed_check(&c->removed, &c->tree, &c->findings);
    c->people.removed = c->removed.count;
    if (rc == 0)
        rc = people_finish(&c->people, BATCH_FILE, &c->findings, clashes);
    for (int i = 0; i < rc; i++)
        tell_clash(c, clashes[i].numbers);
    if (rc >= 0)
        rc = splits_rank(&c->people.splits, BATCH_FILE, &c->findings);
    return rc;
}

/* The schemas are those that are installed, unless another version made the
 * release: that had its own, which nobody here knows. */
static int check_schemas(struct checking *c)
{
    if (c->has_own && !manifest_is_ours(&c->own))
        return schemas_explain(&c->tree);
    return schemas_derive(c->folder, &c->findings, &c->tree);
}

/* The manifest with what is its own to say, then the sums with that manifest;
 * neither can be made again where a file could not be read. */
static int derive_manifest(struct checking *c)
{
    const struct manifest m = {&c->own.edition, c->own.suite, &c->people,
                               buf_string(&c->own.steps)};
    unsigned char digest[DIGEST_BYTES];
    if (!c->has_own || c->findings.broken) {
        c->findings.failed[FINDINGS_FILES] = true;
        return 0;
    }
    if (manifest_derive(c->folder, &c->findings, &m, &c->tree, digest) < 0)
        return -1;
    return sums_derive(c->folder, &c->findings, &c->tree, digest);
}

static int check_manifest(struct checking *c)
{
    c->has_own = manifest_check(c->folder, &c->findings, &c->people,
                                &c->own) == 0;
    if (c->has_own)
        removed_check_edition(&c->removed, &c->own.edition, &c->findings);
    return check_schemas(c) < 0 ? -1 : derive_manifest(c);
}

static void tell_stray(struct checking *c, size_t i, const char *path)
{
    char hex[DIGEST_HEX + 1];
    digest_to_hex(c->tree.sums[i], hex);
    findings_add(&c->findings, "tree/stray", (struct diag_place){path, 0, NULL},
                 "no record and no rule accounts for this file");
    findings_witness(&c->findings, "a record or rule that names it",
                     c->tree.sizes[i] != TREE_NO_SIZE ? hex : path);
}

/* The commitment that the seed is of, if there is one. */
static int check_seeding(struct checking *c)
{
    const struct seeding_judges judges = {c->wish->verifier, c->wish->key,
                                          c->wish->chain,
                                          c->wish->signature};
    struct seeding_people people;
    seeding_people_init(&people, &c->people, &c->log);
    return seeding_check(&c->seeding, c->folder, &c->findings, &c->tree,
                         &people, &judges);
}

/* Files that no record and no rule account for; the sizes of all. */
static int check_strays(struct checking *c)
{
    static const char *const always[] = {BATCH_FILE, MANIFEST_NAME,
                                         SUMS_NAME, SUMS_SIGNATURE};
    struct buf key = BUF_EMPTY;
    struct sorter_item item;
    int rc = 0;
    for (int i = 0; i < 4 && rc == 0; i++)
        rc = tree_explain(&c->tree, always[i]);
    for (size_t i = 0; i < c->tree.paths.count && rc == 0; i++) {
        if (c->tree.sizes[i] != TREE_NO_SIZE)
            c->bytes += c->tree.sizes[i];
        if ((c->tree.paths.entries[i].mark & TREE_EXPLAINED) != 0)
            continue;
        rc = sorter_read(&c->tree.paths, i, &key, &item);
        if (rc == 0)
            tell_stray(c, i, item.key);
    }
    buf_release(&key);
    return rc;
}

/* All but how it follows an earlier one. */
static int check_itself(struct checking *c, unsigned jobs,
                        enum progress_mode progress)
{
    if (tree_walk(&c->tree, &c->findings) < 0 ||
        tree_hash(&c->tree, jobs, BATCH_FILE, &c->findings) < 0)
        return -1;
    if (c->tree.paths.count == 0 && c->findings.broken)
        return 0;
    if (check_people(c, jobs, progress) < 0 ||
        sums_check(c->folder, &c->findings, &c->tree) < 0)
        return -1;
    if (findings_unread(&c->findings, BATCH_FILE))
        return checking_authentic(c, false); /* the rest follows from them */
    if (log_finish(&c->log) < 0 ||
        splits_derive(&c->people.splits, c->folder, &c->findings,
                      &c->tree) < 0 ||
        check_seeding(c) < 0 || check_manifest(c) < 0 ||
        checking_authentic(c, true) < 0)
        return -1;
    return check_strays(c);
}

int checking_run(struct checking *c, unsigned jobs,
                 enum progress_mode progress)
{
    if (check_itself(c, jobs, progress) < 0)
        return -1;
    if (c->wish->since == NULL)
        return 0;
    c->since.old = c->wish->since;
    c->since.public_key = c->wish->key != NULL ? c->wish->key->key : NULL;
    c->since.edition = &c->own.edition;
    c->since.verdict = SINCE_NOT_CHECKED;
    if (c->findings.count == 0)
        c->earlier = since_check(&c->since, c->folder, &c->findings);
    return 0;
}

enum exit_status checking_status(const struct checking *c)
{
    enum exit_status own = findings_status(&c->findings);
    return own > c->earlier ? own : c->earlier;
}

void checking_close(struct checking *c)
{
    since_close(&c->since);
    tree_close(&c->tree);
    schema_release(&c->schema);
    buf_release(&c->own.steps);
    people_close(&c->people);
    log_close(&c->log);
    seeding_release(&c->seeding);
    findings_release(&c->findings);
}
