/* The tracer for 1 ray at a time. */
#include "config.h"

#define LANES 1
#define TRACE trace_1

#include "trace.c"
