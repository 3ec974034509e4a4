/* A fuzz target: libFuzzer's one function. It is linked either with libFuzzer
 * (make fuzz) or with replay.c, which runs it on the files of a corpus. A
 * property that does not hold ends the process by abort(). */
#ifndef TARGET_H
#define TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
