package segue.spark.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.spark.sql.connector.exceptions.MongoSparkException;
import java.util.function.Supplier;
import segue.catalog.CatalogException;
import segue.catalog.mongo.MongoAddress;

/** What MongoDB's connector could not do for a job, in one sentence without a password. */
final class Refusal {
    private Refusal() {}

    /** @throws CatalogException where the server refuses before tasks begin */
    static <T> T told(MongoAddress address, Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoSparkException | MongoException refused) {
            throw new CatalogException(
                    address.toString(),
                    "the server could not do it: " + MongoAddress.masked(sentence(refused)),
                    "Check what the user may do there, and leave out --partitioner where it was given",
                    refused);
        }
    }

    private static String sentence(Throwable refused) {
        Throwable last = refused;
        while (last.getCause() != null && !(last instanceof MongoCommandException)) {
            last = last.getCause();
        }
        String said = last instanceof MongoCommandException command ? command.getErrorMessage() : last.getMessage();
        return String.valueOf(said)
                .lines()
                .findFirst()
                .orElse("no reason was given")
                .replaceFirst("\\.$", "");
    }
}
