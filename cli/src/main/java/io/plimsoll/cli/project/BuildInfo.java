package io.plimsoll.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the build wrote down of itself.
 *
 * @param commit of the source; {@code unknown} outside a checkout, with {@code -dirty} where sources differed from it
 */
public record BuildInfo(String version, String commit) {
    private static final String RESOURCE = "/io/plimsoll/cli/build.properties";
    private static final int SHORT = 12;

    public static BuildInfo read() {
        try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            Properties properties = new Properties();
            properties.load(in);
            String commit = properties.getProperty("commit", "unknown");
            String abbreviated = commit.length() > SHORT ? commit.substring(0, SHORT) : commit;
            boolean dirty = "true".equals(properties.getProperty("dirty"));
            return new BuildInfo(
                    properties.getProperty("version", "unknown"), dirty ? abbreviated + "-dirty" : abbreviated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
