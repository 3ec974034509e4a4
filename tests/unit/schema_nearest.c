#include "config.h"

#include "schema/nearest.h"

#include <string.h>

#include "tap.h"

/* Words are offered in this order. */
static const char *const offered[] = {
    "fictitious",
    "celebrity",
    "stranger",
    "auxiliary",
    "birth_date",
    "birth_place",
    "id",
    "name",
    "caf\xc3\xa9s",
    "",
    "a_very_long_name_that_has_more_than_sixty-four_characters_in_it_01",
};

static void nearest(const char *word, const char *wanted, unsigned changes)
{
    struct nearest n;
    nearest_init(&n, word, strlen(word));
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++)
        nearest_offer(&n, offered[i], strlen(offered[i]));
    if (wanted == NULL)
        tap_ok(n.found == NULL, "nothing is near '%s'", word);
    else
        tap_ok(n.found != NULL && strcmp(n.found, wanted) == 0 &&
                   n.found_len == strlen(wanted) && n.changes == changes,
               "'%s' is nearest to '%s', %u changes away", wanted, word,
               changes);
}

int main(void)
{
    nearest("fictitous", "fictitious", 1);
    nearest("fictititous", "fictitious", 1);
    nearest("ficitious", "fictitious", 1);
    nearest("fictitiosu", "fictitious", 1);
    nearest("celebrities", "celebrity", 3);
    nearest("Stranger", "stranger", 1);
    nearest("STRANGER", "stranger", 1);
    nearest("ID", "id", 1);
    nearest("name", "name", 0);
    nearest("birthdate", "birth_date", 1);
    nearest("birth_plade", "birth_place", 1);
    nearest("birthplace", "birth_place", 1);
    nearest("cafes", "caf\xc3\xa9s", 1);
    nearest("caf\xc3\xa8s", "caf\xc3\xa9s", 1);
    nearest("mane", NULL, 0);
    nearest("di", NULL, 0);
    nearest("", NULL, 0);
    nearest("x", NULL, 0);
    nearest("occupation", NULL, 0);
    nearest("caf\xc3", NULL, 0);
    nearest(offered[10], NULL, 0);
    return tap_done();
}
