/* Prints what lib/jsonl says of each line of stdin: "LINE record", or "LINE
 * COLUMN: reason". Ends in 1 if a line was bad. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "diag.h"
#include "jsonl.h"

int main(void)
{
    struct jsonl reader;
    enum jsonl_status got;
    int status = EXIT_OK;
    jsonl_init(&reader, STDIN_FILENO);
    while ((got = jsonl_next(&reader)) == JSONL_RECORD || got == JSONL_BAD) {
        printf("%" PRIu64 " ", reader.number);
        if (got == JSONL_RECORD) {
            puts("record");
            continue;
        }
        printf("%zu: %s\n", reader.scan.column, reader.scan.reason);
        status = EXIT_DATA;
    }
    jsonl_release(&reader);
    return got == JSONL_END ? status : EXIT_SYSTEM;
}
