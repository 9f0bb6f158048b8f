package segue.spark.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segue.catalog.Feature;
import segue.catalog.Track;

/** Songs as rows of a table, with the columns of the library's Parquet files. */
final class SongColumns {
    private static final ArrayType NAMES = DataTypes.createArrayType(DataTypes.StringType, false);

    private SongColumns() {}

    static StructType schema() {
        StructType schema = new StructType()
                .add("id", DataTypes.StringType, false)
                .add("name", DataTypes.StringType, false)
                .add("artists", NAMES);
        schema = add(schema, DataTypes.IntegerType, "year");
        schema = add(schema, DataTypes.StringType, "release_date");
        schema = add(schema, DataTypes.IntegerType, "duration_ms", "popularity");
        schema = add(schema, DataTypes.BooleanType, "explicit");
        schema = add(schema, DataTypes.IntegerType, "key", "mode");
        for (Feature feature : Feature.values()) {
            schema = schema.add(feature.columnName(), DataTypes.FloatType, false);
        }
        return schema.add("genres", NAMES).add("same_recording_as", DataTypes.StringType);
    }

    private static StructType add(StructType schema, DataType type, String... names) {
        StructType more = schema;
        for (String name : names) {
            more = more.add(name, type);
        }
        return more;
    }

    static Row row(Track song) {
        List<Object> values = new ArrayList<>();
        values.add(song.id());
        values.add(song.name());
        values.add(song.artists().toArray(String[]::new));
        values.add(orNull(song.year()));
        values.add(song.releaseDate().orElse(null));
        values.add(orNull(song.durationMillis()));
        values.add(orNull(song.popularity()));
        values.add(song.explicit().orElse(null));
        values.add(orNull(song.key()));
        values.add(orNull(song.mode()));
        for (Feature feature : Feature.values()) {
            values.add(song.audio().get(feature));
        }
        values.add(song.genres().toArray(String[]::new));
        values.add(song.sameRecordingAs().orElse(null));
        return RowFactory.create(values.toArray());
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
