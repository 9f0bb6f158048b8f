package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignerTest {
    /** RFC 4231, test case 2. */
    @Test
    void signs_as_the_standard_says() {
        Signer signer = new Signer("Jefe".getBytes(UTF_8));
        byte[] signature = signer.sign(List.of("what do ya want ".getBytes(UTF_8), "for nothing?".getBytes(UTF_8)));
        assertThat(new String(signature, UTF_8))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void agrees_with_the_platforms_own_hmac_for_keys_of_every_length() throws GeneralSecurityException {
        Random random = new Random(7);
        for (int length = 1; length <= 150; length++) {
            byte[] key = new byte[length];
            byte[] text = new byte[random.nextInt(300)];
            random.nextBytes(key);
            random.nextBytes(text);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            assertThat(new String(new Signer(key).sign(List.of(text)), UTF_8))
                    .isEqualTo(HexFormat.of().formatHex(mac.doFinal(text)));
        }
    }

    @Test
    void an_empty_key_signs_nothing() {
        assertThat(new Signer(new byte[0]).sign(List.of("x".getBytes(UTF_8)))).isEmpty();
    }
}
