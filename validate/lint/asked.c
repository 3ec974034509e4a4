#include "config.h"

#include "lint/asked.h"

#include <string.h>
#include <strings.h>

static const char *const tasks[] = {"choice", "open", "cloze", "other"};

const char *asked_task_name(enum asked_task task)
{
    return tasks[task];
}

const char *asked_text(const cJSON *object, const char *name)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsString(member) ? member->valuestring : "";
}

static enum asked_task task_of(const char *name)
{
    enum asked_task task = ASKED_CHOICE;
    while (task < ASKED_TASKS && strcmp(tasks[task], name) != 0)
        task++;
    return task;
}

/* Counts the options and finds the one that the answer names. */
static void read_options(struct asked *a)
{
    const cJSON *option;
    cJSON_ArrayForEach(option, a->options)
    {
        if (a->option_count == ASKED_OPTIONS)
            return;
        if (a->right < 0 && strcmp(option->string, a->answer) == 0)
            a->right = (int)a->option_count;
        a->option_count++;
    }
}

void asked_read(struct asked *a, const cJSON *question)
{
    const char *modality = asked_text(question, "modality");
    *a = (struct asked){
        .id = asked_text(question, "id"),
        .set = asked_text(question, "set"),
        .fact = asked_text(question, "fact"),
        .twin = asked_text(question, "twin"),
        .image = asked_text(question, "image"),
        .wording = asked_text(question, "wording"),
        .question = asked_text(question, "question"),
        .answer = asked_text(question, "answer"),
        .value = asked_text(question, "value"),
        .task = task_of(asked_text(question, "task")),
        .of_image = strcmp(modality, "image") == 0,
        .of_text = strcmp(modality, "text") == 0,
        .aliases = cJSON_GetObjectItemCaseSensitive(question, "aliases"),
        .right = -1,
    };
    const cJSON *options =
        cJSON_GetObjectItemCaseSensitive(question, "options");
    if (cJSON_GetArraySize(a->aliases) > ASKED_ALIASES)
        a->aliases = NULL;
    if (a->task == ASKED_CHOICE && cJSON_IsObject(options))
        a->options = options;
    read_options(a);
}

const char *asked_option(const struct asked *a, int place)
{
    const cJSON *option;
    cJSON_ArrayForEach(option, a->options)
        if (place-- == 0)
            return cJSON_IsString(option) ? option->valuestring : "";
    return "";
}

const char *asked_truth(const struct asked *a)
{
    if (a->task == ASKED_CHOICE)
        return asked_option(a, a->right);
    return *a->value != '\0' ? a->value : a->answer;
}

bool asked_is_value(const struct asked *a, const char *text)
{
    const cJSON *alias;
    if (strcasecmp(text, a->value) == 0)
        return true;
    cJSON_ArrayForEach(alias, a->aliases)
        if (cJSON_IsString(alias) && strcasecmp(text, alias->valuestring) == 0)
            return true;
    return false;
}
