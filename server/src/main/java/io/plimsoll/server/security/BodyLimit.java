package io.plimsoll.server.security;

import io.plimsoll.server.fault.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request whole, up to a limit of size and of time, before anything is done with it. A body that comes slowly holds a thread, so that
 * few are read at a time, and fewer from one address.
 */
public final class BodyLimit extends OncePerRequestFilter {
    /** Marks a request whose body is not read to its end, not even to throw it away. */
    public static final String UNREAD = BodyLimit.class.getName() + ".unread";

    private static final int PIECE = 8_192;

    private final int most;
    private final Duration longest;
    private final Refusals refusals;
    private final Readers readers = new Readers();

    /**
     * @param most bytes
     * @param longest time in which they have to come
     */
    BodyLimit(int most, Duration longest, Refusals refusals) {
        this.most = most;
        this.longest = longest;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StreamedBody.isIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            refuse(request, response, tooLarge());
            return;
        }
        byte[] body = hasBody(request) ? readInTurn(request, response) : new byte[0];
        if (body != null) {
            chain.doFilter(new WithBody(request, body), response);
        }
    }

    /** RFC 9112, section 6.3: without one of these there is none. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Null if it was refused. */
    private byte @Nullable [] readInTurn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRemoteAddr();
        if (!readers.enter(address)) {
            response.setHeader("Retry-After", "1");
            refuse(request, response, tooMany());
            return null;
        }
        try {
            return read(request, response);
        } finally {
            readers.leave(address);
        }
    }

    private byte @Nullable [] read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        long deadline = System.nanoTime() + longest.toNanos();
        for (int read = 0; read >= 0; read = request.getInputStream().read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > most || System.nanoTime() > deadline) {
                refuse(request, response, body.size() > most ? tooLarge() : tooSlow());
                return null;
            }
        }
        return body.toByteArray();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        request.setAttribute(UNREAD, true);
        response.setHeader("Connection", "close");
        refusals.refuse(request, response, problem);
    }

    private Problem tooLarge() {
        return Problem.of(
                Refusals.TOO_LARGE,
                "BODY_TOO_LARGE",
                "the body is larger than " + most + " bytes",
                "send less; nothing that this server takes is larger");
    }

    private Problem tooSlow() {
        return Problem.of(
                Refusals.TOO_SLOW,
                "BODY_TOO_SLOW",
                "the body did not come within " + longest.toSeconds() + " s",
                "send it at once");
    }

    private static Problem tooMany() {
        return Problem.of(
                Refusals.BUSY,
                "BUSY",
                "too many bodies are coming in at the moment",
                "wait a second, then send it again under the same key");
    }

    /** A request whose body has arrived. */
    static final class WithBody extends HttpServletRequestWrapper {
        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body has arrived");
        }
    }
}
