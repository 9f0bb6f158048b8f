package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.org",
                "anna@",
                "anna@@example.org",
                "anna@example..org",
                ".anna@example.org",
                "anna.@example.org",
                "anna@-example.org",
                "anna bert@example.org",
                "anna@example.org\r\nBcc: bert@example.org",
                "anna@example.org>\r\nRCPT TO:<bert@example.org",
                "anna\r\nbcc@example.org",
                "anna@exa\nmple.org",
                "anna@example.org\n",
                "anna@example.org, bert@example.org",
                "<anna@example.org>",
                "\"anna\"@example.org",
                "anna\u0000@example.org",
                "änna@example.org",
                "anna@example.org\u2028"
            })
    void what_is_no_address_is_refused_in_one_line(String text) {
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("an e-mail address looks like anna@example.org but this was '")
                .doesNotContain("\n")
                .doesNotContain("\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "a.b+c_d@sub.example.co.uk", "root@localhost", "o'neil=x@e-x.org"})
    void addresses_of_people_are_taken_as_they_are(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @Test
    void a_domain_in_other_letters_is_kept_as_dns_has_it() {
        assertThat(new EmailAddress("anna@bücher.example").value()).isEqualTo("anna@xn--bcher-kva.example");
    }

    @Test
    void an_address_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("a@" + "b.".repeat(130) + "org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void as_text_it_does_not_say_who_it_is() {
        assertThat(new EmailAddress("anna@example.org")).hasToString("a…@example.org");
    }
}
