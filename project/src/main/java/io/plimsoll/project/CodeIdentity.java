package io.plimsoll.project;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.local.LocalEngine;
import io.plimsoll.storage.LocalWorkspace;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the code that runs from any other: by its commit where it was built of exactly that, else by the bytes of its classes. Libraries are told apart by
 * their versions.
 */
final class CodeIdentity {
    /** One of each module. */
    private static final List<Class<?>> MODULES =
            List.of(Workspace.class, LocalEngine.class, LocalWorkspace.class, CodeIdentity.class);

    private CodeIdentity() {}

    static String of(BuildInfo build) {
        return build.version() + " " + (build.isExact() ? build.commit() : ofBytes());
    }

    private static String ofBytes() {
        Sha256 sha = new Sha256();
        for (Class<?> module : MODULES) {
            try (Stream<Path> files = Files.walk(placeOf(module))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sha.add(Sha256.of(file).getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the classes that run cannot be read", e);
            }
        }
        return sha.hex();
    }

    /** A jar, or a folder of classes. */
    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class that comes from nowhere", e);
        }
    }
}
