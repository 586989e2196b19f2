package io.plimsoll.workspace;

/** A workspace that several processes use, and whose runs may wait there for one of them. */
public interface SharedWorkspace extends Workspace {
    RunQueue queue();
}
