package io.plimsoll.webhook;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Says where a webhook may be sent. The name of its host is looked up once, and the connection goes to the very address that was looked at, so that a
 * name cannot mean another one a moment later.
 */
public final class Gate {
    private final boolean loopback;
    private final Resolver resolver;

    /** Finds the addresses of a host. */
    public interface Resolver {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    /** A host to which nothing is sent. Its message says why, and names no address. */
    public static final class Shut extends IOException {
        private static final long serialVersionUID = 1L;

        Shut(String why) {
            super(why);
        }
    }

    /** @param loopback whether this machine may be told, too, then also without encryption */
    public Gate(boolean loopback, Resolver resolver) {
        this.loopback = loopback;
        this.resolver = resolver;
    }

    /**
     * The address to connect to.
     *
     * @throws Shut if this is none that a webhook may be sent to
     * @throws UnknownHostException if the host has no address
     */
    public InetAddress through(WebhookUrl url) throws IOException {
        List<InetAddress> addresses = resolver.addresses(url.host());
        if (addresses.isEmpty()) {
            throw new UnknownHostException("no address");
        }
        if (loopback && addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return addresses.get(0);
        }
        if (!url.isEncrypted()) {
            throw new Shut("only https is sent over a network");
        }
        if (!addresses.stream().allMatch(address -> isOpen(url, address))) {
            throw new Shut("the host is on this machine or in a network that is not anybody's");
        }
        return addresses.get(0);
    }

    /** An address of IPv4 that was written as one of IPv6 is not what it seems. */
    private static boolean isOpen(WebhookUrl url, InetAddress address) {
        boolean isDisguised = url.host().contains(":") && address instanceof Inet4Address;
        return !isDisguised && ReachableAddress.isAnybodys(address);
    }
}
