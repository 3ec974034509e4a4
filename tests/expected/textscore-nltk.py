"""What textscore is held against: nltk itself (Debian's python3-nltk) for BLEU
and for the Porter stemmer, and ports of rouge_score, sacrebleu and SQuAD's
script, written from their rules and not from ours, for the rest.

    textscore-nltk.py pairs COUNT SEED          random pairs, a line each
    textscore-nltk.py score METRICS [--stem]    scores lines as textscore does
    textscore-nltk.py words COUNT SEED          random words and their stems
    textscore-nltk.py compare FILE FILE         fails if scores differ by more
                                                than 1e-12 of what they are

The vectors in this folder are made so:

    textscore-nltk.py pairs 150 vectors >pairs
    textscore-nltk.py score all <pairs >textscore.jsonl
    textscore-nltk.py score rouge1,rouge2,rougeL,rougeLsum --stem \\
        <pairs >textscore-stem.jsonl
    textscore-nltk.py words 1500 vectors >porter.tsv
"""
import json
import math
import random
import re
import string
import sys
import warnings
from collections import Counter

ROUGE = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
SMOOTH = ["exp", "floor", "add-k", "none"]
ALL = (ROUGE + ["bleu-nltk%d" % i for i in range(8)] +
       ["bleu-sacre", "bleu-sacre-floor", "bleu-sacre-add-k", "bleu-sacre-none",
        "bleu-sacre4", "bleu-sacre4-floor", "bleu-sacre4-add-k",
        "bleu-sacre4-none", "chrf", "exact", "f1"])


# rouge_score -----------------------------------------------------------------
def rouge_tokens(text, stemmer):
    text = re.sub("[^a-z0-9]+", " ", text.lower())
    words = [w for w in text.split(" ") if w]
    return [stemmer(w) if stemmer and len(w) > 3 else w for w in words]


def f_scores(hits, wanted, given):
    p, r = hits / max(given, 1), hits / max(wanted, 1)
    return {"p": p, "r": r, "f": 2 * p * r / (p + r) if p + r > 0 else 0.0}


def lcs_table(a, b):
    table = [[0] * (len(b) + 1)]
    for x in a:
        above, row = table[-1], [0]
        for j, y in enumerate(b):
            row.append(above[j] + 1 if x == y else max(above[j + 1], row[j]))
        table.append(row)
    return table


def lcs_places(a, b):
    table, i, j, places = lcs_table(a, b), len(a), len(b), set()
    while i and j:
        if a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            places.add(i)
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places


def rouge_lsum(reference, candidate, stemmer):
    wanted, given = ([rouge_tokens(line, stemmer)
                      for line in text.split("\n") if line]
                     for text in (reference, candidate))
    left = [Counter(w for line in lines for w in line)
            for lines in (wanted, given)]
    sizes = [sum(counter.values()) for counter in left]
    hits = 0
    for line in wanted:
        places = set()
        for other in given:
            places |= lcs_places(line, other)
        for word in (line[i] for i in sorted(places)):
            if left[0][word] > 0 and left[1][word] > 0:
                hits += 1
                left[0][word] -= 1
                left[1][word] -= 1
    return f_scores(hits, *sizes)


def rouge(name, reference, candidate, stemmer):
    if name == "rougeLsum":
        return rouge_lsum(reference, candidate, stemmer)
    wanted = rouge_tokens(reference, stemmer)
    given = rouge_tokens(candidate, stemmer)
    if name == "rougeL":
        return f_scores(lcs_table(wanted, given)[-1][-1], len(wanted),
                        len(given))
    n = int(name[5:])
    runs = [Counter(tuple(t[i:i + n]) for i in range(len(t) - n + 1))
            for t in (wanted, given)]
    return f_scores(sum((runs[0] & runs[1]).values()), sum(runs[0].values()),
                    sum(runs[1].values()))


# sacrebleu -------------------------------------------------------------------
def tokens_13a(text):
    text = text.rstrip()
    for old, new in (("<skipped>", ""), ("-\n", ""), ("\n", " "),
                     ("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"),
                     ("&gt;", ">")):
        text = text.replace(old, new)
    text = " " + text + " "
    for pattern, becomes in ((r"([\{-\~\[-\` -\&\(-\+\:-\@\/])", r" \1 "),
                             (r"([^0-9])([\.,])", r"\1 \2 "),
                             (r"([\.,])([^0-9])", r" \1 \2"),
                             (r"([0-9])(-)", r"\1 \2 ")):
        text = re.sub(pattern, becomes, text)
    return text.split()


