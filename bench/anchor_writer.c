/* anchor_writer: the bytes of mkprofiles by direct formatting, as fast as a
 * plain program can: all values are there as text, nothing is drawn, each is
 * escaped and appended.
 *
 *     anchor_writer FOLDER COUNT
 *
 * FOLDER/people.tsv has the values, a person a row; COUNT people are written,
 * the rows taken in turn. */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "num.h"
#include "tsv.h"

#define RECORD_LIMIT 16384 /* bytes */

static const char columns[] =
    "id name gender birth_date birth_place residence occupation employer "
    "education income height_cm health father_occupation mother_occupation "
    "hobby pet favourite_food favourite_place email phone age_band "
    "presentation skin_tone style texture colour grey glasses facial_hair "
    "eye_colour build face_shape expression garment clothing_colour "
    "biography seed index world";

/* What stands before each value, and whether it is a number. */
static const struct {
    const char *before;
    bool number;
} pieces[] = {
    {"{\"schema\":\"palimpsest/person/1\",\"id\":", false},
    {",\"kind\":\"fictitious\",\"name\":", false},
    {",\"facts\":{\"gender\":", false},
    {",\"birth_date\":", false},
    {",\"birth_place\":", false},
    {",\"residence\":", false},
    {",\"occupation\":", false},
    {",\"employer\":", false},
    {",\"education\":", false},
    {",\"income\":", false},
    {",\"height_cm\":", true},
    {",\"health\":", false},
    {",\"father_occupation\":", false},
    {",\"mother_occupation\":", false},
    {",\"hobby\":", false},
    {",\"pet\":", false},
    {",\"favourite_food\":", false},
    {",\"favourite_place\":", false},
    {",\"email\":", false},
    {",\"phone\":", false},
    {",\"appearance\":{\"age_band\":", false},
    {",\"presentation\":", false},
    {",\"skin_tone\":", true},
    {",\"hair\":{\"style\":", false},
    {",\"texture\":", false},
    {",\"colour\":", false},
    {",\"grey\":", true},
    {"},\"glasses\":", false},
    {",\"facial_hair\":", false},
    {",\"eye_colour\":", false},
    {",\"build\":", false},
    {",\"face_shape\":", false},
    {",\"expression\":", false},
    {",\"clothing\":{\"garment\":", false},
    {",\"colour\":", false},
    {"}}},\"biography\":", false},
    {",\"provenance\":{\"tool\":\"mkprofiles\",\"version\":\"" PACKAGE_VERSION
     "\",\"seed\":", false},
    {",\"index\":", true},
    {",\"world\":", false},
};

static char *append(char *to, const char *text)
{
    while (*text != '\0')
        *to++ = *text++;
    return to;
}

/* A string in quotes; controls do not occur in records. */
static char *append_string(char *to, const char *text)
{
    *to++ = '"';
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            *to++ = '\\';
        *to++ = *text;
    }
    *to++ = '"';
    return to;
}

/* The record of a row; returns its length. */
static size_t format(const struct tsv *t, size_t row, char *record)
{
    char *to = record;
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        to = append(to, pieces[i].before);
        to = pieces[i].number ? append(to, tsv_cell(t, row, i))
                              : append_string(to, tsv_cell(t, row, i));
    }
    return (size_t)(append(to, "}}\n") - record);
}

/* True if no row can be longer than a record may be. */
static bool fits(const struct tsv *t)
{
    for (size_t row = 0; row < t->rows; row++) {
        size_t len = 2000;
        for (size_t i = 0; i < t->columns; i++)
            len += 2 * strlen(tsv_cell(t, row, i));
        if (len > RECORD_LIMIT)
            return false;
    }
    return t->rows > 0;
}

int main(int argc, char **argv)
{
    struct tsv people;
    uint64_t count;
    char record[RECORD_LIMIT];
    static char buffer[1 << 16];
    diag_init(argv[0]);
    if (argc != 3 || !num_parse(argv[2], 0, UINT32_MAX, &count)) {
        diag("usage: anchor_writer FOLDER COUNT");
        return EXIT_USAGE;
    }
    if (tsv_read(&people, argv[1], "people.tsv", columns) < 0 ||
        !fits(&people))
        return EXIT_SYSTEM;
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    for (uint64_t i = 0; i < count; i++)
        fwrite(record, 1, format(&people, i % people.rows, record), stdout);
    tsv_release(&people);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_OK : EXIT_SYSTEM;
}
