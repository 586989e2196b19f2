package io.plimsoll.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final WebhookUrl URL = WebhookUrl.of("https://hooks.example.org/in/secret?x=1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.2.3",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1"
            })
    void whatIsNobodysOrOfThisNetworkIsShut(String address) throws IOException {
        assertThat(ReachableAddress.isAnybodys(InetAddress.getByName(address))).isFalse();
        assertShut(new Gate(false, host -> addresses(address)), URL);
        assertShut(new Gate(false, host -> addresses("93.184.216.34", address)), URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1",
                "169.253.1.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.1.1", "198.17.1.1", "198.20.0.0",
                "223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888", "2a00:1450::1"
            })
    void whatIsAnybodysIsOpen(String address) throws IOException {
        assertThat(new Gate(false, host -> addresses(address)).through(URL)).isEqualTo(InetAddress.getByName(address));
    }

    @Test
    void thisMachineIsOpenOnlyWhereItIsSaidSoAndThenByHttpToo() throws IOException {
        WebhookUrl http = WebhookUrl.of("http://localhost:8080/in");

        assertThat(new Gate(true, host -> addresses("127.0.0.1")).through(http).isLoopbackAddress())
                .isTrue();
        assertThat(new Gate(true, host -> addresses("::1", "127.0.0.1"))
                        .through(http)
                        .isLoopbackAddress())
                .isTrue();
        assertShut(new Gate(true, host -> addresses("127.0.0.1", "10.0.0.1")), URL);
        assertShut(new Gate(true, host -> addresses("93.184.216.34")), http);
        assertShut(new Gate(false, host -> addresses("93.184.216.34")), http);
        assertShut(new Gate(false, host -> addresses("127.0.0.1")), http);
    }

    @Test
    void anAddressOfTheOldKindWrittenAsOneOfTheNewIsShut() {
        WebhookUrl mapped = WebhookUrl.of("https://[::ffff:93.184.216.34]/in");

        assertShut(new Gate(false, host -> addresses(host)), mapped);
    }

    @Test
    void aHostWithoutAnAddressIsUnknown() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new Gate(false, host -> List.of()).through(URL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "https://",
                "https:///path",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https://user:word@example.org/",
                "https://example.org/#part",
                "https://example.org:0/",
                "https://example.org:70000/",
                "https://exämple.org/",
                "https://example.org/ä",
                "https://exa mple.org/",
                "https://example.org/\r\nHost: other",
                "javascript:alert(1)",
                "//example.org/",
                "https://under_score/"
            })
    void whatIsNoUrlOfAReceiverIsRefused(String text) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> WebhookUrl.of(text))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.URL_REFUSED));
    }

    @Test
    void aUrlShowsItsHostAlone() {
        assertThat(URL.toString()).isEqualTo("https://hooks.example.org/…");
        assertThat(URL.target()).isEqualTo("/in/secret?x=1");
        assertThat(URL.port()).isEqualTo(443);
        assertThat(WebhookUrl.of("http://[::1]:8080").shown()).isEqualTo("http://[::1]:8080/");
        assertThat(WebhookUrl.of("http://[::1]:8080").host()).isEqualTo("::1");
    }

    private static void assertShut(Gate gate, WebhookUrl url) {
        assertThatExceptionOfType(Gate.Shut.class)
                .isThrownBy(() -> gate.through(url))
                .satisfies(shut -> assertThat(shut.getMessage()).doesNotContainPattern("[0-9]+\\.[0-9]+"));
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        InetAddress[] all = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            all[i] = InetAddress.getByName(texts[i]);
        }
        return Arrays.asList(all);
    }
}
