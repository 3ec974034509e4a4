#include "config.h"

#include "porter.h"

#include <stdbool.h>
#include <string.h>

/* A word while it is stemmed. */
struct stem {
    char *text;
    size_t len;
};

/* What a rule asks of the word without its suffix. */
enum condition {
    MEASURE_1, /* a measure of 1 or more */
    MEASURE_2, /* of 2 or more */
    ION,       /* of 2 or more, and an s or t at the end */
    LOGI,      /* a measure of 1 or more of the word without three letters */
    ANY,
};

struct rule {
    char suffix[8];
    size_t len; /* of the suffix; 0 behind the last rule */
    const char *becomes;
    enum condition condition;
};

/* A y is a vowel behind a consonant. */
static bool is_consonant_behind(char c, bool first, bool behind_consonant)
{
    if (c == 'y')
        return first || !behind_consonant;
    return c != 'a' && c != 'e' && c != 'i' && c != 'o' && c != 'u';
}

static bool is_consonant(const struct stem *s, size_t at)
{
    size_t from = at;
    while (from > 0 && s->text[from] == 'y')
        from--;
    bool consonant = false;
    for (size_t i = from; i <= at; i++)
        consonant = is_consonant_behind(s->text[i], i == 0, consonant);
    return consonant;
}

/* How often a consonant follows a vowel in the first `len` letters. */
static size_t measure(const struct stem *s, size_t len)
{
    size_t count = 0;
    bool before = true;
    for (size_t i = 0; i < len; i++) {
        bool consonant = is_consonant_behind(s->text[i], i == 0, before);
        count += consonant && !before;
        before = consonant;
    }
    return count;
}

static bool has_vowel(const struct stem *s, size_t len)
{
    bool consonant = true;
    for (size_t i = 0; i < len && consonant; i++)
        consonant = is_consonant_behind(s->text[i], i == 0, consonant);
    return !consonant;
}

/* Consonant, vowel, and a consonant other than w, x and y at the end; or a
 * vowel and a consonant, and no more. */
static bool ends_cvc(const struct stem *s, size_t len)
{
    if (len == 2)
        return !is_consonant(s, 0) && is_consonant(s, 1);
    return len >= 3 && is_consonant(s, len - 3) && !is_consonant(s, len - 2) &&
           is_consonant(s, len - 1) && strchr("wxy", s->text[len - 1]) == NULL;
}

static bool ends_double(const struct stem *s)
{
    return s->len >= 2 && s->text[s->len - 1] == s->text[s->len - 2] &&
           is_consonant(s, s->len - 1);
}

static bool ends(const struct stem *s, const char *suffix)
{
    size_t len = strlen(suffix);
    return s->len >= len && memcmp(s->text + s->len - len, suffix, len) == 0;
}

/* Replaces the last `cut` letters. */
static void replace(struct stem *s, size_t cut, const char *becomes)
{
    size_t len = strlen(becomes);
    memcpy(s->text + s->len - cut, becomes, len);
    s->len += len - cut;
}

static bool holds(enum condition condition, const struct stem *s, size_t len)
{
    switch (condition) {
    case MEASURE_1:
        return measure(s, len) > 0;
    case MEASURE_2:
        return measure(s, len) > 1;
    case ION:
        return measure(s, len) > 1 && strchr("st", s->text[len - 1]) != NULL;
    case LOGI:
        return measure(s, s->len - 3) > 0;
    default:
        return true;
    }
}

/* Applies the first rule whose suffix is there, or none if its condition does
 * not hold. */
static void apply(struct stem *s, const struct rule *rules)
{
    for (; rules->len > 0; rules++) {
        size_t len = rules->len;
        if (s->len < len || s->text[s->len - 1] != rules->suffix[len - 1] ||
            memcmp(s->text + s->len - len, rules->suffix, len) != 0)
            continue;
        if (holds(rules->condition, s, s->len - len))
            replace(s, len, rules->becomes);
        return;
    }
}

static void step_1a(struct stem *s)
{
    static const struct rule rules[] = {
        {"sses", 4, "ss", ANY}, {"ies", 3, "i", ANY}, {"ss", 2, "ss", ANY},
        {"s", 1, "", ANY}, {""}};
    if (s->len == 4 && ends(s, "ies"))
        replace(s, 3, "ie");
    else
        apply(s, rules);
}

/* What follows where -ed or -ing was cut off. */
static void mend(struct stem *s)
{
    if (ends(s, "at") || ends(s, "bl") || ends(s, "iz")) {
        replace(s, 0, "e");
    } else if (ends_double(s)) {
        if (strchr("lsz", s->text[s->len - 1]) == NULL)
            s->len--;
    } else if (measure(s, s->len) == 1 && ends_cvc(s, s->len)) {
        replace(s, 0, "e");
    }
}

