#include "config.h"

#include "lint/article.h"

#include <string.h>

#include "tap.h"

static struct vocabulary vocabulary;

static void takes(const char *word, enum article wanted)
{
    static const char *const names[] = {"a", "an", "either"};
    tap_ok(article_of(word, &vocabulary) == wanted, "%s takes %s", word,
           names[wanted]);
}

static void wrong(const char *text, const char *wanted)
{
    size_t len = 0;
    const char *at = article_find(text, &vocabulary, &len);
    tap_same(at != NULL ? at : "", at != NULL ? len : 0, wanted, text);
}

int main(void)
{
    static const char *const a[] = {
        "baker", "university", "European", "one-eyed", "unit", "UFO", "US",
        "UK", "user", "Uruguayan", "7", "100", "1,800", NULL};
    static const char *const an[] = {
        "engineer", "hour", "honest", "heir", "umbrella", "unimportant", "MBA",
        "X-ray", "HR", "8", "11", "18", "80-year", "18,000", NULL};
    if (vocabulary_read(&vocabulary) != 0)
        return 99;
    for (size_t i = 0; a[i] != NULL; i++)
        takes(a[i], ARTICLE_A);
    for (size_t i = 0; an[i] != NULL; i++)
        takes(an[i], ARTICLE_AN);
    takes("NASA", ARTICLE_UNKNOWN);
    takes("herbalist", ARTICLE_UNKNOWN);
    takes("\u00e9migr\u00e9", ARTICLE_UNKNOWN);
    wrong("He is a engineer.", "a engineer.");
    wrong("A engineer and an baker", "A engineer");
    wrong("She has an university degree", "an university");
    wrong("It was (an \"big\" thing)", "an \"big\"");
    wrong("Take vitamin A every day, in part A an hour", "");
    wrong("a; an, banana an", "");
    vocabulary_release(&vocabulary);
    return tap_done();
}
