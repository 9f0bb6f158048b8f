package segue.page.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "text/html;q=0.5, application/json;q=0.6",
                "application/json, text/plain, */*;q=0.9",
                "text/html;q=0, */*",
                "application/*, text/*;q=0.9"
            })
    void json_is_preferred(String header) {
        assertThat(Accept.prefersJson(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/html",
                "text/html, application/json",
                "application/json;q=0.5, */*",
                "application/json;q=0",
                "application/json;q=0.2, text/*;q=0.3",
                "image/png",
                "q=1, ;, ,"
            })
    void html_is_sent(String header) {
        assertThat(Accept.prefersJson(header)).isFalse();
    }

    @Test
    void without_a_header_html_is_sent() {
        assertThat(Accept.prefersJson(null)).isFalse();
    }
}
