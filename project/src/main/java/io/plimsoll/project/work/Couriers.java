package io.plimsoll.project.work;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.webhook.Gate;
import io.plimsoll.webhook.Sender;
import io.plimsoll.webhook.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

    /**
     * That a webhook may be sent there, as far as that can be told now: the same is asked again whenever something is sent, since the name may mean
     * another address by then.
     *
     * @throws PlimsollException with {@code URL_REFUSED}
     */
    public static void requireOpen(OpenProject project, WebhookUrl url) {
        try {
            gate(project).through(url);
        } catch (Gate.Shut e) {
            throw refused(
                    String.valueOf(e.getMessage()),
                    "for one on this machine: webhooks: {loopback: true} in plimsoll.yml",
                    e);
        } catch (UnknownHostException e) {
            throw refused("the host has no address", "see how its name is written", e);
        } catch (IOException e) {
            throw refused("the host cannot be looked up", "see whether this machine reaches its name server", e);
        }
    }

    private static PlimsollException refused(String what, String help, IOException cause) {
        return new PlimsollException(new Fault(ErrorCode.URL_REFUSED, what, "", help), cause);
    }
}
