package io.plimsoll.server;

import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.server.log.ServerLog;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;

/** The program of {@code plimsoll serve}. */
public final class PlimsollServer {
    private PlimsollServer() {}

    public static void main(String... arguments) throws InterruptedException {
        // ours takes its place; said before Spring looks for one
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Surroundings surroundings = Surroundings.ofThisProcess(new SecureRandom());
        if (ServerOptions.asksForHelp(arguments)) {
            surroundings.out().print(ServerOptions.USAGE);
            return;
        }
        ServerLog.to(surroundings.err());
        try {
            RunningServer server = RunningServer.start(ServerOptions.parse(arguments), surroundings);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                ended.countDown();
                            },
                            "shutdown"));
            tell(server, surroundings.out());
            ended.await();
        } catch (PlimsollException e) {
            for (Fault fault : e.faults()) {
                surroundings.err().println(fault.line());
                surroundings.err().println(fault.advice());
            }
            System.exit(e.code().exit());
        }
    }

    private static void tell(RunningServer server, PrintStream out) {
        out.println("Plimsoll serves at " + server.address() + "; Ctrl-C ends it");
        server.link().ifPresent(link -> out.println("To come in, open this once: " + link));
    }
}
