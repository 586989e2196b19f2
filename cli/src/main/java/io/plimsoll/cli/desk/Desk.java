package io.plimsoll.cli.desk;

/**
 * Where a command asks and decides: the workspace that it opens itself, or a server's. Whatever is refused ends with the same error in both.
 *
 * <p>Every method throws {@code PlimsollException}: of a server also with {@code SERVER_UNREACHABLE}, {@code UNAUTHENTICATED} and {@code SERVER_REFUSED}.
 */
public interface Desk extends AutoCloseable {
    RunDesk runs();

    ModelDesk models();

    EndpointDesk endpoints();

    DatasetDesk datasets();

    EventDesk events();

    @Override
    void close();
}
