/* Characters of identifiers, by ECMA-262 (2020, section 11.6): ID_Start and
 * ID_Continue of Unicode, '$', '_', and two joiners. */
#ifndef SCHEMA_IDENTIFIER_H
#define SCHEMA_IDENTIFIER_H

#include <stdbool.h>
#include <stdint.h>

bool identifier_starts(uint32_t point);
bool identifier_continues(uint32_t point);

#endif
