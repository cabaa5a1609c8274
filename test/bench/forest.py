"""Trains scikit-learn's random forest on the rows that forest.mjs wrote, and answers with times and probabilities."""

import json
import sys
import time

import numpy
from sklearn.ensemble import RandomForestClassifier

folder, settings = sys.argv[1], json.loads(sys.argv[2])
features = settings["features"]


def rows(name):
    return numpy.ascontiguousarray(numpy.fromfile(f"{folder}/{name}.f64").reshape(features, -1).T)


train, held_out = rows("train"), rows("held-out")
labels = numpy.fromfile(f"{folder}/labels.u8", dtype=numpy.uint8)
forest = RandomForestClassifier(
    n_estimators=settings["trees"],
    max_depth=settings["maxDepth"],
    min_samples_leaf=settings["minLeaf"],
    max_features=settings["featuresPerSplit"],
    n_jobs=settings["workers"],
    random_state=settings["seed"],
)
start = time.perf_counter()
forest.fit(train, labels)
trained = time.perf_counter()
probabilities = forest.predict_proba(held_out)[:, 1]
predicted = time.perf_counter()
probabilities.astype(numpy.float64).tofile(f"{folder}/answers.f64")
print(json.dumps({"trainMs": (trained - start) * 1000, "predictMs": (predicted - trained) * 1000}))
