/* The tracer for 4 rays at a time. */
#include "config.h"

#define LANES 4
#define TRACE trace_4

#include "trace.c"
