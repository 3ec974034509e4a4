#include "config.h"

#include "lint/mllmu_person.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "json_write.h"
#include "lint/asked.h"
#include "lint/mllmu_questions.h"
#include "lint/nested.h"
#include "record.h"

#define FACTS 256 /* members of a biography that are looked at */

bool mllmu_person_is_celebrity(const struct mllmu_rows *r)
{
    return r->row[MLLMU_CELEBRITIES] != NULL && r->row[MLLMU_FULL] == NULL &&
           r->row[MLLMU_TEST] == NULL && r->row[MLLMU_TRAIN] == NULL &&
           r->row[MLLMU_FORGET] == NULL && r->row[MLLMU_RETAIN] == NULL;
}

/* The configuration whose row has the eval questions; if none has, that of the
 * training row. */
static enum mllmu_config eval_config(const struct mllmu_rows *r)
{
    static const enum mllmu_config order[] = {
        MLLMU_FULL, MLLMU_FORGET, MLLMU_RETAIN, MLLMU_CELEBRITIES,
    };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (r->row[order[i]] != NULL)
            return order[i];
    return MLLMU_TRAIN;
}

/* Makes an id that ours may be. */
static void write_id(struct buf *out, const char *id)
{
    char made[RECORD_ID_LIMIT / 2 + 1];
    size_t len = 0;
    for (; *id != '\0' && len + 1 < sizeof made; id++)
        made[len++] = isalnum((unsigned char)*id)
                          ? (char)tolower((unsigned char)*id)
                          : '_';
    buf_add(out, made, len);
}

/* The person's name: what the biography has behind "Name", be it JSON or how
 * Python prints an object; in `name`, "" if there is none. */
static void find_name(const char *biography, struct buf *name)
{
    buf_clear(name);
    const char *at = strstr(biography, "Name");
    if (at == NULL || at == biography || strchr("\"'", at[-1]) == NULL ||
        at[4] != at[-1])
        return;
    at += 5;
    at += strspn(at, " :");
    if (*at != '"' && *at != '\'')
        return;
    const char *end = strchr(at + 1, *at);
    if (end != NULL)
        buf_add(name, at + 1, (size_t)(end - at - 1));
}

/* The first members of a biography that is JSON, as facts; the first of a
 * name. */
static void write_biography_facts(struct buf *out, const char *biography)
{
    cJSON *tree = nested_parse(biography), *facts = cJSON_CreateObject();
    const cJSON *member;
    int count = 0;
    cJSON_ArrayForEach(member, tree)
    {
        struct buf name = BUF_EMPTY;
        if (count++ == FACTS)
            break;
        if (!cJSON_IsString(member) || member->string == NULL ||
            strcmp(member->string, "Name") == 0)
            continue;
        write_id(&name, member->string);
        if (!cJSON_HasObjectItem(facts, buf_string(&name))) {
            cJSON_AddBoolToObject(facts, buf_string(&name), true);
            json_write_member(out, buf_string(&name), member->valuestring);
        }
        buf_release(&name);
    }
    cJSON_Delete(tree);
    cJSON_Delete(facts);
}

static void write_pictures(struct buf *out, const cJSON *sums, const char *id,
                           const char *role)
{
    char made[RECORD_ID_LIMIT];
    const cJSON *sum;
    int number = 0;
    cJSON_ArrayForEach(sum, sums)
    {
        snprintf(made, sizeof made, "%.60s_%c%d", id, role[0], ++number);
        buf_puts(out, out->data[out->len - 1] == '[' ? "{" : ",{");
        json_write_member(out, "id", made);
        json_write_member(out, "role", role);
        if (cJSON_IsString(sum) && *sum->valuestring != '\0')
            json_write_member(out, "sha256", sum->valuestring);
        buf_putc(out, '}');
    }
}

static void write_images(struct buf *out, const struct mllmu_rows *r,
                         const char *id)
{
    json_write_name(out, "images");
    buf_putc(out, '[');
    write_pictures(out, r->images[eval_config(r)], id, "portrait");
    write_pictures(out, r->images[MLLMU_TEST], id, "view");
    buf_putc(out, ']');
}

static void write_head(struct buf *out, const struct mllmu_rows *r,
                       struct buf *id)
{
    write_id(id, r->id);
    buf_putc(out, '{');
    json_write_member(out, "schema", RECORD_SCHEMA);
    json_write_member(out, "id", buf_string(id));
    json_write_member(out, "kind",
                      record_kind_name(mllmu_person_is_celebrity(r)
                                           ? RECORD_CELEBRITY
                                           : RECORD_FICTITIOUS));
}

static void write_texts(struct buf *out, const struct mllmu_rows *r,
                        const cJSON *eval, const struct tsv *words)
{
    struct buf name = BUF_EMPTY;
    const char *biography = asked_text(eval, "biography");
    find_name(biography, &name);
    if (name.len > 0)
        json_write_member(out, "name", buf_string(&name));
    json_write_name(out, "facts");
    buf_putc(out, '{');
    if (r->row[MLLMU_TRAIN] != NULL)
        mllmu_questions_write_facts(out, r->row[MLLMU_TRAIN], words);
    else
        write_biography_facts(out, biography);
    buf_putc(out, '}');
    if (*biography != '\0' && *biography != '{')
        json_write_member(out, "biography", biography);
    buf_release(&name);
}

void mllmu_person_write(struct buf *out, const struct mllmu_rows *r,
                        const struct tsv *words)
{
    struct buf id = BUF_EMPTY;
    cJSON *eval = r->row[eval_config(r)];
    write_head(out, r, &id);
    write_texts(out, r, eval, words);
    write_images(out, r, buf_string(&id));
    json_write_name(out, "questions");
    buf_putc(out, '[');
    mllmu_questions_write(out, buf_string(&id), "eval", "p1", eval, words);
    mllmu_questions_write(out, buf_string(&id), "test", "v1",
                          r->row[MLLMU_TEST], words);
    mllmu_questions_write_train(out, buf_string(&id), r->row[MLLMU_TRAIN],
                                words);
    buf_putc(out, ']');
    if (r->sets.len > 0)
        buf_printf(out, ",\"split\":{\"sets\":[%.*s]}", (int)r->sets.len,
                   r->sets.data);
    else if (mllmu_person_is_celebrity(r))
        buf_puts(out, ",\"split\":{\"sets\":[\"real\"]}");
    buf_putc(out, '}');
    buf_release(&id);
}
