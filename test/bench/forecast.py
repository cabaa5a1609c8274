"""Forecasts of daily sales by Python's Prophet, for forecast.mjs.

Usage: python forecast.py INPUT.json; INPUT holds firstDay, values, origins (days known) and horizon. Prints JSON: for each
origin expected values and bands at 80 and 95%, and the median time of one fit and forecast in ms.
"""

import json
import logging
import os
import statistics
import sys
import time

logging.disable(logging.CRITICAL)
# Prophet's import says on standard output what else could be installed.
printed, sys.stdout = sys.stdout, open(os.devnull, "w")
import numpy
import pandas
from prophet import Prophet


def forecast(frame, horizon):
    numpy.random.seed(1)
    model = Prophet(interval_width=0.8)
    model.fit(frame)
    future = model.make_future_dataframe(horizon, include_history=False)
    start = time.perf_counter()
    result = model.predict(future)
    predicted_ms = (time.perf_counter() - start) * 1000
    model.interval_width = 0.95
    wide = model.predict(future)
    return {
        "expected": result.yhat.clip(lower=0).tolist(),
        "lower": result.yhat_lower.tolist(),
        "upper": result.yhat_upper.tolist(),
        "lower95": wide.yhat_lower.tolist(),
        "upper95": wide.yhat_upper.tolist(),
    }, predicted_ms


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    days = pandas.date_range(data["firstDay"], periods=len(data["values"]))
    frame = pandas.DataFrame({"ds": days, "y": data["values"]})
    forecasts, times = [], []
    for origin in data["origins"]:
        known = frame.iloc[:origin]
        start = time.perf_counter()
        result, predicted_ms = forecast(known, data["horizon"])
        # The second, wide prediction is for the comparison only.
        times.append((time.perf_counter() - start) * 1000 - predicted_ms)
        forecasts.append({"origin": origin, **result})
    json.dump({"forecasts": forecasts, "medianMs": statistics.median(times)}, printed)


if __name__ == "__main__":
    main()
