#!/usr/bin/env python3
"""Many needs on many machines: Spark splits them up, and one `simplan batch` answers each part.

    spark-submit --files simplan batch_on_spark.py NEEDS ANSWERS --partitions 8000 --simplan ./simplan --today 2026-11-25

NEEDS are lines of JSON, in a file or a folder: `{"id": "n1", "days": 30, "data": "20GB"}`. ANSWERS becomes a folder with
a file for each partition, in the order of the needs: one line of JSON for each need, which says what is wrong if the need
is bad. Paths are whatever Spark reads and writes (file:, hdfs:, s3a:).

With --dataframe instead of --partitions the job has DataFrames and no RDDs, so that Spark Connect and platforms without
RDDs run it.
"""

import argparse
import itertools
import subprocess
import tempfile

from pyspark.sql import SparkSession

# The exit codes of a `simplan batch` that has come to its end: 3 if some needs are bad.
DONE = (0, 3)

# What a line has that is not a need, as `simplan batch` sees it.
BLANK = " \t\n\f\r"

# How many answers go back to Spark at a time.
BATCH = 1000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("needs", metavar="NEEDS")
    parser.add_argument("answers", metavar="ANSWERS")
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--partitions", type=int, help="parts to split the needs into, at least")
    form.add_argument("--dataframe", action="store_true", help="use DataFrames; Spark splits the needs as it is set up")
    parser.add_argument("--simplan", default="simplan", help="the program, as every worker finds it")
    parser.add_argument("--today", required=True, help="the day to which all workers count the age of prices")
    return parser.parse_args()


def answers_to(needs, batch):
    """The answers to the needs of one partition, from a process of its own.

    Spark's own `pipe` fails the job on any exit code but 0, so that one bad need would throw away all answers; and exit
    code 3 is also that of a catalogue that cannot be read. So the answers are counted: a bad need has one, too, and a
    process that could not do its work has fewer answers than needs.
    """
    asked = answered = 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
        for need in needs:
            if not need.strip(BLANK):
                continue
            lines.write(need + "\n")
            asked += 1
        lines.seek(0)
        with subprocess.Popen(batch, stdin=lines, stdout=subprocess.PIPE, encoding="utf-8") as process:
            for answer in process.stdout:
                yield answer.rstrip("\n")
                answered += 1
    if process.returncode not in DONE or answered != asked:
        raise RuntimeError(f"{batch}: exit code {process.returncode}, {answered} answers to {asked} needs")


def answers_in_arrow(tables, batch):
    """The same for a partition of a DataFrame, whose first column has the needs. Texts stay texts: no value is read."""
    import pyarrow

    needs = (need.as_py() for table in tables for need in table.column(0))
    answers = answers_to(needs, batch)
    while some := list(itertools.islice(answers, BATCH)):
        yield pyarrow.RecordBatch.from_pydict({"value": some})


def main():
    given = arguments()
    # Spark starts as many processes as there are cores, so each keeps to one thread. The notation is said, because a
    # part may begin with a bad line.
    batch = [given.simplan, "batch", "-", "--input", "ndjson", "--format", "ndjson"]
    batch += ["--threads", "1", "--today", given.today]
    spark = SparkSession.builder.appName("simplan batch").getOrCreate()
    # A need is answered from its own line alone, so that it does not matter which process reads it.
    if given.dataframe:
        needs = spark.read.text(given.needs)
        answers = needs.mapInArrow(lambda tables: answers_in_arrow(tables, batch), "value string")
        answers.write.text(given.answers)
    else:
        needs = spark.sparkContext.textFile(given.needs, given.partitions)
        answers = needs.mapPartitions(lambda part: answers_to(part, batch))
        answers.saveAsTextFile(given.answers)
    spark.stop()


if __name__ == "__main__":
    main()
