package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
    private final MessageCodec sender = new MessageCodec("key");
    private final MessageCodec receiver = new MessageCodec("key");

    private List<byte[]> message() {
        return new ArrayList<>(
                sender.encode(List.of(bytes("me")), "kernel_info_request", null, Map.of(), Map.of("a", "é𝄞")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void a_message_survives_the_wire() throws IOException {
        List<byte[]> frames = message();
        frames.add(new byte[] {1, 2});
        Message message = receiver.decode(frames);
        assertThat(message.type()).isEqualTo("kernel_info_request");
        assertThat(message.identities()).containsExactly(bytes("me"));
        assertThat(message.content()).isEqualTo(Map.of("a", "é𝄞"));
        assertThat(message.parentHeader()).isEmpty();
        assertThat(message.buffers()).containsExactly(new byte[] {1, 2});
        assertThat(message.header()).containsEntry("version", "5.4").containsKeys("msg_id", "date", "session");
    }

    @Test
    void an_answer_carries_the_requests_header_byte_for_byte() throws IOException {
        Message request = receiver.decode(message());
        List<byte[]> reply = receiver.encode(request.identities(), "x_reply", request.rawHeader(), Map.of(), Map.of());
        assertThat(sender.decode(reply).parentHeader()).isEqualTo(request.header());
    }

    @Test
    void every_changed_byte_breaks_the_signature() {
        for (int frame = 2; frame < 7; frame++) {
            List<byte[]> frames = message();
            frames.set(frame, Arrays.copyOf(frames.get(frame), frames.get(frame).length));
            frames.get(frame)[0] ^= 1;
            assertThatThrownBy(() -> receiver.decode(frames)).hasMessageContaining("signature does not match");
        }
    }

    @Test
    void a_signature_counts_once() throws IOException {
        List<byte[]> frames = message();
        receiver.decode(frames);
        assertThatThrownBy(() -> receiver.decode(frames)).hasMessageContaining("has been used before");
    }

    @Test
    void without_a_key_nothing_is_signed_and_anything_is_taken() throws IOException {
        MessageCodec unsigned = new MessageCodec("");
        List<byte[]> frames = unsigned.encode(List.of(), "x_request", null, Map.of(), Map.of());
        assertThat(frames.get(1)).isEmpty();
        assertThat(unsigned.decode(frames).type()).isEqualTo("x_request");
        assertThat(unsigned.decode(message()).type()).isEqualTo("kernel_info_request");
    }

    @Test
    void malformed_json_is_told_by_its_place() {
        MessageCodec unsigned = new MessageCodec("");
        for (String bad : List.of("", "{", "[]", "{} {}", "nonsense", "{\"a\":}", "[".repeat(5000))) {
            List<byte[]> frames = message();
            frames.set(6, bytes(bad));
            assertThatThrownBy(() -> unsigned.decode(frames))
                    .isInstanceOf(IOException.class)
                    .hasMessage("its content is no JSON object");
        }
    }

    @Test
    void a_header_without_a_type_is_refused() {
        List<byte[]> frames = message();
        frames.set(3, bytes("{\"msg_id\": \"x\"}"));
        assertThatThrownBy(() -> new MessageCodec("").decode(frames)).hasMessageContaining("no msg_type");
    }

    @Test
    void half_a_surrogate_pair_does_not_stop_a_message() throws IOException {
        byte[] json = Json.write(Map.of("text", "a\uD834b"));
        assertThat(Json.read(json)).isEqualTo(Map.of("text", "a\uFFFDb"));
    }
}
