package io.plimsoll.server.security;

import java.util.HashMap;
import java.util.Map;

/** How many bodies are being read, altogether and from each address: always fewer than there are threads. */
final class Readers {
    private static final int MOST = 40;
    private static final int MOST_OF_ONE = 20;

    private final Map<String, Integer> reading = new HashMap<>();
    private int all;

    /** Whether one more may be read. Whoever enters leaves. */
    synchronized boolean enter(String address) {
        int his = reading.getOrDefault(address, 0);
        if (all >= MOST || his >= MOST_OF_ONE) {
            return false;
        }
        reading.put(address, his + 1);
        all++;
        return true;
    }

    synchronized void leave(String address) {
        reading.computeIfPresent(address, (same, his) -> his == 1 ? null : his - 1);
        all--;
    }
}
