package io.plimsoll.exchange;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a model that somebody else made, from an exported archive, an unpacked one, or a model folder. Names, number and sizes are bounded before
 * anything is read; nothing is written, and no library sees the graph.
 */
public final class IncomingModel {
    private static final String MANIFEST = "manifest.json";

    /** What an exported archive holds beside the model. */
    private static final Set<String> BESIDE = Set.of("README.md", "card.html", "score.py", "verdict.json");

    private final Incoming.Place place;
    private final Incoming.Limits limits;

    public IncomingModel(Incoming.Place place) {
        this(place, Incoming.Limits.USUAL);
    }

    IncomingModel(Incoming.Place place, Incoming.Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    /** @throws PlimsollException with {@code SOURCE_MISSING}, {@code SOURCE_UNREADABLE} or {@code IMPORT_REFUSED} */
    public ImportedModel read() {
        SortedMap<String, byte[]> files = modelFiles(new Incoming(place, limits).read());
        byte[] manifest = files.get(MANIFEST);
        if (manifest == null) {
            throw place.refused(
                    "there is no " + MANIFEST + " in it, so this is not a model folder or an exported model");
        }
        ModelFiles model = new ModelFiles(Sha256.of(manifest), files);
        Contract contract = verified(model);
        if (contract.canaries().isEmpty()) {
            throw place.refused(
                    "it holds no rows with known predictions, so nobody can tell whether it still predicts what it did");
        }
        if (model.files().keySet().stream().anyMatch(ModelFolder::isReference)) {
            throw place.refused(
                    "the model keeps rows of reference, which nobody can look at before they are read; train it here instead");
        }
        return new ImportedModel(model, contract);
    }

    private SortedMap<String, byte[]> modelFiles(SortedMap<String, byte[]> all) {
        if (!all.containsKey(ExportArchive.MODEL + MANIFEST)) {
            return all;
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            if (file.getKey().startsWith(ExportArchive.MODEL)) {
                files.put(file.getKey().substring(ExportArchive.MODEL.length()), file.getValue());
            } else if (!BESIDE.contains(file.getKey())) {
                throw place.refused("beside the model it holds files that no export has");
            }
        }
        return files;
    }

    private Contract verified(ModelFiles model) {
        try {
            return ModelFolder.verify(model);
        } catch (PlimsollException e) {
            throw new PlimsollException(e.faults().stream()
                    .map(fault -> new Fault(
                            ErrorCode.IMPORT_REFUSED,
                            fault.what(),
                            place.shown(),
                            "Get the file again from where it was exported; nothing was registered."))
                    .toList());
        }
    }
}
