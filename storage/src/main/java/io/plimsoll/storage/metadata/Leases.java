package io.plimsoll.storage.metadata;

/** Tells whether the process that works on something still lives. A lease ends with its process, however that ends. */
public interface Leases {
    /** Name of the lease that this process holds for as long as it uses the workspace. */
    String own();

    /** Whether the process that has this lease still lives, as far as can be told from here. */
    boolean isHeld(String lease);
}
