package io.plimsoll.server.fault;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Leaves out of a text where things lie on the server: a client has no use for it. */
public final class Discretion {
    private final List<String> folders;

    /** @param folders whose places are nobody's business */
    public Discretion(List<Path> folders) {
        this.folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize().toString())
                .filter(folder -> folder.length() > 1)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The text, with paths from those folders on. */
    public String of(String text) {
        String told = text;
        for (String folder : folders) {
            told = told.replace(folder + "/", "").replace(folder, ".");
        }
        return told;
    }
}
