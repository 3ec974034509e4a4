#include "config.h"

#include "exam/kept.h"

#include <string.h>

#include "inside.h"

/* A question while its texts are kept. */
struct keeping {
    struct exam *exam;
    struct buf *scratch;
    const char *from; /* where its bytes are in the line */
    struct exam_question *q;
};

static bool member(struct value object, const char *name, struct value *v)
{
    return value_member(object, name, strlen(name), v);
}

/* The text of a string inside the question. */
static struct text keep(struct keeping *k, struct value v)
{
    size_t len;
    const char *raw = value_raw(v, &len);
    if (!v.tape->nodes[v.node].escaped)
        return (struct text){k->q->bytes.text + (raw - k->from), len};
    const char *plain = value_string(v, k->scratch, &len);
    return pool_text(&k->exam->pool, plain, len);
}

/* Keeps the string member of that name. Returns false if there is none. */
static bool keep_member(struct keeping *k, struct value object,
                        const char *name, struct text *text)
{
    struct value v;
    if (!member(object, name, &v) || value_kind(v) != JSON_STRING)
        return false;
    *text = keep(k, v);
    return true;
}

static const char *keep_options(struct keeping *k, struct value v)
{
    static const char *const letters[EXAM_OPTIONS] = {"A", "B", "C", "D"};
    struct exam_question *q = k->q;
    struct value options;
    if (!member(v, "options", &options))
        return "a choice has no options";
    for (size_t i = 0; i < EXAM_OPTIONS; i++)
        if (!keep_member(k, options, letters[i], &q->options[i]))
            return "a choice lacks an option";
    if (q->answer.len != 1 || q->answer.text[0] < 'A' ||
        q->answer.text[0] > 'D')
        return "the answer to a choice is no letter from A to D";
    return NULL;
}

static const char *keep_aliases(struct keeping *k, struct value v)
{
    struct value list;
    if (!member(v, "aliases", &list) || value_kind(list) != JSON_ARRAY)
        return "a question has no aliases";
    size_t count = list.tape->nodes[list.node].size;
    struct text *aliases =
        pool_take(&k->exam->pool, count * sizeof *aliases);
    struct value alias = {list.tape, list.node + 1};
    for (size_t i = 0; i < count; i++) {
        if (value_kind(alias) != JSON_STRING)
            return "an alias that is no string";
        aliases[i] = keep(k, alias);
        alias.node += alias.tape->nodes[alias.node].skip;
    }
    k->q->aliases = aliases;
    k->q->alias_count = count;
    return NULL;
}

static const char *keep_perturbed(struct keeping *k, struct value v)
{
    struct value list;
    if (!member(v, "perturbed", &list))
        return NULL;
    if (value_kind(list) != JSON_ARRAY ||
        list.tape->nodes[list.node].size != EXAM_PERTURBED)
        return "perturbed answers that are not five";
    struct exam_perturbed *all =
        pool_take(&k->exam->pool, EXAM_PERTURBED * sizeof *all);
    struct value one = {list.tape, list.node + 1};
    for (size_t i = 0; i < EXAM_PERTURBED; i++) {
        if (!keep_member(k, one, "answer", &all[i].answer) ||
            !keep_member(k, one, "value", &all[i].value))
            return "a perturbed answer lacks its text or value";
        one.node += one.tape->nodes[one.node].skip;
    }
    k->q->perturbed = all;
    return NULL;
}

