package io.plimsoll.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A version as one zip that scores anywhere: the model's files as they are, a script that needs nothing of Plimsoll, how to use both, the card and
 * the verdict. No row of any table is in it, and the same version gives the same bytes.
 */
public final class ExportArchive {
    /** Where the model's files lie in the archive. */
    static final String MODEL = "model/";

    private static final String SCRIPT = "score.py";

    private ExportArchive() {}

    /**
     * @param card the version's card
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if a file of the model is not the one that was registered
     */
    public static byte[] of(ModelVersion version, ModelFiles model, byte[] card) {
        Contract contract = ModelFolder.verify(model);
        SortedMap<String, byte[]> files = new TreeMap<>();
        model.files().forEach((path, content) -> files.put(MODEL + path, content));
        files.put("README.md", new ExportReadMe(version, contract).text().getBytes(StandardCharsets.UTF_8));
        files.put("card.html", card);
        files.put("verdict.json", verdict(version));
        files.put(SCRIPT, script());
        return PlainZip.of(files);
    }

    private static byte[] verdict(ModelVersion version) {
        try {
            JsonNode verdict = CanonicalJson.read(version.verdict(), JsonNode.class);
            return CanonicalJson.indented(verdict).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a version's verdict is not what Plimsoll wrote", e);
        }
    }

    private static byte[] script() {
        try (InputStream in = ExportArchive.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + SCRIPT);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
