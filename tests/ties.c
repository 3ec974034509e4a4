/* Ranks the ids on stdin, one a line, with keys cut to their first BITS bits,
 * so that nearly all of them tie, and prints them in rank order.
 * usage: ties BITS SEED <ids */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "diag.h"
#include "num.h"
#include "record.h"
#include "roll.h"

static int read_ids(struct roll *roll, unsigned bits)
{
    char id[RECORD_ID_LIMIT + 2];
    struct diag_place place = {.file = "stdin"};
    while (fgets(id, sizeof id, stdin) != NULL) {
        struct record_head head = {.id = id, .id_len = strcspn(id, "\n"),
                                   .kind = RECORD_FICTITIOUS};
        place.line++;
        if (roll_add(roll, &head, place, id, head.id_len) < 0)
            return -1;
        roll->entries[roll->count - 1].key &= UINT64_MAX << (64 - bits);
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct roll roll;
    uint64_t bits;
    char id[RECORD_ID_LIMIT + 1];
    enum exit_status status = EXIT_SYSTEM;
    diag_init(argv[0]);
    if (argc != 3 || !num_parse(argv[1], 1, 64, &bits))
        return EXIT_USAGE;
    if (roll_open(&roll) < 0)
        return EXIT_SYSTEM;
    roll.seed = argv[2];
    if (read_ids(&roll, (unsigned)bits) == 0)
        status = roll_rank(&roll);
    for (size_t i = 0; status == EXIT_OK && i < roll.count; i++) {
        if (roll_id(&roll, roll.entries[i].index, id) < 0)
            status = EXIT_SYSTEM;
        else
            puts(id);
    }
    roll_close(&roll);
    return status;
}
