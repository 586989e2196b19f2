package io.plimsoll.storage.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands between a client and a server, and cuts the line when it is told to. */
public final class Proxy implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** How the server says that it has done so. */
    private static final String COMMIT = "COMMIT";

    private final ServerSocket entrance;
    private final int server;
    private final List<Socket> open = new ArrayList<>();
    private volatile Cut next = Cut.NEVER;
    private volatile boolean isDown;

    /** When to cut the line, once. */
    public enum Cut {
        NEVER,
        /** What the client says next never arrives. */
        NEXT_OF_CLIENT,
        /** The server commits, and its answer never arrives. */
        AFTER_COMMIT,
        /** As {@link #AFTER_COMMIT}, and nobody gets through afterwards. */
        AFTER_COMMIT_FOR_GOOD
    }

    public Proxy(int server) {
        try {
            this.server = server;
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public void cut(Cut when) {
        next = when;
    }

    /** Whether there was occasion to cut the line. */
    public boolean hasCut() {
        return next == Cut.NEVER;
    }

    /** What goes on until a line ends. */
    private interface Passage {
        void go() throws IOException;
    }

    private static void start(Passage passage) {
        Thread thread = new Thread(() -> {
            try {
                passage.go();
            } catch (IOException e) {
                // a line that ends, by whoever's doing, is what this is for
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            if (isDown) {
                client.close();
                continue;
            }
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
            synchronized (open) {
                open.add(client);
                open.add(upstream);
            }
            start(() -> pass(client, upstream, true));
            start(() -> pass(upstream, client, false));
        }
    }

    private void pass(Socket from, Socket to, boolean isFromClient) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Cut cut = next;
                String said = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                if (cut != Cut.NEVER
                        && isFromClient == (cut == Cut.NEXT_OF_CLIENT)
                        && (isFromClient || said.contains(COMMIT))) {
                    isDown = cut == Cut.AFTER_COMMIT_FOR_GOOD;
                    next = Cut.NEVER;
                    return;
                }
                out.write(buffer, 0, n);
            }
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            synchronized (open) {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
