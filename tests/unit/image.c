#include "config.h"

#include "image.h"

#include <stdlib.h>
#include <string.h>

#include "image_check.h"
#include "image_parts.h"
#include "image_png.h"
#include "tap.h"

static void put(struct image *image, uint32_t x, uint32_t y, unsigned r,
                unsigned g, unsigned b)
{
    unsigned char *at = image->rgb + 3 * ((size_t)y * image->width + x);
    at[0] = (unsigned char)r;
    at[1] = (unsigned char)g;
    at[2] = (unsigned char)b;
}

/* The pictures of tests/data/image-hashes.py. */
static void draw_waves(struct image *image, uint32_t width, uint32_t height)
{
    image_init(image, width, height);
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++) {
            uint32_t sum = x * x * 3 + y * y * 5;
            put(image, x, y, (sum + x * y) / 256 & 255,
                (sum + x * y * 2) / 256 & 255, (sum + x * y * 3) / 256 & 255);
        }
}

/* What tests/data/image-hashes.py printed (numpy 1.24.2, floating point). */
static const struct {
    uint32_t width, height;
    uint64_t dhash, phash;
} known[] = {
    {100, 75, 0xfffffffffffffffe, 0xa96ad52ad52a55aa},
    {24, 16, 0x3f3fffffffffffff, 0xaa7efc70f042822f},
    {61, 43, 0xffffffffffffffff, 0xaa7d9b5da4549252},
    {512, 512, 0xb75553aa77955914, 0x83030707070f3fff},
    {33, 200, 0xffffffff00ff0000, 0xaa2a6f5cd7802f58},
};

static void hashes(void)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        struct image image;
        draw_waves(&image, known[i].width, known[i].height);
        tap_ok(image_dhash(&image) == known[i].dhash,
               "the dhash of %u by %u pixels is the one reckoned by numpy",
               known[i].width, known[i].height);
        tap_ok(image_phash(&image) == known[i].phash,
               "the phash of %u by %u pixels is, too", known[i].width,
               known[i].height);
        image_release(&image);
    }
    uint8_t tint[IMAGE_TINT];
    struct image three;
    image_init(&three, 1, 3);
    put(&three, 0, 0, 10, 20, 30);
    put(&three, 0, 1, 20, 30, 40);
    put(&three, 0, 2, 255, 255, 255);
    image_tint(&three, tint);
    tap_ok(memcmp(tint, (uint8_t[]){15, 25, 35, 137, 142, 147}, 6) == 0,
           "the tint is the mean colour of either half");
    image_release(&three);
    char hex[IMAGE_HASH_HEX + 1];
    image_hash_hex(0x303, hex);
    tap_ok(strcmp(hex, "0000000000000303") == 0,
           "a hash has 16 digits in a record");
    tap_ok(image_hash_distance(0xf0, 0x0f) == 8 &&
               image_hash_distance(7, 7) == 0,
           "the bits are counted that differ");
}

