package segue.feedback;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import segue.feedback.sql.DatabaseAddress;

class SqliteStoreTest extends StoreContract {
    @TempDir
    private Path folder;

    private int databases;

    @Override
    DatabaseAddress newDatabase() {
        return DatabaseAddress.in(folder.resolve("data " + databases++));
    }
}
