/* The tracer for 8 rays at a time. */
#include "config.h"

#define LANES 8
#define TRACE trace_8

#include "trace.c"
