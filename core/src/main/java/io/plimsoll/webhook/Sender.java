package io.plimsoll.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one message over HTTP/1.1, and reads of the answer no more than its first line. It follows no redirection, and is done in a time that the
 * receiver cannot lengthen.
 *
 * <p>The JDK's own client looks names up itself, which would be once more than {@link Gate} did.
 */
public final class Sender implements AutoCloseable {
    /** How long one message may take, from the connection to the answer. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LONGEST_LINE = 512;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    private final Gate gate;
    private final Supplier<SSLSocketFactory> encryption;
    private final Duration longest;
    private final InstantSource clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Sender::watching);

    /**
     * @param encryption decides whose certificates are believed; asked when it is needed
     * @param longest how long one message may take
     */
    public Sender(Gate gate, Supplier<SSLSocketFactory> encryption, Duration longest, InstantSource clock) {
        this.gate = gate;
        this.encryption = encryption;
        this.longest = longest;
        this.clock = clock;
    }

    private static Thread watching(Runnable work) {
        Thread thread = new Thread(work, "webhook-watch");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What came of a message.
     *
     * @param status of the answer; 0 if there was none
     * @param trouble in words that hold nothing that the receiver said; empty if it arrived
     */
    public record Sent(int status, String trouble) {
        public boolean hasArrived() {
            return trouble.isEmpty();
        }

        /** Whether the receiver wants nothing more of it. */
        public boolean isGone() {
            return status == 410;
        }

        private static Sent answered(int status) {
            return new Sent(status, status / 100 == 2 ? "" : "the receiver answered " + status);
        }

        private static Sent not(String trouble) {
            return new Sent(0, trouble);
        }
    }

    public Sent send(Parcel parcel) {
        AtomicBoolean late = new AtomicBoolean();
        try {
            return Sent.answered(inTime(parcel, late));
        } catch (Gate.Shut e) {
            return Sent.not(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Sent.not("the host has no address");
        } catch (SSLException e) {
            return Sent.not(late.get() ? tooLate() : "no encrypted connection that could be trusted");
        } catch (IOException e) {
            return Sent.not(late.get() ? tooLate() : "no connection, or no answer in HTTP");
        }
    }

    private String tooLate() {
        return "no answer in " + longest.toSeconds() + " s";
    }

    private int inTime(Parcel parcel, AtomicBoolean late) throws IOException {
        InetAddress address = gate.through(parcel.url());
        try (Socket socket = new Socket()) {
            ScheduledFuture<?> end = watch.schedule(() -> end(socket, late), longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return exchange(socket, address, parcel);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void end(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            // what waits for it ends with an error of its own
        }
    }

    private int exchange(Socket socket, InetAddress address, Parcel parcel) throws IOException {
        WebhookUrl url = parcel.url();
        socket.connect(new InetSocketAddress(address, url.port()), (int) longest.toMillis());
        Socket line = url.isEncrypted() ? encrypted(socket, url) : socket;
        line.getOutputStream().write(request(parcel));
        line.getOutputStream().flush();
        Matcher status = STATUS.matcher(firstLine(line.getInputStream()));
        if (!status.matches()) {
            throw new IOException("not HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    /** The certificate has to be the host's, as its name is in the URL. */
    private SSLSocket encrypted(Socket socket, WebhookUrl url) throws IOException {
        SSLSocket line = (SSLSocket) encryption.get().createSocket(socket, url.host(), url.port(), true);
        SSLParameters parameters = line.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(parameters);
        line.startHandshake();
        return line;
    }

    private byte[] request(Parcel parcel) {
        Message message = parcel.message();
        Instant now = clock.instant();
        String head = "POST " + parcel.url().target() + " HTTP/1.1\r\n"
                + "Host: " + parcel.url().authority() + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + message.body().getBytes(StandardCharsets.UTF_8).length + "\r\n"
                + "User-Agent: plimsoll\r\n"
                + "Connection: close\r\n"
                + "webhook-id: " + message.id() + "\r\n"
                + "webhook-timestamp: " + now.getEpochSecond() + "\r\n"
                + "webhook-signature: " + parcel.secret().signature(message.id(), now, message.body()) + "\r\n\r\n";
        return (head + message.body()).getBytes(StandardCharsets.UTF_8);
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < LONGEST_LINE; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
