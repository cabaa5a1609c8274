"""Trains scikit-learn's random forest and LightGBM on the rows that train.mjs wrote, and answers with probabilities."""

import json
import sys

import numpy
from lightgbm import LGBMClassifier
from sklearn.ensemble import RandomForestClassifier

folder, settings = sys.argv[1], json.loads(sys.argv[2])
features, workers = settings["features"], settings["workers"]


def rows(name):
    return numpy.ascontiguousarray(numpy.fromfile(f"{folder}/{name}.f64").reshape(features, -1).T)


train, held_out = rows("train"), rows("held-out")
labels = numpy.fromfile(f"{folder}/labels.u8", dtype=numpy.uint8)
models = {
    "forest": RandomForestClassifier(
        n_estimators=300, max_depth=10, min_samples_leaf=20, n_jobs=workers, random_state=1
    ),
    "lightgbm": LGBMClassifier(
        n_estimators=300,
        learning_rate=0.03,
        num_leaves=15,
        min_child_samples=100,
        subsample=0.8,
        subsample_freq=1,
        colsample_bytree=0.5,
        reg_lambda=10,
        n_jobs=workers,
        random_state=1,
        verbose=-1,
    ),
}
for name, model in models.items():
    model.fit(train, labels)
    model.predict_proba(held_out)[:, 1].astype(numpy.float64).tofile(f"{folder}/{name}.f64")
