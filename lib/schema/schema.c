#include "config.h"

#include "schema/schema.h"

#include "schema/compile.h"

void schema_init(struct schema *s)
{
    *s = (struct schema){0};
    registry_init(&s->registry);
}

void schema_map(struct schema *s, const char *prefix, const char *folder)
{
    registry_map(&s->registry, prefix, folder);
}

int schema_add_file(struct schema *s, const char *path, struct buf *why)
{
    return registry_add_file(&s->registry, path, why) < 0 ? -1 : 0;
}

static int compile_document(struct schema *s, int64_t document, bool formats,
                            struct buf *why)
{
    struct place root = {(uint32_t)document, 0};
    if (document < 0)
        return -1;
    return compile(&s->registry, root, formats, &s->program, why);
}

int schema_compile_file(struct schema *s, const char *path, bool formats,
                        struct buf *why)
{
    return compile_document(s, registry_add_file(&s->registry, path, why),
                            formats, why);
}

int schema_compile_text(struct schema *s, const char *uri, const char *text,
                        size_t len, bool formats, struct buf *why)
{
    return compile_document(
        s, registry_add(&s->registry, uri, uri, text, len, why), formats, why);
}

int schema_compile_uri(struct schema *s, const char *uri, bool formats,
                       struct buf *why)
{
    int64_t resource =
        registry_resource(&s->registry, uri, strlen(uri), why);
    if (resource < 0 && why->len == 0)
        buf_printf(why, "nothing is known of %s", uri);
    if (resource < 0)
        return -1;
    return compile(&s->registry, s->registry.resources[resource].root,
                   formats, &s->program, why);
}

void schema_release(struct schema *s)
{
    program_release(&s->program);
    registry_release(&s->registry);
}
