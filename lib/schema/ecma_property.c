#include "config.h"

#include <string.h>

#include "schema/ascii.h"
#include "schema/ecma.h"

/* ECMA-262, tables 54 to 57: the names of Unicode 14, the letter case as it
 * stands, those for the same thing with '|' between them. The first of them is
 * the one written for PCRE2. */
static const char categories[] =
    "Cc|Control|cntrl Cf|Format Cn|Unassigned Co|Private_Use  "
    "Cs|Surrogate C|Other LC|Cased_Letter Ll|Lowercase_Letter  "
    "Lm|Modifier_Letter Lo|Other_Letter Lt|Titlecase_Letter  "
    "Lu|Uppercase_Letter L|Letter Mc|Spacing_Mark Me|Enclosing_Mark  "
    "Mn|Nonspacing_Mark M|Mark|Combining_Mark Nd|Decimal_Number|digit  "
    "Nl|Letter_Number No|Other_Number N|Number Pc|Connector_Punctuation  "
    "Pd|Dash_Punctuation Pe|Close_Punctuation Pf|Final_Punctuation  "
    "Pi|Initial_Punctuation Po|Other_Punctuation Ps|Open_Punctuation  "
    "P|Punctuation|punct Sc|Currency_Symbol Sk|Modifier_Symbol  "
    "Sm|Math_Symbol So|Other_Symbol S|Symbol Zl|Line_Separator  "
    "Zp|Paragraph_Separator Zs|Space_Separator Z|Separator";

static const char scripts[] =
    "Adlm|Adlam Aghb|Caucasian_Albanian Ahom|Ahom Arab|Arabic  "
    "Armi|Imperial_Aramaic Armn|Armenian Avst|Avestan Bali|Balinese  "
    "Bamu|Bamum Bass|Bassa_Vah Batk|Batak Beng|Bengali Bhks|Bhaiksuki  "
    "Bopo|Bopomofo Brah|Brahmi Brai|Braille Bugi|Buginese Buhd|Buhid  "
    "Cakm|Chakma Cans|Canadian_Aboriginal Cari|Carian Cham|Cham  "
    "Cher|Cherokee Chrs|Chorasmian Copt|Coptic|Qaac Cpmn|Cypro_Minoan  "
    "Cprt|Cypriot Cyrl|Cyrillic Deva|Devanagari Diak|Dives_Akuru  "
    "Dogr|Dogra Dsrt|Deseret Dupl|Duployan Egyp|Egyptian_Hieroglyphs  "
    "Elba|Elbasan Elym|Elymaic Ethi|Ethiopic Geor|Georgian  "
    "Glag|Glagolitic Gong|Gunjala_Gondi Gonm|Masaram_Gondi Goth|Gothic  "
    "Gran|Grantha Grek|Greek Gujr|Gujarati Guru|Gurmukhi Hang|Hangul  "
    "Hani|Han Hano|Hanunoo Hatr|Hatran Hebr|Hebrew Hira|Hiragana  "
    "Hluw|Anatolian_Hieroglyphs Hmng|Pahawh_Hmong  "
    "Hmnp|Nyiakeng_Puachue_Hmong Hung|Old_Hungarian Ital|Old_Italic  "
    "Java|Javanese Kali|Kayah_Li Kana|Katakana Khar|Kharoshthi  "
    "Khmr|Khmer Khoj|Khojki Kits|Khitan_Small_Script Knda|Kannada  "
    "Kthi|Kaithi Lana|Tai_Tham Laoo|Lao Latn|Latin Lepc|Lepcha  "
    "Limb|Limbu Lina|Linear_A Linb|Linear_B Lisu|Lisu Lyci|Lycian  "
    "Lydi|Lydian Mahj|Mahajani Maka|Makasar Mand|Mandaic Mani|Manichaean  "
    "Marc|Marchen Medf|Medefaidrin Mend|Mende_Kikakui  "
    "Merc|Meroitic_Cursive Mero|Meroitic_Hieroglyphs Mlym|Malayalam  "
    "Modi|Modi Mong|Mongolian Mroo|Mro Mtei|Meetei_Mayek Mult|Multani  "
    "Mymr|Myanmar Nand|Nandinagari Narb|Old_North_Arabian Nbat|Nabataean  "
    "Newa|Newa Nkoo|Nko Nshu|Nushu Ogam|Ogham Olck|Ol_Chiki  "
    "Orkh|Old_Turkic Orya|Oriya Osge|Osage Osma|Osmanya Ougr|Old_Uyghur  "
    "Palm|Palmyrene Pauc|Pau_Cin_Hau Perm|Old_Permic Phag|Phags_Pa  "
    "Phli|Inscriptional_Pahlavi Phlp|Psalter_Pahlavi Phnx|Phoenician  "
    "Plrd|Miao Prti|Inscriptional_Parthian Rjng|Rejang  "
    "Rohg|Hanifi_Rohingya Runr|Runic Samr|Samaritan  "
    "Sarb|Old_South_Arabian Saur|Saurashtra Sgnw|SignWriting  "
    "Shaw|Shavian Shrd|Sharada Sidd|Siddham Sind|Khudawadi Sinh|Sinhala  "
    "Sogd|Sogdian Sogo|Old_Sogdian Sora|Sora_Sompeng Soyo|Soyombo  "
    "Sund|Sundanese Sylo|Syloti_Nagri Syrc|Syriac Tagb|Tagbanwa  "
    "Takr|Takri Tale|Tai_Le Talu|New_Tai_Lue Taml|Tamil Tang|Tangut  "
    "Tavt|Tai_Viet Telu|Telugu Tfng|Tifinagh Tglg|Tagalog Thaa|Thaana  "
    "Thai|Thai Tibt|Tibetan Tirh|Tirhuta Tnsa|Tangsa Toto|Toto  "
    "Ugar|Ugaritic Vaii|Vai Vith|Vithkuqi Wara|Warang_Citi Wcho|Wancho  "
    "Xpeo|Old_Persian Xsux|Cuneiform Yezi|Yezidi Yiii|Yi  "
    "Zanb|Zanabazar_Square Zinh|Inherited|Qaai Zyyy|Common Zzzz|Unknown";

