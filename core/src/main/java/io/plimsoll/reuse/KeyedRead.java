package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.ReadStep;
import io.plimsoll.read.SourceContents;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sources by what their files hold, not by where they lie or when they were written. Their rows are not kept: the step is reused where what was made of them
 * can be.
 */
final class KeyedRead implements Keyed<List<SourceSpec>, Sources> {
    private final SourceReader reader;
    private final Later<List<SourceSpec>> sources;
    private final ConfigParts config;
    private final Ground ground;
    private final Looking looking;
    /** Of each source its files as they are now; empty where some cannot be read. */
    private final Later<Optional<List<List<SourceFile>>>> present = Later.by(this::hashed);

    /**
     * @param sources whose rows lie in files
     * @param looking whether it is worth while to hash the files before they are read
     */
    KeyedRead(
            SourceReader reader, Later<List<SourceSpec>> sources, ConfigParts config, Ground ground, Looking looking) {
        this.reader = reader;
        this.sources = sources;
        this.config = config;
        this.ground = ground;
        this.looking = looking;
    }

    /**
     * What is known of earlier runs.
     *
     * @param worthwhile whether one of them has read sources
     * @param known whether what is made of them is there
     */
    record Looking(boolean worthwhile, Predicate<Trail> known) {}

    @Override
    public StepName name() {
        return StepName.READ;
    }

    @Override
    public Sources take(Later<List<SourceSpec>> input, Trail trail, RunContext run) {
        return new ReadStep(reader).run(input.get(), run);
    }

    @Override
    public Optional<KeyParts> parts(Trail trail, RunContext run) {
        return looking.worthwhile() ? present.get().map(this::parts) : Optional.empty();
    }

    @Override
    public KeyParts parts(Trail trail, Sources made, RunContext run) {
        return parts(made.facts().stream().map(SourceFacts::files).toList());
    }

    private KeyParts parts(List<List<SourceFile>> files) {
        KeyParts parts = ground.parts(name());
        for (int i = 0; i < files.size(); i++) {
            SourceSpec source = sources.get().get(i);
            List<String> formats = files.get(i).stream()
                    .map(file -> source.config().formatOf(file.file()).name())
                    .toList();
            parts = parts.with("source " + source.name(), hashes(files.get(i)))
                    .with("how source " + source.name() + " is read", config.source(source.name()))
                    .with("format of source " + source.name(), formats);
        }
        return parts;
    }

    @Override
    public Object keep(Sources made) {
        return made.facts();
    }

    @Override
    public TakenUp<Sources> takeUp(JsonNode remains, Later<List<SourceSpec>> input, Trail trail, RunContext run) {
        List<SourceFacts> facts = List.of(Trail.read(remains, SourceFacts[].class));
        Optional<List<List<SourceFile>>> found = present.get();
        if (found.isEmpty()) {
            return TakenUp.not("its files are gone", remains);
        }
        List<SourceFacts> renamed = renamed(facts, found.get());
        JsonNode own = CanonicalJson.tree(renamed);
        Trail ahead = trail.with(name(), parts(found.get()).key(), own);
        if (!looking.known().test(ahead)) {
            return TakenUp.not("its rows are needed, and are not kept", remains);
        }
        return TakenUp.of(input.then(specs -> readAgain(specs, renamed, run)), own);
    }

    private Optional<List<List<SourceFile>>> hashed() {
        List<List<SourceFile>> all = new ArrayList<>();
        for (SourceSpec source : sources.get()) {
            Optional<List<SourceFile>> files = SourceContents.of(source);
            if (files.isEmpty()) {
                return Optional.empty();
            }
            all.add(files.get());
        }
        return Optional.of(all);
    }

    /** The same facts under the names that the files have now. */
    private static List<SourceFacts> renamed(List<SourceFacts> facts, List<List<SourceFile>> present) {
        List<SourceFacts> renamed = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            SourceFacts known = facts.get(i);
            List<SourceFile> files = new ArrayList<>();
            for (int j = 0; j < known.files().size(); j++) {
                SourceFile file = known.files().get(j);
                String name = present.get(i).get(j).file();
                files.add(new SourceFile(file.source(), name, file.rows(), file.bytes(), file.sha256()));
            }
            renamed.add(new SourceFacts(known.name(), files, known.columns(), known.nearNumbers()));
        }
        return renamed;
    }

    private Sources readAgain(List<SourceSpec> specs, List<SourceFacts> facts, RunContext run) {
        Sources read = run.closeAtEnd(reader.read(specs));
        for (int i = 0; i < facts.size(); i++) {
            if (!hashes(read.facts().get(i).files()).equals(hashes(facts.get(i).files()))) {
                throw PlimsollException.of(
                        ErrorCode.SOURCE_UNREADABLE,
                        "source '" + facts.get(i).name() + "' changed while the run was under way",
                        "",
                        "run again when nobody writes to it");
            }
        }
        return read;
    }

    private static List<String> hashes(List<SourceFile> files) {
        return files.stream().map(SourceFile::sha256).toList();
    }
}
