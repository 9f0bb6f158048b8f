package segue.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PomTextTest {
    private static final String DEPENDENCY =
            "<dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version></dependency>";

    @Test
    void a_whole_pom_stays_as_it_is() {
        String pom = "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><name>x</name></project>";
        assertThat(PomText.complete("<?xml version=\"1.0\"?>\n" + pom)).isEqualTo(pom);
    }

    @Test
    void fragments_are_put_together() {
        String pom = PomText.complete("<repositories><repository><id>r</id></repository></repositories>\n"
                + "<!-- a note --><dependencies>" + DEPENDENCY + "</dependencies>"
                + DEPENDENCY.replace(">a<", ">b<")
                + "<repository><id>s</id></repository><properties><v>1</v></properties>");
        assertThat(pom)
                .isEqualTo("<project><dependencies>" + DEPENDENCY + DEPENDENCY.replace(">a<", ">b<")
                        + "</dependencies><repositories><repository><id>r</id></repository>"
                        + "<repository><id>s</id></repository></repositories><properties><v>1</v></properties>"
                        + "<modelVersion>4.0.0</modelVersion><groupId>notebook</groupId><artifactId>cell</artifactId>"
                        + "<version>1</version></project>");
    }

    @Test
    void what_is_not_xml_is_refused_with_its_place() {
        assertThatThrownBy(() -> PomText.complete("<dependency>\n<groupId>g</dependency>"))
                .hasMessageStartingWith("line 2, column 13 is not XML");
        assertThatThrownBy(() -> PomText.complete("  ")).hasMessageContaining("no <dependency>");
        assertThatThrownBy(() -> PomText.complete("<!DOCTYPE x><dependency/>")).hasMessageContaining("not XML");
    }
}
