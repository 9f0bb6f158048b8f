package segue.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {
    private static MailServer of(String text) {
        return MailServer.of(text, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.org, 25, ,",
        "smtp://anna:word@mail.example.org, 587, anna, word",
        "smtps://anna@example.org:w:o@rd@mail.example.org/, 465, anna@example.org, w:o@rd",
        "SMTPS://mail.example.org:2465, 2465, ,",
        "smtp://a%40b:%25%20+@[::1]:2525, 2525, a@b, '% +'"
    })
    void an_address_has_host_and_port_and_perhaps_who_sends(String text, int port, String user, String password) {
        MailServer server = of(text);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.credentials().map(MailServer.Credentials::user)).isEqualTo(Optional.ofNullable(user));
        assertThat(server.credentials().map(MailServer.Credentials::password)).isEqualTo(Optional.ofNullable(password));
    }

    @Test
    void what_the_address_leaves_out_is_taken_from_the_settings() {
        MailServer server = MailServer.of("smtp://mail.example.org", Optional.of("anna"), Optional.of("word"));
        assertThat(server.credentials()).contains(new MailServer.Credentials("anna", "word"));
        assertThat(server.port()).isEqualTo(587);
        assertThat(MailServer.of("smtp://bert@h", Optional.of("anna"), Optional.of("word"))
                        .credentials())
                .contains(new MailServer.Credentials("bert", "word"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://",
                "smtp://anna:s3cret@",
                "http://anna:s3cret@mail.example.org",
                "smtp://anna:s3cret@mail.example.org:abc",
                "smtp://anna:s3cret@mail.example.org:99999",
                "smtp://anna:s3cret%@mail.example.org",
                "smtp://anna:s3cret@mail.example.org/path",
                "smtp://anna:s3cret@ma il",
                "smtp://anna:s3cret@mail\r\nEHLO",
                "smtp//anna:s3cret@mail"
            })
    void a_malformed_address_is_refused_without_showing_who_sends(String text) {
        assertThatThrownBy(() -> of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3cret")
                .doesNotContain("anna")
                .doesNotContain("\n");
    }

    @Test
    void as_text_it_shows_neither_user_nor_password() {
        assertThat(of("smtp://anna:s3cret@mail.example.org")).hasToString("smtp://mail.example.org:587");
        assertThat(of("smtp://anna:s3cret@mail.example.org").credentials().toString())
                .doesNotContain("s3cret");
    }

    @Test
    void a_user_without_a_password_is_told_where_to_put_it() {
        assertThatThrownBy(() -> of("smtp://anna@mail.example.org")).hasMessageContaining("set SEGUE_SMTP_PASSWORD");
    }

    @Test
    void a_password_goes_to_another_machine_by_tls_with_a_checked_certificate_or_not_at_all() {
        assertThat(MailConnection.properties(of("smtp://anna:word@mail.example.org")))
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .doesNotContainKey("mail.smtp.ssl.trust");
        assertThat(MailConnection.properties(of("smtps://anna:word@localhost")))
                .containsEntry("mail.smtps.ssl.checkserveridentity", "true")
                .doesNotContainKey("mail.smtps.ssl.trust");
        assertThat(of("smtp://127.0.0.1.example.org").isThisMachine()).isFalse();
        assertThat(of("smtp://127.8.0.1").isThisMachine()).isTrue();
    }
}
