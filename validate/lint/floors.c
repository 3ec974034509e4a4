#include "config.h"

#include "lint/floors.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "datadir.h"
#include "lint/blank.h"
#include "lint/collapse.h"
#include "lint/fingerprint.h"
#include "lint/floors_report.h"

enum exit_status floors_open(struct floors *l)
{
    char *folder = datadir_path("templates/lint");
    int rc = tsv_read(&l->coarse, folder, "coarse.tsv", "fact reason");
    free(folder);
    if (rc == TSV_UNREADABLE)
        return EXIT_SYSTEM;
    return rc == 0 ? EXIT_OK : EXIT_DATA;
}

/* The sets of a person as bits; *forgotten if one of them is to forget. */
static uint64_t sets_of(struct floors *l, const struct person *p,
                        bool *forgotten)
{
    uint64_t bits = 0;
    const cJSON *set;
    cJSON_ArrayForEach(set, p->sets)
    {
        if (!cJSON_IsString(set))
            continue;
        bits |= membership_bit(&l->members, set->valuestring);
        *forgotten = *forgotten || membership_forgets(set->valuestring);
    }
    return bits;
}

static void add_facts(struct floors *l, const struct person *p, uint32_t class)
{
    const cJSON *fact;
    char number[32];
    if (p->kind != RECORD_FICTITIOUS)
        return;
    guess_person(&l->guess);
    cJSON_ArrayForEach(fact, p->facts)
    {
        const char *text = fact->valuestring;
        if (cJSON_IsNumber(fact)) {
            snprintf(number, sizeof number, "%.15g", fact->valuedouble);
            text = number;
        } else if (!cJSON_IsString(fact)) {
            continue;
        }
        uint32_t form = lexicon_put(&l->texts, fact->string);
        uint32_t value = lexicon_put(&l->texts, text);
        tally_add(&l->facts, class, form, value);
        guess_value(&l->guess, form, value);
    }
}

/* The forms of a question. Options and right answers are counted apart from
 * values, which may be spelled in another way. */
static struct quiz_forms forms_of(struct floors *l, const struct person *p,
                                  const struct asked *a)
{
    struct quiz_forms forms;
    const char *name = a->wording;
    if (*name == '\0') {
        blank_name(&l->blanked, a->question, p->name);
        buf_printf(&l->blanked, " (%s)", asked_task_name(a->task));
        name = buf_string(&l->blanked);
    }
    forms.wording = forms.fact = lexicon_put(&l->texts, name);
    if (*a->fact == '\0')
        return forms;
    buf_clear(&l->blanked);
    buf_printf(&l->blanked, "%s: %s", a->fact,
               a->task == ASKED_CHOICE ? "options" : "values");
    forms.fact = lexicon_put(&l->texts, buf_string(&l->blanked));
    return forms;
}

static void add_text(struct floors *l, const struct asked *a, uint32_t class,
                     bool trained)
{
    const char *texts[] = {a->question, asked_truth(a)};
    if (!trained && l->trained.count > 0)
        return; /* those of eval only stand in for them */
    if (a->task == ASKED_OPEN)
        texts[1] = a->answer;
    tally_add(trained ? &l->trained : &l->examined, class,
              lexicon_put(&l->texts, *a->fact != '\0' ? a->fact : "others"),
              fingerprint(texts, 2));
}

static void add_question(struct floors *l, const struct person *p,
                         const struct asked *a, uint32_t class, bool forgotten)
{
    bool trained = strcmp(a->set, "train") == 0;
    if (!trained && strcmp(a->set, "eval") != 0)
        return;
    l->asked = true;
    quiz_add(&l->quiz, &l->texts, class, a, forms_of(l, p, a), forgotten);
    add_text(l, a, class, trained);
}

static bool has_eval(const struct person *p)
{
    const cJSON *question;
    cJSON_ArrayForEach(question, p->questions)
        if (strcmp(asked_text(question, "set"), "eval") == 0)
            return true;
    return false;
}

void floors_add(struct floors *l, const struct person *p)
{
    bool forgotten = false;
    uint64_t bits = sets_of(l, p, &forgotten);
    uint32_t class = membership_class(&l->members, bits);
    const char *quizzed = has_eval(p) ? "eval" : "train";
    const cJSON *question;
    struct asked a;
    l->split = l->split || forgotten;
    add_facts(l, p, class);
    cJSON_ArrayForEach(question, p->questions)
    {
        asked_read(&a, question);
        add_question(l, p, &a, class,
                     forgotten && strcmp(a.set, quizzed) == 0);
    }
}

void floors_end(struct floors *l, struct findings *f)
{
    tally_seal(&l->facts);
    tally_seal(&l->trained);
    tally_seal(&l->examined);
    quiz_seal(&l->quiz);
    floors_report(l, f);
}

void floors_release(struct floors *l)
{
    membership_release(&l->members);
    lexicon_release(&l->texts);
    tally_release(&l->facts);
    tally_release(&l->trained);
    tally_release(&l->examined);
    quiz_release(&l->quiz);
    guess_release(&l->guess);
    tsv_release(&l->coarse);
    buf_release(&l->blanked);
}
