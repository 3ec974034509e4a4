#include "config.h"

#include "lint/question_frame.h"

#include <string.h>

#include "words.h"

static bool is_probe(const struct asked *a)
{
    return strcmp(a->set, "probe") == 0;
}

bool question_frame_nameless(const struct person *p, const struct asked *a)
{
    return a->of_text && *a->image == '\0' &&
           (p->name == NULL || !words_in(a->question, p->name));
}

/* True if the person has the picture; if pictures are not listed, any. */
static bool has_image(const struct person *p, const char *id)
{
    const cJSON *image;
    if (p->images == NULL)
        return true;
    cJSON_ArrayForEach(image, p->images)
        if (strcmp(asked_text(image, "id"), id) == 0)
            return true;
    return false;
}

static void check_image(const struct person *p, const struct asked *a,
                        struct findings *f)
{
    if (a->of_text && *a->image != '\0')
        findings_add(f, "image-attached", p->place, "%s: %s", a->id,
                     a->image);
    if (a->of_image && *a->image == '\0')
        findings_add(f, "image-absent", p->place, "%s: none", a->id);
    else if (a->of_image && !has_image(p, a->image))
        findings_add(f, "image-absent", p->place, "%s: %s", a->id, a->image);
}

void question_frame_check(const struct person *p, const struct asked *a,
                          struct findings *f)
{
    check_image(p, a, f);
    if (p->name == NULL)
        return;
    bool named = words_in(a->question, p->name);
    if (a->of_text && !named && !is_probe(a))
        findings_add(f, "name-absent", p->place, "%s: '%s'", a->id,
                     a->question);
    if (a->of_image && named)
        findings_add(f, "name-present", p->place, "%s: '%s'", a->id,
                     a->question);
}

static const struct asked *find(const char *id,
                                const struct asked *const *by_id,
                                size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(by_id[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && strcmp(by_id[low]->id, id) == 0 ? by_id[low] : NULL;
}

void question_frame_check_twin(const struct person *p, const struct asked *a,
                               const struct asked *const *by_id, size_t count,
                               bool tested, struct findings *f)
{
    bool eval = strcmp(a->set, "eval") == 0;
    if (!eval && strcmp(a->set, "test") != 0)
        return;
    const struct asked *twin = find(a->twin, by_id, count);
    if (*a->twin == '\0') {
        if (tested)
            findings_add(f, "twin-missing", p->place, "%s: none", a->id);
    } else if (twin == NULL) {
        findings_add(f, "twin-missing", p->place, "%s: %s", a->id, a->twin);
    } else if (strcmp(twin->twin, a->id) != 0 || twin->task != a->task ||
               strcmp(twin->fact, a->fact) != 0 ||
               strcmp(twin->set, eval ? "test" : "eval") != 0) {
        findings_add(f, "twin-missing", p->place, "%s: %s is none", a->id,
                     a->twin);
    }
}