def bleu_sacre(references, candidate, smooth, effective):
    given = tokens_13a(candidate)
    lists = [tokens_13a(text) for text in references]
    nearest = min((abs(len(t) - len(given)), len(t)) for t in lists)[1]
    correct, total = [], []
    for n in range(1, 5):
        runs = Counter(zip(*(given[i:] for i in range(n))))
        most = Counter()
        for t in lists:
            most |= Counter(zip(*(t[i:] for i in range(n))))
        correct.append(sum((runs & most).values()))
        total.append(sum(runs.values()))
    if not any(correct):
        return 0.0
    precisions, orders, halves = [0.0] * 4, 4, 1.0
    for n in range(4):
        if smooth == "add-k" and n > 0:
            correct[n] += 1
            total[n] += 1
        if total[n] == 0:
            break
        if effective:
            orders = n + 1
        if correct[n]:
            precisions[n] = 100.0 * correct[n] / total[n]
        elif smooth == "exp":
            halves *= 2
            precisions[n] = 100.0 / (halves * total[n])
        elif smooth == "floor":
            precisions[n] = 100.0 * 0.1 / total[n]
    logs = [math.log(p) if p else -9999999999 for p in precisions[:orders]]
    short = len(given) < nearest
    return ((math.exp(1 - nearest / len(given)) if short else 1.0) *
            math.exp(sum(logs) / orders))


def chrf(reference, candidate):
    wanted, given = "".join(reference.split()), "".join(candidate.split())
    p = r = orders = 0
    for n in range(1, 7):
        a, b = (Counter(t[i:i + n] for i in range(len(t) - n + 1))
                for t in (wanted, given))
        if a and b:
            both = sum((a & b).values())
            p += both / sum(b.values())
            r += both / sum(a.values())
            orders += 1
    if not p:
        return 0.0
    p, r = p / orders, r / orders
    return 100 * (5 * p * r / (4 * p + r))


# SQuAD 2.0 -------------------------------------------------------------------
def squad_words(text):
    text = "".join(c for c in text.lower() if c not in string.punctuation)
    return re.sub(r"\b(a|an|the)\b", " ", text).split()


def squad_f1(reference, candidate):
    wanted, given = squad_words(reference), squad_words(candidate)
    if not wanted or not given:
        return float(wanted == given)
    same = sum((Counter(wanted) & Counter(given)).values())
    if not same:
        return 0.0
    p, r = same / len(given), same / len(wanted)
    return 2 * p * r / (p + r)


# nltk ------------------------------------------------------------------------
def bleu_nltk(references, candidate, method):
    from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu
    smooth = getattr(SmoothingFunction(), "method%d" % method)
    try:
        return sentence_bleu([t.split() for t in references],
                             candidate.split(), smoothing_function=smooth)
    except AssertionError:
        return None


def score(name, references, candidate, stemmer):
    if name in ROUGE:
        return max((rouge(name, t, candidate, stemmer) for t in references),
                   key=lambda scores: scores["f"])
    if name.startswith("bleu-nltk"):
        return bleu_nltk(references, candidate, int(name[9:]))
    if name.startswith("bleu-sacre"):
        base, _, smooth = name[5:].partition("-")
        return bleu_sacre(references, candidate, smooth or "exp",
                          base == "sacre")
    if name == "chrf":
        return max(chrf(t, candidate) for t in references)
    if name == "exact":
        return max(int(squad_words(t) == squad_words(candidate))
                   for t in references)
    return max(squad_f1(t, candidate) for t in references)


def score_lines(names, stem):
    stemmer, known = None, {}
    if stem:
        from nltk.stem.porter import PorterStemmer
        porter = PorterStemmer()

        def stemmer(word):
            if word not in known:
                known[word] = porter.stem(word)
            return known[word]
    for line in sys.stdin:
        record = json.loads(line)
        references = record["reference"]
        if isinstance(references, str):
            references = [references]
        for name in names:
            record[name] = score(name, references, record["candidate"],
                                 stemmer)
        print(json.dumps(record, ensure_ascii=False, separators=(",", ":")))


