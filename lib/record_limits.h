/* How much a person's line may hold. Where these are bytes, schema/, which
 * counts characters, says as much in characters. */
#ifndef RECORD_LIMITS_H
#define RECORD_LIMITS_H

#define RECORD_IMAGES_LIMIT 64       /* of a person */
#define RECORD_FACT_LIMIT 256        /* bytes of a name, of a fact, and of what
                                        questions write for one */
#define RECORD_WORDS_LIMIT 4         /* in a fact of a generated person */
#define RECORD_BIOGRAPHY_LIMIT 16384 /* bytes */
#define RECORD_OPTION_LIMIT 100      /* bytes of an option */
#define RECORD_TEXT_LIMIT 2048       /* bytes of another text of a question */

#endif
