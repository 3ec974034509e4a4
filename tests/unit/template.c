#include "config.h"

#include "template.h"

#include <string.h>

#include "tap.h"

static const char *const names[] = {"name", "they", "pet", NULL};

static const struct template_value values[] = {
    {"Ilse Quarn", 10, ""}, {"she", 3, ""}, {"otter", 5, "an"}};

static void renders(const char *text, bool plural, const char *wanted,
                    const char *name)
{
    struct template t;
    struct buf b = BUF_EMPTY;
    if (template_compile(&t, text, names) < 0) {
        tap_ok(false, "%s", name);
        return;
    }
    template_render(&t, values, plural, &b);
    tap_same(b.len > 0 ? b.data : "", b.len, wanted, name);
    buf_release(&b);
    template_release(&t);
}

static void refuses(const char *text, const char *reason, size_t column)
{
    struct template t;
    bool refused = template_compile(&t, text, names) < 0;
    tap_ok(refused && strcmp(t.reason, reason) == 0 && t.column == column,
           "'%s' is refused at byte %zu: %s", text, column, reason);
    template_release(&t);
}

static void rendering(void)
{
    renders("", false, "", "no text renders to no text");
    renders("plain", false, "plain", "plain text stays as it is");
    renders("{name}", false, "Ilse Quarn", "a slot is filled");
    renders("Is {name} {they}?", false, "Is Ilse Quarn she?",
            "slots stand between text");
    renders("{They} came.", false, "She came.", "a slot takes a capital");
    renders("has {pet|a}", false, "has an otter", "a slot takes its article");
    renders("{Pet|a} came", false, "An otter came",
            "the capital goes to the article");
    renders("{name|a}", false, "Ilse Quarn", "or none where there is none");
    renders("{They} {works/work}", false, "She works",
            "a verb is singular");
    renders("{They} {works/work}", true, "She work", "or plural");
}

static void refusing(void)
{
    refuses("a{", "a slot without its closing brace", 2);
    refuses("a{name", "a slot without its closing brace", 2);
    refuses("{na{me}}", "a slot without its closing brace", 1);
    refuses("a}", "a closing brace without an opening one", 2);
    refuses("{}", "an empty slot", 1);
    refuses("{nobody}", "a slot of an unknown name", 1);
    refuses("{NAME}", "a slot of an unknown name", 1);
    refuses("{name|the}", "a slot of an unknown name", 1);
    refuses("{ name}", "a slot of an unknown name", 1);
    refuses("{works/}", "a verb pair lacks one of its forms", 1);
    refuses("{/work}", "a verb pair lacks one of its forms", 1);

    char many[2 * TEMPLATE_PARTS * 8] = "";
    for (int i = 0; i < TEMPLATE_PARTS + 1; i++)
        strcat(many, "{name}");
    struct template t;
    tap_ok(template_compile(&t, many, names) < 0, "65 parts are refused");
    template_release(&t);
    many[TEMPLATE_PARTS * strlen("{name}")] = '\0';
    tap_ok(template_compile(&t, many, names) == 0, "64 parts are not");
    tap_ok(template_uses(&t, 0) == TEMPLATE_PARTS && template_uses(&t, 1) == 0,
           "the uses of a slot are counted");
    template_release(&t);
}

int main(void)
{
    rendering();
    refusing();
    return tap_done();
}
