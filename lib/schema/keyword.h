/* The keywords of JSON Schema 2020-12, with the two older ones that its
 * metaschema still knows (definitions, dependencies). */
#ifndef SCHEMA_KEYWORD_H
#define SCHEMA_KEYWORD_H

#include <stddef.h>

/* The vocabularies, in the order of the metaschema. */
enum vocabulary {
    VOCABULARY_CORE,
    VOCABULARY_APPLICATOR,
    VOCABULARY_UNEVALUATED,
    VOCABULARY_VALIDATION,
    VOCABULARY_META_DATA,
    VOCABULARY_FORMAT_ANNOTATION,
    VOCABULARY_CONTENT,
    VOCABULARY_FORMAT_ASSERTION,
    VOCABULARIES
};

/* Where schemas are in a keyword's value. */
enum keyword_holds {
    HOLDS_NONE,
    HOLDS_SCHEMA, /* it is one */
    HOLDS_LIST,   /* its elements are */
    HOLDS_MAP,    /* its members are; an array among them is none */
};

enum keyword {
    KEYWORD_ID,
    KEYWORD_SCHEMA,
    KEYWORD_REF,
    KEYWORD_ANCHOR,
    KEYWORD_DYNAMIC_REF,
    KEYWORD_DYNAMIC_ANCHOR,
    KEYWORD_VOCABULARY,
    KEYWORD_COMMENT,
    KEYWORD_DEFS,
    KEYWORD_DEFINITIONS,
    KEYWORD_TYPE,
    KEYWORD_CONST,
    KEYWORD_ENUM,
    KEYWORD_MULTIPLE_OF,
    KEYWORD_MAXIMUM,
    KEYWORD_EXCLUSIVE_MAXIMUM,
    KEYWORD_MINIMUM,
    KEYWORD_EXCLUSIVE_MINIMUM,
    KEYWORD_MAX_LENGTH,
    KEYWORD_MIN_LENGTH,
    KEYWORD_PATTERN,
    KEYWORD_MAX_ITEMS,
    KEYWORD_MIN_ITEMS,
    KEYWORD_UNIQUE_ITEMS,
    KEYWORD_MAX_CONTAINS,
    KEYWORD_MIN_CONTAINS,
    KEYWORD_MAX_PROPERTIES,
    KEYWORD_MIN_PROPERTIES,
    KEYWORD_REQUIRED,
    KEYWORD_DEPENDENT_REQUIRED,
    KEYWORD_PREFIX_ITEMS,
    KEYWORD_ITEMS,
    KEYWORD_CONTAINS,
    KEYWORD_ADDITIONAL_PROPERTIES,
    KEYWORD_PROPERTIES,
    KEYWORD_PATTERN_PROPERTIES,
    KEYWORD_DEPENDENT_SCHEMAS,
    KEYWORD_DEPENDENCIES,
    KEYWORD_PROPERTY_NAMES,
    KEYWORD_IF,
    KEYWORD_THEN,
    KEYWORD_ELSE,
    KEYWORD_ALL_OF,
    KEYWORD_ANY_OF,
    KEYWORD_ONE_OF,
    KEYWORD_NOT,
    KEYWORD_UNEVALUATED_ITEMS,
    KEYWORD_UNEVALUATED_PROPERTIES,
    KEYWORD_FORMAT,
    KEYWORD_CONTENT_ENCODING,
    KEYWORD_CONTENT_MEDIA_TYPE,
    KEYWORD_CONTENT_SCHEMA,
    KEYWORD_TITLE,
    KEYWORD_DESCRIPTION,
    KEYWORD_DEFAULT,
    KEYWORD_DEPRECATED,
    KEYWORD_READ_ONLY,
    KEYWORD_WRITE_ONLY,
    KEYWORD_EXAMPLES,
    KEYWORDS
};

/* The keyword of that name, or KEYWORDS. */
enum keyword keyword_find(const char *name, size_t len);

const char *keyword_name(enum keyword k);
enum vocabulary keyword_vocabulary(enum keyword k);
enum keyword_holds keyword_holds(enum keyword k);

/* The vocabulary of that URI, or VOCABULARIES. */
enum vocabulary keyword_vocabulary_find(const char *uri, size_t len);

#endif
