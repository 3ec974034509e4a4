#include "config.h"

#include "image_decode.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "image_png.h"
#include "tap.h"
#include "tsv.h"

/* The columns of tests/data/images.tsv. */
enum column { NAME, EXTRA, PIXELS, WRONG };

static char *folder; /* of the files that it lists */

static struct buf read_file(const char *name)
{
    struct buf b = BUF_EMPTY;
    char *path = file_join(folder, name);
    if (file_read(path, IMAGE_FILE_LIMIT, &b) < 0) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(99);
    }
    free(path);
    return b;
}

/* The mean difference between two pictures, times 100; 25600 if they are not
 * of one size. */
static uint64_t difference(const struct image *a, const struct image *b)
{
    uint64_t sum = 0;
    if (a->width != b->width || a->height != b->height)
        return 25600;
    for (size_t i = 0; i < image_bytes(a); i++)
        sum += (uint64_t)abs(a->rgb[i] - b->rgb[i]);
    return sum * 100 / image_bytes(a);
}

/* True if a JPEG is about what png_rgb is, or png_grey. */
static bool about_right(const char *name, const struct image *image)
{
    struct image wanted;
    struct buf b =
        read_file(strstr(name, "grey") != NULL ? "png_grey" : "png_rgb");
    image_decode(b.data, b.len, &wanted);
    bool right = difference(image, &wanted) < 300;
    image_release(&wanted);
    buf_release(&b);
    return right;
}

static bool right_pixels(const char *name, const char *pixels,
                         const struct image *image)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    if (pixels[0] == '\0')
        return about_right(name, image);
    image_pixels_digest(image, digest);
    digest_to_hex(digest, hex);
    return strcmp(hex, pixels) == 0;
}

static void check_file(const struct tsv *t, size_t row)
{
    const char *name = tsv_cell(t, row, NAME);
    const char *wrong = tsv_cell(t, row, WRONG);
    struct buf b = read_file(name);
    struct image_parts parts;
    struct image image;
    const char *why = image_decode(b.data, b.len, &image);
    if (wrong[0] != '\0') {
        tap_ok(why != NULL && strcmp(why, wrong) == 0 && image.rgb == NULL,
               "%s %s (%s)", name, wrong, why != NULL ? why : "nothing wrong");
    } else {
        bool extra = image_parts_read(&parts, b.data, b.len) == NULL &&
                     parts.extra;
        tap_ok(why == NULL && right_pixels(name, tsv_cell(t, row, PIXELS),
                                           &image),
               "%s is decoded to the right pixels", name);
        tap_ok(extra == (tsv_cell(t, row, EXTRA)[0] == '1'),
               "%s holds %s", name, extra ? "more" : "a picture only");
    }
    image_release(&image);
    buf_release(&b);
}

/* All that a file of the table becomes when cut anywhere must end well. */
static void cut_files(void)
{
    static const char *const names[] = {"png_palette", "jpeg_progressive"};
    for (size_t i = 0; i < 2; i++) {
        struct buf b = read_file(names[i]);
        size_t refused = 0;
        for (size_t len = 0; len < b.len; len++) {
            struct image image;
            char *exact = malloc(len + 1);
            memcpy(exact, b.data, len);
            refused += image_decode(exact, len, &image) != NULL;
            image_release(&image);
            free(exact);
        }
        tap_ok(refused == b.len, "%s is refused wherever it is cut",
               names[i]);
        buf_release(&b);
    }
}

/* What is wrong with a JPEG that is but a Huffman table, of class and number
 * `head`, of `few` codes of `bits` bits and `many` of 16. */
static const char *table(unsigned head, unsigned bits, unsigned few,
                         unsigned many)
{
    struct image_parts parts;
    struct buf b = BUF_EMPTY;
    unsigned values = few + many, len = 2 + 17 + values;
    buf_puts(&b, "\xff\xd8\xff\xc4");
    buf_putc(&b, (char)(len >> 8));
    buf_putc(&b, (char)len);
    buf_putc(&b, (char)head);
    for (unsigned i = 1; i <= 16; i++)
        buf_putc(&b, (char)(i == bits ? few : i == 16 ? many : 0));
    for (unsigned i = 0; i < values; i++)
        buf_putc(&b, (char)i);
    buf_puts(&b, "\xff\xd9");
    const char *wrong = image_parts_read(&parts, b.data, b.len);
    buf_release(&b);
    return wrong;
}

