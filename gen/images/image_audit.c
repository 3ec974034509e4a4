#include "config.h"

#include "image_audit.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "image_check.h"
#include "image_decode.h"
#include "inside.h"

static void found(struct image_audit *a, const char *what)
{
    buf_printf(&a->wrong, "%s %s\n", a->claim.path, what);
}

static void unreadable(struct image_audit *a)
{
    buf_printf(&a->wrong, "%s cannot be read: %s\n", a->claim.path,
               strerror(errno));
    a->broken = true;
}

/* Reads the file. Returns 0, or -1 with what is wrong noted. */
static int read_file(struct image_audit *a, int folder, struct buf *bytes)
{
    int fd = inside_open(folder, a->claim.path);
    if (fd < 0 && errno == ENOENT)
        found(a, "is not there");
    else if (fd < 0 && errno == ELOOP)
        found(a, "is no regular file, or there is a link on the way to it");
    else if (fd < 0)
        unreadable(a);
    if (fd < 0)
        return -1;
    int rc = file_read_fd(fd, IMAGE_FILE_LIMIT, bytes);
    if (rc < 0 && errno == EFBIG)
        found(a, "is larger than 64 MiB");
    else if (rc < 0)
        unreadable(a);
    close(fd);
    return rc;
}

static void check_sum(struct image_audit *a, const struct buf *bytes)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    digest_bytes(bytes->data, bytes->len, digest);
    digest_to_hex(digest, hex);
    if (strcmp(hex, a->claim.sha256) != 0)
        found(a, "has another sum than the record says");
}

static void check_extension(struct image_audit *a, const struct buf *bytes)
{
    const char *extension =
        image_extension(image_sniff(bytes->data, bytes->len));
    const char *dot = strrchr(a->claim.path, '.');
    if (dot == NULL || strcmp(dot + 1, extension) != 0)
        buf_printf(&a->wrong, "%s should end in .%s\n", a->claim.path,
                   extension);
}

static void check_pixels(struct image_audit *a, const struct image *image)
{
    const struct image_claim *c = &a->claim;
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    if (c->width != image->width || c->height != image->height)
        buf_printf(&a->wrong,
                   "%s has %u by %u pixels, not what the record says\n",
                   c->path, image->width, image->height);
    image_pixels_digest(image, digest);
    digest_to_hex(digest, hex);
    if (c->pixels[0] != '\0' && strcmp(hex, c->pixels) != 0)
        found(a, "has other pixels than the record says");
}

static void check_hash(struct image_audit *a, const char *name, uint64_t hash,
                       const char *claimed)
{
    char hex[IMAGE_HASH_HEX + 1];
    image_hash_hex(hash, hex);
    if (claimed[0] != '\0' && strcmp(hex, claimed) != 0)
        buf_printf(&a->wrong, "%s has the %s %s, not %s\n", a->claim.path,
                   name, hex, claimed);
}

static void check_rules(struct image_audit *a, const struct image *image,
                        const struct buf *bytes)
{
    unsigned faults = image_check(image, bytes->data, bytes->len);
    if (!a->claim.judged)
        return;
    for (unsigned i = 0; i < IMAGE_FAULTS; i++) {
        bool fails = (faults >> i & 1) != 0;
        if (fails != ((a->claim.faults >> i & 1) != 0))
            buf_printf(&a->wrong, "%s %s the rule '%s', not as in the record\n",
                       a->claim.path, fails ? "fails" : "passes",
                       image_fault_word(i));
    }
}

static void check_picture(struct image_audit *a, const struct buf *bytes)
{
    struct image image;
    const char *why = image_decode(bytes->data, bytes->len, &image);
    a->broken = image_decode_failed(why);
    if (why != NULL && !a->broken)
        found(a, why);
    if (why != NULL)
        return;
    a->seen = true;
    a->dhash = image_dhash(&image);
    a->phash = image_phash(&image);
    image_tint(&image, a->tint);
    check_extension(a, bytes);
    check_pixels(a, &image);
    check_hash(a, "dhash", a->dhash, a->claim.dhash);
    check_hash(a, "phash", a->phash, a->claim.phash);
    check_rules(a, &image, bytes);
    image_release(&image);
}

void image_audit_run(struct image_audit *a, int folder)
{
    struct buf bytes = BUF_EMPTY;
    if (read_file(a, folder, &bytes) == 0) {
        check_sum(a, &bytes);
        check_picture(a, &bytes);
    }
    buf_release(&bytes);
}

void image_audit_release(struct image_audit *a)
{
    buf_release(&a->wrong);
}
