#include "config.h"

#include "measures/measures.h"

#include "measures/pairs.h"
#include "measures/pebench.h"
#include "measures/quality.h"
#include "measures/scored.h"

void measures_add(const struct measured *m, const struct answer *reference,
                  const struct rows *rows)
{
    scored_means(m, rows);
    scored_areas(m, rows);
    scored_utility(m, rows);
    quality_rows(m, reference, rows);
    pairs_rows(m, rows);
    pebench_rows(m, rows);
}
