package segue.page.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private static String written(JsonText json) {
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }

    private static String readBack(String text) throws IOException {
        return JACKSON.readTree(new JsonText().text(text).bytes()).asText();
    }

    @Test
    void commas_stand_between_members_and_elements_and_nowhere_else() {
        JsonText json = new JsonText().begin('{').name("a").begin('[').end(']');
        json.name("b")
                .begin('[')
                .number(1)
                .number(-20)
                .begin('{')
                .end('}')
                .texts(List.of("x", "y"))
                .end(']');
        json.name("c")
                .flag(true)
                .name("d")
                .nothing()
                .name("e")
                .number(OptionalInt.empty())
                .end('}');

        assertThat(written(json))
                .isEqualTo("{\"a\":[],\"b\":[1,-20,{},[\"x\",\"y\"]],\"c\":true,\"d\":null,\"e\":null}");
    }

    @Test
    void every_text_is_read_back_as_it_was() throws IOException {
        Random random = new Random(42);
        for (int draw = 0; draw < 2_000; draw++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                int code = random.nextInt(1 << (3 + random.nextInt(18))) % 0x110000;
                text.appendCodePoint(Character.isDefined(code) && (code < 0xD800 || code > 0xDFFF) ? code : 'a');
            }
            assertThat(readBack(text.toString())).isEqualTo(text.toString());
        }
        for (int code = 0; code < 0x100; code++) {
            assertThat(readBack("<" + (char) code + ">")).isEqualTo("<" + (char) code + ">");
        }
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character() throws IOException {
        assertThat(readBack("a\uD83C")).isEqualTo("a\uFFFD");
        assertThat(readBack("\uDFB5b")).isEqualTo("\uFFFDb");
        assertThat(readBack("\uD83C\uD83C\uDFB5")).isEqualTo("\uFFFD\uD83C\uDFB5");
    }

    @Test
    void a_text_longer_than_what_was_kept_ready_is_written_whole() throws IOException {
        String text = "\u0001é𝄞\"".repeat(50_000);
        assertThat(readBack(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "-1,-1",
        "0.25,0.25",
        "0.1,0.1",
        "0.00004,0",
        "-0.00004,0",
        "0.00005,0.0001",
        "12.3456789,12.3457",
        "-0.0607,-0.0607",
        "99.99999,100",
        "1234567.5,1234567.5",
        "0.9999999,1",
        "0.0102,0.0102"
    })
    void four_decimals_are_rounded_and_short(double value, String text) {
        assertThat(written(new JsonText().fourDecimals(value))).isEqualTo(text);
    }

    @Test
    void numbers_are_read_back_as_near_as_they_are_written() throws IOException {
        Random random = new Random(7);
        for (int draw = 0; draw < 5_000; draw++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(8) - 4);
            JsonNode rounded =
                    JACKSON.readTree(new JsonText().fourDecimals(value).bytes());
            assertThat(rounded.asDouble()).isCloseTo(value, within(0.00005001));
            float exact = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(exact)) {
                assertThat(JACKSON.readTree(new JsonText().exact(exact).bytes()).floatValue())
                        .isEqualTo(exact);
            }
            long whole = random.nextLong();
            assertThat(written(new JsonText().number(whole))).isEqualTo(Long.toString(whole));
        }
    }

    @Test
    void what_is_no_number_is_null_and_what_is_huge_is_still_a_number() throws IOException {
        assertThat(written(new JsonText().fourDecimals(Double.NaN))).isEqualTo("null");
        assertThat(written(new JsonText().exact(Float.NEGATIVE_INFINITY))).isEqualTo("null");
        assertThat(JACKSON.readTree(new JsonText().fourDecimals(-1e12).bytes()).asDouble())
                .isCloseTo(-1e12, within(1e6));
    }
}
