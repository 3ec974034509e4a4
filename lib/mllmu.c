#include "config.h"

#include "mllmu.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "datadir.h"
#include "diag.h"
#include "digest.h"
#include "file.h"

#define FOLDER "templates/splits/mllmu/"
#define ROW 4 /* bytes in a line */

/* By: paste -sd , forget_05.txt | tr -d '\n' | sha256sum */
static const char *wanted_digest(unsigned percent)
{
    switch (percent) {
    case 5:
        return "05649cc18d30f38367afb0ffc5a77bd182ccf6669a5691884be0e99cf527dfeb";
    case 10:
        return "40795f5e034854e0723318f8e1cad83eb37bc6d9650e2d9c5f0f170494afdd6b";
    default:
        return "994bd7a8c4fa9575f9f0ec4ea2c297b813bb2d16c9a0606ada549347d85979dd";
    }
}

/* True if the text is lines of three digits whose digest is the one wanted. */
static bool is_list(struct buf *text, unsigned percent)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    if (text->len == 0 || text->len % ROW != 0 ||
        text->len / ROW > MLLMU_LONGEST)
        return false;
    for (size_t i = ROW - 1; i < text->len; i += ROW) {
        if (text->data[i] != '\n')
            return false;
        text->data[i] = ',';
    }
    digest_bytes(text->data, text->len - 1, digest);
    digest_to_hex(digest, hex);
    return strcmp(hex, wanted_digest(percent)) == 0;
}

/* The numbers of a text that was looked at. */
static size_t take_numbers(const struct buf *text, uint16_t *numbers)
{
    size_t count = 0;
    for (size_t i = 0; i < text->len; i += ROW) {
        const char *d = text->data + i;
        numbers[count++] = (uint16_t)((d[0] - '0') * 100 +
                                      (d[1] - '0') * 10 + (d[2] - '0'));
    }
    return count;
}

int mllmu_read(unsigned percent, uint16_t numbers[MLLMU_LONGEST],
               size_t *count)
{
    struct buf text = BUF_EMPTY;
    char name[sizeof FOLDER + 16];
    snprintf(name, sizeof name, FOLDER "forget_%02u.txt", percent % 100);
    char *path = datadir_path(name);
    int rc = file_read(path, ROW * MLLMU_LONGEST, &text);
    if (rc < 0) {
        diag_errno("cannot read %s", path);
    } else if (!is_list(&text, percent)) {
        diag_at((struct diag_place){.file = path}, "not the list that was "
                "published: its digest is another");
        rc = -1;
    } else {
        *count = take_numbers(&text, numbers);
    }
    free(path);
    buf_release(&text);
    return rc;
}
