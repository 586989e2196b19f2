package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.plimsoll.webhook.Delivery;
import io.plimsoll.webhook.Gate;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Sender;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.WebhookUrl;
import io.plimsoll.webhook.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to a real server that answers as it likes. */
class DeliveryTest {
    private final SetClock clock = new SetClock(Samples.NOW);
    private final Webhooks webhooks = new MemoryWorkspace(clock).webhooks();
    private final ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final Sender sender = new Sender(
            new Gate(true, host -> List.of(InetAddress.getAllByName(host))),
            () -> {
                throw new IllegalStateException("nothing here is encrypted");
            },
            Sender.LONGEST,
            clock);
    private final Delivery delivery = new Delivery(webhooks, sender, clock);

    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        WebhookUrl url = WebhookUrl.of("http://localhost:" + server.getAddress().getPort() + "/in");
        webhooks.add(url, EnumSet.allOf(Occasion.class), "ada");
    }

    @AfterEach
    void end() {
        server.stop(0);
        sender.close();
    }

    @Test
    void whatWaitsIsSentOnce() {
        for (int i = 0; i < 3; i++) {
            webhooks.announce("actuals-" + i, Occasion.LINE_CROSSED, Map.of("model", "lung"));
        }

        delivery.carryOut();
        delivery.carryOut();

        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        assertThat(only().waiting()).isZero();
        assertThat(only().delivered()).isEqualTo(Samples.NOW);
    }

    @Test
    void whatDidNotArriveIsTriedAgainLongerAndLongerAfterUnderTheSameId() {
        status.set(503);
        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));

        delivery.carryOut();
        delivery.carryOut();
        assertThat(ids).hasSize(1);
        assertThat(only().trouble()).isEqualTo("the receiver answered 503");
        clock.goOn(Duration.ofSeconds(5));
        delivery.carryOut();
        assertThat(ids).hasSize(2);
        clock.goOn(Duration.ofSeconds(5));
        delivery.carryOut();
        assertThat(ids).hasSize(2);

        status.set(202);
        clock.goOn(Duration.ofMinutes(5));
        delivery.carryOut();
        assertThat(ids).hasSize(3).containsOnly(ids.element());
        assertThat(only().trouble()).isNull();
        assertThat(only().waiting()).isZero();
    }

    @Test
    void afterEightTimesItIsGivenUp() {
        status.set(500);
        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));

        for (int day = 0; day < 20; day++) {
            delivery.carryOut();
            clock.goOn(Duration.ofDays(1));
        }

        assertThat(ids).hasSize(8);
        assertThat(only().waiting()).isZero();
        assertThat(only().trouble()).isEqualTo("the receiver answered 500");
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() {
        status.set(410);
        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));

        delivery.carryOut();
        clock.goOn(Duration.ofDays(1));
        delivery.carryOut();

        assertThat(ids).hasSize(1);
        assertThat(only().waiting()).isZero();
    }

    private Webhook only() {
        return webhooks.list().get(0);
    }
}
