package segue.catalog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MongoAddressTest {
    @Test
    void a_collection_is_named_after_its_database_and_a_point() {
        MongoAddress address = MongoAddress.of("mongodb://a:1,b:2/music.songs.1994?replicaSet=r");

        assertThat(address.database()).isEqualTo("music");
        assertThat(address.collection()).isEqualTo("songs.1994");
        assertThat(address.fullName()).isEqualTo("music.songs.1994");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://h/db..x, has an empty part",
        "mongodb://h/db.x., has an empty part",
        "mongodb://h/db, must name a database and a collection",
        "mongodb://h, must name a database and a collection",
        "mongodb://h/.x, is no address of a collection",
        "mongodb://h/db.system.users, keeps for itself",
        "mongodb://h/db.a$b, keeps for itself",
        "mongodb://h:port/db.x, is no address of a collection",
        "mongodb://u:p@ss@h/db.x, is no address of a collection",
        "mongodb://h/db.x?tls=true&ssl=false, is no address of a collection",
        "mongodb:/h/db.x, is no address of a collection",
        "http://h/db.x, does not begin with mongodb://"
    })
    void what_is_none_is_refused_with_a_sentence(String text, String why) {
        assertThatThrownBy(() -> MongoAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("expected mongodb://HOST:PORT/DATABASE.COLLECTION");
    }

    @Test
    void names_that_are_too_long_are_refused() {
        assertThatThrownBy(() -> MongoAddress.of("mongodb://h/db." + "x".repeat(253)))
                .hasMessageContaining("at most 255 bytes but have 256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://ann:hunter2@h/db.x",
                "mongodb+srv://ann:hunter2@h/db.x",
                "mongodb://ann:a@b/hunter2?@h/db.x",
                "mongodb://ann:%40hunter2@h:1,i:2/db.x?authSource=admin",
                "mongodb://h/db.x?tlsCertificateKeyFilePassword=hunter2&tls=true",
                "mongodb://h/db.x?authMechanismProperties=AWS_SESSION_TOKEN:hunter2",
                "no more arguments: 'mongodb://ann:hunter2@h/db.x'"
            })
    void a_password_is_never_shown(String text) {
        assertThat(MongoAddress.masked(text)).contains("****").doesNotContain("hunter2");
    }

    @Test
    void neither_text_nor_error_shows_the_password() {
        assertThat(MongoAddress.of("mongodb://ann:hunter2@h/db.x?authSource=admin"))
                .hasToString("mongodb://ann:****@h/db.x?authSource=admin");
        assertThatThrownBy(() -> MongoAddress.of("mongodb://ann:hunter2@h/db..x"))
                .hasMessageContaining("ann:****@h")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> MongoAddress.of("mongodb://ann:hun@ter2@h/db.x"))
                .hasMessageNotContaining("ter2");
    }

    @Test
    void hosts_without_a_password_are_shown_as_they_are() {
        String text = "mongodb://h:27017/db.x?appName=segue";

        assertThat(MongoAddress.masked(text)).isEqualTo(text);
    }
}
