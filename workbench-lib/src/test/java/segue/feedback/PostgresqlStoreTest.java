package segue.feedback;

import segue.feedback.sql.DatabaseAddress;

class PostgresqlStoreTest extends StoreContract {
    @Override
    DatabaseAddress newDatabase() throws Exception {
        return DatabaseAddress.of(Server.postgresql().newDatabase());
    }
}
