#include "config.h"

#include "seed.h"

#include "utf8.h"

bool seed_valid(const char *seed, size_t len)
{
    if (len == 0 || len > SEED_LIMIT || !utf8_valid(seed, len))
        return false;
    for (size_t at = 0, step; at < len; at += step) {
        uint32_t point = utf8_decode(seed + at, &step);
        if (point < 0x20 || (point >= 0x7f && point < 0xa0))
            return false;
    }
    return true;
}
