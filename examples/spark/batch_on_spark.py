#!/usr/bin/env python3
"""Many needs on many machines: Spark splits them up, and one `simplan batch` answers each part.

    spark-submit --files simplan batch_on_spark.py NEEDS ANSWERS --partitions 8000 --simplan ./simplan --today 2026-11-25

NEEDS are lines of JSON, in a file or a folder: `{"id": "n1", "days": 30, "data": "20GB"}`. ANSWERS becomes a folder with
a file for each partition, in the order of the needs: one line of JSON for each need, which says what is wrong if the need
is bad. Paths are whatever Spark reads and writes (file:, hdfs:, s3a:).
"""

import argparse
import subprocess
import tempfile

from pyspark.sql import SparkSession

# The exit codes of a `simplan batch` that has come to its end: 3 if some needs are bad.
DONE = (0, 3)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("needs", metavar="NEEDS")
    parser.add_argument("answers", metavar="ANSWERS")
    parser.add_argument("--partitions", type=int, required=True, help="parts to split the needs into, at least")
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
            lines.write(need + "\n")
            asked += 1
        lines.seek(0)
        with subprocess.Popen(batch, stdin=lines, stdout=subprocess.PIPE, encoding="utf-8") as process:
            for answer in process.stdout:
                yield answer.rstrip("\n")
                answered += 1
    if process.returncode not in DONE or answered != asked:
        raise RuntimeError(f"{batch}: exit code {process.returncode}, {answered} answers to {asked} needs")


def main():
    given = arguments()
    # Spark starts as many processes as there are cores, so each keeps to one thread. The notation is said, because a
    # part may begin with a bad line.
    batch = [given.simplan, "batch", "-", "--input", "ndjson", "--format", "ndjson"]
    batch += ["--threads", "1", "--today", given.today]
    spark = SparkSession.builder.appName("simplan batch").getOrCreate()
    # Blank lines are not needs.
    needs = spark.sparkContext.textFile(given.needs, given.partitions).filter(str.strip)
    # A need is answered from its own line alone, so that it does not matter which process reads it.
    answers = needs.mapPartitions(lambda part: answers_to(part, batch))
    answers.saveAsTextFile(given.answers)
    spark.stop()


if __name__ == "__main__":
    main()
