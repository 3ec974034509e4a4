#include "config.h"

#include "keyfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "minisign_secret.h"
#include "private.h"
#include "wiped.h"

static int tell(const char *path, struct buf *why)
{
    diag_at((struct diag_place){path, 0, NULL}, "%s", buf_string(why));
    buf_release(why);
    return -1;
}

/* Opens a box that was read. Returns 0, or -1 (told). */
static int open_box(struct minisign_box *box, const char *path,
                    const char *passphrase, struct minisign_secret *k)
{
    struct buf why = BUF_EMPTY;
    struct passphrase p = {0};
    int rc = 0;
    if (box->encrypted)
        rc = passphrase_get(&p, passphrase, "Passphrase of the key: ");
    if (rc == 0 && minisign_box_open(box, &p, k, &why) < 0)
        rc = tell(path, &why);
    passphrase_release(&p);
    return rc;
}

struct minisign_secret *keyfile_secret(const char *path,
                                       const char *passphrase)
{
    struct buf why = BUF_EMPTY;
    struct minisign_box *box = wiped_alloc(sizeof *box);
    struct minisign_secret *k = wiped_alloc(sizeof *k);
    char *text = wiped_alloc(MINISIGN_FILE);
    size_t len;
    int rc = private_read(path, text, MINISIGN_FILE, &len);
    if (rc == 0 && minisign_box_read(box, text, len, &why) < 0)
        rc = tell(path, &why);
    if (rc == 0)
        rc = open_box(box, path, passphrase, k);
    wiped_free(text);
    wiped_free(box);
    if (rc == 0)
        return k;
    wiped_free(k);
    return NULL;
}

/* Appends what can be read, of a pipe as well. Returns 0, or -1 with errno. */
static int read_all(int fd, struct buf *text)
{
    for (;;) {
        char *at = buf_reserve(text, MINISIGN_FILE);
        ssize_t got = read(fd, at, MINISIGN_FILE);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return (int)got;
        text->len += (size_t)got;
        errno = EFBIG;
        if (text->len > MINISIGN_FILE)
            return -1;
    }
}

enum exit_status keyfile_public(const char *path, struct minisign_public *k)
{
    struct buf text = BUF_EMPTY, why = BUF_EMPTY;
    bool is_stdin = path == NULL || strcmp(path, "-") == 0;
    const char *name = is_stdin ? "stdin" : path;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    enum exit_status status = EXIT_OK;
    if (fd < 0 || read_all(fd, &text) < 0) {
        diag_errno("cannot read %s", name);
        status = EXIT_SYSTEM;
    } else if (minisign_public_read(k, text.data, text.len, &why) < 0) {
        tell(name, &why);
        status = EXIT_DATA;
    }
    if (fd >= 0 && !is_stdin)
        close(fd);
    buf_release(&text);
    return status;
}
