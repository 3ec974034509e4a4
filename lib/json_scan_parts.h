/* What the files of the strict check share: the walk over one scalar. Each
 * leaves s->at behind it and returns 0, or -1 with the reason set. */
#ifndef JSON_SCAN_PARTS_H
#define JSON_SCAN_PARTS_H

#include "json_scan.h"

/* Sets the reason, at s->at; returns -1. */
int json_scan_refuse(struct json_scan *s, const char *reason);

/* A string whose opening quote is at s->at; sets s->escaped. */
int json_scan_string(struct json_scan *s);

/* A number, or what has its place and is none. */
int json_scan_number(struct json_scan *s);

#endif
