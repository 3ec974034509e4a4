#include "config.h"

#include "mark/original.h"

#include <string.h>

#include "text/blank.h"
#include "text/lower.h"

#define SPEAKER "ASSISTANT:"
#define LETTERS 4

const char *original_reply(const char *reply, size_t *len)
{
    const char *next = *len == 0 ? NULL : memmem(reply, *len, SPEAKER,
                                                 strlen(SPEAKER));
    if (next != NULL)
        *len = (size_t)(next - reply);
    for (size_t blank; *len > 0 && (blank = blank_length(reply, *len)) > 0;
         *len -= blank)
        reply += blank;
    *len = blank_strip(reply, *len);
    return reply;
}

int original_letter(const char *reply, size_t len)
{
    if (len == 0)
        return -1;
    int letter = (reply[0] | 0x20) - 'a';
    return letter >= 0 && letter < LETTERS ? letter : -1;
}

bool original_fills(const char *reply, size_t len, const char *answer,
                 size_t answer_len, struct buf scratch[2])
{
    buf_clear(&scratch[0]);
    buf_clear(&scratch[1]);
    lower_add(&scratch[0], reply, len);
    lower_add(&scratch[1], answer, answer_len);
    if (scratch[1].len == 0)
        return true;
    return scratch[0].len > 0 && memmem(scratch[0].data, scratch[0].len,
                                        scratch[1].data,
                                        scratch[1].len) != NULL;
}
