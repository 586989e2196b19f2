package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelFolderTest {
    static final List<String> PATHS = List.copyOf(ExampleModel.files().files().keySet());

    /** Positions tried in each file; with {@code -Dplimsoll.full=true} all of them. */
    private static final int SAMPLE = Boolean.getBoolean("plimsoll.full") ? Integer.MAX_VALUE : 50;

    @Test
    void holdsWhatAModelConsistsOf() {
        assertThat(PATHS)
                .containsExactly(
                        "MLmodel",
                        "conda.yaml",
                        "contract.json",
                        "manifest.json",
                        "model.onnx",
                        "native/model.ubj",
                        "python_env.yaml",
                        "requirements.txt");
    }

    @Test
    void hasTheSameBytesEachTime() {
        ModelFiles first = ExampleModel.files();
        ModelFiles second = ExampleModel.files();

        assertThat(second.sha256()).isEqualTo(first.sha256());
        first.files().forEach((path, content) -> assertThat(second.file(path)).isEqualTo(content));
    }

    @Test
    void isAddressedByTheHashOfItsManifest() {
        ModelFiles files = ExampleModel.files();

        assertThat(files.sha256()).isEqualTo(Sha256.of(files.file("manifest.json")));
        assertThat(text(files, "manifest.json"))
                .startsWith("{\n  \"files\" : {\n    \"MLmodel\" : {\n      \"bytes\" : ")
                .contains(Sha256.of(files.file("model.onnx")));
    }

    @Test
    void givesItsContractWhenWhole() {
        assertThat(ModelFolder.verify(ExampleModel.files())).isEqualTo(ExampleModel.contract());
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void findsAFlippedByteAnywhere(String path) {
        ModelFiles files = ExampleModel.files();
        int length = files.file(path).length;
        int step = Math.max(1, length / SAMPLE);
        for (int position = 0; position < length; position += step) {
            int at = position;
            ModelFiles damaged =
                    changed(files, copy -> copy.computeIfPresent(path, (same, content) -> flipped(content, at)));

            assertThat(damage(damaged)).hasSize(1).first().asString().contains(path);
        }
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void findsAMissingFile(String path) {
        assertThat(damage(changed(ExampleModel.files(), copy -> copy.remove(path))))
                .hasSize(1)
                .first()
                .asString()
                .contains(path + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra.txt", "native/more.ubj", "../evil", "MLmodel2"})
    void findsAFileTooMany(String path) {
        assertThat(damage(changed(ExampleModel.files(), copy -> copy.put(path, new byte[0]))))
                .hasSize(1)
                .first()
                .asString()
                .contains(path);
    }

    @Test
    void namesEveryDamageAtOnce() {
        ModelFiles files = changed(ExampleModel.files(), copy -> {
            copy.remove("MLmodel");
            copy.computeIfPresent("model.onnx", (path, content) -> flipped(content, 0));
            copy.put("extra.txt", new byte[0]);
        });

        assertThat(damage(files)).extracting(Fault::what).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/etc/passwd", "a/../b", "a//b", ".hidden", "a/", "C:\\x", "a b", ""})
    void refusesPathsThatLeadElsewhere(String name) {
        SortedMap<String, byte[]> nativeFiles = new TreeMap<>();
        nativeFiles.put(name, new byte[0]);
        assertThatThrownBy(() -> ModelFolder.of(ExampleModel.graph(), ExampleModel.contract(), nativeFiles))
                .isInstanceOf(IllegalArgumentException.class);

        SortedMap<String, byte[]> files = new TreeMap<>(ExampleModel.files().files());
        files.remove(Manifest.PATH);
        files.put(name, new byte[0]);
        assertThat(damage(resealed(files))).first().asString().contains("leads out");
    }

    @Test
    void refusesAManifestOrContractThatItCannotRead() {
        SortedMap<String, byte[]> files = new TreeMap<>(ExampleModel.files().files());
        files.put(Manifest.PATH, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(damage(new ModelFiles(Sha256.of("{}"), files)))
                .first()
                .asString()
                .contains(Manifest.PATH);

        files.remove(Manifest.PATH);
        files.put("contract.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(damage(resealed(files))).first().asString().contains("contract.json");

        files.put(
                "contract.json",
                text(ExampleModel.files(), "contract.json")
                        .replaceFirst("\"format\" : 1", "\"format\" : 2")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(damage(resealed(files))).first().asString().contains("contract.json");

        files.remove("contract.json");
        assertThat(damage(resealed(files))).first().asString().contains("contract.json");
    }

    @Test
    void neverSaysWhenOrWhereItWasMade() {
        assertThat(text(ExampleModel.files(), "MLmodel"))
                .doesNotContain("uuid", "run_id", "time", "config:")
                .contains("gr\\u00f6\\u00dfe");
    }

    private static byte[] flipped(byte[] content, int position) {
        byte[] copy = content.clone();
        copy[position] ^= 1;
        return copy;
    }

    private static List<Fault> damage(ModelFiles files) {
        PlimsollException thrown = catchThrowableOfType(PlimsollException.class, () -> ModelFolder.verify(files));
        assertThat(thrown.faults()).extracting(Fault::code).containsOnly(ErrorCode.ARTIFACT_DAMAGED);
        return thrown.faults();
    }

    private static ModelFiles changed(ModelFiles files, Consumer<SortedMap<String, byte[]>> change) {
        SortedMap<String, byte[]> copy = new TreeMap<>(files.files());
        change.accept(copy);
        return new ModelFiles(files.sha256(), copy);
    }

    /** What somebody could make who writes a manifest of their own. */
    private static ModelFiles resealed(SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> copy = new TreeMap<>(files);
        byte[] manifest = Manifest.of(files).bytes();
        copy.put(Manifest.PATH, manifest);
        return new ModelFiles(Sha256.of(manifest), copy);
    }

    private static String text(ModelFiles files, String path) {
        return new String(files.file(path), StandardCharsets.UTF_8);
    }
}
