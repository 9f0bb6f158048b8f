package segue.feedback;

import segue.feedback.sql.DatabaseAddress;

class MariadbStoreTest extends StoreContract {
    @Override
    DatabaseAddress newDatabase() throws Exception {
        return DatabaseAddress.of(Server.mariadb().newDatabase());
    }
}
