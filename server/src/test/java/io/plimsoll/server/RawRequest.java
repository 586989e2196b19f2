package io.plimsoll.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request, byte by byte, such as no client library sends. */
final class RawRequest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_BYTES = 65_536;

    private RawRequest() {}

    /** Connections that have sent something, and then nothing more. */
    static List<Socket> held(int port, int count, String text) throws IOException {
        List<Socket> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            held.add(socket);
        }
        return held;
    }

    /** What comes back while spaces are sent one by one, a pause after each. */
    static String drip(int port, String head, Duration pause) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(pause.toMillis()));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                socket.getOutputStream().write(' ');
                byte[] answer = new byte[MOST_BYTES];
                int read = patiently(socket, answer);
                if (read != 0) {
                    return new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 if nothing has come yet. */
    private static int patiently(Socket socket, byte[] answer) throws IOException {
        try {
            return socket.getInputStream().read(answer);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    /** What comes back to somebody who sends no more than this, whatever he has announced. */
    static String cutShort(int port, String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that comes back until the server closes the connection. */
    static String send(int port, String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
