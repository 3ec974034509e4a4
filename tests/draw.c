/* Draws the sitters: draw FOLDER LANES [COUNT]
 *
 * writes FOLDER/NAME for each, or for the first COUNT: the bytes whose SHA-256
 * a record calls pixels_sha256, LE32 width, LE32 height, rows of red, green and
 * blue. LANES is how many rays are traced at a time: 1, 4 or 8. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "diag.h"
#include "file.h"
#include "image.h"
#include "num.h"
#include "render/render.h"
#include "sitters.h"

static void put_le32(FILE *f, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        putc((int)(number >> (8 * i) & 0xff), f);
}

/* Returns 0, or -1 (told). */
static int write_pixels(const char *path, const struct image *image)
{
    FILE *f = fopen(path, "wb");
    if (f == NULL) {
        diag_errno("%s", path);
        return -1;
    }
    put_le32(f, image->width);
    put_le32(f, image->height);
    size_t size = 3 * (size_t)image->width * image->height;
    int bad = fwrite(image->rgb, 1, size, f) != size;
    if ((fclose(f) != 0) | bad) {
        diag_errno("%s", path);
        return -1;
    }
    return 0;
}

static int draw(const struct render *r, const struct sitter *sitter,
                const char *folder)
{
    struct image image;
    const char *wrong = render_check(r, &sitter->look);
    if (wrong != NULL) {
        diag("%s: %s", sitter->name, wrong);
        return -1;
    }
    render_portrait(r, &sitter->look, sitter->view, SITTER_SIZE, &image);
    char *path = file_join(folder, sitter->name);
    int rc = write_pixels(path, &image);
    free(path);
    image_release(&image);
    return rc;
}

int main(int argc, char **argv)
{
    struct render render;
    uint64_t lanes, count = SITTERS;
    diag_init(argv[0]);
    if (argc < 3 || argc > 4 || !num_parse(argv[2], 1, 8, &lanes) ||
        (argc == 4 && !num_parse(argv[3], 1, SITTERS, &count))) {
        fputs("usage: draw FOLDER LANES [COUNT]\n", stderr);
        return EXIT_USAGE;
    }
    int rc = render_init(&render);
    render.lanes = (int)lanes;
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = draw(&render, sitter_at(i), argv[1]);
    render_release(&render);
    return rc == 0 ? EXIT_OK : EXIT_SYSTEM;
}
