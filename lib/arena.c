#include "config.h"

#include "arena.h"

#include <stdalign.h>
#include <string.h>
#include <sanitizer/asan_interface.h>
#include <sys/mman.h>

/* Bytes between two pieces, which nobody may touch, and the alignment. */
#define GAP alignof(max_align_t)

int arena_open(struct arena *a, size_t size)
{
    void *base = mmap(NULL, size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    *a = (struct arena){0};
    if (base == MAP_FAILED)
        return -1;
    a->base = base;
    a->size = size;
    ASAN_POISON_MEMORY_REGION(a->base, a->size);
    return 0;
}

void *arena_alloc(struct arena *a, size_t size)
{
    size_t from = (a->used + 2 * GAP - 1) / GAP * GAP;
    if (from > a->size || size > a->size - from)
        return NULL;
    a->last = from;
    a->used = from + size;
    ASAN_UNPOISON_MEMORY_REGION(a->base + from, size);
    return a->base + from;
}

void *arena_grow(struct arena *a, void *old, size_t old_size, size_t size)
{
    if (old != NULL && old == a->base + a->last) {
        if (size > a->size - a->last)
            return NULL;
        a->used = a->last + size;
        ASAN_UNPOISON_MEMORY_REGION(old, size);
        return old;
    }
    void *new = arena_alloc(a, size);
    if (new != NULL && old != NULL)
        memcpy(new, old, old_size < size ? old_size : size);
    return new;
}

void arena_clear(struct arena *a)
{
    ASAN_UNPOISON_MEMORY_REGION(a->base, a->used);
    memset(a->base, 0, a->used);
    ASAN_POISON_MEMORY_REGION(a->base, a->used);
    a->used = 0;
    a->last = 0;
}

void arena_close(struct arena *a)
{
    ASAN_UNPOISON_MEMORY_REGION(a->base, a->size);
    if (a->base != NULL)
        munmap(a->base, a->size);
    *a = (struct arena){0};
}
