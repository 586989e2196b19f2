package io.plimsoll.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are anybody's. Everything that means this machine, this network or nobody is not, so that a webhook cannot be turned against what
 * stands beside the server.
 *
 * <p><b>Source</b>: IANA's registries of special-purpose addresses for IPv4 (RFC 6890) and IPv6.
 */
final class ReachableAddress {
    private static final List<Block> NOT_ANYBODYS = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(4, 224),
            Block.of(4, 240));

    /** What is handed out of IPv6, and of it what stands for something else: protocols, documentation, other networks. */
    private static final Block HANDED_OUT = Block.of(3, 0x20);

    private static final List<Block> OF_IT_NOT_ANYBODYS = List.of(
            Block.of(23, 0x20, 0x01, 0x00),
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Block.of(16, 0x20, 0x02),
            Block.of(20, 0x3f, 0xff, 0x00));

    private ReachableAddress() {}

    static boolean isAnybodys(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_ANYBODYS.stream().noneMatch(block -> block.has(bytes));
        }
        return address instanceof Inet6Address
                && HANDED_OUT.has(bytes)
                && OF_IT_NOT_ANYBODYS.stream().noneMatch(block -> block.has(bytes));
    }

    /** Addresses that begin with the same bits. */
    private record Block(int bits, List<Integer> start) {
        static Block of(int bits, Integer... start) {
            return new Block(bits, List.of(start));
        }

        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int wanted = bit / 8 < start.size() ? start.get(bit / 8) : 0;
                int mask = 0x80 >> bit % 8;
                if ((wanted & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
