#!/usr/bin/env python3
"""Many needs on many machines: Spark splits them up, and one `simplan batch` answers each part.

    spark-submit --files simplan batch_on_spark.py NEEDS ANSWERS --partitions 8000 --simplan ./simplan --today 2026-11-22

NEEDS are lines of JSON, in a file or a folder: `{"id": "n1", "days": 30, "data": "20GB"}`. ANSWERS becomes a folder with
a file for each partition, in the order of the needs. Paths are whatever Spark reads and writes (file:, hdfs:, s3a:).
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("needs", metavar="NEEDS")
    parser.add_argument("answers", metavar="ANSWERS")
    parser.add_argument("--partitions", type=int, required=True, help="parts to split the needs into, at least")
    parser.add_argument("--simplan", default="simplan", help="the program, as every worker finds it")
    parser.add_argument("--today", required=True, help="the day to which all workers count the age of prices")
    return parser.parse_args()


def main():
    given = arguments()
    # Spark starts as many processes as there are cores, so each keeps to one thread.
    batch = [given.simplan, "batch", "-", "--format", "ndjson", "--threads", "1", "--today", given.today]
    spark = SparkSession.builder.appName("simplan batch").getOrCreate()
    needs = spark.sparkContext.textFile(given.needs, given.partitions)
    # A need is answered from its own line alone, so that it does not matter which process reads it. A process that
    # fails fails the job.
    answers = needs.pipe(shlex.join(batch), checkCode=True)
    answers.saveAsTextFile(given.answers)
    spark.stop()


if __name__ == "__main__":
    main()
