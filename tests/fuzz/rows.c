/* Files of rows of MLLMU-Bench, parted by NUL: the first is Full_Set.json, and
 * so on. What they are refused for is told; people whom rows make have lines
 * that are JSON, and records that can be read. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/import.h"
#include "lint/person.h"
#include "target.h"

#define FILES 5

static char folder[] = "/tmp/rows.XXXXXX";
static char paths[FILES][64];

static void remove_all(void)
{
    for (size_t i = 0; i < FILES; i++)
        unlink(paths[i]);
    rmdir(folder);
}

static void name_all(void)
{
    static const char *const names[FILES] = {
        "Full_Set.json", "Test_Set.json", "ft_Data.json", "forget_5.json",
        "Retain_Set.json",
    };
    if (mkdtemp(folder) == NULL)
        exit(1);
    for (size_t i = 0; i < FILES; i++)
        snprintf(paths[i], sizeof paths[i], "%s/%s", folder, names[i]);
    atexit(remove_all);
}

/* Writes the parts. Returns how many there are. */
static int write_all(const char *text, const char *end)
{
    int count = 0;
    while (count < FILES && text <= end) {
        const char *stop = memchr(text, '\0', (size_t)(end - text));
        size_t len = (size_t)((stop != NULL ? stop : end) - text);
        FILE *fp = fopen(paths[count++], "w");
        if (fp == NULL || fwrite(text, 1, len, fp) != len || fclose(fp) != 0)
            exit(1);
        text += len + 1;
    }
    return count;
}

static void check(const struct import *in, struct diag_place place)
{
    struct person p = {0};
    const char *reason = person_read(&p, in->made.data, in->made.len,
                                     &in->scan, place);
    if (place.line == 0 || !in->scan.is_object ||
        (reason == NULL && (p.id == NULL || p.facts == NULL ||
                            p.images == NULL || p.questions == NULL)))
        abort();
    person_release(&p);
}

/* The rules, which are read but once. */
static struct rules *read_rules(void)
{
    static struct rules rules;
    if (rules.count == 0 && rules_read(&rules) != EXIT_OK)
        exit(1);
    return &rules;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *files[FILES];
    struct consumer consumer = {0};
    struct out out = {.fp = fopen("/dev/null", "w")};
    struct findings findings = {.rules = read_rules(), .out = &out};
    struct diag_place place;
    struct import in;
    if (paths[0][0] == '\0')
        name_all();
    int count = write_all((const char *)data, (const char *)data + size);
    for (int i = 0; i < count; i++)
        files[i] = paths[i];
    if (import_open(&in, files, count, &consumer, &findings) == EXIT_OK) {
        int rc;
        while ((rc = import_next(&in, &place)) == 1)
            check(&in, place);
        if (rc < 0 && in.scan.reason != NULL)
            abort();
    }
    import_close(&in);
    findings_release(&findings);
    fclose(out.fp);
    return 0;
}
