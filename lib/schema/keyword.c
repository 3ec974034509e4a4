#include "config.h"

#include "schema/keyword.h"

#include <string.h>

#define VOCABULARY_BASE "https://json-schema.org/draft/2020-12/vocab/"

struct row {
    const char *name;
    enum vocabulary vocabulary;
    enum keyword_holds holds;
};

static const struct row table[KEYWORDS] = {
    [KEYWORD_ID] = {"$id", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_SCHEMA] = {"$schema", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_REF] = {"$ref", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_ANCHOR] = {"$anchor", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_DYNAMIC_REF] = {"$dynamicRef", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_DYNAMIC_ANCHOR] = {"$dynamicAnchor", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_VOCABULARY] = {"$vocabulary", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_COMMENT] = {"$comment", VOCABULARY_CORE, HOLDS_NONE},
    [KEYWORD_DEFS] = {"$defs", VOCABULARY_CORE, HOLDS_MAP},
    [KEYWORD_DEFINITIONS] = {"definitions", VOCABULARY_CORE, HOLDS_MAP},
    [KEYWORD_TYPE] = {"type", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_CONST] = {"const", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_ENUM] = {"enum", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MULTIPLE_OF] = {"multipleOf", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MAXIMUM] = {"maximum", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_EXCLUSIVE_MAXIMUM] = {"exclusiveMaximum", VOCABULARY_VALIDATION,
        HOLDS_NONE},
    [KEYWORD_MINIMUM] = {"minimum", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_EXCLUSIVE_MINIMUM] = {"exclusiveMinimum", VOCABULARY_VALIDATION,
        HOLDS_NONE},
    [KEYWORD_MAX_LENGTH] = {"maxLength", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MIN_LENGTH] = {"minLength", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_PATTERN] = {"pattern", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MAX_ITEMS] = {"maxItems", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MIN_ITEMS] = {"minItems", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_UNIQUE_ITEMS] = {"uniqueItems", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MAX_CONTAINS] = {"maxContains", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MIN_CONTAINS] = {"minContains", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_MAX_PROPERTIES] = {"maxProperties", VOCABULARY_VALIDATION,
        HOLDS_NONE},
    [KEYWORD_MIN_PROPERTIES] = {"minProperties", VOCABULARY_VALIDATION,
        HOLDS_NONE},
    [KEYWORD_REQUIRED] = {"required", VOCABULARY_VALIDATION, HOLDS_NONE},
    [KEYWORD_DEPENDENT_REQUIRED] = {"dependentRequired", VOCABULARY_VALIDATION,
        HOLDS_NONE},
    [KEYWORD_PREFIX_ITEMS] = {"prefixItems", VOCABULARY_APPLICATOR, HOLDS_LIST},
    [KEYWORD_ITEMS] = {"items", VOCABULARY_APPLICATOR, HOLDS_SCHEMA},
    [KEYWORD_CONTAINS] = {"contains", VOCABULARY_APPLICATOR, HOLDS_SCHEMA},
    [KEYWORD_ADDITIONAL_PROPERTIES] = {"additionalProperties",
        VOCABULARY_APPLICATOR, HOLDS_SCHEMA},
    [KEYWORD_PROPERTIES] = {"properties", VOCABULARY_APPLICATOR, HOLDS_MAP},
    [KEYWORD_PATTERN_PROPERTIES] = {"patternProperties", VOCABULARY_APPLICATOR,
        HOLDS_MAP},
    [KEYWORD_DEPENDENT_SCHEMAS] = {"dependentSchemas", VOCABULARY_APPLICATOR,
        HOLDS_MAP},
    [KEYWORD_DEPENDENCIES] = {"dependencies", VOCABULARY_APPLICATOR, HOLDS_MAP},
    [KEYWORD_PROPERTY_NAMES] = {"propertyNames", VOCABULARY_APPLICATOR,
        HOLDS_SCHEMA},
    [KEYWORD_IF] = {"if", VOCABULARY_APPLICATOR, HOLDS_SCHEMA},
    [KEYWORD_THEN] = {"then", VOCABULARY_APPLICATOR, HOLDS_SCHEMA},
    [KEYWORD_ELSE] = {"else", VOCABULARY_APPLICATOR, HOLDS_SCHEMA},
    [KEYWORD_ALL_OF] = {"allOf", VOCABULARY_APPLICATOR, HOLDS_LIST},
    [KEYWORD_ANY_OF] = {"anyOf", VOCABULARY_APPLICATOR, HOLDS_LIST},
    [KEYWORD_ONE_OF] = {"oneOf", VOCABULARY_APPLICATOR, HOLDS_LIST},
    [KEYWORD_NOT] = {"not", VOCABULARY_APPLICATOR, HOLDS_SCHEMA},
    [KEYWORD_UNEVALUATED_ITEMS] = {"unevaluatedItems", VOCABULARY_UNEVALUATED,
        HOLDS_SCHEMA},
    [KEYWORD_UNEVALUATED_PROPERTIES] = {"unevaluatedProperties",
        VOCABULARY_UNEVALUATED, HOLDS_SCHEMA},
    [KEYWORD_FORMAT] = {"format", VOCABULARY_FORMAT_ANNOTATION, HOLDS_NONE},
    [KEYWORD_CONTENT_ENCODING] = {"contentEncoding", VOCABULARY_CONTENT,
        HOLDS_NONE},
    [KEYWORD_CONTENT_MEDIA_TYPE] = {"contentMediaType", VOCABULARY_CONTENT,
        HOLDS_NONE},
    [KEYWORD_CONTENT_SCHEMA] = {"contentSchema", VOCABULARY_CONTENT,
        HOLDS_SCHEMA},
    [KEYWORD_TITLE] = {"title", VOCABULARY_META_DATA, HOLDS_NONE},
    [KEYWORD_DESCRIPTION] = {"description", VOCABULARY_META_DATA, HOLDS_NONE},
    [KEYWORD_DEFAULT] = {"default", VOCABULARY_META_DATA, HOLDS_NONE},
    [KEYWORD_DEPRECATED] = {"deprecated", VOCABULARY_META_DATA, HOLDS_NONE},
    [KEYWORD_READ_ONLY] = {"readOnly", VOCABULARY_META_DATA, HOLDS_NONE},
    [KEYWORD_WRITE_ONLY] = {"writeOnly", VOCABULARY_META_DATA, HOLDS_NONE},
    [KEYWORD_EXAMPLES] = {"examples", VOCABULARY_META_DATA, HOLDS_NONE},
};

static const char *const vocabularies[VOCABULARIES] = {
    "core", "applicator", "unevaluated", "validation", "meta-data",
    "format-annotation", "content", "format-assertion",
};

enum keyword keyword_find(const char *name, size_t len)
{
    for (size_t k = 0; k < KEYWORDS; k++)
        if (strlen(table[k].name) == len &&
            memcmp(table[k].name, name, len) == 0)
            return (enum keyword)k;
    return KEYWORDS;
}

const char *keyword_name(enum keyword k)
{
    return table[k].name;
}

enum vocabulary keyword_vocabulary(enum keyword k)
{
    return table[k].vocabulary;
}

enum keyword_holds keyword_holds(enum keyword k)
{
    return table[k].holds;
}

enum vocabulary keyword_vocabulary_find(const char *uri, size_t len)
{
    size_t base = strlen(VOCABULARY_BASE);
    if (len < base || memcmp(uri, VOCABULARY_BASE, base) != 0)
        return VOCABULARIES;
    for (size_t v = 0; v < VOCABULARIES; v++)
        if (strlen(vocabularies[v]) == len - base &&
            memcmp(vocabularies[v], uri + base, len - base) == 0)
            return (enum vocabulary)v;
    return VOCABULARIES;
}
