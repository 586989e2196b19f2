package io.plimsoll.step;

/** Takes the files that a run leaves behind. */
public interface Evidence {
    /** Stores one file under the run's folder; the path is relative and uses {@code /}. */
    void put(String path, byte[] content);
}
