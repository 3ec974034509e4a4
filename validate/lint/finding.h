/* Findings: what breaks a rule, each told as it is found, as a line or, with
 * --json, as an object:
 *
 *   FILE:LINE: id: CODE: sentence: witness
 *   {"rule":..,"severity":..,"file":..,"line":..,"id":..,"sentence":..,
 *    "witness":..,"other":{"file":..,"line":..,"id":..}}
 *
 * The words are the rule's (rules.h); the witness is what a reader can look up:
 * the text found, the other person. What is measured, but breaks no rule, is a
 * figure, shown at the end. The words of a rule that is not enabled are never
 * used: its findings and figures are passed over. */
#ifndef LINT_FINDING_H
#define LINT_FINDING_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "lint/rules.h"
#include "out.h"

struct findings {
    struct rules *rules; /* borrowed */
    struct out *out;     /* borrowed */
    bool json;
    uint64_t limit;      /* findings of a rule that are shown; 0 for all */
    uint64_t people;     /* that were looked at, for the summary */
    uint64_t errors, warnings; /* findings */
    struct buf figures;  /* of the summary, as it will be written */
    struct buf text;     /* of the finding now made */
    bool broken;         /* writing failed, or the table lacks a rule (told) */
};

/* True if findings of the rule are wanted: what takes long to look at need not
 * be looked at otherwise. */
bool findings_wants(const struct findings *f, const char *code);

/* The budget of a rule, in hundredths of its unit, or RULES_UNLIMITED. */
uint64_t findings_budget(const struct findings *f, const char *code);

/* Adds a finding at a place, any field of which may be empty; the text is the
 * witness. */
void findings_add(struct findings *f, const char *code,
                  struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same of two people: `other` is where the second one stands. */
void findings_add_pair(struct findings *f, const char *code,
                       struct diag_place place, struct diag_place other,
                       const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Notes a figure of a rule: of what, and how much in hundredths of its unit. */
void findings_figure(struct findings *f, const char *code, const char *of,
                     uint64_t hundredths);

/* Notes that a rule could not be looked at, and why. */
void findings_skip(struct findings *f, const char *code, const char *why);

/* The same of a rule that is left out from here on. */
void findings_leave(struct findings *f, const char *code, const char *why);

/* Writes what is left to say at the end: of which rules there was more, which
 * were not looked at, the figures, the sums; unless `brief`, which leaves only
 * the first. */
void findings_end(struct findings *f, bool brief);

/* Writes only of which rules there was more: the input broke off, so that sums
 * would be of a part. */
void findings_cut(struct findings *f);

/* The exit status they make. */
enum exit_status findings_status(const struct findings *f);

void findings_release(struct findings *f);

#endif
