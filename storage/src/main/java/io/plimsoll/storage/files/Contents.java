package io.plimsoll.storage.files;

import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.StoredContent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a workspace's folder, as its addresses tell. */
final class Contents {
    private final Addresses addresses;

    Contents(Addresses addresses) {
        this.addresses = addresses;
    }

    List<StoredContent> list() throws IOException {
        List<StoredContent> all = new ArrayList<>();
        for (Path shelf : folders(addresses.models())) {
            addAll(Kind.MODEL, shelf, all);
        }
        for (Path shelf : folders(addresses.datasets())) {
            addAll(Kind.DATASET, shelf, all);
        }
        for (Path shelf : folders(addresses.uploads())) {
            addAll(Kind.UPLOAD, shelf, all);
        }
        addAll(Kind.EVIDENCE, addresses.runs(), all);
        all.sort(Comparator.comparing(StoredContent::kind).thenComparing(StoredContent::id));
        return all;
    }

    Path place(StoredContent content) {
        return switch (content.kind()) {
            case MODEL -> addresses.model(content.id());
            case DATASET -> addresses.dataset(content.id());
            case EVIDENCE -> addresses.run(content.id());
            case UPLOAD -> addresses.upload(content.id());
        };
    }

    private static void addAll(Kind kind, Path shelf, List<StoredContent> all) throws IOException {
        for (Path folder : folders(shelf)) {
            try {
                all.add(new StoredContent(
                        kind,
                        folder.getFileName().toString(),
                        bytes(folder),
                        Files.getLastModifiedTime(folder).toInstant()));
            } catch (NoSuchFileException e) {
                // Removed by somebody else while this looked
            }
        }
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path path : FileTree.paths(folder)) {
            bytes += Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Files.size(path) : 0;
        }
        return bytes;
    }

    private static List<Path> folders(Path shelf) throws IOException {
        try (Stream<Path> entries = Files.list(shelf)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }
}
