#include "config.h"

#include "words.h"

#include "tap.h"

int main(void)
{
    tap_ok(words_in("a dog's life", "dog"), "a word is found");
    tap_ok(words_in("a Dog's life", "dOG"), "whatever its case");
    tap_ok(!words_in("hotdog", "dog") && !words_in("doggy", "dog"),
           "but not inside a longer one");
    tap_ok(words_in("hotdog dog", "dog"), "nor does that hide it");
    tap_ok(!words_in("in Malm\303\266", "Malm"),
           "letters beyond ASCII make a word longer");
    tap_ok(words_in("dial +1 200 555 0102!", "+1 200 555 0102"),
           "a part need not start with a letter");
    tap_ok(!words_in("anything", "") && !words_in("", "dog"),
           "nothing is in nothing");
    tap_ok(words_times("dog, Dog; doggy dog", "dog") == 3,
           "words are counted");
    tap_ok(words_times("no", "") == 0, "and nothing is not there");
    tap_ok(words_at_most("the Aburi Botanical Gardens", 4) &&
               !words_at_most("the Aburi Botanical Gardens", 3),
           "the words of a text have a limit");
    tap_ok(!words_at_most("", 4) && !words_at_most(" a", 4) &&
               !words_at_most("a ", 4) && !words_at_most("a  b", 4),
           "there is one blank between two");
    size_t len;
    const char *text = "+1 dog_s";
    tap_ok(words_next(text, &len) == text + 1 && len == 1 &&
               words_next(text + 2, &len) == text + 3 && len == 3 &&
               words_next(text + 6, &len) == text + 7 && len == 1 &&
               words_next(text + 8, &len) == NULL,
           "words follow one another, without what is between");
    tap_ok(words_at(text, text, "+1 DOG", 6) &&
               words_at(text, text + 3, "dog", 3) &&
               !words_at(text, text + 4, "og", 2) &&
               !words_at(text, text + 3, "do", 2) &&
               !words_at(text, text + 7, "s_", 2),
           "a part stands at a place, or not");
    return tap_done();
}