# Random input ----------------------------------------------------------------
STEMS = """relat condit ration valenc hesit digit conform radic differ vile
analog vietnam predic oper feud decis hope call form sens triplic electr good
reviv allow infer airlin gyroscop adjust defens irrit replac depend adopt homolog
commun activ angul effect bowdler probat rate ceas control roll caress poni ti cat
feed agre plaster bled motor sing conflat troubl siz hop tann fall hiss fizz fail
fil happ sky geo theo archaeo philo enjoy spy fly try die lie syzyg toy play ski
inn out cann how proc exc succ new generic monitor organ univers engin nurs teach
paint bak surg librar photograph""".split()
SUFFIXES = """s es ies ied ed eed ing ational tional enci anci izer bli abli alli
entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti
fulli logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant
ement ment ent ion sion tion ou ism ate iti ous ive ize e ll y ly ally ingly edly
sses ss at bl iz ating bling izing 1 2s""".split() + ["", "", ""]
PLAIN = """the a an of in on at is was and or to cat dog mat Anna Lopez lives Berlin
works as nurse teacher since 1984 born city hospital her his name red blue 3.14
10,000 1-2 don't naïve Ärztin ΟΔΟΣ Σ straße İstanbul Kelvin 東京 “the” can't U.S. &amp;
&lt;b&gt; <skipped> well-known e.g. $5 50% ... -- - a.b, x,y (yes) [no] {z} \u00a0
\u2003 \u3000 the. The A résumé cafe\u0301 a\u0301 _the_ I O.K.""".split(" ")


def word(draw):
    kind = draw.random()
    if kind < 0.6:
        return draw.choice(PLAIN)
    if kind < 0.95:
        return draw.choice(STEMS) + draw.choice(SUFFIXES)
    return "".join(draw.choice("aeioubcdstylz09") for _ in range(draw.randint(1, 9)))


def text(draw, few):
    words = [word(draw) for _ in range(few)]
    count = draw.choice([0, 1, 2, 3, 4, 5, 8, 12, 20, 40])
    glue = [" ", " ", " ", " ", " ", " ", "\n", "  ", ", ", ". ", "\t", "-\n",
            "", "\u2028", "\x1c", "\x85"]
    return "".join(draw.choice(words) + draw.choice(glue) for _ in range(count))


def changed(draw, old):
    words = old.split(" ")
    for _ in range(draw.randint(0, 1 + len(words) // 2)):
        at = draw.randrange(len(words))
        draw.choice([lambda: words.insert(at, word(draw)),
                     lambda: words.__setitem__(at, word(draw)),
                     lambda: len(words) > 1 and words.pop(at)])()
        if not words:
            break
    return " ".join(words)


def pairs(count, seed):
    draw = random.Random(seed)
    for _ in range(count):
        few = draw.choice([2, 5, 20, 60])
        texts = [text(draw, few)]
        while draw.random() < 0.25:
            texts.append(draw.choice([changed(draw, texts[0]),
                                      text(draw, few)]))
        candidate = draw.choice([text(draw, few), texts[-1],
                                 changed(draw, texts[0]),
                                 changed(draw, texts[0])])
        reference = texts if len(texts) > 1 or draw.random() < 0.2 else texts[0]
        print(json.dumps({"reference": reference, "candidate": candidate},
                         ensure_ascii=draw.random() < 0.3))


def words(count, seed):
    from nltk.stem.porter import PorterStemmer
    porter, draw, seen = PorterStemmer(), random.Random(seed), set()
    while len(seen) < count:
        made = draw.choice(STEMS) + draw.choice(SUFFIXES)
        if draw.random() < 0.3:
            made = "".join(draw.choice("aeiouybcdlstz09")
                           for _ in range(draw.randint(1, 5)))
            made += draw.choice(SUFFIXES)
        if made not in seen:
            seen.add(made)
            print("%s\t%s" % (made, porter.stem(made)))


# Comparing -------------------------------------------------------------------
def differ(a, b):
    if isinstance(a, dict) and isinstance(b, dict):
        return list(a) != list(b) or any(differ(a[k], b[k]) for k in a)
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) > 1e-12 * max(abs(a), abs(b))
    return a != b


def compare(one, other):
    count = 0
    with open(one) as a, open(other) as b:
        for count, (x, y) in enumerate(zip(a, b, strict=True), 1):
            x, y = json.loads(x), json.loads(y)
            if differ(x, y):
                sys.exit("line %d:\n%r\n%r" % (count, x, y))
    print("%d lines are the same" % count)


def main(command, *rest):
    warnings.simplefilter("ignore")
    if command == "pairs":
        pairs(int(rest[0]), rest[1])
    elif command == "score":
        names = ALL if rest[0] == "all" else rest[0].split(",")
        score_lines(names, "--stem" in rest)
    elif command == "words":
        words(int(rest[0]), rest[1])
    else:
        compare(*rest)


main(*sys.argv[1:])
