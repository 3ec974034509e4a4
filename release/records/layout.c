#include "config.h"

#include "layout.h"

#include <string.h>

#include "record_limits.h"
#include "schema/pointer.h"

/* A member, in a table of those of an object that ends in {NULL}. */
struct layout {
    const char *name;
    const struct layout *inside; /* of the object that it is, or of each element
                                    of the array; NULL: in any order */
    size_t bytes; /* of its text, or of each text right in it, at most; 0: any
                     number */
};

static const struct layout hair[] = {
    {"style", NULL, 0}, {"texture", NULL, 0}, {"colour", NULL, 0},
    {"grey", NULL, 0},  {NULL, NULL, 0},
};

static const struct layout clothing[] = {
    {"garment", NULL, 0}, {"colour", NULL, 0}, {NULL, NULL, 0},
};

static const struct layout appearance[] = {
    {"age_band", NULL, 0},     {"presentation", NULL, 0},
    {"skin_tone", NULL, 0},    {"hair", hair, 0},
    {"glasses", NULL, 0},      {"facial_hair", NULL, 0},
    {"eye_colour", NULL, 0},   {"build", NULL, 0},
    {"face_shape", NULL, 0},   {"expression", NULL, 0},
    {"clothing", clothing, 0}, {NULL, NULL, 0},
};

static const struct layout facts[] = {
    {"gender", NULL, 0},
    {"birth_date", NULL, 0},
    {"birth_place", NULL, RECORD_FACT_LIMIT},
    {"residence", NULL, RECORD_FACT_LIMIT},
    {"occupation", NULL, RECORD_FACT_LIMIT},
    {"employer", NULL, RECORD_FACT_LIMIT},
    {"education", NULL, RECORD_FACT_LIMIT},
    {"income", NULL, 0},
    {"height_cm", NULL, 0},
    {"health", NULL, RECORD_FACT_LIMIT},
    {"father_occupation", NULL, RECORD_FACT_LIMIT},
    {"mother_occupation", NULL, RECORD_FACT_LIMIT},
    {"hobby", NULL, RECORD_FACT_LIMIT},
    {"pet", NULL, RECORD_FACT_LIMIT},
    {"favourite_food", NULL, RECORD_FACT_LIMIT},
    {"favourite_place", NULL, RECORD_FACT_LIMIT},
    {"email", NULL, 0},
    {"phone", NULL, 0},
    {"appearance", appearance, 0},
    {NULL, NULL, 0},
};

static const struct layout generated[] = {
    {"tool", NULL, 0},  {"version", NULL, 0}, {"seed", NULL, 0},
    {"index", NULL, 0}, {"world", NULL, 0},   {NULL, NULL, 0},
};

static const struct layout pinned[] = {
    {"tool", NULL, 0}, {"version", NULL, 0}, {"pin", NULL, 0},
    {NULL, NULL, 0},
};

static const struct layout source[] = {
    {"backend", NULL, 0}, {"model", NULL, 0},   {"seed", NULL, 0},
    {"request", NULL, 0}, {"licence", NULL, 0}, {"attribution", NULL, 0},
    {NULL, NULL, 0},
};

static const struct layout image[] = {
    {"id", NULL, 0},     {"role", NULL, 0},
    {"path", NULL, 0},   {"sha256", NULL, 0},
    {"pixels_sha256", NULL, 0}, {"width", NULL, 0},
    {"height", NULL, 0}, {"dhash", NULL, 0},
    {"phash", NULL, 0},  {"qc", NULL, 0},
    {"event", NULL, 0},  {"view", NULL, 0},
    {"identity_checked", NULL, 0}, {"alt", NULL, 0},
    {"source", source, 0}, {NULL, NULL, 0},
};

static const struct layout options[] = {
    {"A", NULL, RECORD_OPTION_LIMIT}, {"B", NULL, RECORD_OPTION_LIMIT},
    {"C", NULL, RECORD_OPTION_LIMIT}, {"D", NULL, RECORD_OPTION_LIMIT},
    {NULL, NULL, 0},
};

static const struct layout perturbed[] = {
    {"answer", NULL, RECORD_TEXT_LIMIT}, {"value", NULL, RECORD_FACT_LIMIT},
    {NULL, NULL, 0},
};

static const struct layout question[] = {
    {"id", NULL, 0},
    {"set", NULL, 0},
    {"task", NULL, 0},
    {"modality", NULL, 0},
    {"fact", NULL, 0},
    {"pair", NULL, 0},
    {"twin", NULL, 0},
    {"image", NULL, 0},
    {"wording", NULL, 0},
    {"question", NULL, RECORD_TEXT_LIMIT},
    {"options", options, 0},
    {"answer", NULL, RECORD_TEXT_LIMIT},
    {"value", NULL, RECORD_FACT_LIMIT},
    {"aliases", NULL, RECORD_FACT_LIMIT},
    {"paraphrase", NULL, RECORD_TEXT_LIMIT},
    {"perturbed", perturbed, 0},
    {NULL, NULL, 0},
};

