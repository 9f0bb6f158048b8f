package segue.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinateTest {
    @Test
    void it_has_three_four_or_five_parts() {
        assertThat(Coordinate.parse("g.h:a:1")).isEqualTo(new Coordinate("g.h", "a", "jar", "", "1"));
        assertThat(Coordinate.parse("g:a:zip:1")).isEqualTo(new Coordinate("g", "a", "zip", "", "1"));
        assertThat(Coordinate.parse("g:a:jar:linux:1")).isEqualTo(new Coordinate("g", "a", "jar", "linux", "1"));
        assertThat(Coordinate.parse("g:a:[1,2)").version()).isEqualTo("[1,2)");
        assertThat(Coordinate.parse("g:a:jar:linux:1")).hasToString("g:a:jar:linux:1");
        assertThat(Coordinate.parse("g:a:jar:1")).hasToString("g:a:1");
    }

    @Test
    void ivys_way_of_writing_is_read_too() {
        assertThat(Coordinate.parse("jakarta.annotation#jakarta.annotation-api;2.0"))
                .hasToString("jakarta.annotation:jakarta.annotation-api:2.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "g:a | did you mean g:a:LATEST?",
                "g/a/1 | did you mean g:a:1?",
                "g:a:1@zip | did you mean g:a:zip:1?",
                "lib/a.jar | with %jars",
                "<dependency> | %%loadFromPOM",
                "implementation 'g:a:1' | Gradle",
                "g::1 | expected group:artifact:version",
                "a:b:c:d:e:f | expected group:artifact:version",
                "--all | an option that %maven does not know",
                "☺ | expected group:artifact:version",
            })
    void what_is_none_is_refused_with_a_hint(String text, String hint) {
        assertThatThrownBy(() -> Coordinate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(hint)
                .hasMessageContaining("expected group:artifact:version");
    }

    @ParameterizedTest
    @CsvSource({"ftp://x/y", "nowhere", "https://", "http:x", "''"})
    void a_repository_needs_an_address(String url) {
        assertThatThrownBy(() -> new Repository("id", url)).hasMessageContaining("must begin with https://");
    }
}
