package io.plimsoll.score;

/**
 * Tells whether a key was probably there before, from 64 bits of each: among ten million different keys the chance that any two share them is three
 * in a million. What it takes for a repetition has to be looked at again.
 *
 * <p><b>Source</b>: FNV-1a by Fowler, Noll and Vo, with the finalizer of MurmurHash3 by Appleby; linear probing.
 */
final class KeySet {
    private static final int SMALLEST = 1 << 12;

    /** Beyond this it grows only as keys come. */
    private static final int LARGEST_AT_FIRST = 1 << 21;

    private long[] slots;
    private int size;

    /** @param expected how many keys will come at most; negative where nobody knows */
    KeySet(long expected) {
        int first = SMALLEST;
        while (first < LARGEST_AT_FIRST && 4 * expected > 3L * first) {
            first *= 2;
        }
        this.slots = new long[first];
    }

    /** Whether it is new. */
    boolean add(String key) {
        if (4L * size > 3L * slots.length) {
            grow();
        }
        if (!put(hash(key))) {
            return false;
        }
        size++;
        return true;
    }

    private boolean put(long hash) {
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = hash;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(2, old.length)];
        for (long hash : old) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    /** Never 0, which marks an empty slot. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