/* Tables that would make a decoder write beyond its own. */
static void huffman_tables(void)
{
    static const struct {
        const char *what;
        unsigned head, bits, few, many;
        bool good;
    } cases[] = {
        {"a table of two codes", 0x00, 1, 2, 0, true},
        {"one of 256 values", 0x13, 15, 1, 255, true},
        {"one of as many codes as there can be", 0x11, 8, 255, 0, true},
        {"one of none", 0x00, 1, 0, 0, true},
        {"three codes of a bit", 0x00, 1, 3, 0, false},
        {"two of a bit, and another", 0x00, 1, 2, 1, false},
        {"257 values", 0x13, 15, 2, 255, false},
        {"510 values", 0x13, 15, 255, 255, false},
        {"255 codes of a bit", 0x10, 1, 255, 0, false},
        {"a table of a third class", 0x20, 1, 2, 0, false},
        {"a fifth table", 0x04, 1, 2, 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *why = table(cases[i].head, cases[i].bits, cases[i].few,
                                cases[i].many);
        const char *wanted = cases[i].good
                                 ? "has no picture in it"
                                 : "has a Huffman table that is none";
        tap_ok(why != NULL && strcmp(why, wanted) == 0, "%s: %s (%s)",
               cases[i].what, wanted, why != NULL ? why : "nothing wrong");
    }
}

static void too_large(void)
{
    struct buf b = BUF_EMPTY, png = read_file("png_rgb");
    struct image image;
    buf_add(&b, png.data, png.len);
    buf_reserve(&b, IMAGE_FILE_LIMIT);
    memset(b.data + b.len, 0, IMAGE_FILE_LIMIT);
    const char *why = image_decode(b.data, IMAGE_FILE_LIMIT + 1, &image);
    tap_ok(why != NULL && strstr(why, "64 MiB") != NULL,
           "a file over the limit is refused");
    tap_ok(image_decode(b.data, IMAGE_FILE_LIMIT, &image) == NULL,
           "a file at the limit is decoded");
    image_release(&image);
    buf_release(&b);
    buf_release(&png);
}

/* The largest picture there may be, there and back. */
static void largest(void)
{
    struct image image, back;
    struct buf png = BUF_EMPTY;
    image_init(&image, IMAGE_SIDE_LIMIT, IMAGE_SIDE_LIMIT);
    for (size_t i = 0; i < image_bytes(&image); i++)
        image.rgb[i] = (unsigned char)(i / 3 % 256);
    image_png(&image, &png);
    tap_ok(image_decode(png.data, png.len, &back) == NULL &&
               difference(&image, &back) == 0,
           "the largest picture is decoded to what it was");
    image_release(&image);
    image_release(&back);
    buf_release(&png);
}

static uint32_t crc(const char *bytes, size_t len)
{
    uint32_t sum = 0xffffffff;
    for (size_t i = 0; i < len; i++) {
        sum ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

static void put_be32(struct buf *b, uint32_t number)
{
    for (int i = 24; i >= 0; i -= 8)
        buf_putc(b, (char)(number >> i));
}

/* Appends a deflate stream (RFC 1951) that becomes 258 bytes for every 13 of
 * its bits: one zero, and then "the byte before, 258 times" again and again. */
static void put_bomb(struct buf *b, size_t times)
{
    static const char start[] = "11000110000", again[] = "1100010100000";
    unsigned byte = 0, bits = 0;
    const char *next = start;
    while (times > 0 || bits > 0) {
        byte |= (unsigned)(*next == '1') << bits;
        bits = (bits + 1) % 8;
        if (bits == 0) {
            buf_putc(b, (char)byte);
            byte = 0;
        }
        if (*++next == '\0') {
            next = again;
            times -= times > 0;
        }
    }
}

/* A PNG of 24 by 16 pixels whose 6.5 MB unpack to 1 GiB. */
static void bomb(void)
{
    struct buf model = read_file("png_rgb"), b = BUF_EMPTY, data = BUF_EMPTY;
    struct image image;
    buf_puts(&data, "IDAT\x78\x01");
    put_bomb(&data, ((size_t)1 << 30) / 258);
    buf_add(&b, model.data, 33);
    put_be32(&b, (uint32_t)data.len - 4);
    buf_add(&b, data.data, data.len);
    put_be32(&b, crc(data.data, data.len));
    buf_add(&b, model.data + model.len - 12, 12);
    const char *why = image_decode(b.data, b.len, &image);
    tap_ok(why != NULL && strcmp(why, "takes too much memory to decode") == 0,
           "a PNG that unpacks to 1 GiB is refused (%s)", why);
    buf_release(&model);
    buf_release(&data);
    buf_release(&b);
}

#define THREADS 4
#define ROUNDS 25

static void *decode_often(void *unused)
{
    struct buf good = read_file("png_rgb"), bad = read_file("png_bad_filter");
    size_t wrong = 0;
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        struct image image;
        wrong += image_decode(good.data, good.len, &image) != NULL;
        wrong += image.width != 24;
        image_release(&image);
        wrong += image_decode(bad.data, bad.len, &image) == NULL;
    }
    buf_release(&good);
    buf_release(&bad);
    return wrong == 0 ? folder : NULL;
}

static void threads(void)
{
    pthread_t ids[THREADS];
    int good = 0;
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&ids[i], NULL, decode_often, NULL) != 0)
            exit(99);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        pthread_join(ids[i], &result);
        good += result != NULL;
    }
    tap_ok(good == THREADS, "several threads decode at once");
}

/* No descriptor stays open: the next one has the number it would have had. */
static void descriptors(int before)
{
    int after = dup(0);
    tap_ok(after == before, "no descriptor stays open");
    close(after);
}

int main(void)
{
    struct tsv t;
    const char *top = getenv("top_srcdir");
    char *data = file_join(top != NULL ? top : ".", "tests/data");
    folder = file_join(top != NULL ? top : ".", "tests/fuzz/corpus/image");
    int first = dup(0);
    close(first);
    if (tsv_read(&t, data, "images.tsv", "file extra pixels wrong") < 0)
        exit(99);
    for (size_t row = 0; row < t.rows; row++)
        check_file(&t, row);
    cut_files();
    huffman_tables();
    too_large();
    bomb();
    largest();
    threads();
    descriptors(first);
    tsv_release(&t);
    free(data);
    free(folder);
    return tap_done();
}
