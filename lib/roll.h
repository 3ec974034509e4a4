/* The people of a run while all of them are read: their text lies in a spool
 * on disk, and here stays what ranking needs. Memory, in bytes an id:
 *
 *     rank_entry       16   key, index
 *     roll_person       8   place in the spool, kind
 *     rank             16   rank_order's second copy while it sorts
 *     rank              2   its bucket ends, at most
 *     ranks             4   filled when the copy is gone
 *     strata            2   where there are any
 *     order            12   by strata, when the copy is gone: old and new
 *
 * At most 44 at a time; who checks ranks keeps 4 more, those he was told.
 * Besides, 16 a file and a line that was left out. The arrays grow by doubling,
 * of which the unused part is never touched.
 *
 * Every id that is added is keyed, whatever its kind: two people of one id then
 * lie next to each other in the order, and the unranked are passed over when
 * ranks are given. */
#ifndef ROLL_H
#define ROLL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "rank.h"
#include "record.h"
#include "splitrule.h"
#include "splitsets.h"
#include "spool.h"

#define ROLL_LIMIT UINT32_MAX /* people, and lines in a file */

struct roll_person {
    uint64_t place : 62; /* where the id begins in the spool */
    uint64_t kind : 2;   /* enum record_kind */
};

/* People read from lines of one file that follow each other. */
struct roll_run {
    const char *file; /* borrowed */
    uint32_t first;   /* index of the first one */
    uint32_t line;    /* its line, from 1 */
};

struct roll {
    const char *seed; /* borrowed; to be set before roll_add(); NULL for the
                         order of ids (splitrule_key) */
    struct spool spool;
    struct rank_entry *entries; /* owned: in input order, in rank order after
                                   roll_order() */
    struct roll_person *people; /* owned, by index */
    uint32_t *ranks;            /* owned, by index: from 1, 0 if unranked;
                                   NULL before roll_rank() */
    uint16_t *strata;           /* owned, by index; NULL if there are none */
    size_t strata_count;        /* one more than the largest of them */
    size_t count, cap;          /* people, and room for them */
    uint64_t kinds[RECORD_KINDS]; /* people of each kind */
    struct roll_run *runs;        /* owned: where they were read */
    size_t run_count, run_cap;
};

/* Returns 0, or -1 (told). */
int roll_open(struct roll *r);

/* Adds a person, whose `text` (it holds head->id) is spooled with a LF.
 * Returns 0, or -1 (told). */
int roll_add(struct roll *r, const struct record_head *head,
             struct diag_place where, const char *text, size_t len);

/* Notes the stratum of the person last added; once for one, for each. */
void roll_note_stratum(struct roll *r, uint16_t stratum);

/* Two people of one id. */
struct roll_twins {
    bool found;
    uint32_t first, second; /* index: of all that are there twice, those whose
                               second comes first in the input */
};

/* Orders all people by (digest, id), but that those of an id that is there
 * twice may stand anywhere. Returns 0, or -1 (told). */
int roll_order(struct roll *r, struct roll_twins *twins);

/* The same, and ranks the fictitious ones, by strata if there are any. Returns
 * EXIT_OK; EXIT_DATA for an id that is there twice, or EXIT_SYSTEM (told). */
enum exit_status roll_rank(struct roll *r);

/* Ranks after roll_order(). */
void roll_give_ranks(struct roll *r);

/* Fills in the sets that a rule makes of the ranked people, and those of kinds
 * without ranks. Returns 0, or -1 (told); released by the caller in any case. */
int roll_sets(const struct roll *r, const struct splitrule *rule,
              struct splitsets *sets);

/* Reads back a person's id, NUL-ended. Returns 0, or -1 (told). */
int roll_id(struct roll *r, uint32_t index, char id[RECORD_ID_LIMIT + 1]);

/* Where a person was read; `id` is borrowed. */
struct diag_place roll_place(const struct roll *r, uint32_t index,
                             const char *id);

/* Looks up an id after roll_order(). Returns 1 and its *index, 0 if it is not
 * there, -1 if reading failed (told). */
int roll_find(struct roll *r, const char *id, uint32_t *index);

void roll_close(struct roll *r);

#endif
