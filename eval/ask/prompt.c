#include "config.h"

#include "ask/prompt.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "datadir.h"
#include "file.h"
#include "utf8.h"

#define ENDING ".txt"

enum slot { SLOT_QUESTION, SLOT_BLANKED, SLOT_OPTION, SLOTS = 6 };

static const char *const slots[] = {"question", "blanked",  "option_a",
                                    "option_b", "option_c", "option_d", NULL};

static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), end_len = strlen(end);
    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

/* The path of a prompt; the caller frees it. */
static char *find_path(const char *name)
{
    if (strchr(name, '/') != NULL || ends_with(name, ENDING))
        return xstrndup(name, strlen(name));
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "templates/prompts/%s" ENDING, name);
    char *found = datadir_path(buf_string(&path));
    buf_release(&path);
    return found;
}

/* The file's name alone; the caller frees it. */
static char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash != NULL ? slash + 1 : path;
    size_t len = strlen(base);
    if (ends_with(base, ENDING))
        len -= strlen(ENDING);
    return xstrndup(base, len);
}

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

/* Cuts off line ends at the end of a text; returns the text without those at
 * its start. */
static char *trim(char *text)
{
    text += strspn(text, "\n");
    size_t len = strlen(text);
    while (len > 0 && text[len - 1] == '\n')
        len--;
    text[len] = '\0';
    return text;
}

/* The name in a line "[name]", which is cut there; NULL if it is no such
 * line. */
static char *part_name(char *line)
{
    size_t len = strlen(line);
    if (len < 3 || line[0] != '[' || line[len - 1] != ']')
        return NULL;
    line[len - 1] = '\0';
    return line + 1;
}

/* Where the next line that names a part begins, from `at` on, or the end. */
static char *next_part(char *at)
{
    while (*at != '\0') {
        size_t len = strcspn(at, "\n");
        if (at[0] == '[' && len > 2 && at[len - 1] == ']')
            return at;
        at += len + (at[len] == '\n');
    }
    return at;
}

/* Reads all parts of the text. Returns NULL, or what is wrong. */
static const char *read_parts(struct prompt *p, char *text)
{
    char *at = next_part(text);
    for (char *line = text; line < at;) {
        size_t len = strcspn(line, "\n");
        if (len > 0 && line[0] != '#')
            return "text before the first part";
        line += len + 1;
    }
    while (*at != '\0') {
        size_t len = strcspn(at, "\n");
        char *body = at + len + (at[len] == '\n');
        char *next = next_part(body);
        bool last = *next == '\0';
        at[len] = '\0';
        char *name = part_name(at);
        if (!last)
            next[-1] = '\0';
        const char *reason = take_part(p, name, trim(body));
        if (reason != NULL)
            return reason;
        at = next;
    }
    for (int task = 0; task < EXAM_TASKS; task++)
        if (!p->there[task][EXAM_TEXT] || !p->there[task][EXAM_IMAGE])
            return "a task has no part";
    return NULL;
}

/* Sums and reads the file's bytes. Returns NULL, or what is wrong. */
static const char *parse(struct prompt *p)
{
    unsigned char digest[DIGEST_BYTES];
    digest_bytes(p->file.data, p->file.len, digest);
    digest_to_hex(digest, p->sha256);
    if (!utf8_valid(p->file.data, p->file.len) ||
        memchr(p->file.data, '\0', p->file.len) != NULL)
        return "the file is no text in UTF-8";
    buf_putc(&p->file, '\0');
    return read_parts(p, p->file.data);
}

enum exit_status prompt_load(struct prompt *p, const char *name)
{
    char *path = find_path(name);
    enum exit_status status = EXIT_OK;
    *p = (struct prompt){.name = base_name(path)};
    buf_reserve(&p->file, 1);
    if (file_read(path, PROMPT_LIMIT, &p->file) < 0) {
        diag_errno("cannot read the prompt %s", path);
        status = EXIT_SYSTEM;
    } else {
        const char *reason = parse(p);
        if (reason != NULL) {
            diag("%s: %s", path, reason);
            status = EXIT_DATA;
        }
    }
    free(path);
    return status;
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
    free(p->name);
    buf_release(&p->file);
    for (int task = 0; task < EXAM_TASKS; task++)
        for (int m = 0; m < EXAM_MODALITIES; m++)
            template_release(&p->parts[task][m]);
    *p = (struct prompt){0};
}
