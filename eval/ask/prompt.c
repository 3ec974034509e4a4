#include "config.h"

#include "ask/prompt.h"

#include <string.h>

enum slot { SLOT_QUESTION, SLOT_BLANKED, SLOT_OPTION, SLOTS = 6 };

static const char *const slots[] = {"question", "blanked",  "option_a",
                                    "option_b", "option_c", "option_d", NULL};

/* Compiles a part for the modalities it is of. Returns NULL, or what is
 * wrong. */
static const char *add_part(struct prompt *p, enum exam_task task,
                            const bool of[EXAM_MODALITIES], const char *text)
{
    for (int m = 0; m < EXAM_MODALITIES; m++) {
        struct template *t = &p->parts[task][m];
        if (!of[m])
            continue;
        if (p->there[task][m])
            return "a part is there twice";
        if (template_compile(t, text, slots) < 0)
            return t->reason;
        p->there[task][m] = true;
        for (int i = SLOT_OPTION; i < SLOTS && task != EXAM_CHOICE; i++)
            if (template_uses(t, i) > 0)
                return "only a choice has options";
        if (template_uses(t, SLOT_QUESTION) == 0 &&
            template_uses(t, SLOT_BLANKED) == 0)
            return "a part does not ask the question";
    }
    return NULL;
}

/* Takes the part of that name. Returns NULL, or what is wrong. */
static const char *take_part(struct prompt *p, const char *name,
                             const char *text)
{
    if (text[0] == '\0')
        return "a part is empty";
    if (strcmp(name, "system") == 0) {
        if (p->system != NULL)
            return "a part is there twice";
        p->system = text;
        return NULL;
    }
    for (int task = 0; task < EXAM_TASKS; task++) {
        const char *known = exam_task_name((enum exam_task)task);
        size_t len = strlen(known);
        if (strncmp(name, known, len) != 0)
            continue;
        const char *rest = name + len;
        bool both = rest[0] == '\0';
        bool of[EXAM_MODALITIES] = {both || strcmp(rest, " text") == 0,
                                    both || strcmp(rest, " image") == 0};
        if (of[EXAM_TEXT] || of[EXAM_IMAGE])
            return add_part(p, (enum exam_task)task, of, text);
    }
    return "a part of an unknown name";
}

/* Reads all parts of the file. Returns NULL, or what is wrong. */
static const char *read_parts(struct prompt *p)
{
    const char *name, *text;
    while (prompt_file_next(&p->file, &name, &text)) {
        const char *reason = take_part(p, name, text);
        if (reason != NULL)
            return reason;
    }
    for (int task = 0; task < EXAM_TASKS; task++)
        if (!p->there[task][EXAM_TEXT] || !p->there[task][EXAM_IMAGE])
            return "a task has no part";
    return NULL;
}

enum exit_status prompt_load(struct prompt *p, const char *name)
{
    *p = (struct prompt){.system = NULL};
    enum exit_status status = prompt_file_load(&p->file, name);
    if (status != EXIT_OK)
        return status;
    const char *reason = read_parts(p);
    return reason == NULL ? EXIT_OK : prompt_file_fail(&p->file, reason);
}

/* Appends the question with each two underscores as the original has it. */
static void add_blanked(struct text question, struct buf *out)
{
    for (size_t i = 0; i < question.len; i++) {
        bool blank = i + 1 < question.len && question.text[i] == '_' &&
                     question.text[i + 1] == '_';
        if (blank)
            buf_puts(out, "[Blank]");
        else
            buf_putc(out, question.text[i]);
        i += blank;
    }
}

void prompt_render(const struct prompt *p, const struct exam_question *q,
                   struct buf *out)
{
    struct buf blanked = BUF_EMPTY;
    add_blanked(q->question, &blanked);
    struct template_value values[SLOTS] = {
        [SLOT_QUESTION] = {q->question.text, q->question.len, ""},
        [SLOT_BLANKED] = {buf_string(&blanked), blanked.len, ""},
    };
    for (size_t i = 0; i < EXAM_OPTIONS; i++)
        values[SLOT_OPTION + i] = (struct template_value){
            q->options[i].text, q->options[i].len, ""};
    template_render(&p->parts[q->task][q->modality], values, false, out);
    buf_release(&blanked);
}

void prompt_release(struct prompt *p)
{
    prompt_file_release(&p->file);
    for (int task = 0; task < EXAM_TASKS; task++)
        for (int m = 0; m < EXAM_MODALITIES; m++)
            template_release(&p->parts[task][m]);
    *p = (struct prompt){0};
}
