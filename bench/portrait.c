/* portrait: what a picture of 512 by 512 pixels costs.
 *
 *     portrait draw LANES     milliseconds of processor time to draw one
 *     portrait png            the same to make a PNG of it
 *     portrait memory LANES   megabytes (2^20) at the peak of drawing one and
 *                             making its PNG
 *
 * Times are means of some sitters of the tests, hair of all lengths among
 * them. LANES is how many rays are traced at a time: 1, 4 or 8. */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "buf.h"
#include "diag.h"
#include "image.h"
#include "image_png.h"
#include "num.h"
#include "render/render.h"
#include "rng.h"
#include "sitters.h"

#define SIZE 512
#define STEP 3 /* every third sitter */

/* Milliseconds of processor time. */
struct cost {
    double draw, png;
};

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static struct cost make(const struct render *r, const struct sitter *sitter)
{
    struct image image;
    struct buf png = BUF_EMPTY;
    double start = now_ms();
    render_portrait(r, &sitter->look, sitter->view, SIZE, &image);
    double drawn = now_ms();
    image_png(&image, &png);
    double done = now_ms();
    buf_release(&png);
    image_release(&image);
    return (struct cost){drawn - start, done - drawn};
}

static struct cost mean(const struct render *r)
{
    struct cost sum = {0, 0};
    int count = 0;
    for (size_t i = 0; i < SITTERS; i += STEP, count++) {
        struct cost c = make(r, sitter_at(i));
        sum.draw += c.draw;
        sum.png += c.png;
    }
    return (struct cost){sum.draw / count, sum.png / count};
}

static double peak(const struct render *r)
{
    struct rusage use;
    make(r, sitter_at(0));
    getrusage(RUSAGE_SELF, &use);
    return (double)use.ru_maxrss / 1024;
}

int main(int argc, char **argv)
{
    struct render r;
    uint64_t lanes = 0;
    diag_init(argv[0]);
    bool png = argc == 2 && strcmp(argv[1], "png") == 0;
    bool memory = argc == 3 && strcmp(argv[1], "memory") == 0;
    bool draw = argc == 3 && strcmp(argv[1], "draw") == 0;
    if ((!png && !memory && !draw) ||
        (!png && !num_parse(argv[2], 1, 8, &lanes))) {
        fputs("usage: portrait png | draw LANES | memory LANES\n", stderr);
        return EXIT_USAGE;
    }
    rng_setup();
    if (render_init(&r) < 0)
        return EXIT_SYSTEM;
    if (!png)
        r.lanes = (int)lanes;
    double number = memory ? peak(&r) : png ? mean(&r).png : mean(&r).draw;
    render_release(&r);
    return printf("%.3f\n", number) > 0 ? EXIT_OK : EXIT_SYSTEM;
}
