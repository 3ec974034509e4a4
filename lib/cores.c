#include "config.h"

#include "cores.h"

#include <sys/resource.h>
#include <unistd.h>

/* Address space a thread takes: a stack and a heap of its own, most of which is
 * never touched. */
#define SPACE ((rlim_t)144 << 20) /* bytes */

unsigned cores_count(unsigned most)
{
    struct rlimit space;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (cores > (long)most)
        cores = (long)most;
    if (getrlimit(RLIMIT_AS, &space) == 0 &&
        space.rlim_cur / SPACE < (rlim_t)cores)
        cores = (long)(space.rlim_cur / SPACE);
    return cores < 1 ? 1 : (unsigned)cores;
}