/* The content type by a path's ending, or NULL. */
static const char *type_of(struct text path)
{
    static const char *const types[][2] = {{".png", "image/png"},
                                           {".jpg", "image/jpeg"},
                                           {".jpeg", "image/jpeg"},
                                           {".webp", "image/webp"},
                                           {".gif", "image/gif"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t len = strlen(types[i][0]);
        if (path.len > len &&
            memcmp(path.text + path.len - len, types[i][0], len) == 0)
            return types[i][1];
    }
    return NULL;
}

/* A string member of a picture, copied; empty if there is none. */
static struct text copy(struct keeping *k, struct value picture,
                        const char *name)
{
    struct value v;
    size_t len = 0;
    const char *text = "";
    if (member(picture, name, &v) && value_kind(v) == JSON_STRING)
        text = value_string(v, k->scratch, &len);
    return pool_text(&k->exam->pool, text, len);
}

/* Finds the person's picture of that id: 1 and *picture, or 0. */
static bool find_picture(struct value id, struct value *picture)
{
    struct value person = {id.tape, 0}, images, other;
    size_t len, other_len;
    const char *wanted = value_raw(id, &len);
    if (!member(person, "images", &images) ||
        value_kind(images) != JSON_ARRAY)
        return false;
    *picture = (struct value){id.tape, images.node + 1};
    for (size_t i = 0; i < id.tape->nodes[images.node].size; i++) {
        if (member(*picture, "id", &other)) {
            const char *have = value_raw(other, &other_len);
            if (have != NULL && len == other_len &&
                memcmp(have, wanted, len) == 0)
                return true;
        }
        picture->node += id.tape->nodes[picture->node].skip;
    }
    return false;
}

/* Fills in a picture of the person. Returns NULL, or what is wrong. */
static const char *fill_image(struct keeping *k, struct value picture,
                              struct exam_image *image)
{
    image->path = copy(k, picture, "path");
    image->sha256 = copy(k, picture, "sha256");
    image->type = type_of(image->path);
    if (strlen(image->path.text) != image->path.len ||
        !inside_valid(image->path.text) || image->type == NULL)
        return "the path of an image is none, or of no known kind";
    if (image->sha256.len != DIGEST_HEX)
        return "an image has no sum";
    return NULL;
}

static const char *keep_image(struct keeping *k, struct value v)
{
    struct value id, picture;
    if (!member(v, "image", &id) || value_kind(id) == JSON_NULL)
        return k->q->modality == EXAM_IMAGE ? "an image question has no image"
                                            : NULL;
    if (!find_picture(id, &picture))
        return "a question names an image that the person does not have";
    struct exam_image *image = pool_take(&k->exam->pool, sizeof *image);
    k->q->image = image;
    return fill_image(k, picture, image);
}

const char *kept_question(struct exam *e, struct buf *scratch, struct value v,
                          struct exam_question *q)
{
    size_t len;
    struct keeping k = {e, scratch, value_text(v, &len), q};
    q->bytes = pool_text(&e->pool, k.from, len);
    if (!keep_member(&k, v, "id", &q->id) ||
        !record_id_valid(q->id.text, q->id.len))
        return "a question has no valid id";
    if (!keep_member(&k, v, "question", &q->question) ||
        !keep_member(&k, v, "answer", &q->answer) ||
        !keep_member(&k, v, "value", &q->value) ||
        !keep_member(&k, v, "wording", &q->wording))
        return "a question lacks its text, wording, answer or value";
    keep_member(&k, v, "pair", &q->pair);
    keep_member(&k, v, "paraphrase", &q->paraphrase);
    const char *reason = q->task == EXAM_CHOICE ? keep_options(&k, v) : NULL;
    if (reason == NULL)
        reason = keep_aliases(&k, v);
    if (reason == NULL)
        reason = keep_perturbed(&k, v);
    return reason != NULL ? reason : keep_image(&k, v);
}

/* Whether people are taught with a picture. */
static bool is_taught(struct value picture)
{
    struct value role;
    return member(picture, "role", &role) &&
           (value_is(role, "portrait") || value_is(role, "train_view"));
}

const char *kept_pictures(struct exam *e, struct buf *scratch,
                          struct value person, struct exam_person *p)
{
    struct keeping k = {.exam = e, .scratch = scratch};
    struct value images;
    const char *reason = NULL;
    if (!member(person, "images", &images))
        return NULL;
    if (value_kind(images) != JSON_ARRAY)
        return "images that are no array";
    size_t count = person.tape->nodes[images.node].size;
    struct exam_image *list = pool_take(&e->pool, count * sizeof *list);
    struct value picture = {person.tape, images.node + 1};
    p->taught = list;
    for (size_t i = 0; i < count && reason == NULL; i++) {
        if (is_taught(picture))
            reason = fill_image(&k, picture, &list[p->taught_count++]);
        picture.node += person.tape->nodes[picture.node].skip;
    }
    return reason;
}

void kept_id(struct value v, char id[RECORD_ID_LIMIT + 1])
{
    struct value own;
    size_t len;
    if (!member(v, "id", &own))
        return;
    const char *text = value_raw(own, &len);
    if (!record_id_valid(text, len))
        return;
    memcpy(id, text, len);
    id[len] = '\0';
}
