#include "config.h"

#include "sitter.h"

#include <inttypes.h>
#include <string.h>

#include "canonical.h"
#include "diag.h"
#include "json_write.h"
#include "shots.h"

/* What the line's head and members say against making pictures. */
static const char *read_head(struct sitter *s, const struct json_scan *scan)
{
    struct record_head head;
    head.name[0] = '\0';
    const char *wrong = record_head(scan, &head);
    if (wrong != NULL)
        return wrong;
    memcpy(s->id, head.name, sizeof s->id);
    s->kind = head.kind;
    if (s->kind == RECORD_CELEBRITY)
        return "no picture is made of a celebrity";
    if (head.id_len > SHOTS_ID_LIMIT)
        return "the id is longer than 92 bytes: those of images would be "
               "longer than 96";
    if (json_scan_find(scan, "images") != NULL)
        return "the record already has images";
    if (json_scan_find(scan, "questions") != NULL)
        return "the record already has questions: mkimages comes before mkqa";
    if (json_scan_find(scan, "split") != NULL)
        return "the record already has a split: mkimages comes before mksplit";
    return NULL;
}

static const char *dress(struct sitter *s, const struct wardrobe *wardrobe)
{
    struct guise *g = &s->other;
    g->tree = cJSON_Duplicate(s->own.tree, true);
    if (g->tree == NULL)
        return "the record does not fit into memory";
    const char *wrong = wardrobe_dress(wardrobe, &s->own.look, g->tree);
    return wrong != NULL ? wrong : look_read(&g->look, g->tree);
}

const char *sitter_read(struct sitter *s, const struct json_scan *scan,
                        const char *line, size_t len,
                        const struct wardrobe *wardrobe)
{
    size_t column;
    *s = (struct sitter){.kind = RECORD_KINDS};
    const char *wrong = read_head(s, scan);
    if (wrong == NULL)
        wrong = canonical_check(line, len, &column);
    if (wrong != NULL)
        return wrong;
    s->own.tree = cJSON_ParseWithLength(line, len);
    if (s->own.tree == NULL)
        return "the record does not fit into memory";
    wrong = look_read(&s->own.look, s->own.tree);
    if (wrong == NULL && wardrobe != NULL)
        wrong = dress(s, wardrobe);
    return wrong;
}

const struct guise *sitter_guise(const struct sitter *s, enum view_role role)
{
    return role == VIEW_TEST && s->other.tree != NULL ? &s->other : &s->own;
}

static const cJSON *appearance(const struct guise *guise)
{
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(guise->tree, "facts");
    return cJSON_GetObjectItemCaseSensitive(facts, "appearance");
}

void sitter_digest(const struct guise *guise, char hex[DIGEST_HEX + 1])
{
    unsigned char digest[DIGEST_BYTES];
    struct buf all = BUF_EMPTY;
    char *looks = cJSON_PrintUnformatted(appearance(guise));
    if (looks == NULL)
        diag_out_of_memory();
    buf_printf(&all, "%s\n%" PRIu64 " %d %s", guise->look.seed,
               guise->look.index, guise->look.age, looks);
    digest_bytes(all.data, all.len, digest);
    digest_to_hex(digest, hex);
    cJSON_free(looks);
    buf_release(&all);
}

void sitter_write_clothes(const struct guise *guise, struct buf *out)
{
    const cJSON *worn =
        cJSON_GetObjectItemCaseSensitive(appearance(guise), "clothing");
    json_write_member(out, "garment",
                      cJSON_GetStringValue(
                          cJSON_GetObjectItemCaseSensitive(worn, "garment")));
    json_write_member(out, "clothing_colour",
                      cJSON_GetStringValue(
                          cJSON_GetObjectItemCaseSensitive(worn, "colour")));
}

void sitter_release(struct sitter *s)
{
    cJSON_Delete(s->own.tree);
    cJSON_Delete(s->other.tree);
    *s = (struct sitter){0};
}
