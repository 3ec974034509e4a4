#include "config.h"

#include "lint/mllmu_questions.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "json_write.h"
#include "lint/asked.h"
#include "lint/nested.h"
#include "words.h"

#define FACTS 64 /* rows of the table of words, at most, that are looked at */

/* What the questions of a row have in common. */
struct frame {
    struct buf *out;
    const char *id, *set, *picture;
    const struct tsv *words;
    unsigned count; /* questions written */
};

cJSON *mllmu_questions_member(cJSON *row, const char *name)
{
    cJSON *member = cJSON_GetObjectItemCaseSensitive(row, name);
    if (!cJSON_IsString(member))
        return member;
    cJSON *tree = nested_parse(member->valuestring);
    if (tree != NULL)
        cJSON_ReplaceItemInObjectCaseSensitive(row, name, tree);
    return tree;
}

/* True if the text holds one of the words in a cell, parted by commas. */
static bool holds_any(const char *text, const char *cell)
{
    char word[64];
    while (*cell != '\0') {
        size_t len = strcspn(cell, ",");
        snprintf(word, sizeof word, "%.*s", (int)len, cell);
        if (words_in(text, word))
            return true;
        cell += len + (cell[len] == ',');
    }
    return false;
}

/* The first row of the table whose words the question holds, or -1. */
static int fact_of(const char *question, const struct tsv *words)
{
    for (size_t i = 0; i < words->rows && i < FACTS; i++)
        if (holds_any(question, tsv_cell(words, i, 1)))
            return (int)i;
    return -1;
}

/* Begins a question up to its text. */
static void write_frame(struct frame *f, enum asked_task task, bool image,
                        const char *question)
{
    char name[192];
    int fact = fact_of(question, f->words);
    snprintf(name, sizeof name, "%.60s_%s_%u", f->id, f->set, ++f->count);
    buf_puts(f->out, f->out->data[f->out->len - 1] == '[' ? "{" : ",{");
    json_write_member(f->out, "id", name);
    json_write_member(f->out, "set", f->set);
    json_write_member(f->out, "task", asked_task_name(task));
    json_write_member(f->out, "modality", image ? "image" : "text");
    if (fact >= 0)
        json_write_member(f->out, "fact",
                          tsv_cell(f->words, (size_t)fact, 0));
    if (image) {
        snprintf(name, sizeof name, "%.60s_%s", f->id, f->picture);
        json_write_member(f->out, "image", name);
    }
    json_write_member(f->out, "question", question);
}

static void write_choice(struct frame *f, bool image, const cJSON *question)
{
    const cJSON *option;
    write_frame(f, ASKED_CHOICE, image, asked_text(question, "Question"));
    json_write_name(f->out, "options");
    buf_putc(f->out, '{');
    cJSON_ArrayForEach(option,
                       cJSON_GetObjectItemCaseSensitive(question, "Options"))
        if (cJSON_IsString(option) && option->string != NULL)
            json_write_member(f->out, option->string, option->valuestring);
    buf_putc(f->out, '}');
    json_write_member(f->out, "answer", asked_text(question, "Correct_Answer"));
    buf_putc(f->out, '}');
}

/* Questions in a flat list, each with its Type. */
static void write_list(struct frame *f, enum asked_task task,
                       const cJSON *list)
{
    const cJSON *question;
    cJSON_ArrayForEach(question, list)
    {
        bool image = strcmp(asked_text(question, "Type"), "Image_Textual") == 0;
        write_frame(f, task, image, asked_text(question, "Question"));
        json_write_member(f->out, "answer",
                          asked_text(question, "Ground_Truth"));
        buf_putc(f->out, '}');
    }
}

void mllmu_questions_write(struct buf *out, const char *id, const char *set,
                           const char *picture, cJSON *row,
                           const struct tsv *words)
{
    struct frame f = {out, id, set, picture, words, 0};
    const cJSON *question;
    if (row == NULL)
        return;
    const cJSON *choices = mllmu_questions_member(row, "Classification_Task");
    cJSON_ArrayForEach(question, cJSON_GetObjectItemCaseSensitive(
                                     choices, "Image_Textual_Questions"))
        write_choice(&f, true, question);
    cJSON_ArrayForEach(question, cJSON_GetObjectItemCaseSensitive(
                                     choices, "Pure_Text_Questions"))
        write_choice(&f, false, question);
    write_list(&f, ASKED_OPEN, mllmu_questions_member(row, "Generation_Task"));
    write_list(&f, ASKED_CLOZE, mllmu_questions_member(row, "Mask_Task"));
}

void mllmu_questions_write_train(struct buf *out, const char *id, cJSON *row,
                                 const struct tsv *words)
{
    struct frame f = {out, id, "train", "p1", words, 0};
    const cJSON *question;
    if (row == NULL)
        return;
    cJSON_ArrayForEach(question, mllmu_questions_member(row, "metadata"))
    {
        write_frame(&f, ASKED_OPEN, true, asked_text(question, "Question"));
        json_write_member(out, "answer", asked_text(question, "Answer"));
        buf_putc(out, '}');
    }
}

void mllmu_questions_write_facts(struct buf *out, cJSON *row,
                                 const struct tsv *words)
{
    bool seen[FACTS] = {false};
    const cJSON *question;
    cJSON_ArrayForEach(question, mllmu_questions_member(row, "metadata"))
    {
        int fact = fact_of(asked_text(question, "Question"), words);
        if (fact < 0 || seen[fact])
            continue;
        seen[fact] = true;
        if (strcmp(tsv_cell(words, (size_t)fact, 0), "name") != 0)
            json_write_member(out, tsv_cell(words, (size_t)fact, 0),
                              asked_text(question, "Answer"));
    }
}
