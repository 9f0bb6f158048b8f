package segue.feedback.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ratings.db, SQLITE",
        "jdbc:sqlite:ratings.db, SQLITE",
        "jdbc:postgresql://host/segue, POSTGRESQL",
        "jdbc:mysql://host/segue, MYSQL",
        "jdbc:mariadb://host/segue, MYSQL"
    })
    void the_kind_is_told_by_the_text(String text, Engine engine) {
        assertThat(DatabaseAddress.of(text).engine()).isEqualTo(engine);
    }

    @Test
    void a_file_in_a_folder_has_a_name_of_its_own() {
        assertThat(DatabaseAddress.in(Path.of("/music")).file()).isEqualTo(Path.of("/music/feedback.db"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/segue?user=anna&password=s3cret",
                "jdbc:postgresql://host/segue?password=s3cret&user=anna",
                "jdbc:mysql://anna:s3cret@host/segue",
                "jdbc:postgresql://host/segue?sslpassword=s3cret",
                "jdbc:mariadb://host/segue?PASSWORD=s3cret;user=anna"
            })
    void no_password_is_shown(String text) {
        assertThat(DatabaseAddress.of(text).toString())
                .contains("****")
                .doesNotContain("s3cret")
                .contains("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:oracle:thin:@host", "redis://host", "jdbc:h2:mem:x", "postgresql://u:s3cret@h/d"})
    void what_segue_does_not_know_is_refused_with_what_it_knows(String text) {
        assertThatThrownBy(() -> DatabaseAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of no kind that Segue knows; expected a file, or jdbc:postgresql://")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "jdbc:sqlite:", "jdbc:sqlite::memory:"})
    void what_would_be_lost_with_the_process_is_refused(String text) {
        assertThatThrownBy(() -> DatabaseAddress.of(text)).hasMessageContaining("expected the name of a file");
    }
}
