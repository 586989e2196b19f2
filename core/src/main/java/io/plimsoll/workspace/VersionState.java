package io.plimsoll.workspace;

/** What may become of a version. */
public enum VersionState {
    /** May be given any alias. */
    ACTIVE,
    /** Waits for somebody to approve it; may not be champion before. */
    PENDING,
    /** Somebody decided that it shall not be champion. */
    REJECTED,
    /** Kept for the record alone; may have no alias. */
    ARCHIVED
}
