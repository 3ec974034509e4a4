#include "config.h"

#include "schema/identifier.h"

#include <stddef.h>
#include <utf8proc.h>

static bool is_one_of(uint32_t point, const uint32_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == point)
            return true;
    return false;
}

/* UAX 31: letters and letter numbers; Other_ID_Start; two of Pattern_Syntax
 * that are letters by category are taken out. */
static bool is_id_start(uint32_t point)
{
    static const uint32_t others[] = {0x1885, 0x1886, 0x2118,
                                      0x212e, 0x309b, 0x309c};
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return point != 0x2e2f;
    default:
        return is_one_of(point, others, sizeof others / sizeof *others);
    }
}

/* Marks, digits and connectors too; Other_ID_Continue. */
static bool is_id_continue(uint32_t point)
{
    static const uint32_t others[] = {0xb7,   0x387,  0x1369, 0x136a,
                                      0x136b, 0x136c, 0x136d, 0x136e,
                                      0x136f, 0x1370, 0x1371, 0x19da};
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return is_id_start(point) ||
               is_one_of(point, others, sizeof others / sizeof *others);
    }
}

bool identifier_starts(uint32_t point)
{
    return point == '$' || point == '_' || is_id_start(point);
}

bool identifier_continues(uint32_t point)
{
    static const uint32_t joiners[] = {'$', 0x200c, 0x200d};
    return is_id_continue(point) || is_one_of(point, joiners, 3);
}
