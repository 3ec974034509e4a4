"""The table of judge-portraits, from what the judges said of each picture.

    python3 judge_table.py FOLDER [PER-IMAGE]

reads FOLDER/manifest (judge-manifest says what it holds), FOLDER/faces
(judge_faces.mjs) and FOLDER/haar (judge_haar.py), and prints a row a measure:
its value over all, over the skin tones 1-3, 4-6 and 7-10, the gap in points
(hundredths) between all and the worst of these bands, the bar, and a verdict:

    ok      the bar is held
    short   it is not
    uneven  it is, but a band is more than 5 points below all
    -       there is no bar

A band of fewer than 20 is shown and not judged: one alone would be 5 points.
With PER-IMAGE writes a line a picture there.

A portrait stands for its person, and every other picture of theirs, a view, is
asked whose it is: by the least distance of its descriptor to a portrait's. A
picture without a face is nobody's, and is taken for no gender.
"""
import sys

import numpy as np

BANDS = [("1-3", 1, 3), ("4-6", 4, 6), ("7-10", 7, 10)]
UNEVEN = 5.0  # points
FEWEST = 20  # of a band that is judged
NOBODY = 9.0  # a distance beyond all others
NONE = float("nan")  # a measure of nothing


def read(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def number(cell):
    return NONE if cell == "-" else float(cell)


class Pictures:
    """The manifest's rows and the judges', an array a column."""

    def __init__(self, folder):
        rows = read(folder + "/manifest")
        faces = {row[0]: row[1:] for row in read(folder + "/faces")}
        haar = {row[0]: row[1:] for row in read(folder + "/haar")}
        self.person = np.array([row[0] for row in rows])
        self.path = [row[1] for row in rows]
        self.role = [row[2] for row in rows]
        self.frontal = np.array([role == "portrait" for role in self.role])
        self.meant = np.array([row[3] for row in rows])
        self.age, self.tone, self.yaw, self.typical = np.array(
            [[float(cell) for cell in row[4:8]] for row in rows]).T
        said = [faces[path] for path in self.path]
        self.faces, self.score, self.female, self.guess = np.array(
            [[number(cell) for cell in row[:4]] for row in said]).T
        self.known = ~np.isnan(self.female)
        self.descriptor = np.array(
            [np.zeros(128) if row[4] == "-" else
             np.array(row[4].split(), dtype=float) for row in said])
        self.haar = np.array([[float(cell) for cell in haar[path]]
                              for path in self.path]).T

    def distances(self, rows, columns):
        """Between descriptors, (rows, columns); NOBODY where one is absent."""
        a, b = self.descriptor[rows], self.descriptor[columns]
        squares = ((a ** 2).sum(1)[:, None] + (b ** 2).sum(1)[None, :]
                   - 2 * a @ b.T)
        known = self.known[rows][:, None] & self.known[columns][None, :]
        return np.where(known, np.sqrt(np.maximum(squares, 0)), NOBODY)


class Identity:
    """Every picture against the portraits of all."""

    def __init__(self, p):
        self.gallery = np.flatnonzero(p.frontal)
        far = p.distances(np.arange(len(p.person)), self.gallery)
        same = p.person[:, None] == p.person[self.gallery][None, :]
        self.far = np.where(same, NOBODY, far)  # to the others' portraits
        self.nearest = self.far.min(1, initial=NOBODY)
        self.own = np.where(same, far, NOBODY).min(1, initial=NOBODY)
        self.place = np.where(same.any(1), same.argmax(1), -1)  # in gallery
        self.probe = ~p.frontal & (self.place >= 0)
        pairs = np.sort(self.far[self.probe].ravel())
        self.others = pairs[pairs < NOBODY]
        # At most one in a hundred of the others' pairs is nearer.
        self.limit = (self.others[len(self.others) // 100]
                      if len(self.others) else 0)

    def auc(self, rows):
        """The chance that an own pair is nearer than one of another's."""
        nearer = (np.searchsorted(self.others, self.own[rows], "left") +
                  np.searchsorted(self.others, self.own[rows], "right")) / 2
        return 1 - (nearer / len(self.others)).mean()

    def first(self, size):
        """Of groups of `size` people in the manifest's order: which pictures
        are in one, and whose nearest portrait in it is their own."""
        asked = np.zeros(len(self.own), dtype=bool)
        right = asked.copy()
        for start in range(0, len(self.gallery) - size + 1, size):
            rows = (self.place >= start) & (self.place < start + size)
            others = self.far[rows, start:start + size].min(1)
            right[rows] = self.own[rows] < others
            asked |= rows
        return asked, right


def correlation(a, b):
    if len(a) < 3 or a.std() == 0 or b.std() == 0:
        return NONE
    return np.corrcoef(a, b)[0, 1]


def mean_of(values):
    """The measure that is the mean of these over some pictures."""
    return lambda rows: values[rows].mean()


FORMS = {"share": lambda x: "%.1f %%" % (100 * x),
         "score": lambda x: "%.3f" % x,
         "distance": lambda x: "%.3f" % x,
         "years": lambda x: "%.1f" % x}


class Table:
    LINE = "%-40s %5s %9s %11s %11s %11s %6s  %-9s %s"

    def __init__(self, p):
        self.bands = [(p.tone >= low) & (p.tone <= high)
                      for _, low, high in BANDS]
        names = ["tones " + name for name, _, _ in BANDS]
        print(self.LINE % ("# what", "n", "all", *names, "gap", "bar",
                           "verdict"))

    def row(self, what, rows, measure, form="share", least=None, most=None):
        """A measure of the pictures in `rows`, over all and over each band;
        with a bar, which is the least or the most that it may be."""
        sets = [rows] + [rows & band for band in self.bands]
        values = [measure(each) if each.any() else NONE for each in sets]
        cells = ["-" if np.isnan(x) else FORMS[form](x) for x in values]
        gap = self.gap(values, sets) if form in ("share", "score") else NONE
        if least is not None:
            bar = ">= " + FORMS[form](least)
            held = values[0] >= least
        elif most is not None:
            bar = "<= " + FORMS[form](most)
            held = values[0] <= most
        else:
            bar = verdict = "-"
        if bar != "-":
            verdict = ("short" if not held else
                       "uneven" if gap < -UNEVEN else "ok")
        print(self.LINE % (what, rows.sum(), *cells,
                           "-" if np.isnan(gap) else "%.1f" % gap,
                           bar.replace(".0 %", " %"), verdict))

    @staticmethod
    def gap(values, sets):
        """The worst band's value less that of all, in points."""
        gaps = [100 * (value - values[0])
                for value, each in zip(values[1:], sets[1:])
                if each.sum() >= FEWEST and not np.isnan(value)]
        return min(gaps, default=NONE)


def detection_rows(table, p):
    everything, views = p.faces >= 0, ~p.frontal
    default, alt2 = mean_of(p.haar[0] > 0), mean_of(p.haar[1] > 0)
    one = mean_of((p.faces == 1) & (p.score > 0.9))
    table.row("one face, above 0.9: frontal", p.frontal, one, least=1)
    table.row("one face, above 0.9: views", views, one, least=0.99)
    table.row("score, mean", everything, mean_of(p.score), "score")
    table.row("Haar default: frontal", p.frontal, default, least=0.96)
    table.row("Haar default: views", views, default, least=0.90)
    table.row("Haar alt2: frontal", p.frontal, alt2, least=0.96)
    table.row("Haar alt2: views", views, alt2)


def gender_rows(table, p):
    feminine, masculine = p.meant == "feminine", p.meant == "masculine"
    sides = feminine | masculine
    typical = (p.typical == 1) & sides
    right = mean_of(p.known & np.where(feminine, p.female > 0.5,
                                       p.female < 0.5))
    table.row("gender as meant, typical", typical, right, least=0.92)
    table.row("gender as meant, feminine", typical & feminine, right,
              least=0.88)
    table.row("gender as meant, masculine", typical & masculine, right,
              least=0.88)
    table.row("gender as meant, frontal", typical & p.frontal, right)
    table.row("gender as meant, not typical", sides & ~typical, right)


def age_rows(table, p):
    table.row("age, correlation", p.known, lambda rows: correlation(
        p.age[rows], p.guess[rows]), "score", least=0.85)
    table.row("age, mean error in years", p.known,
              mean_of(np.abs(p.guess - p.age)), "years", most=10)
    table.row("age, mean guess less age", p.known, mean_of(p.guess - p.age),
              "years")


def first_rows(table, p, same):
    count = len(same.gallery)
    for size in sorted({50, 250, 500, count}):
        if size > count:
            break
        asked, right = same.first(size)
        table.row("own portrait first, of %d" % size, asked & same.probe,
                  mean_of(right),
                  least=0.99 if size <= 50 else 0.97 if size <= 250 else 0.95)
    table.row("own portrait first, yaw beyond 0.35",
              asked & same.probe & (np.abs(p.yaw) > 350), mean_of(right))


def identity_rows(table, p, same):
    probe = same.probe
    table.row("own pairs, area under ROC", probe, same.auc, "score",
              least=0.995)
    table.row("own pairs found at 1 % false", probe,
              mean_of(same.own < same.limit), least=0.92)
    first_rows(table, p, same)
    table.row("distance at 1 % false", probe, lambda rows: same.limit,
              "distance")
    table.row("distance of own pairs, mean", probe & (same.own < NOBODY),
              mean_of(same.own), "distance")
    table.row("distance of others' pairs, mean", probe & p.known,
              lambda rows: same.far[rows][same.far[rows] < NOBODY].mean(),
              "distance")


def nearest_rows(table, p, same):
    rows = p.frontal & p.known
    table.row("nearest other portrait, median", rows,
              lambda rows: np.median(same.nearest[rows]), "distance",
              least=0.30)
    table.row("nearest other portrait, least", rows,
              lambda rows: same.nearest[rows].min(), "distance", least=0.22)


def write_images(path, p, same):
    with open(path, "w", encoding="utf-8") as file:
        print("person", "path", "role", "presentation", "age", "tone", "yaw",
              "typical", "faces", "score", "female", "guess", "haar_default",
              "haar_alt2", "own", "other", "other_person", sep="\t", file=file)
        for i, picture in enumerate(p.path):
            other = (p.person[same.gallery[same.far[i].argmin()]]
                     if same.nearest[i] < NOBODY else "-")
            far = ["-" if x == NOBODY else "%.3f" % x
                   for x in (same.own[i], same.nearest[i])]
            print(p.person[i], picture, p.role[i], p.meant[i],
                  "%d\t%d\t%d\t%d" % (p.age[i], p.tone[i], p.yaw[i],
                                      p.typical[i]),
                  "%d\t%.4f\t%.4f\t%.1f" % (p.faces[i], p.score[i],
                                            p.female[i], p.guess[i]),
                  "%d\t%d" % tuple(p.haar[:, i]), *far, other, sep="\t",
                  file=file)


def main():
    p = Pictures(sys.argv[1])
    same = Identity(p)
    table = Table(p)
    detection_rows(table, p)
    gender_rows(table, p)
    age_rows(table, p)
    if len(same.others) > 0:
        identity_rows(table, p, same)
    if len(same.gallery) > 1:
        nearest_rows(table, p, same)
    if len(sys.argv) > 2:
        write_images(sys.argv[2], p, same)


main()
