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
With PER-IMAGE writes a line a picture there. Ends in 1 if a row is short or
uneven.

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


def read(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def number(cell):
    return float("nan") if cell == "-" else float(cell)


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
        self.one = (self.faces == 1) & (self.score > 0.9)
        self.right = self.known & np.where(
            self.meant == "feminine", self.female > 0.5, self.female < 0.5)

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
        if not rows.any() or len(self.others) == 0:
            return float("nan")
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
        return float("nan")
    return np.corrcoef(a, b)[0, 1]


def mean_of(values):
    """The measure that is the mean of these over some pictures."""
    return lambda mask: values[mask].mean() if mask.any() else float("nan")


class Table:
    def __init__(self, p):
        self.bands = [(p.tone >= low) & (p.tone <= high)
                      for _, low, high in BANDS]
        self.failed = False
        names = ["tones " + name for name, _, _ in BANDS]
        print("# %-38s %5s %9s %11s %11s %11s %6s  %-9s %s" % (
            "what", "n", "all", *names, "gap", "bar", "verdict"))

    def row(self, what, rows, measure, form="share", least=None, most=None):
        """A measure of the pictures in `rows`, over all and over each band."""
        whole = measure(rows)
        bands = [(measure(rows & band), (rows & band).sum())
                 for band in self.bands]
        show = {"share": lambda x: "%.1f %%" % (100 * x),
                "score": lambda x: "%.3f" % x,
                "years": lambda x: "%.1f" % x}[form.split()[0]]
        cells = ["-" if np.isnan(x) else show(x)
                 for x in [whole] + [value for value, _ in bands]]
        gaps = [] if form == "score apart" or form == "years" else [
            100 * (value - whole) for value, count in bands
            if count >= FEWEST and not np.isnan(value)]
        bar, verdict = "-", "-"
        if least is not None:
            bar, held = ">= " + show(least).replace(".0 %", " %"), whole >= least
        elif most is not None:
            bar, held = "<= " + show(most), whole <= most
        if bar != "-":
            uneven = min(gaps, default=0) < -UNEVEN
            verdict = "short" if not held else "uneven" if uneven else "ok"
            self.failed |= verdict != "ok"
        print("%-40s %5d %9s %11s %11s %11s %6s  %-9s %s" % (
            what, rows.sum(), *cells,
            "%.1f" % min(gaps) if gaps else "-", bar, verdict))

    def shares(self, what, rows, right, least=None):
        self.row(what, rows, mean_of(right), least=least)


def detection(table, p):
    everything = np.ones(len(p.person), dtype=bool)
    views = ~p.frontal
    table.shares("one face, above 0.9: frontal", p.frontal, p.one, 1)
    table.shares("one face, above 0.9: views", views, p.one, 0.99)
    table.row("score, mean", everything, mean_of(p.score), "score apart")
    table.shares("Haar default: frontal", p.frontal, p.haar[0] > 0, 0.96)
    table.shares("Haar default: views", views, p.haar[0] > 0, 0.90)
    table.shares("Haar alt2: frontal", p.frontal, p.haar[1] > 0, 0.96)
    table.shares("Haar alt2: views", views, p.haar[1] > 0)


def people(table, p):
    sides = (p.meant == "feminine") | (p.meant == "masculine")
    typical = (p.typical == 1) & sides
    table.shares("gender as meant, typical", typical, p.right, 0.92)
    table.shares("  feminine", typical & (p.meant == "feminine"), p.right,
                 0.88)
    table.shares("  masculine", typical & (p.meant == "masculine"), p.right,
                 0.88)
    table.shares("  frontal", typical & p.frontal, p.right)
    table.shares("  not typical", sides & ~typical, p.right)
    table.row("age, correlation", p.known, lambda mask: correlation(
        p.age[mask], p.guess[mask]), "score", least=0.85)
    table.row("age, mean error in years", p.known,
              mean_of(np.abs(p.guess - p.age)), "years", most=10)
    table.row("age, mean guess less age", p.known, mean_of(p.guess - p.age),
              "years")


def first_rows(table, p, same):
    count = len(same.gallery)
    for size in sorted({50, 250, 500, count}):
        if size > count:
            continue
        least = 0.99 if size <= 50 else 0.97 if size <= 250 else 0.95
        asked, right = same.first(size)
        table.shares("own portrait first, of %d" % size, asked & same.probe,
                     right, least)
        steep = np.abs(p.yaw) > 350
        if size == count:
            table.shares("  yaw beyond 0.35", asked & same.probe & steep,
                         right)


def identity(table, p, same):
    probe = same.probe
    if probe.any() and len(same.gallery) > 1:
        table.row("own pairs, area under ROC", probe, same.auc, "score",
                  least=0.995)
        table.shares("own pairs below %.3f (1 %% of others)" % same.limit,
                     probe, same.own < same.limit, 0.92)
        first_rows(table, p, same)
        table.row("own pairs, mean distance", probe & (same.own < NOBODY),
                  mean_of(same.own), "score apart")
        table.row("others' pairs, mean distance", probe & p.known,
                  lambda mask: same.far[mask][same.far[mask] < NOBODY].mean()
                  if mask.any() else float("nan"), "score apart")
    if len(same.gallery) > 1:
        alone = p.frontal & p.known
        table.row("nearest other portrait, median", alone,
                  lambda mask: np.median(same.nearest[mask]) if mask.any()
                  else float("nan"), "score apart", least=0.30)
        table.row("nearest other portrait, least", alone,
                  lambda mask: same.nearest[mask].min(initial=NOBODY)
                  if mask.any() else float("nan"), "score apart", least=0.22)


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
    detection(table, p)
    people(table, p)
    identity(table, p, same)
    if len(sys.argv) > 2:
        write_images(sys.argv[2], p, same)
    sys.exit(1 if table.failed else 0)


main()
