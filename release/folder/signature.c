#include "config.h"

#include "signature.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "file.h"
#include "files/derived.h"
#include "inside.h"

const char *signature_name(enum signature_verdict verdict)
{
    static const char *const names[] = {"unknown", "unsigned",
                                        "self-signed", "authentic", "wrong"};
    return names[verdict];
}

/* What is signed of the sums. Returns 0, or -1 with errno. */
static int read_sums(int folder, bool prehashed, struct buf *message)
{
    int fd = inside_open(folder, SUMS_NAME);
    if (fd < 0)
        return -1;
    int rc = minisign_message(fd, prehashed, message);
    int saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

static int open_folder(const char *folder)
{
    return open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

int signature_write(const char *folder, const struct minisign_secret *k,
                    bool legacy, const struct trusted *t)
{
    struct buf message = BUF_EMPTY, comment = BUF_EMPTY, text = BUF_EMPTY;
    struct minisign_signature s;
    struct derived d;
    int fd = open_folder(folder);
    int rc = fd < 0 ? -1 : read_sums(fd, !legacy, &message);
    if (rc < 0)
        diag_errno("cannot sign %s/" SUMS_NAME, folder);
    if (rc == 0)
        rc = derived_open(&d, folder, SUMS_SIGNATURE, NULL);
    if (rc == 0) {
        trusted_write(t, &comment);
        minisign_sign(&s, k, !legacy, &message, buf_string(&comment));
        minisign_write(&s, &text);
        derived_put(&d, text.data, text.len);
        rc = derived_close(&d, NULL);
        minisign_release(&s);
    }
    if (fd >= 0)
        close(fd);
    buf_release(&message);
    buf_release(&comment);
    buf_release(&text);
    return rc;
}

static enum signature_verdict wrong(struct findings *f, struct buf *why)
{
    findings_add(f, "signature/valid",
                 (struct diag_place){SUMS_SIGNATURE, 0, NULL}, "%s",
                 buf_string(why));
    findings_witness(f, "a signature of " SUMS_NAME " by the key",
                     buf_string(why));
    return SIGNATURE_WRONG;
}

/* Reads the signature's file. Returns 0, or -1 with errno. */
static int read_signature(int folder, struct buf *text)
{
    int fd = inside_open(folder, SUMS_SIGNATURE);
    if (fd < 0)
        return -1;
    int rc = file_read_fd(fd, MINISIGN_FILE, text);
    int saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

/* Checks a signature that was read with the key. */
static enum signature_verdict verify(int folder, struct findings *f,
                                     const struct minisign_signature *s,
                                     const struct minisign_public *k)
{
    struct buf message = BUF_EMPTY, why = BUF_EMPTY;
    enum signature_verdict verdict = SIGNATURE_AUTHENTIC;
    if (read_sums(folder, s->prehashed, &message) < 0) {
        /* one that is missing, or too large, was never signed so */
        if (errno == EFBIG || errno == ENOENT || errno == ELOOP) {
            buf_puts(&why, "what it would sign is not there, or too large");
            verdict = wrong(f, &why);
        } else {
            findings_unreadable(f, SUMS_NAME);
            verdict = SIGNATURE_UNKNOWN;
        }
    } else if (minisign_verify(s, k, &message, &why) < 0) {
        verdict = wrong(f, &why);
    }
    buf_release(&message);
    buf_release(&why);
    return verdict;
}

/* Checks the text of a signature. */
static enum signature_verdict check_text(int folder, struct findings *f,
                                         const struct buf *text,
                                         const struct minisign_public *k,
                                         const struct trusted *t)
{
    struct minisign_signature s = {0};
    struct buf why = BUF_EMPTY;
    enum signature_verdict verdict = SIGNATURE_SELF;
    if (minisign_read(&s, text->data, text->len, &why) < 0)
        verdict = wrong(f, &why);
    else if (k != NULL)
        verdict = verify(folder, f, &s, k);
    if (s.commented && verdict != SIGNATURE_WRONG && t != NULL &&
        !trusted_compare(t, s.comment.data, s.comment.len, SUMS_SIGNATURE, f))
        verdict = SIGNATURE_WRONG;
    minisign_release(&s);
    buf_release(&why);
    return verdict;
}

enum signature_verdict signature_check(const char *folder, struct findings *f,
                                       const struct minisign_public *k,
                                       const struct trusted *t)
{
    struct buf text = BUF_EMPTY, why = BUF_EMPTY;
    enum signature_verdict verdict = SIGNATURE_UNKNOWN;
    int fd = open_folder(folder);
    if (fd >= 0 && read_signature(fd, &text) == 0) {
        verdict = check_text(fd, f, &text, k, t);
    } else if (errno == ENOENT) {
        verdict = SIGNATURE_UNSIGNED;
    } else if (errno == EFBIG) {
        buf_puts(&why, "is too large for a signature");
        verdict = wrong(f, &why);
    } else if (errno != ELOOP) { /* a link, a folder: told of the tree */
        findings_unreadable(f, SUMS_SIGNATURE);
    }
    if (fd >= 0)
        close(fd);
    buf_release(&text);
    buf_release(&why);
    return verdict;
}
