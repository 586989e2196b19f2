package io.plimsoll.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlainZipTest {
    @Test
    void theBytesFollowFromTheContentAloneAlsoInAnotherTimeZone() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("b.txt", "two".getBytes(StandardCharsets.UTF_8));
        files.put("a/ü.txt", new byte[0]);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] there = PlainZip.of(files);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(PlainZip.of(files)).isEqualTo(there);
            assertThat(Sha256.of(there)).isEqualTo("310f2148bfef029064f3ae6a1213d095753efb9624188936e1c7a1a1f318f2c9");
        } finally {
            TimeZone.setDefault(here);
        }
    }
}
