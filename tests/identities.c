/* Prints what is drawn by lot for the sitters, one a line: the salt and the
 * axes of the identity (tests/identity_given.c reads them), then the views of
 * each role as a record has them. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>

#include "buf.h"
#include "diag.h"
#include "render/identity.h"
#include "rng.h"
#include "sitters.h"

static void print_identity(const struct look *look)
{
    struct identity who;
    identity_draw(&who, look->seed, look->index);
    printf("%" PRIu32, who.salt);
    for (int i = 0; i < AXES; i++)
        printf(" %a", (double)who.axis[i]);
}

static void print_view(const struct look *look, enum view_role role,
                       unsigned k)
{
    struct view view;
    struct buf text = BUF_EMPTY;
    view_draw(&view, look, role, k);
    view_write(&view, &text);
    printf(" %s", buf_string(&text));
    buf_release(&text);
}

int main(int argc, char **argv)
{
    diag_init(argv[0]);
    rng_setup();
    if (argc != 1)
        return EXIT_USAGE;
    for (unsigned i = 0; i < SITTERS; i++) {
        const struct look *look = &sitter_at(i)->look;
        print_identity(look);
        print_view(look, VIEW_PORTRAIT, 0);
        print_view(look, VIEW_TRAIN, i);
        print_view(look, VIEW_TEST, i);
        putchar('\n');
    }
    return fflush(stdout) == 0 ? EXIT_OK : EXIT_SYSTEM;
}
