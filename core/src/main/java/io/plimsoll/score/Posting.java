package io.plimsoll.score;

import io.plimsoll.data.Column;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.score.Delivered.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes one file of the scores of one or more model types, with the keys that were left out beside it. */
public final class Posting {
    private final TableWriter writer;
    private final Delivery to;
    private final String name;

    /** @param name makes the names of files that are not finished unlike any other */
    public Posting(TableWriter writer, Delivery to, String name) {
        this.writer = writer;
        this.to = to;
        this.name = name;
    }

    /**
     * @param kept scores of the same kind of rows, with columns of different names; at least one
     * @return the same with the files that they went into
     */
    public List<Delivered> deliver(List<Delivered> kept) {
        try (Parcel parcel = new Parcel(name, to.shown())) {
            List<Path> files = kept.stream().map(of -> of.scores().file()).toList();
            String key = kept.get(0).scores().ready().layout().key();
            parcel.add(to.file(), file -> writer.join(files, key, columns(kept), file, to.format()));
            parcel.add(to.leftOut(), file -> joinKeys(kept, key, file));
            List<OutputFile> outputs = new ArrayList<>();
            outputs.add(new OutputFile(to.shown(), parcel.bytes(to.file()), parcel.sha256(to.file())));
            Path folder = to.copyTo();
            if (folder != null) {
                Path copy = folder.resolve(to.file().getFileName());
                parcel.add(copy, file -> {
                    Files.createDirectories(folder);
                    Files.copy(parcel.staged(to.file()), file);
                });
                outputs.add(new OutputFile(folder.toString(), parcel.bytes(copy), parcel.sha256(copy)));
            }
            parcel.deliver();
            return kept.stream()
                    .map(of -> new Delivered(of.scores(), of.keys(), of.listed(), outputs))
                    .toList();
        }
    }

    /** Each once: what is kept is in all of them. */
    private static List<String> columns(List<Delivered> kept) {
        Set<String> names = new LinkedHashSet<>();
        for (Delivered of : kept) {
            OutputLayout layout = of.scores().ready().layout();
            layout.columns().stream().map(Column::name).forEach(names::add);
            names.addAll(layout.constants("", "").keySet());
        }
        return List.copyOf(names);
    }

    private static void joinKeys(List<Delivered> kept, String key, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            boolean several = kept.size() > 1;
            out.write((LeftOut.quoted(key) + (several ? ",model" : "") + "\n").getBytes(StandardCharsets.UTF_8));
            for (Delivered of : kept) {
                Files.copy(of.keys(), out);
            }
        }
    }
}
