#include "config.h"

#include "qc_command.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "diag.h"
#include "json_write.h"
#include "shape.h"

/* Runs the command with these ends of pipes. Returns 0, or an errno. */
static int spawn(struct qc_command *q, int input, int output)
{
    char *const argv[] = {"sh", "-c", (char *)q->command, NULL};
    extern char **environ;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    int rc = posix_spawn(&q->pid, "/bin/sh", &actions, &attributes, argv,
                         environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return rc;
}

int qc_command_start(struct qc_command *q, const char *command)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1};
    *q = (struct qc_command){.command = command, .to = -1, .from = -1};
    int rc = 0;
    if (pipe2(in, O_CLOEXEC) < 0 || pipe2(out, O_CLOEXEC) < 0)
        rc = errno;
    if (rc == 0)
        rc = spawn(q, in[0], out[1]);
    if (in[0] >= 0)
        close(in[0]);
    if (out[1] >= 0)
        close(out[1]);
    q->to = in[1];
    q->from = out[0];
    if (rc != 0) {
        errno = rc;
        diag_errno("cannot run the command of --qc-cmd");
        q->pid = 0;
        return -1;
    }
    jsonl_init(&q->answers, q->from);
    return 0;
}

static void write_file(struct buf *line, const char *name, const char *images,
                       const struct image_record *r)
{
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "%s/%s/%s", images, r->person, r->file);
    json_write_member(line, name, buf_string(&path));
    buf_release(&path);
}

/* Writes the question. Returns 0, or -1 (told). */
static int ask(const struct qc_command *q, const char *images,
               const struct image_record *portrait,
               const struct image_record *r)
{
    struct buf line = BUF_EMPTY;
    buf_putc(&line, '{');
    json_write_member(&line, "id", r->shot->id);
    json_write_member(&line, "role", view_role_name(r->shot->role));
    write_file(&line, "file", images, r);
    write_file(&line, "portrait", images, portrait);
    buf_puts(&line, "}\n");
    size_t at = 0;
    while (at < line.len) {
        ssize_t put = write(q->to, line.data + at, line.len - at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            break;
        at += (size_t)put;
    }
    bool whole = at == line.len;
    buf_release(&line);
    if (!whole)
        diag_errno("%s: the command of --qc-cmd does not listen", r->shot->id);
    return whole ? 0 : -1;
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

int qc_command_ask(struct qc_command *q, const char *images,
                   const struct image_record *portrait,
                   struct image_record *record)
{
    if (ask(q, images, portrait, record) < 0)
        return -1;
    const char *wrong = NULL;
    switch (jsonl_next(&q->answers)) {
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
        wrong = "cannot be read";
        break;
    }
    if (wrong == NULL)
        return 0;
    diag("%s: the answer of the command of --qc-cmd %s", record->shot->id,
         wrong);
    return -1;
}

int qc_command_stop(struct qc_command *q)
{
    int status = 0;
    pid_t got;
    if (q->pid == 0)
        return 0;
    close(q->to);
    do
        got = waitpid(q->pid, &status, 0);
    while (got < 0 && errno == EINTR);
    jsonl_release(&q->answers);
    close(q->from);
    q->pid = 0;
    if (got >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    diag("the command of --qc-cmd failed");
    return -1;
}
