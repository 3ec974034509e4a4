#include "config.h"

#include "asked.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "shape.h"

void asked_init(struct asked *a, const struct person *person, const cJSON *q,
                struct findings *findings)
{
    *a = (struct asked){
        .person = person, .findings = findings, .q = q,
        .set = question_set_parse(shape_text(q, "set")),
        .id = shape_text(q, "id"), .task = shape_text(q, "task"),
        .fact = shape_text(q, "fact"), .text = shape_text(q, "question"),
        .answer = shape_text(q, "answer"),
        .image = strcmp(shape_text(q, "modality"), "image") == 0,
        .spellings = {shape_text(q, "value"),
                      cJSON_GetObjectItemCaseSensitive(q, "aliases")}};
    a->probe = a->set == QUESTION_PROBE;
}

void asked_wrong(const struct asked *a, const char *rule, const char *format,
                 ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    findings_add(a->findings, rule, a->person->place, "question %s: %s", a->id,
                 text);
}

void asked_witness(const struct asked *a, const char *expected,
                   const char *found)
{
    findings_witness(a->findings, expected, found);
}
