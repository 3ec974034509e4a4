"""How many faces OpenCV's Haar cascades find in pictures.

    python3 judge_haar.py ROOT <PATHS

reads paths of pictures below ROOT, a line each, and prints "path default alt2"
for each, separated by tabs: the hits of frontalface_default and of
frontalface_alt2. ROOT "version" prints the version.
"""
import os
import sys

import cv2

CASCADES = "/usr/share/opencv4/haarcascades/haarcascade_frontalface_%s.xml"


def load(name):
    path = CASCADES % name
    cascade = cv2.CascadeClassifier(path) if os.path.exists(path) else None
    if cascade is None or cascade.empty():
        sys.exit("judge_haar: cannot read %s (package opencv-data)" % path)
    return cascade


def hits(cascade, picture):
    least = min(picture.shape) // 5
    return len(cascade.detectMultiScale(picture, scaleFactor=1.1,
                                        minNeighbors=4,
                                        minSize=(least, least)))


def main():
    cascades = [load("default"), load("alt2")]
    if sys.argv[1] == "version":
        print("OpenCV", cv2.__version__)
        return
    cv2.setNumThreads(1)
    for line in sys.stdin:
        path = line.rstrip("\n")
        picture = cv2.imread(os.path.join(sys.argv[1], path),
                             cv2.IMREAD_GRAYSCALE)
        if picture is None:
            sys.exit("judge_haar: cannot read the picture %s" % path)
        print(path, *[hits(c, picture) for c in cascades], sep="\t")


main()
