/* The arithmetic of the network, as pure functions over flat arrays; each is
 * there twice. plain.c is the clear one: it says what is computed and in which
 * order, and runs anywhere. wide.c does the same with AVX2 and FMA, where the
 * processor has them. Both give the same bits:
 *
 * - Products are summed by fused multiply-adds (one rounding each), strictly
 *   one after another: in a product of matrices along k, upwards.
 * - Other sums over a row go to eight lanes, element j to lane j % 8, upwards;
 *   the lanes are folded as ((0+4)+(2+6)) + ((1+5)+(3+7)).
 * - exp is a polynomial (elementary.h). Nothing comes from libm.
 *
 * Nothing is allocated here. */
#ifndef NET_KERNELS_H
#define NET_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/real.h"

enum kernels {
    KERNELS_BEST,  /* what suits the processor */
    KERNELS_PLAIN, /* the clear ones, whatever it has */
};

#define GEMM_SCRATCH ((size_t)160 * 1024) /* numbers */

/* Which code computes, and its room. */
struct machine {
    enum kernels kernels;
    real *scratch; /* GEMM_SCRATCH numbers, borrowed */
};

/* A product of matrices, c = a b. A matrix is rows of numbers that lie `ld`
 * apart; a letter T says that the rows that lie in memory are the columns. */
enum gemm_form {
    GEMM_NN, /* a [m][k]  b [k][n] */
    GEMM_NT, /* a [m][k]  b [n][k] */
    GEMM_TN, /* a [k][m]  b [k][n] */
};

struct gemm {
    enum gemm_form form;
    size_t m, n, k;
    const real *a;
    size_t lda;
    const real *b;
    size_t ldb;
    real *c; /* [m][n], apart from a and b */
    size_t ldc;
    bool onto; /* the sums begin with what is in c, not with 0 */
};

void gemm(const struct machine *by, const struct gemm *g);

/* RMSNorm of `rows` rows x [width]: scale = 1 / sqrt(mean of squares + 1e-5),
 * y = (x * scale) * gain. `scales` [rows] is kept for the way back. The width
 * is a multiple of 8. */
struct norm {
    size_t rows, width;
    const real *x;
    const real *gain; /* [width] */
    real *scales;     /* [rows] */
};

void norm_forward(const struct machine *by, const struct norm *n, real *y);

/* Adds to dx [rows][width] and to dgain [width] what dy [rows][width] comes
 * to. */
void norm_backward(const struct machine *by, const struct norm *n,
                   const real *dy, real *dx, real *dgain);

/* y = u * sigmoid(1.702 u); u becomes the derivative of y by u. */
void gelu_forward(const struct machine *by, size_t count, real *u, real *y);

/* y = y * x */
void multiply(const struct machine *by, size_t count, const real *x, real *y);

/* y = y + x */
void add(const struct machine *by, size_t count, const real *x, real *y);

/* In place, rows of scores [queries][keys]: softmax of factor * score over the
 * keys that a query may see, which are all but the last queries - 1 for the
 * first query, and one more for each that follows; 0 for the others. */
struct causal {
    size_t queries, keys; /* 1 <= queries <= keys */
    real factor;          /* above 0 */
};

void softmax_causal(const struct machine *by, const struct causal *c,
                    real *scores);

/* In place, the derivative by the probabilities becomes that by the scores:
 * ds = ((dp - sum of p dp) p) factor. */
void softmax_causal_backward(const struct machine *by, const struct causal *c,
                             const real *p, real *dp);

/* Rows of logits [rows][words] and what is made of them. */
struct rows {
    size_t count, words;
    const uint32_t *targets; /* [count] */
    real *greatest;          /* [count] */
    real *total;             /* [count] sum of exp(logit - greatest) */
    uint32_t *best;          /* [count] the first of the greatest */
};

/* Fills greatest, total and best. */
void rows_measure(const struct machine *by, const struct rows *r,
                  const real *logits);

/* In place: exp(logit - greatest) * (coefficient[row] / total). */
void rows_weigh(const struct machine *by, const struct rows *r,
                const real *coefficient, real *logits);

#endif
