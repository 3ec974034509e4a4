#include "config.h"

#include "ask/pictures.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base64.h"
#include "diag.h"
#include "digest.h"
#include "file.h"
#include "inside.h"

#define FOLDER "images/"
#define SIZE_LIMIT ((size_t)64 << 20) /* bytes of a file */

int pictures_open(struct pictures *p, const char *release)
{
    *p = (struct pictures){
        .folder = open(release, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (p->folder >= 0)
        return 0;
    diag_errno("cannot read %s", release);
    return -1;
}

/* Appends the file. Returns 0, or -1 with errno. */
static int read_image(const struct pictures *p, const char *path,
                      struct buf *bytes)
{
    int fd = inside_open(p->folder, path);
    if (fd < 0)
        return -1;
    int rc = file_read_fd(fd, SIZE_LIMIT, bytes), saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

static bool has_sum(const struct buf *bytes, struct text sha256)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    digest_bytes(bytes->data, bytes->len, digest);
    digest_to_hex(digest, hex);
    return text_same(sha256, (struct text){hex, DIGEST_HEX});
}

const struct buf *pictures_url(struct pictures *p,
                               const struct exam_image *image, const char *id)
{
    struct buf path = BUF_EMPTY, bytes = BUF_EMPTY;
    if (image == p->last)
        return &p->url;
    p->last = NULL;
    buf_puts(&path, FOLDER);
    buf_add(&path, image->path.text, image->path.len);
    const char *name = buf_string(&path);
    struct diag_place where = {.id = id};
    if (read_image(p, name, &bytes) < 0) {
        diag_at(where, "cannot read %s: %s", name, strerror(errno));
    } else if (!has_sum(&bytes, image->sha256)) {
        diag_at(where, "%s is not the picture that the release lists", name);
    } else {
        buf_clear(&p->url);
        buf_printf(&p->url, "data:%s;base64,", image->type);
        base64_encode(bytes.data, bytes.len, &p->url);
        p->last = image;
    }
    buf_release(&path);
    buf_release(&bytes);
    return p->last != NULL ? &p->url : NULL;
}

void pictures_close(struct pictures *p)
{
    if (p->folder >= 0)
        close(p->folder);
    buf_release(&p->url);
    *p = (struct pictures){.folder = -1};
}
