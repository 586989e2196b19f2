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
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the body of a request whole, up to a limit of size and of time, before anything is done with it. */
final class BodyLimit extends OncePerRequestFilter {
    private static final int PIECE = 8_192;

    private final int most;
    private final Duration longest;
    private final Refusals refusals;

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
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            refuse(request, response, tooLarge());
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        long deadline = System.nanoTime() + longest.toNanos();
        for (int read = 0; read >= 0; read = request.getInputStream().read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > most || System.nanoTime() > deadline) {
                refuse(request, response, body.size() > most ? tooLarge() : tooSlow());
                return;
            }
        }
        chain.doFilter(new WithBody(request, body.toByteArray()), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        // what is left of the body is not waited for
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
