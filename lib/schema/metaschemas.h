/* The metaschemas of the draft, as json-schema.org publishes them. They are
 * built in: schema/metaschema/ has the files that the source is made of. */
#ifndef SCHEMA_METASCHEMAS_H
#define SCHEMA_METASCHEMAS_H

#define METASCHEMAS_BASE "https://json-schema.org/draft/2020-12/"

struct metaschema {
    const char *uri;
    const char *text; /* JSON */
};

/* Behind the last one is one without a URI. */
extern const struct metaschema metaschemas[];

#endif
