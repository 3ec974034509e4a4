/* The kinds of backends, a file each: what backend_make() hands a request to.
 * They return and tell as it does, and find the reply emptied. */
#ifndef BACKEND_KINDS_H
#define BACKEND_KINDS_H

#include "backend.h"
#include "fields.h"

/* The name under which stable-diffusion.cpp's server lists its one model. Who
 * names it as the model gets that server's own fields. */
#define BACKEND_SDCPP "sd-cpp-local"

enum backend_result backend_sdapi(struct backend *b,
                                  const struct backend_request *request,
                                  struct backend_reply *reply);
enum backend_result backend_openai(struct backend *b,
                                   const struct backend_request *request,
                                   struct backend_reply *reply);
enum backend_result backend_comfy(struct backend *b,
                                  const struct backend_request *request,
                                  struct backend_reply *reply);
enum backend_result backend_command(struct backend *b,
                                    const struct backend_request *request,
                                    struct backend_reply *reply);

/* True if the model is BACKEND_SDCPP. */
bool backend_is_sdcpp(const struct backend *b);

/* Appends the prompt and, in the block that stable-diffusion.cpp cuts out of
 * it, what its other fields do not take: no metadata in the picture and, if
 * `all`, seed, negative prompt, steps and guidance. */
void backend_sdcpp_prompt(const struct backend *b,
                          const struct backend_request *request, bool all,
                          struct buf *out);

/* Appends {"endpoint":path,"body":fields}: what the record keeps of a
 * request. */
void backend_record(const char *path, const struct fields *fields,
                    struct buf *out);

#endif