static const struct layout split[] = {
    {"rule", NULL, 0},   {"seed", NULL, 0},    {"n", NULL, 0},
    {"ratios", NULL, 0}, {"holdout", NULL, 0}, {"tune", NULL, 0},
    {"by", NULL, 0},     {"sequence", NULL, 0}, {"rank", NULL, 0},
    {"sets", NULL, 0},   {NULL, NULL, 0},
};

static const struct layout person_members[] = {
    {"schema", NULL, 0},
    {"id", NULL, 0},
    {"kind", NULL, 0},
    {"name", NULL, RECORD_FACT_LIMIT},
    {"facts", facts, 0},
    {"biography", NULL, RECORD_BIOGRAPHY_LIMIT},
    {"provenance", generated, 0},
    {"images", image, 0},
    {"questions", question, 0},
    {"split", split, 0},
    {NULL, NULL, 0},
};

static const struct layout celebrity_members[] = {
    {"schema", NULL, 0},
    {"id", NULL, 0},
    {"kind", NULL, 0},
    {"name", NULL, RECORD_FACT_LIMIT},
    {"facts", NULL, RECORD_FACT_LIMIT},
    {"biography", NULL, RECORD_BIOGRAPHY_LIMIT},
    {"provenance", pinned, 0},
    {"images", image, 0},
    {"questions", question, 0},
    {"split", split, 0},
    {NULL, NULL, 0},
};

/* A value on the way from the person to what is looked at. */
struct spot {
    const struct spot *above; /* NULL: it is the person */
    const struct layout *layout;
    struct value value;
    const char *name; /* of the member, as it is written; NULL: an element */
    size_t at;        /* bytes in the name, or which element */
};

/* What becomes known of it. */
struct fault {
    struct buf *why;
    struct value *at;
};

static int check(const struct spot *s, const struct fault *fault);

static void put_pointer(const struct spot *s, struct buf *out)
{
    if (s->above == NULL)
        return;
    put_pointer(s->above, out);
    if (s->name != NULL)
        pointer_add(out, s->name, s->at);
    else
        pointer_add_index(out, s->at);
}

/* Begins to tell what is wrong at a spot; returns -1. */
static int wrong(const struct spot *s, const struct fault *fault)
{
    *fault->at = s->value;
    put_pointer(s, fault->why);
    buf_puts(fault->why, s->above != NULL ? ": " : "");
    return -1;
}

static int check_text(const struct spot *s, const struct fault *fault)
{
    struct buf scratch = BUF_EMPTY;
    size_t len, most = s->layout->bytes;
    value_string(s->value, &scratch, &len);
    buf_release(&scratch);
    if (len <= most || most == 0)
        return 0;
    wrong(s, fault);
    buf_printf(fault->why, "expected at most %zu bytes, found %zu", most, len);
    return -1;
}

static size_t skip(struct value v)
{
    return v.tape->nodes[v.node].skip;
}

static int check_elements(const struct spot *s, const struct fault *fault)
{
    size_t count = s->value.tape->nodes[s->value.node].size;
    struct spot element = {.above = s, .layout = s->layout,
                           .value = {s->value.tape, s->value.node + 1}};
    for (; element.at < count; element.at++) {
        if (check(&element, fault) < 0)
            return -1;
        element.value.node += skip(element.value);
    }
    return 0;
}

/* The member of that name in what is left of a table, or its end. */
static const struct layout *find(const struct layout *left, const char *name,
                                 size_t len)
{
    while (left->name != NULL && (strlen(left->name) != len ||
                                  memcmp(left->name, name, len) != 0))
        left++;
    return left;
}

static int check_members(const struct spot *s, const struct fault *fault)
{
    size_t count = s->value.tape->nodes[s->value.node].size;
    const struct layout *next = s->layout->inside;
    struct spot member = {.above = s, .layout = s->layout,
                          .value = {s->value.tape, s->value.node + 1}};
    for (size_t i = 0; i < count; i++) {
        member.name = value_raw(member.value, &member.at);
        member.value.node++;
        if (next != NULL) {
            member.layout = next = find(next, member.name, member.at);
            if (next->name == NULL) {
                wrong(s, fault);
                buf_printf(fault->why, "the member '%.*s' is out of order",
                           (int)member.at, member.name);
                return -1;
            }
        }
        if (check(&member, fault) < 0)
            return -1;
        member.value.node += skip(member.value);
    }
    return 0;
}

static int check(const struct spot *s, const struct fault *fault)
{
    if (s->layout->inside == NULL && s->layout->bytes == 0)
        return 0;
    switch (value_kind(s->value)) {
    case JSON_STRING:
        return check_text(s, fault);
    case JSON_ARRAY:
        return check_elements(s, fault);
    case JSON_OBJECT:
        return check_members(s, fault);
    default:
        return 0;
    }
}

int layout_check(struct value person, bool celebrity, struct buf *why,
                 struct value *at)
{
    const struct layout whole = {
        "person", celebrity ? celebrity_members : person_members, 0};
    const struct spot top = {.layout = &whole, .value = person};
    return check(&top, &(struct fault){why, at});
}
