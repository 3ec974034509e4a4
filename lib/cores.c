#include "config.h"

#include "cores.h"

#include <unistd.h>

unsigned cores_count(unsigned most)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (cores < 1)
        return 1;
    return (unsigned long)cores > most ? most : (unsigned)cores;
}
