"""The same questions as a query of Spark, in local mode on the columns of so many people; prints JSON.

Stand-alone: `python spark_country.py FOLDER PEOPLE` with `spark.sql` and the columns beside it; needs Java.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np
from pyspark.sql import SparkSession
from pyspark.sql.types import LongType, StructField, StructType

ROUNDS = 5


def main(folder: Path, people: int) -> dict[str, object]:
    columns = {file.stem: np.load(file)[:people].astype(np.int64) for file in sorted(folder.glob("*.npy"))}
    names = json.loads((folder / "names.json").read_text())
    rows = folder / "people.csv"
    table = np.column_stack([np.arange(people, dtype=np.int64), *columns.values()])
    np.savetxt(rows, table, fmt="%d", delimiter=",")
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    fields = [StructField(name, LongType()) for name in ("id", *(names[name] for name in columns))]
    session.read.csv(str(rows), schema=StructType(fields)).cache().createOrReplaceTempView("people")
    session.sql("SELECT count(*) FROM people").collect()
    query = (folder / "spark.sql").read_text()
    seconds, counts = [], {}
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        [found] = session.sql(query).collect()
        seconds.append(time.perf_counter() - begun)
        counts = found.asDict()
    session.stop()
    return {"seconds": statistics.median(seconds), "counts": counts}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
