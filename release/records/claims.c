#include "config.h"

#include "claims.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "shape.h"

int claims_open(struct claims *c)
{
    *c = (struct claims){.unique.spool.fd = -1};
    return unique_open(&c->unique);
}

static void put_claim(struct claims *c, struct claim claim)
{
    if (claim.text == NULL)
        return;
    if (c->count == c->cap) {
        c->cap = c->cap == 0 ? 256 : 2 * c->cap;
        c->list = xrealloc(c->list, c->cap, sizeof *c->list);
    }
    c->list[c->count++] = claim;
}

static void put(struct claims *c, const char *what, const char *text,
                uint64_t among)
{
    put_claim(c, (struct claim){what, text, NULL, among});
}

static void put_ids(struct claims *c, const char *what, const cJSON *array)
{
    const cJSON *item = array != NULL ? array->child : NULL;
    for (; item != NULL; item = item->next)
        put(c, what, shape_text(item, "id"), 0);
}

/* The sums of images; pixels can be the same where the bytes are not. */
static void put_images(struct claims *c, const cJSON *array)
{
    static const char *const sums[] = {"sha256", "pixels_sha256"};
    const cJSON *i = array != NULL ? array->child : NULL;
    put_ids(c, "image", array);
    for (; i != NULL; i = i->next)
        for (int k = 0; k < 2; k++)
            put_claim(c, (struct claim){sums[k], shape_text(i, sums[k]),
                                        shape_text(i, "id"), 0});
}

/* The group of people among whom a telephone number is one's own. */
static uint64_t phone_group(const cJSON *person)
{
    const cJSON *index = cJSON_GetObjectItemCaseSensitive(
        cJSON_GetObjectItemCaseSensitive(person, "provenance"), "index");
    if (index == NULL || !(index->valuedouble >= 1))
        return 0;
    return (uint64_t)(index->valuedouble - 1) / CLAIMS_PHONES;
}

/* Lists what a person claims. */
static void list(struct claims *c, const cJSON *person)
{
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(person, "facts");
    c->count = 0;
    put(c, "name", shape_text(person, "name"), 0);
    if (strcmp(shape_text(person, "kind"), "celebrity") != 0) {
        put(c, "email", shape_text(facts, "email"), 0);
        put(c, "phone", shape_text(facts, "phone"), phone_group(person));
    }
    put_images(c, cJSON_GetObjectItemCaseSensitive(person, "images"));
    put_ids(c, "question",
            cJSON_GetObjectItemCaseSensitive(person, "questions"));
}

int claims_add(struct claims *c, const struct person *p)
{
    list(c, p->tree);
    for (size_t i = 0; i < c->count; i++) {
        buf_clear(&c->key);
        buf_put_u64(&c->key, c->list[i].among);
        buf_puts(&c->key, c->list[i].what);
        buf_putc(&c->key, ' ');
        buf_puts(&c->key, c->list[i].text);
        if (unique_add(&c->unique, c->key.data, c->key.len, p->number) < 0)
            return -1;
    }
    return 0;
}

int claims_clash(struct claims *c, struct unique_twins twins[UNIQUE_TWINS])
{
    return unique_find_twins(&c->unique, twins);
}

static int by_text(const void *a, const void *b)
{
    const struct claim *x = a, *y = b;
    int order = strcmp(x->what, y->what);
    if (order == 0 && x->among != y->among)
        return x->among < y->among ? -1 : 1;
    return order != 0 ? order : strcmp(x->text, y->text);
}

/* The tree of a line that was good when it was read first, or NULL. */
static cJSON *parse(const struct claims_line *line)
{
    cJSON *tree = cJSON_ParseWithLength(line->text.data, line->text.len);
    if (shape_text(tree, "id") != NULL && shape_text(tree, "kind") != NULL)
        return tree;
    cJSON_Delete(tree);
    return NULL;
}

/* Tells that an image has a sum of an image of another. */
static void tell_image(const struct claim *claim, const struct claim *other,
                       const struct claims_line lines[2], struct findings *f)
{
    struct buf found = BUF_EMPTY;
    buf_printf(&found, "%s %s, also of %s of %s", claim->what, claim->text,
               other->image, lines[0].place.id);
    findings_add(f, "image/same", lines[1].place,
                 "image %s: its %s is also that of %s of %s, %s:%" PRIu64,
                 claim->image, claim->what, other->image, lines[0].place.id,
                 lines[0].place.file, lines[0].place.line);
    findings_witness(f, "an image that nobody else has", buf_string(&found));
    buf_release(&found);
}

static void tell(const struct claim *claim, const struct claims_line lines[2],
                 struct findings *f)
{
    findings_add(f, "people/shared", lines[1].place,
                 "the %s %s is also that of %s, %s:%" PRIu64, claim->what,
                 claim->text, lines[0].place.id, lines[0].place.file,
                 lines[0].place.line);
    findings_witness(f, "one that nobody else has", claim->text);
}

/* Tells what is in the list and among `count` sorted claims of another. Of an
 * image whose bytes are another's, the pixels are not told, too. */
static void tell_both(const struct claims *c, const struct claim *others,
                      size_t count, const struct claims_line lines[2],
                      struct findings *f)
{
    const char *told = NULL; /* the id of the image last told */
    for (size_t i = 0; i < c->count; i++) {
        const struct claim *claim = &c->list[i];
        const struct claim *other =
            bsearch(claim, others, count, sizeof *others, by_text);
        if (other == NULL || (told != NULL && claim->image == told))
            continue;
        told = claim->image;
        if (claim->image != NULL)
            tell_image(claim, other, lines, f);
        else
            tell(claim, lines, f);
    }
}

void claims_tell(struct claims *c, struct claims_line lines[2],
                 struct findings *f)
{
    cJSON *one = parse(&lines[0]), *two = parse(&lines[1]);
    struct claim *others = NULL;
    if (one == NULL || two == NULL)
        goto out;
    lines[0].place.id = shape_text(one, "id");
    lines[1].place.id = shape_text(two, "id");
    if (strcmp(lines[0].place.id, lines[1].place.id) == 0)
        goto out;
    list(c, one);
    size_t count = c->count;
    others = xmalloc(count, sizeof *others);
    memcpy(others, c->list, count * sizeof *others);
    qsort(others, count, sizeof *others, by_text);
    list(c, two);
    tell_both(c, others, count, lines, f);
out:
    lines[0].place.id = lines[1].place.id = NULL;
    free(others);
    cJSON_Delete(one);
    cJSON_Delete(two);
}

void claims_close(struct claims *c)
{
    unique_close(&c->unique);
    free(c->list);
    buf_release(&c->key);
    *c = (struct claims){.unique.spool.fd = -1};
}
