package io.plimsoll.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What people, exports and transfers make of a table, by the name of the mistake. Every value that could leak is called s3cret. */
final class BadInputs {
    private static final String HEAD = "id,trial,arms,phase,y,open\n";
    private static final int ROWS = 240;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private BadInputs() {
        forms();
        names();
        rows();
        data();
    }

    static Map<String, byte[]> all() {
        return new BadInputs().files;
    }

    /** The table that nothing is wrong with. */
    static String good() {
        return table(BadInputs::row);
    }

    static String table(IntFunction<String> row) {
        return HEAD + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(int i) {
        return row(i, String.valueOf(i % 7), String.valueOf(1 + i % 11), String.valueOf(i % 3 == 0 ? 1 : 0));
    }

    private static String row(int i, String arms, String y, String open) {
        return i + ",t" + i % 30 + "," + arms + ",P" + i % 3 + "," + y + "," + open;
    }

    private void forms() {
        files.put("empty", new byte[0]);
        put("header-only", HEAD);
        files.put("gzip", gzip());
        files.put("zip", zip());
        put("parquet-called-csv", "PAR1" + good());
        files.put("utf-16", ("\ufeff" + good()).getBytes(StandardCharsets.UTF_16LE));
        files.put("latin-1", good().replace("P1", "Köln-s3cret").getBytes(StandardCharsets.ISO_8859_1));
        files.put("cut-inside-a-character", Arrays.copyOf(utf8(good() + "x,肺"), utf8(good() + "x,肺").length - 1));
        put("nul", good().replace("200,t20", "200,\0s3cret"));
        put("semicolons", good().replace(',', ';'));
    }

    private void names() {
        put("name-twice", good().replaceFirst("arms", "trial"));
        put("name-missing", good().replaceFirst("arms", ""));
        put("names-alike", good().replaceFirst("arms", "Trial").replaceFirst("phase", "ID "));
        put("name-unclosed", good().replaceFirst("arms", "\"arms"));
        put("column-missing", good().replaceFirst("arms", "ams"));
    }

    private void rows() {
        put("ragged", good().replace("P1,1,", "P1,s3cret,1,").replace("\n7,", "\n"));
        put("quote-unclosed", good().replace("\n100,", "\n100,\"s3cret"));
        put("text-behind-quote", good().replace("\n100,t10", "\n100,\"t10\"s3cret"));
        put("spaces-before-quote", good().replace("\n100,t10", "\n100, \"s3cret\""));
        put("row-too-long", good() + "x,s3cret" + "y".repeat(2_100_000));
        put(
                "type-changes-in-row-900000",
                HEAD
                        + IntStream.range(0, 900_000)
                                .mapToObj(i -> row(i, i == 899_999 ? "s3cret" : "3", String.valueOf(i % 11), "1"))
                                .collect(Collectors.joining("\n")));
    }

    private void data() {
        put("decimal-comma", table(i -> row(i, "\"" + i % 7 + ",5\"", String.valueOf(i % 11), "1")));
        put("key-twice", good().replace("\n7,", "\n8,").replace("\n9,", "\n8,"));
        put("key-missing", good().replace("\n7,", "\n,").replace("\n9,", "\n,"));
        put("group-missing", good().replace(",t7,", ",,"));
        put("target-missing", table(i -> row(i, "1", i < 23 ? "4" + i : "", "1")));
        put("target-constant", table(i -> row(i, "1", "3", "1")));
        put("target-infinite", table(i -> row(i, "1", i == 7 ? "inf" : String.valueOf(i % 11), "1")));
        put("target-negative", table(i -> row(i, "1", String.valueOf(i % 11 - 3), "1")));
        put("target-of-text", table(i -> row(i, "1", "s3cret" + i, "1")));
        put("feature-infinite", table(i -> row(i, i % 9 == 0 ? "-Infinity" : "1", String.valueOf(i % 11), "1")));
        put("feature-all-missing", table(i -> row(i, "", String.valueOf(i % 11), "1")));
        put("feature-of-text", table(i -> row(i, i % 50 == 7 ? "s3cret" : "2", String.valueOf(i % 11), "1")));
        put("few-groups", good().replaceAll("t[0-9]+", "t1"));
        put("no-rows-left", good().replaceAll("t[0-9]+", "none"));
    }

    private void put(String name, String content) {
        byte[] before = files.put(name, utf8(content));
        if (Objects.nonNull(before)) {
            throw new IllegalStateException(name + " twice");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(utf8(good()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("table.csv"));
            out.write(utf8(good()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