static const char binaries[] =
    "ASCII ASCII_Hex_Digit|AHex Alphabetic|Alpha Any Assigned "
    "Bidi_Control|Bidi_C Bidi_Mirrored|Bidi_M Case_Ignorable|CI Cased "
    "Changes_When_Casefolded|CWCF Changes_When_Casemapped|CWCM "
    "Changes_When_Lowercased|CWL Changes_When_NFKC_Casefolded|CWKCF "
    "Changes_When_Titlecased|CWT Changes_When_Uppercased|CWU Dash "
    "Default_Ignorable_Code_Point|DI Deprecated|Dep Diacritic|Dia Emoji "
    "Emoji_Component|EComp Emoji_Modifier|EMod Emoji_Modifier_Base|EBase "
    "Emoji_Presentation|EPres Extended_Pictographic|ExtPict Extender|Ext "
    "Grapheme_Base|Gr_Base Grapheme_Extend|Gr_Ext Hex_Digit|Hex "
    "IDS_Binary_Operator|IDSB IDS_Trinary_Operator|IDST ID_Continue|IDC "
    "ID_Start|IDS Ideographic|Ideo Join_Control|Join_C "
    "Logical_Order_Exception|LOE Lowercase|Lower Math "
    "Noncharacter_Code_Point|NChar Pattern_Syntax|Pat_Syn "
    "Pattern_White_Space|Pat_WS Quotation_Mark|QMark Radical "
    "Regional_Indicator|RI Sentence_Terminal|STerm Soft_Dotted|SD "
    "Terminal_Punctuation|Term Unified_Ideograph|UIdeo Uppercase|Upper "
    "Variation_Selector|VS White_Space|space XID_Continue|XIDC "
    "XID_Start|XIDS";

/* The entry of `list` that has the name, or NULL. */
static const char *find(const char *list, const char *name, size_t len)
{
    const char *entry = list;
    if (len == 0)
        return NULL;
    for (const char *at = list; *at != '\0'; at += *at != '\0') {
        size_t word = strcspn(at, "| ");
        if (word == len && memcmp(at, name, len) == 0)
            return entry;
        at += word;
        if (*at == ' ')
            entry = at + 1;
    }
    return NULL;
}

static void write_property(struct ecma *e, bool negated, const char *prefix,
                           const char *entry)
{
    buf_puts(&e->out, negated ? "\\P{" : "\\p{");
    buf_puts(&e->out, prefix);
    buf_add(&e->out, entry, strcspn(entry, "| "));
    buf_putc(&e->out, '}');
}

/* \p{name} */
static int write_lone(struct ecma *e, bool negated, const char *name,
                      size_t len)
{
    const char *entry = find(categories, name, len);
    if (entry == NULL)
        entry = find(binaries, name, len);
    if (entry == NULL)
        return ecma_wrong(e, "'\\p' names no property of characters");
    if (strncmp(entry, "Changes_When_NFKC", 17) == 0)
        e->refused = "the property Changes_When_NFKC_Casefolded is not known";
    if (strncmp(entry, "Assigned", 8) == 0)
        write_property(e, !negated, "", "Cn");
    else if (strncmp(entry, "LC", 2) == 0)
        write_property(e, negated, "", "L&");
    else
        write_property(e, negated, "", entry);
    return 0;
}

/* \p{name=value} */
static int write_value(struct ecma *e, bool negated, size_t name_len,
                       size_t len)
{
    static const char general[] = "General_Category|gc";
    static const char script[] = "Script|sc",
                      extended[] = "Script_Extensions|scx";
    const char *name = e->at, *value = e->at + name_len + 1;
    size_t value_len = len - name_len - 1;
    if (find(general, name, name_len) != NULL &&
        find(categories, value, value_len) != NULL)
        return write_lone(e, negated, value, value_len);
    const char *entry = find(scripts, value, value_len);
    if (entry != NULL && find(script, name, name_len) != NULL)
        write_property(e, negated, "sc:", entry);
    else if (entry != NULL && find(extended, name, name_len) != NULL)
        write_property(e, negated, "scx:", entry);
    else
        return ecma_wrong(e, "'\\p' names no property with such a value");
    return 0;
}

int ecma_property(struct ecma *e, bool negated)
{
    if (!ecma_skip(e, "{"))
        return ecma_wrong(e, "'\\p' is followed by no {name}");
    size_t len = 0, name_len = 0, left = (size_t)(e->end - e->at);
    while (len < left &&
           (ascii_is_alnum(e->at[len]) || ascii_is_in(e->at[len], "_=")))
        len++;
    if (len == left || e->at[len] != '}')
        return ecma_wrong(e, "'\\p' is followed by no {name}");
    while (name_len < len && e->at[name_len] != '=')
        name_len++;
    int rc = name_len == len ? write_lone(e, negated, e->at, len)
                             : write_value(e, negated, name_len, len);
    e->at += len + 1;
    return rc;
}
