#include "config.h"

#include "qc_command.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "diag.h"
#include "json_write.h"
#include "shape.h"

int qc_command_start(struct qc_command *q, const char *command,
                     unsigned timeout_s)
{
    *q = (struct qc_command){.timeout_s = timeout_s};
    if (shell_start(&q->shell, command) < 0) {
        diag_errno("cannot run the command of --qc-cmd");
        return -1;
    }
    jsonl_init(&q->answers, q->shell.from);
    return 0;
}

/* Waits until an end of a pipe is ready. Returns false if it is not in time. */
static bool ready(int end, short events, int64_t deadline_ms)
{
    struct pollfd p = {end, events, 0};
    int64_t left = deadline_ms - clock_now_ms();
    while (left > 0 && poll(&p, 1, left < 1000 ? (int)left : 1000) <= 0)
        left = deadline_ms - clock_now_ms();
    return left > 0;
}

static void write_file(struct buf *line, const char *name, const char *images,
                       const struct image_record *r)
{
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "%s/%s/%s", images, r->person, r->file);
    json_write_member(line, name, buf_string(&path));
    buf_release(&path);
}

static void write_question(struct buf *line, const char *images,
                           const struct image_record *portrait,
                           const struct image_record *r)
{
    buf_putc(line, '{');
    json_write_member(line, "id", r->shot->id);
    json_write_member(line, "role", view_role_name(r->shot->role));
    write_file(line, "file", images, r);
    write_file(line, "portrait", images, portrait);
    buf_puts(line, "}\n");
}

/* Writes the line to it. Returns 0, or -1 with errno: ETIME if it has not taken
 * it in time. */
static int ask(const struct qc_command *q, const struct buf *line,
               int64_t deadline_ms)
{
    size_t at = 0;
    while (at < line->len) {
        ssize_t put = write(q->shell.to, line->data + at, line->len - at);
        if (put >= 0) {
            at += (size_t)put;
        } else if (errno == EAGAIN) {
            if (!ready(q->shell.to, POLLOUT, deadline_ms)) {
                errno = ETIME;
                return -1;
            }
        } else if (errno != EINTR) {
            return -1;
        }
    }
    return 0;
}

/* Takes an answer into the record. Returns NULL, or what is wrong with it. */
static const char *take(const cJSON *answer, struct image_record *r)
{
    const cJSON *qc = cJSON_GetObjectItemCaseSensitive(answer, "qc");
    const cJSON *identity =
        cJSON_GetObjectItemCaseSensitive(answer, "identity_checked");
    if (!cJSON_IsObject(answer))
        return "is no JSON object";
    if (qc != NULL && !shape_items(qc, SHAPE_ID))
        return "has a 'qc' that is no list of words";
    if (cJSON_GetArraySize(qc) > QC_COMMAND_WORDS)
        return "names more than 16 rules";
    if (identity != NULL && !shape_is(identity, SHAPE_BOOL | SHAPE_NULL))
        return "has an 'identity_checked' that is not true, false or null";
    const cJSON *word = qc != NULL ? qc->child : NULL;
    for (; word != NULL; word = word->next) {
        buf_putc(&r->words, ',');
        json_write_text(&r->words, word->valuestring);
    }
    if (cJSON_IsBool(identity))
        r->identity = cJSON_IsTrue(identity) ? IMAGE_RECORD_SAME
                                             : IMAGE_RECORD_UNSURE;
    return NULL;
}

/* Reads an answer into the record. Returns NULL, or what is wrong with it. */
static const char *hear(struct qc_command *q, int64_t deadline_ms,
                        struct image_record *record)
{
    bool late = false;
    enum jsonl_status status = jsonl_next(&q->answers);
    while (status == JSONL_ERROR && errno == EAGAIN && !late) {
        late = !ready(q->shell.from, POLLIN, deadline_ms);
        if (!late)
            status = jsonl_next(&q->answers);
    }
    const char *wrong = late ? "does not come in time" : "cannot be read";
    switch (status) {
    case JSONL_RECORD: {
        cJSON *answer = cJSON_ParseWithLength(q->answers.line, q->answers.len);
        wrong = take(answer, record);
        cJSON_Delete(answer);
        break;
    }
    case JSONL_END:
        wrong = "is missing: it has ended";
        break;
    case JSONL_BAD:
        wrong = "is not JSON";
        break;
    case JSONL_ERROR:
        break;
    }
    return wrong;
}

int qc_command_ask(struct qc_command *q, const char *images,
                   const struct image_record *portrait,
                   struct image_record *record)
{
    int64_t deadline_ms = clock_now_ms() + (int64_t)q->timeout_s * 1000;
    const char *id = record->shot->id, *wrong = NULL;
    struct buf line = BUF_EMPTY;
    write_question(&line, images, portrait, record);
    bool asked = ask(q, &line, deadline_ms) == 0;
    if (!asked)
        diag_errno("%s: the command of --qc-cmd does not listen", id);
    buf_release(&line);
    if (asked)
        wrong = hear(q, deadline_ms, record);
    if (wrong != NULL)
        diag("%s: the answer of the command of --qc-cmd %s", id, wrong);
    q->failed = !asked || wrong != NULL;
    return q->failed ? -1 : 0;
}

int qc_command_stop(struct qc_command *q)
{
    int status = 0;
    if (q->shell.pid == 0)
        return 0;
    int64_t patience_ms =
        q->failed ? QC_COMMAND_GRACE_MS : (int64_t)q->timeout_s * 1000;
    jsonl_release(&q->answers);
    bool late = !shell_end(&q->shell, clock_now_ms() + patience_ms, &status);
    if (q->failed)
        return -1;
    if (late)
        diag("the command of --qc-cmd has not ended in %u s", q->timeout_s);
    else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        diag("the command of --qc-cmd failed");
    else
        return 0;
    return -1;
}
