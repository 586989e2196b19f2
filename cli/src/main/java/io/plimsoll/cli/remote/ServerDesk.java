package io.plimsoll.cli.remote;

import io.plimsoll.cli.desk.DatasetDesk;
import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.EndpointDesk;
import io.plimsoll.cli.desk.EventDesk;
import io.plimsoll.cli.desk.ModelDesk;
import io.plimsoll.cli.desk.RunDesk;
import io.plimsoll.project.surroundings.Surroundings;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** The desk of a server. Opening it asks nothing of the server yet. */
public final class ServerDesk implements Desk {
    static final String API = "/api/v1";

    private final ServerClient client;
    private final RandomGenerator random;
    private final Path directory;

    private ServerDesk(ServerClient client, RandomGenerator random, Path directory) {
        this.client = client;
        this.random = random;
        this.directory = directory;
    }

    /** @throws io.plimsoll.fault.PlimsollException as {@link ServerAddress#parse} does; with {@code UNAUTHENTICATED} if there is no token */
    public static Desk open(String address, Surroundings surroundings) {
        ServerAddress server = ServerAddress.parse(address);
        String token = ServerToken.of(surroundings.environment(), surroundings.directory());
        return new ServerDesk(
                new ServerClient(server, token, Patience.usual()), surroundings.random(), surroundings.directory());
    }

    @Override
    public RunDesk runs() {
        return new ServerRuns(client, this::key);
    }

    @Override
    public ModelDesk models() {
        return new ServerModels(client, this::key);
    }

    @Override
    public EndpointDesk endpoints() {
        return new ServerEndpoints(client, new ServerUploads(client, directory), this::key);
    }

    @Override
    public DatasetDesk datasets() {
        return new ServerDatasets(client);
    }

    @Override
    public EventDesk events() {
        return new ServerEvents(client);
    }

    /** A key for a change that is one of its own. */
    private String key() {
        return "cli-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }

    @Override
    public void close() {
        // connections of the JDK's client end with the process, or when they have been idle for a while
    }
}
