/* The first line is the value of an open question, the second another value of
 * its fact, the rest a reply. What is right is in the class of right replies,
 * what is exact holds the value, a mark does not depend on those before it, and
 * text has one normal form whether its letters are composed or not. A value is
 * itself a right reply, unless it has a date that can be read in two ways. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "diag.h"
#include "exam/exam.h"
#include "mark/mark.h"
#include "target.h"
#include "utf8.h"

/* Cuts a line off the text. */
static struct text line_of(struct text *rest)
{
    const char *end = memchr(rest->text, '\n', rest->len);
    size_t len = end == NULL ? rest->len : (size_t)(end - rest->text);
    struct text line = {rest->text, len};
    rest->text += len + (end != NULL);
    rest->len -= len + (end != NULL);
    return line;
}

static bool is_certain(const struct marks *m, struct text value)
{
    struct items items = {0};
    struct item item;
    bool certain = true, any = false;
    items_start(&items, &m->terms, NULL, value.text, value.len);
    for (items_next(&items, &item); item.kind != ITEM_END;
         items_next(&items, &item)) {
        certain = certain && item.kind != ITEM_EITHER;
        any = true;
    }
    items_release(&items);
    return certain && any;
}

static struct mark mark_new(const struct marks *m, size_t question,
                            struct text reply, enum mark_rules rules)
{
    struct marker k = {0};
    struct mark mark = mark_reply(&k, m, question, reply.text, reply.len,
                                  rules);
    mark_release(&k);
    if (mark.correct != (mark.class == MARK_RIGHT) ||
        (mark.exact && !mark.value))
        abort();
    return mark;
}

static void check_form(const struct marks *m, struct text reply)
{
    struct items items = {0};
    struct buf forms[2] = {BUF_EMPTY, BUF_EMPTY};
    utf8proc_uint8_t *apart = NULL;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)reply.text,
                                        (utf8proc_ssize_t)reply.len, &apart,
                                        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    if (len < 0)
        abort();
    items_write(&items, &m->terms, reply.text, reply.len, &forms[0]);
    items_write(&items, &m->terms, (char *)apart, (size_t)len, &forms[1]);
    if (strcmp(buf_string(&forms[0]), buf_string(&forms[1])) != 0)
        abort();
    free(apart);
    buf_release(&forms[0]);
    buf_release(&forms[1]);
    items_release(&items);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text rest = {(const char *)data, size};
    if (size == 0 || !utf8_valid(rest.text, size) ||
        memchr(data, '\0', size) != NULL)
        return 0;
    struct text value = line_of(&rest), other = line_of(&rest);
    struct text fact = {"pet", 3};
    struct exam_question questions[] = {
        {.task = EXAM_OPEN, .question = {"?", 1}, .answer = value,
         .value = value},
        {.task = EXAM_CLOZE, .question = {"?", 1}, .answer = other,
         .value = other},
        {.task = EXAM_CHOICE, .question = {"?", 1}, .answer = {"B", 1},
         .value = value, .options = {other, value, {"a pet", 5}, {"B", 1}}}};
    struct exam exam = {.questions = questions, .question_count = 3,
                        .facts = &fact, .fact_count = 1};
    struct marks m;
    struct marker k = {0};
    if (marks_open(&m, &exam) != EXIT_OK)
        abort();
    for (size_t q = 0; q < 6; q++) {
        enum mark_rules rules = q < 3 ? MARK_STRICT : MARK_MLLMU;
        struct mark a = mark_new(&m, q % 3, rest, rules);
        struct mark b = mark_reply(&k, &m, q % 3, rest.text, rest.len, rules);
        if (a.class != b.class || a.value != b.value || a.exact != b.exact)
            abort();
    }
    if (is_certain(&m, value) && !mark_new(&m, 0, value, MARK_STRICT).exact)
        abort();
    check_form(&m, rest);
    mark_release(&k);
    marks_close(&m);
    return 0;
}
