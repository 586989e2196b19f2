package io.plimsoll.cli.command;

/** Does something when the process is told to end (Ctrl-C, SIGTERM) while this is open. */
final class AtInterrupt implements AutoCloseable {
    private final Thread hook;

    private AtInterrupt(Runnable action) {
        this.hook = new Thread(action, "at-interrupt");
    }

    static AtInterrupt run(Runnable action) {
        AtInterrupt interrupt = new AtInterrupt(action);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook runs now, which is what it is for
        }
    }
}
