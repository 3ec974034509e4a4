/* Questions put to a server, many at once, as asking.h has it. */
#ifndef CLIENT_H
#define CLIENT_H

#include "ask/asking.h"
#include "ask/chat.h"
#include "ask/pictures.h"

struct client_job;

struct client {
    const struct exam *exam; /* borrowed */
    struct chat chat;
    struct pictures pictures;
    struct client_job *jobs; /* owned: questions that are under way */
    size_t chatting;         /* of them not yet replied to */
};

/* Returns 0, or -1 (told); either way it ends with client_close(). */
int client_open(struct client *c, const struct chat_options *o,
                const struct exam *e, const char *release);

/* As asking.h says. */
bool client_room(const struct client *c);
int client_start(struct client *c, size_t question, const struct messages *m);
int client_next(struct client *c, struct reply *r);

/* Drops what is under way. */
void client_close(struct client *c);

#endif