/* printf '\002\0\0\0\001\0\0\0\001\002\003\004\005\006' | sha256sum */
static void digest(void)
{
    static const char wanted[] = "f25af82c68d29a6c012779bae23ccc6e"
                                 "5640b399d8b0e0b4eddb25ea7f2a61dd";
    struct image image;
    unsigned char bytes[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    image_init(&image, 2, 1);
    put(&image, 0, 0, 1, 2, 3);
    put(&image, 1, 0, 4, 5, 6);
    image_pixels_digest(&image, bytes);
    digest_to_hex(bytes, hex);
    tap_same(hex, DIGEST_HEX, wanted, "the pixels' digest is sha256sum's");
    image_release(&image);
    image_release(&image);
    tap_ok(image.rgb == NULL && image_bytes(&image) == 0,
           "a picture may be released twice");
}

/* True where (x, y) lies in an ellipse; all in thousandths of the side. */
static bool inside(int x, int y, int cx, int cy, int rx, int ry)
{
    int64_t dx = (x - cx) * 1000 / rx, dy = (y - cy) * 1000 / ry;
    return dx * dx + dy * dy < 1000000;
}

/* A face as a child draws it, every edge sharp. */
static void draw_face(struct image *image, uint32_t width, uint32_t height)
{
    image_init(image, width, height);
    for (uint32_t j = 0; j < height; j++)
        for (uint32_t i = 0; i < width; i++) {
            int x = (int)(i * 1000 / width), y = (int)(j * 1000 / height);
            unsigned grey = 120;
            if (inside(x, y, 500, 1100, 420, 330))
                grey = 60;
            if (inside(x, y, 500, 450, 250, 330))
                grey = 200;
            if (inside(x, y, 410, 400, 40, 20) ||
                inside(x, y, 590, 400, 40, 20) ||
                inside(x, y, 500, 620, 90, 15))
                grey = 40;
            put(image, i, j, grey, grey * 9 / 10, grey * 8 / 10);
        }
}

/* Averages every byte with those `radius` pixels before and behind it, `step`
 * bytes apart, in runs of `count`. */
static void smear(unsigned char *rgb, size_t count, size_t step, int radius)
{
    int *sums = calloc(count + 1, sizeof *sums);
    if (sums == NULL)
        exit(99);
    for (size_t i = 0; i < count; i++)
        sums[i + 1] = sums[i] + rgb[i * step];
    for (int i = 0; i < (int)count; i++) {
        int from = i > radius ? i - radius : 0;
        int to = i + radius < (int)count ? i + radius + 1 : (int)count;
        rgb[(size_t)i * step] =
            (unsigned char)((sums[to] - sums[from]) / (to - from));
    }
    free(sums);
}

/* Three times a box either way: nearly a Gaussian of the same width. */
static void blur(struct image *image, int radius)
{
    size_t w = image->width, h = image->height;
    for (int round = 0; round < 3; round++)
        for (size_t c = 0; c < 3; c++) {
            for (size_t y = 0; y < h; y++)
                smear(image->rgb + y * w * 3 + c, w, 3, radius);
            for (size_t x = 0; x < w; x++)
                smear(image->rgb + x * 3 + c, h, w * 3, radius);
        }
}

static unsigned faults_of(const struct image *image)
{
    struct buf png = BUF_EMPTY;
    image_png(image, &png);
    unsigned faults = image_check(image, png.data, png.len);
    buf_release(&png);
    return faults;
}

static void passing(void)
{
    static const uint32_t sides[] = {96, 150, 320, 512, 1024};
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        struct image image;
        draw_face(&image, sides[i], sides[i]);
        tap_ok(faults_of(&image) == 0, "a face of %u pixels passes all rules",
               sides[i]);
        blur(&image, (int)(sides[i] * 15 / 1000 + 1));
        tap_ok(faults_of(&image) == IMAGE_FAULT_BLURRED,
               "blurred it fails one of them");
        image_release(&image);
    }
}

static void failing(void)
{
    struct image image;
    image_init(&image, 128, 128);
    memset(image.rgb, 127, image_bytes(&image));
    tap_ok(faults_of(&image) == IMAGE_FAULT_FLAT, "one grey is flat");
    image_release(&image);
    draw_face(&image, 60, 60);
    tap_ok(faults_of(&image) == IMAGE_FAULT_SIZE, "60 pixels are too few");
    image_release(&image);
    draw_face(&image, 256, 100);
    tap_ok(faults_of(&image) == IMAGE_FAULT_SIZE, "256 by 100 is too wide");
    image_release(&image);
    struct buf json = BUF_EMPTY;
    image_fault_write(0, &json);
    image_fault_write(15, &json);
    tap_same(json.data, json.len,
             "[][\"size\",\"flat\",\"blurred\",\"metadata\"]",
             "failed rules are written as a list of words");
    buf_release(&json);
}

/* A PNG with a chunk that tells the prompt, between header and picture. */
static void metadata(void)
{
    static const char text[] = "\0\0\0\4tEXta\0by\x4a\x0c\x86\x93";
    struct image image;
    struct buf png = BUF_EMPTY, more = BUF_EMPTY;
    draw_face(&image, 128, 128);
    image_png(&image, &png);
    buf_add(&more, png.data, png.len);
    buf_putc(&more, 0);
    tap_ok(image_check(&image, more.data, more.len) == IMAGE_FAULT_METADATA,
           "a byte behind the picture is more than a picture");
    buf_clear(&more);
    buf_add(&more, png.data, 33);
    buf_add(&more, text, sizeof text - 1);
    buf_add(&more, png.data + 33, png.len - 33);
    tap_ok(image_check(&image, more.data, more.len) == IMAGE_FAULT_METADATA,
           "a text in it is, too");
    image_release(&image);
    buf_release(&png);
    buf_release(&more);
}

static void writing(void)
{
    struct image image = {0};
    struct buf png = BUF_EMPTY, again = BUF_EMPTY;
    struct image_parts parts;
    tap_ok(image_png(&image, &png) < 0, "an empty picture makes no PNG");
    draw_waves(&image, 100, 75);
    tap_ok(image_png(&image, &png) == 0 && image_png(&image, &again) == 0 &&
               png.len == again.len &&
               memcmp(png.data, again.data, png.len) == 0,
           "a PNG has the same bytes twice");
    tap_ok(image_parts_read(&parts, png.data, png.len) == NULL &&
               parts.format == IMAGE_PNG && parts.width == 100 &&
               parts.height == 75 && !parts.extra,
           "it holds the picture and no more");
    image_release(&image);
    buf_release(&png);
    buf_release(&again);
}

int main(void)
{
    hashes();
    digest();
    passing();
    failing();
    metadata();
    writing();
    return tap_done();
}
