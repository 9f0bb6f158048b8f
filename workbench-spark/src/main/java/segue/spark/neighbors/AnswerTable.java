package segue.spark.neighbors;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segue.spark.rows.RowTable;

/** Answers as a table, and ids for the numbers in it. */
final class AnswerTable {
    private static final List<String> COLUMNS = List.of("row", "id", "neighbors", "neighbor_ids", "distances");

    private AnswerTable() {}

    static Dataset<Row> of(SparkSession spark, JavaRDD<Answers> answers, boolean withNeighborIds, boolean withIds) {
        List<Column> columns = new ArrayList<>(List.of(col("row")));
        if (withIds) {
            columns.add(col("id"));
        }
        columns.add(col("neighbors"));
        if (withNeighborIds) {
            columns.add(col("neighborIds").as("neighbor_ids"));
        }
        columns.add(col("distances"));
        return spark.createDataset(
                        answers.flatMap(some -> some.rows(withNeighborIds, withIds))
                                .rdd(),
                        Encoders.bean(AnswerRow.class))
                .select(columns.toArray(Column[]::new));
    }

    /** Adds the ids of {@code queries}, where there are such and they have ids. */
    static Dataset<Row> withIdsOf(RowTable queries, Dataset<Row> answers) {
        if (queries == null || !queries.isNamed()) {
            return answers;
        }
        Dataset<Row> named =
                answers.join(ids(answers.sparkSession(), queries), col("row").equalTo(col("number")), "left");
        List<String> have = List.of(named.columns());
        return named.select(
                COLUMNS.stream().filter(have::contains).map(name -> col(name)).toArray(Column[]::new));
    }

    /** Adds the ids of the neighbours: every place of every answer is joined with the data, none of them computed twice. */
    static Dataset<Row> withNeighborIds(Dataset<Row> answers, RowTable data) {
        return answers.select(col("row"), expr("posexplode_outer(arrays_zip(neighbors, distances)) as (place, found)"))
                .join(ids(answers.sparkSession(), data), col("found.neighbors").equalTo(col("number")), "left")
                .selectExpr(
                        "row",
                        "if(place is null, null, struct(place, found.neighbors as neighbor, id, found.distances as distance))"
                                + " as found")
                .groupBy("row")
                .agg(array_sort(collect_list(col("found"))).as("found"))
                .selectExpr(
                        "row",
                        "found.neighbor as neighbors",
                        "found.id as neighbor_ids",
                        "found.distance as distances");
    }

    private static Dataset<Row> ids(SparkSession spark, RowTable table) {
        StructType schema =
                new StructType().add("number", DataTypes.LongType, false).add("id", DataTypes.StringType, true);
        return spark.createDataFrame(table.rows().map(row -> RowFactory.create(row.number(), row.id())), schema);
    }
}
