package io.plimsoll.project.work;

import io.plimsoll.project.OpenProject;
import io.plimsoll.webhook.Gate;
import io.plimsoll.webhook.Sender;
import java.net.InetAddress;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** What sends webhooks for a project, over the network of this machine. */
public final class Couriers {
    private Couriers() {}

    public static Gate gate(OpenProject project) {
        boolean loopback = project.config().webhooks().loopback();
        return new Gate(loopback, host -> List.of(InetAddress.getAllByName(host)));
    }

    public static Sender sender(OpenProject project) {
        return new Sender(
                gate(project), () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), Sender.LONGEST, project.clock());
    }
}
