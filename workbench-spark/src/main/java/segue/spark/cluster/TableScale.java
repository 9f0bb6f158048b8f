package segue.spark.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import segue.matrix.Scaler;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowTable;

/**
 * What a table's columns are shifted and divided by: {@code (value - shift) / scale}, by the library's own
 * {@link Scaler}. The sums that it is learned from are exact, so it does not depend on how the table is cut; the library adds
 * up in double, in the order of rows, which differs from that only beyond the digits of a float.
 *
 * @param kind how it was learned
 * @param columns their names
 * @param shift one a column
 * @param scale one a column, above 0; 1 for a constant column, which becomes 0
 */
public record TableScale(ScaleKind kind, List<String> columns, float[] shift, float[] scale) implements Serializable {

    /**
     * Learns it by one pass over the rows; none for {@link ScaleKind#NONE}.
     *
     * @throws IllegalArgumentException if a column spans more than a float can hold
     */
    public static TableScale of(RowTable table, ScaleKind kind) {
        int columns = table.columns().size();
        float[] shift = new float[columns];
        float[] scale = new float[columns];
        if (kind != ScaleKind.NONE) {
            ColumnMoments moments = ColumnMoments.of(table.rows(), columns);
            for (int c = 0; c < columns; c++) {
                boolean standard = kind == ScaleKind.STANDARD;
                shift[c] = standard ? (float) moments.mean(c) : moments.low(c);
                scale[c] = standard ? (float) Math.sqrt(moments.variance(c)) : moments.high(c) - moments.low(c);
            }
        }
        Scaler checked = Scaler.of(shift, scale);
        return new TableScale(kind, List.copyOf(table.columns()), checked.shift(), checked.scale());
    }

    /** The library's scaler of the same numbers. */
    public Scaler scaler() {
        return Scaler.of(shift, scale);
    }

    /** The rows on that scale, under their numbers and ids. */
    public JavaRDD<NumberedRow> transform(JavaRDD<NumberedRow> rows) {
        TableScale by = this;
        return kind == ScaleKind.NONE ? rows : rows.mapPartitions(part -> transform(part, by.scaler()));
    }

    private static Iterator<NumberedRow> transform(Iterator<NumberedRow> rows, Scaler scaler) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public NumberedRow next() {
                NumberedRow row = rows.next();
                return new NumberedRow(row.number(), row.id(), scaler.transform(row.values()));
            }
        };
    }

    /**
     * The whole table on that scale: {@code row} (its number), {@code id} where the table has ids, and the columns under
     * their names, {@code float}. Ordered by number, so that whoever reads it numbers the rows alike.
     */
    public Dataset<Row> transformed(SparkSession spark, RowTable table) {
        boolean named = table.isNamed();
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField("row", DataTypes.LongType, false));
        if (named) {
            fields.add(DataTypes.createStructField("id", DataTypes.StringType, true));
        }
        columns.forEach(column -> fields.add(DataTypes.createStructField(column, DataTypes.FloatType, false)));
        StructType schema = new StructType(fields.toArray(StructField[]::new));
        return spark.createDataFrame(transform(table.rows()).map(row -> row(row, named)), schema)
                .orderBy("row");
    }

    private static Row row(NumberedRow row, boolean named) {
        List<Object> values = new ArrayList<>();
        values.add(row.number());
        if (named) {
            values.add(row.id());
        }
        for (float value : row.values()) {
            values.add(value);
        }
        return RowFactory.create(values.toArray());
    }
}
