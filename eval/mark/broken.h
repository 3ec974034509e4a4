/* Replies that are no language any more. A reply is broken if one of these
 * holds, and else empty if it has no letter and no digit:
 *
 *   - 3 or more of its characters, and a tenth of them, are control characters
 *     (other than tab and line ends), U+FFFD, private or unassigned;
 *   - of 24 or more characters that are no blanks, less than two fifths are
 *     letters or digits;
 *   - of 24 or more, any two are the same with a chance above 1/5 (it is about
 *     1/15 in English);
 *   - of its last 128 words (all of them, if there are 16 or more), at most a
 *     quarter are different ones;
 *   - of the same, three quarters are equal to the word that is p before it,
 *     for some p up to a quarter of their number. */
#ifndef BROKEN_H
#define BROKEN_H

#include <stdbool.h>
#include <stddef.h>

enum soundness { SOUND_EMPTY, SOUND_WHOLE, SOUND_BROKEN };

/* Of a text, UTF-8. */
enum soundness broken_text(const char *text, size_t len);

#endif
