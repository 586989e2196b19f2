package io.plimsoll.local.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.plimsoll.artifact.Canaries;
import io.plimsoll.artifact.CodedGraph;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Explainer;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.OnnxFile;
import io.plimsoll.artifact.OpenedGraph;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.explain.Attribution;

/** Loads models into ONNX Runtime, and explains those of our own trainers. Many rows are spread over threads in pieces, which changes nothing. */
public final class OnnxModelLoader implements ModelLoader {
    private final int threads;

    /** Predicts on the calling thread alone. */
    public OnnxModelLoader() {
        this(1);
    }

    /** @param threads most threads that one call of {@link Predictor#predict} may use, at least 1 */
    public OnnxModelLoader(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed");
        }
        this.threads = threads;
    }

    @Override
    public Predictor load(ModelFiles files) {
        Contract contract = ModelFolder.verify(files);
        Predictor predictor = open(contract, files);
        try {
            Canaries.check(predictor);
            return predictor;
        } catch (RuntimeException e) {
            predictor.close();
            throw e;
        }
    }

    @Override
    public Explainer explainer(ModelFiles files) {
        Contract contract;
        try (Predictor sound = load(files)) {
            contract = sound.contract();
        }
        try {
            return explainer(contract, files, NativeFiles.attribution(files, contract));
        } catch (OrtException | IllegalArgumentException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.NOT_EXPLAINABLE,
                            "its graph or its file in native/ is not of the kind that this version explains",
                            "model " + contract.model(),
                            "Score without explanations, or train the model again with this version."),
                    e);
        }
    }

    private Explainer explainer(Contract contract, ModelFiles files, Attribution attribution) throws OrtException {
        long numbers = contract.inputs().stream()
                .filter(input -> input.kind() == Contract.Kind.NUMBER)
                .count();
        CodedGraph coded = coded(OnnxFile.read(files.file(ModelFolder.GRAPH)));
        OpenedGraph graph = OpenedGraph.of(OnnxFile.read(coded.bytes()), (int) numbers);
        BatchSession session = new BatchSession(contract, Sessions.open(graph.bytes()), coded.tables(), threads);
        try {
            return OnnxExplainer.of(session, graph.parts(), attribution);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static CodedGraph coded(OnnxFile file) {
        return CodedGraph.of(OnnxFile.read(file.forJava()));
    }

    private Predictor open(Contract contract, ModelFiles files) {
        try {
            OnnxFile file = OnnxFile.read(files.file(ModelFolder.GRAPH));
            if (!file.isSelfContained()) {
                throw new IllegalArgumentException("a graph in several files");
            }
            CodedGraph coded = coded(file);
            OrtSession session = Sessions.open(coded.bytes());
            if (!GraphInputs.fit(session, contract, coded.tables())) {
                session.close();
                throw new IllegalArgumentException("a graph with other inputs or outputs than its contract");
            }
            return new OnnxPredictor(new BatchSession(contract, session, coded.tables(), threads));
        } catch (OrtException | IllegalArgumentException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.ARTIFACT_DAMAGED,
                            ModelFolder.GRAPH + " is not a graph of the kind that its contract promises",
                            "model " + files.sha256(),
                            "The file has the bytes that were stored, so it was wrong from the start: train the model again."),
                    e);
        }
    }
}
