package segue.spark.recommend;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the tables that this room writes. */
final class AnswerColumns {
    private AnswerColumns() {}

    /** Of one recommendation, whatever the way. */
    static StructType ofRecommendations() {
        return new StructType()
                .add("rank", DataTypes.IntegerType, false)
                .add("id", DataTypes.StringType, false)
                .add("name", DataTypes.StringType, false)
                .add("artists", DataTypes.createArrayType(DataTypes.StringType, false), false)
                .add("score", DataTypes.DoubleType, false)
                .add("like", DataTypes.StringType, false)
                .add("taste", DataTypes.IntegerType, true)
                .add("reasons", DataTypes.StringType, true);
    }

    /** Those that are written. */
    static List<String> written(ListenerOptions options) {
        List<String> names = new ArrayList<>(List.of(ofRecommendations().fieldNames()));
        if (options.way() != Way.TASTES) {
            names.remove("taste");
        }
        if (!options.explain()) {
            names.remove("reasons");
        }
        return names;
    }

    /** Of one user, with all that is recommended. */
    static StructType ofUsers() {
        return new StructType()
                .add("user", DataTypes.StringType, false)
                .add("entries", DataTypes.LongType, false)
                .add("songs", DataTypes.IntegerType, false)
                .add("repeated", DataTypes.LongType, false)
                .add("unknown", DataTypes.LongType, false)
                .add("first_unknown", DataTypes.StringType, true)
                .add("recommended", DataTypes.IntegerType, false)
                .add("note", DataTypes.StringType, true)
                .add("answers", DataTypes.createArrayType(ofRecommendations(), false), false);
    }
}