static void step_1b(struct stem *s)
{
    if (ends(s, "ied")) {
        replace(s, 3, s->len == 4 ? "ie" : "i");
    } else if (ends(s, "eed")) {
        if (measure(s, s->len - 3) > 0)
            s->len--;
    } else if ((ends(s, "ed") && has_vowel(s, s->len - 2)) ||
               (ends(s, "ing") && has_vowel(s, s->len - 3))) {
        s->len -= ends(s, "ed") ? 2 : 3;
        mend(s);
    }
}

static void step_1c(struct stem *s)
{
    if (s->len > 2 && ends(s, "y") && is_consonant(s, s->len - 2))
        replace(s, 1, "i");
}

static void step_2(struct stem *s)
{
    static const struct rule rules[] = {
        {"ational", 7, "ate"}, {"tional", 6, "tion"}, {"enci", 4, "ence"},
        {"anci", 4, "ance"}, {"izer", 4, "ize"}, {"bli", 3, "ble"},
        {"alli", 4, "al"}, {"entli", 5, "ent"}, {"eli", 3, "e"},
        {"ousli", 5, "ous"}, {"ization", 7, "ize"}, {"ation", 5, "ate"},
        {"ator", 4, "ate"}, {"alism", 5, "al"}, {"iveness", 7, "ive"},
        {"fulness", 7, "ful"}, {"ousness", 7, "ous"}, {"aliti", 5, "al"},
        {"iviti", 5, "ive"}, {"biliti", 6, "ble"}, {"fulli", 5, "ful"},
        {"logi", 4, "log", LOGI}, {""}};
    if (ends(s, "alli") && measure(s, s->len - 4) > 0)
        s->len -= 2;
    apply(s, rules);
}

static void step_3(struct stem *s)
{
    static const struct rule rules[] = {
        {"icate", 5, "ic"}, {"ative", 5, ""}, {"alize", 5, "al"},
        {"iciti", 5, "ic"}, {"ical", 4, "ic"}, {"ful", 3, ""},
        {"ness", 4, ""}, {""}};
    apply(s, rules);
}

static void step_4(struct stem *s)
{
    static const struct rule rules[] = {
        {"al", 2, "", MEASURE_2}, {"ance", 4, "", MEASURE_2},
        {"ence", 4, "", MEASURE_2}, {"er", 2, "", MEASURE_2},
        {"ic", 2, "", MEASURE_2}, {"able", 4, "", MEASURE_2},
        {"ible", 4, "", MEASURE_2}, {"ant", 3, "", MEASURE_2},
        {"ement", 5, "", MEASURE_2}, {"ment", 4, "", MEASURE_2},
        {"ent", 3, "", MEASURE_2}, {"ion", 3, "", ION},
        {"ou", 2, "", MEASURE_2}, {"ism", 3, "", MEASURE_2},
        {"ate", 3, "", MEASURE_2}, {"iti", 3, "", MEASURE_2},
        {"ous", 3, "", MEASURE_2}, {"ive", 3, "", MEASURE_2},
        {"ize", 3, "", MEASURE_2}, {""}};
    apply(s, rules);
}

static void step_5(struct stem *s)
{
    if (ends(s, "e")) {
        size_t count = measure(s, s->len - 1);
        if (count > 1 || (count == 1 && !ends_cvc(s, s->len - 1)))
            s->len--;
    }
    if (ends(s, "ll") && measure(s, s->len - 1) > 1)
        s->len--;
}

/* Looks the word up among the odd ones. */
static bool is_odd(struct stem *s)
{
    static const char *const odd[][2] = {
        {"sky", "sky"}, {"skies", "sky"}, {"dying", "die"}, {"lying", "lie"},
        {"tying", "tie"}, {"news", "news"}, {"innings", "inning"},
        {"inning", "inning"}, {"outings", "outing"}, {"outing", "outing"},
        {"cannings", "canning"}, {"canning", "canning"}, {"howe", "howe"},
        {"proceed", "proceed"}, {"exceed", "exceed"}, {"succeed", "succeed"}};
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        if (s->text[0] != odd[i][0][0] || s->len != strlen(odd[i][0]) ||
            !ends(s, odd[i][0]))
            continue;
        replace(s, s->len, odd[i][1]);
        return true;
    }
    return false;
}

size_t porter_stem(char *word, size_t len)
{
    struct stem s = {word, len};
    if (len <= 2 || is_odd(&s))
        return s.len;
    step_1a(&s);
    step_1b(&s);
    step_1c(&s);
    step_2(&s);
    step_3(&s);
    step_4(&s);
    step_5(&s);
    return s.len;
}
