"""The peers of textscore: the algorithm of rouge_score in Python, and nltk.

    textscore.py pairs COUNT FILE...       pairs of 10 to 40 words of the files
    textscore.py METRIC FILE [--stem]      ns of processor time a line, for
                                           rougeL or bleu-nltk1 by the peer,
                                           reading and writing JSON included
    textscore.py METRIC FILE [--stem] --print      the scored lines instead
    textscore.py ours METRIC FILE [--stem]         ns a line of textscore, its
                                                   start included
"""
import io
import json
import os
import random
import re
import sys
import time


def tokenize(text, stemmer):
    text = re.sub(r"[^a-z0-9]+", " ", text.lower())
    tokens = re.split(r"\s+", text)
    if stemmer:
        tokens = [stemmer.stem(x) if len(x) > 3 else x for x in tokens]
    return [x for x in tokens if re.match(r"^[a-z0-9]+$", x)]


def lcs(wanted, given):
    rows, columns = len(wanted), len(given)
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            if wanted[i - 1] == given[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return table[-1][-1]


def rouge_l(reference, candidate, stemmer):
    wanted = tokenize(reference, stemmer)
    given = tokenize(candidate, stemmer)
    if not wanted or not given:
        return {"p": 0, "r": 0, "f": 0}
    length = lcs(wanted, given)
    p, r = length / len(given), length / len(wanted)
    return {"p": p, "r": r, "f": 2 * p * r / (p + r) if p + r > 0 else 0.0}


def score_all(metric, file, stem, out):
    if metric == "rougeL":
        stemmer = None
        if stem:
            from nltk.stem.porter import PorterStemmer
            stemmer = PorterStemmer()

        def score(reference, candidate):
            return rouge_l(reference, candidate, stemmer)
    else:
        from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu
        smooth = SmoothingFunction().method1

        def score(reference, candidate):
            return sentence_bleu([reference.split()], candidate.split(),
                                 smoothing_function=smooth)
    count, start = 0, time.process_time()
    with open(file) as lines:
        for count, line in enumerate(lines, 1):
            record = json.loads(line)
            record[metric] = score(record["reference"], record["candidate"])
            out.write(json.dumps(record) + "\n")
    return (time.process_time() - start) * 1e9 / count


def ours(metric, file, *stem):
    with open(file) as lines:
        count = sum(1 for _ in lines)
    with open(os.devnull, "w") as sink:
        child = os.posix_spawnp(
            "textscore", ["textscore", "--metrics", metric, *stem, file],
            os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, sink.fileno(), 1)])
        _, status, use = os.wait4(child, 0)
    if status:
        sys.exit(1)
    return (use.ru_utime + use.ru_stime) * 1e9 / count


def pairs(count, *files):
    draw, words = random.Random(1), []
    for file in files:
        with open(file) as text:
            words += re.findall(r"[a-z]+", text.read())
    for _ in range(int(count)):
        start = draw.randrange(len(words) - 40)
        wanted = words[start:start + draw.randint(10, 40)]
        given = [w if draw.random() < 0.7 else draw.choice(words)
                 for w in wanted]
        print(json.dumps({"reference": " ".join(wanted),
                          "candidate": " ".join(given)}))


def main(what, *rest):
    if what == "pairs":
        pairs(*rest)
    elif what == "ours":
        print(ours(*rest))
    elif "--print" in rest:
        score_all(what, rest[0], "--stem" in rest, sys.stdout)
    else:
        print(score_all(what, rest[0], "--stem" in rest, io.StringIO()))


main(*sys.argv[1:])
