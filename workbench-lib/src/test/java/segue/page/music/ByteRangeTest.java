package segue.page.music;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a file with 1,000 bytes. */
class ByteRangeTest {
    private static final long LENGTH = 1_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-0                      | 0   | 0
            bytes=0-                       | 0   | 999
            bytes=500-599                  | 500 | 599
            bytes=999-                     | 999 | 999
            bytes=0-999999                 | 0   | 999
            bytes=-1                       | 999 | 999
            bytes=-1000                    | 0   | 999
            bytes=-99999999999999999999999 | 0   | 999
            bytes=0-99999999999999999999999| 0   | 999
            bytes=007-0010                 | 7   | 10
            BYTES=1-2                      | 1   | 2
            bytes= 1-2                     | 1   | 2
            'bytes=1-2,'                   | 1   | 2
            """)
    void one_range_is_a_part(String header, long first, long last) {
        assertThat(ByteRange.of(header, LENGTH)).isEqualTo(new ByteRange.Wanted.Part(new ByteRange(first, last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=99999999999999999999999-"})
    void what_lies_beyond_the_end_is_nothing(String header) {
        assertThat(ByteRange.of(header, LENGTH)).isEqualTo(new ByteRange.Wanted.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-4",
                "bytes=0-1,5-6",
                "items=0-1",
                "bytes=1--2",
                "bytes=٣-٤",
                "bytes=+1-2",
                "bytes=0x1-2",
                "bytes=1.0-2"
            })
    void what_cannot_be_read_and_what_is_several_is_passed_over(String header) {
        assertThat(ByteRange.of(header, LENGTH)).isEqualTo(new ByteRange.Wanted.Whole());
    }

    @Test
    void whoever_asks_for_no_range_gets_the_whole() {
        assertThat(ByteRange.of(null, LENGTH)).isEqualTo(new ByteRange.Wanted.Whole());
    }
}
