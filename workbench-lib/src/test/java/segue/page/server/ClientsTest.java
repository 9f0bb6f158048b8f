package segue.page.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
    @Test
    void addresses_of_one_network_of_ipv6_are_one_client() {
        assertThat(Clients.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Clients.network("2001:db8:1:2::1"))
                .isNotEqualTo(Clients.network("2001:db8:1:3::1"));
    }

    @Test
    void addresses_of_ipv4_are_clients_of_their_own_however_they_are_written() {
        assertThat(Clients.network("192.0.2.7"))
                .isEqualTo(Clients.network("::ffff:192.0.2.7"))
                .isNotEqualTo(Clients.network("192.0.2.8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "music.example", "1.2.3.4:80", "_hidden", "[::1]x", "999.1.1.1"})
    void what_is_no_address_is_all_one_client(String text) {
        assertThat(Clients.network(text)).isEqualTo("unknown");
    }
}
