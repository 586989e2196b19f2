package io.plimsoll.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages over TLS to a server whose certificate is for {@code hooks.example.org}. */
class EncryptedSenderTest {
    private static final char[] WORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private final AtomicInteger got = new AtomicInteger();
    private HttpsServer server;
    private SSLContext trusting;

    @BeforeEach
    void listen() throws Exception {
        KeyStore keys = certificate();
        trusting = context(keys);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext("/", exchange -> {
            got.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void aReceiverWithTheCertificateOfItsNameIsTold() {
        assertThat(send("hooks.example.org", trusting.getSocketFactory())).isEqualTo(new Sender.Sent(204, ""));
        assertThat(got).hasValue(1);
    }

    @Test
    void aReceiverWithACertificateOfAnotherNameIsNot() {
        assertThat(send("other.example.org", trusting.getSocketFactory()).trouble())
                .isEqualTo("no encrypted connection that could be trusted");
        assertThat(got).hasValue(0);
    }

    @Test
    void aReceiverForWhomNoAuthorityVouchesIsNot() {
        assertThat(send("hooks.example.org", (SSLSocketFactory) SSLSocketFactory.getDefault())
                        .trouble())
                .isEqualTo("no encrypted connection that could be trusted");
        assertThat(got).hasValue(0);
    }

    private Sender.Sent send(String host, SSLSocketFactory encryption) {
        Gate gate = new Gate(true, name -> List.of(InetAddress.getLoopbackAddress()));
        try (Sender sender = new Sender(gate, () -> encryption, Sender.LONGEST, InstantSource.system())) {
            WebhookUrl url =
                    WebhookUrl.of("https://" + host + ":" + server.getAddress().getPort() + "/in");
            SigningSecret secret = SigningSecret.draw(new SecureRandom());
            return sender.send(new Parcel("000000000000", url, secret, new Message("msg_1", "{}"), 1));
        }
    }

    private KeyStore certificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        String.valueOf(WORD),
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example.org",
                        "-ext",
                        "san=dns:hooks.example.org",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, WORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, WORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), new SecureRandom());
        return context;
    }
}
