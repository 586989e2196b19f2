package io.plimsoll.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build pinned, written into a resource by the build itself. */
final class LibraryVersions {
    private static final String RESOURCE = "libraries.properties";

    private LibraryVersions() {}

    static String of(String library) {
        try (InputStream in = LibraryVersions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            Properties versions = new Properties();
            versions.load(in);
            return versions.getProperty(library);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
