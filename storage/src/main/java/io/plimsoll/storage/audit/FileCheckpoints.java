package io.plimsoll.storage.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.files.DurableFiles;
import io.plimsoll.storage.files.FileFaults;
import io.plimsoll.storage.metadata.CheckpointPlace;
import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.EventLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checkpoints as lines of JSON in a file that is only ever appended to. A line that cannot be read is a checkpoint that is not genuine. */
public final class FileCheckpoints implements CheckpointPlace {
    private final Path folder;
    private final Path file;
    private final SigningKey key;

    /** @param folder the second place: best on another disk, where those who use the workspace can append but not change */
    public FileCheckpoints(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("checkpoints.jsonl");
        this.key = new SigningKey(folder);
    }

    @Override
    public void note(EventLog.Head head, Instant time) {
        try {
            write(head, time);
        } catch (PlimsollException e) {
            // The change that it would tell of is done; `doctor` and `audit verify` say that this note is missing
            return;
        }
    }

    @Override
    public Checkpoint write(EventLog.Head head, Instant time) {
        try {
            DurableFiles.createFolders(folder);
            byte[] signed = CanonicalJson.bytes(content(head.sequence(), head.sha256(), time.toString()));
            Map<String, Object> line = content(head.sequence(), head.sha256(), time.toString());
            line.put("signature", key.sign(signed));
            append((CanonicalJson.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
            return new Checkpoint(head.sequence(), head.sha256(), time, true);
        } catch (IOException e) {
            throw FileFaults.writing(e, file, 0);
        }
    }

    private void append(byte[] line) throws IOException {
        try (DurableFiles.Exclusive alone = DurableFiles.exclusive(folder.resolve("lock"));
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (alone.isHeld() && bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    @Override
    public List<Checkpoint> all() {
        List<Checkpoint> checkpoints = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                checkpoints.add(read(line));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw FileFaults.reading(e, file);
        }
        return checkpoints;
    }

    private Checkpoint read(String line) {
        try {
            JsonNode json = CanonicalJson.read(line, JsonNode.class);
            long sequence = json.path("sequence").asLong();
            String sha256 = json.path("sha256").asText();
            String time = json.path("time").asText();
            byte[] signed = CanonicalJson.bytes(content(sequence, sha256, time));
            return new Checkpoint(
                    sequence,
                    sha256,
                    Instant.parse(time),
                    key.verifies(signed, json.path("signature").asText()));
        } catch (IOException | DateTimeException e) {
            return new Checkpoint(0, "", Instant.EPOCH, false);
        }
    }

    private static Map<String, Object> content(long sequence, String sha256, String time) {
        return new TreeMap<>(Map.of("sequence", sequence, "sha256", sha256, "time", time));
    }
}
