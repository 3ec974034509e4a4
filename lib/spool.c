#include "config.h"

#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"

#define PENDING ((size_t)1 << 18)

static const char *folder(void)
{
    const char *dir = getenv("TMPDIR");
    return dir != NULL && dir[0] != '\0' ? dir : "/tmp";
}

int spool_open(struct spool *s)
{
    *s = (struct spool){.fd = -1};
    struct buf name = BUF_EMPTY;
    buf_puts(&name, folder());
    buf_puts(&name, "/palimpsest.XXXXXX");
    buf_string(&name);
    s->fd = mkostemp(name.data, O_CLOEXEC);
    if (s->fd < 0)
        diag_errno("cannot make a temporary file in %s", folder());
    else
        unlink(name.data);
    buf_release(&name);
    return s->fd < 0 ? -1 : 0;
}

int spool_flush(struct spool *s)
{
    for (size_t done = 0; done < s->pending.len;) {
        ssize_t got =
            write(s->fd, s->pending.data + done, s->pending.len - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            diag_errno("cannot write a temporary file in %s", folder());
            return -1;
        }
        done += (size_t)got;
    }
    buf_clear(&s->pending);
    return 0;
}

int spool_add(struct spool *s, const void *bytes, size_t len,
              uint64_t *offset)
{
    if (offset != NULL)
        *offset = s->size;
    buf_add(&s->pending, bytes, len);
    s->size += len;
    return s->pending.len >= PENDING ? spool_flush(s) : 0;
}

int spool_read(struct spool *s, uint64_t offset, size_t len, struct buf *b)
{
    buf_clear(b);
    buf_reserve(b, len);
    while (b->len < len) {
        ssize_t got = pread(s->fd, b->data + b->len, len - b->len,
                            (off_t)(offset + b->len));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            diag_errno("cannot read back a temporary file in %s", folder());
            return -1;
        }
        b->len += (size_t)got;
    }
    return 0;
}

void spool_close(struct spool *s)
{
    if (s->fd >= 0)
        close(s->fd);
    buf_release(&s->pending);
    s->fd = -1;
}
