package io.plimsoll.project;

import io.plimsoll.pipeline.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the build wrote down of itself.
 *
 * @param commit of the source; {@code unknown} outside a checkout, with {@code -dirty} where sources differed from it
 */
public record BuildInfo(String version, String commit) {
    private static final String RESOURCE = "/io/plimsoll/project/build.properties";
    private static final String UNKNOWN = "unknown";
    private static final String DIRTY = "-dirty";
    private static final int SHORT = 12;

    /** Whether the commit alone says what was built. */
    boolean isExact() {
        return !commit.equals(UNKNOWN) && !commit.endsWith(DIRTY);
    }

    public static BuildInfo read() {
        try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            Properties properties = new Properties();
            properties.load(in);
            String commit = properties.getProperty("commit", UNKNOWN);
            String abbreviated = commit.length() > SHORT ? commit.substring(0, SHORT) : commit;
            boolean dirty = "true".equals(properties.getProperty("dirty"));
            return new BuildInfo(
                    properties.getProperty("version", "unknown"), dirty ? abbreviated + DIRTY : abbreviated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run is made with: this version, on this machine. */
    static Build build() {
        BuildInfo info = read();
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("java", System.getProperty("java.version"));
        environment.put("java_vendor", System.getProperty("java.vendor"));
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return new Build(info.version(), info.commit(), CodeIdentity.of(info), Platform.name(), environment);
    }
}
