package io.plimsoll.server.files;

import io.plimsoll.access.Role;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.artifact.ModelFolder.Listed;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What lies in the workspace's artifact store, to be kept elsewhere. A client chooses among files that are listed; what he sends is never made a path of.
 * Files with a line for each row are given to approvers only.
 */
@RestController
@RequestMapping("/api/v1")
public final class FilesController {
    private static final String FILES = "/models/{model}/versions/{version}/files";
    private static final String EVIDENCE = "/runs/{run}/evidence";
    private static final String MANIFEST = "manifest.json";
    private static final Pattern OF_A_STEP = Pattern.compile("[0-9]{2}-[a-z]+/.+");
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final OpenProject project;

    FilesController(OpenProject project) {
        this.project = project;
    }

    /**
     * A file.
     *
     * @param path by which it is asked for
     * @param sha256 of files of a model; those of runs have it as their tag
     * @param holdsRows whether there is a line in it for each row of a table
     */
    record FileResource(String path, long bytes, @Nullable String sha256, boolean holdsRows) {}

    @Requires(Role.VIEWER)
    @GetMapping(path = FILES, name = "Files of a version", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<FileResource> files(@PathVariable("model") String model, @PathVariable("version") String version) {
        return Page.whole(listed(find(model, version)).entrySet().stream()
                .map(file -> new FileResource(
                        file.getKey(),
                        file.getValue().bytes(),
                        file.getValue().sha256(),
                        ModelFolder.isReference(file.getKey())))
                .toList());
    }

    /** @param path as the list has it */
    @Requires(Role.VIEWER)
    @GetMapping(
            path = FILES + "/content",
            name = "A file of a version",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void file(
            @PathVariable("model") String model,
            @PathVariable("version") String version,
            @RequestParam("path") String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ModelVersion found = find(model, version);
        Listed listed = listed(found).get(path);
        if (listed == null) {
            throw noSuchFile();
        }
        requireRows(ModelFolder.isReference(path));
        send(
                artifacts().openModel(found.sha256(), path),
                new Named(found.model() + "-" + found.version() + "-" + flat(path), listed.sha256()),
                request,
                response);
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = EVIDENCE, name = "Files that a run has made", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<FileResource> evidence(@PathVariable("run") String run) throws IOException {
        RunRecord found = RunReference.find(project, run);
        List<FileResource> files = new ArrayList<>();
        for (String path : offered(found)) {
            Optional<StoredFile> opened = artifacts().openEvidence(found.id(), path);
            if (opened.isPresent()) {
                try (StoredFile file = opened.get()) {
                    files.add(new FileResource(path, file.bytes(), null, holdsRows(path)));
                }
            }
        }
        return Page.whole(files);
    }

    /** @param path as the list has it */
    @Requires(Role.VIEWER)
    @GetMapping(
            path = EVIDENCE + "/content",
            name = "A file that a run has made",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void evidenceFile(
            @PathVariable("run") String run,
            @RequestParam("path") String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RunRecord found = RunReference.find(project, run);
        if (!found.status().isFinal()) {
            throw Refusal.of(
                    CONFLICT,
                    "RUN_NOT_ENDED",
                    "the run goes on, and its files may still change",
                    "ask when it has ended");
        }
        if (!offered(found).contains(path)) {
            throw noSuchFile();
        }
        requireRows(holdsRows(path));
        send(
                artifacts().openEvidence(found.id(), path),
                new Named(found.id() + "-" + flat(path), null),
                request,
                response);
    }

    @Requires(Role.APPROVER)
    @GetMapping(
            path = "/datasets/{dataset}/versions/{version}/rows",
            name = "The rows of a dataset version, as Parquet",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void rows(
            @PathVariable("dataset") String dataset,
            @PathVariable("version") String version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        DatasetVersion found =
                new DatasetReference(dataset, version).one(project.workspace().datasets());
        project.workspace().datasets().refuseErased(found.sha256());
        artifacts().verifyDataset(found.sha256());
        send(
                artifacts().openDataset(found.sha256()),
                new Named(found.name() + "-" + found.version() + ".parquet", null),
                request,
                response);
    }

    /** @param sha256 that the file must have; null where nobody has noted it */
    private record Named(String name, @Nullable String sha256) {}

    private static void send(
            Optional<StoredFile> opened, Named named, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (StoredFile file = opened.orElseThrow(FilesController::noSuchFile)) {
            new Download(file, named.name(), named.sha256()).send(request, response);
        }
    }

    private SortedMap<String, Listed> listed(ModelVersion version) {
        try (StoredFile manifest =
                artifacts().openModel(version.sha256(), MANIFEST).orElseThrow(FilesController::noSuchFile)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(manifest.bytes()));
            while (bytes.hasRemaining() && manifest.channel().read(bytes) >= 0) {
                // a read may give less than there is
            }
            return ModelFolder.list(version.sha256(), bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What steps have made. Where things lie on the server stands in the findings of some, and in the plan; all else in them the run tells itself. */
    private List<String> offered(RunRecord run) {
        return artifacts().evidencePaths(run.id()).stream()
                .filter(path -> OF_A_STEP.matcher(path).matches() && !path.endsWith("/findings.json"))
                .toList();
    }

    /** Figures are JSON, and sums of files; whatever else a run leaves has a line for each row. */
    private static boolean holdsRows(String path) {
        return !path.endsWith(".json") && !path.endsWith(".sha256");
    }

    private static void requireRows(boolean holdsRows) {
        if (holdsRows && !Caller.current().identity().role().includes(Role.APPROVER)) {
            throw Refusal.of(
                    FORBIDDEN,
                    "FORBIDDEN",
                    "this file has a line for each row, and this role may not see rows",
                    "ask an administrator for a role that may; docs/server.md lists what each may do");
        }
    }

    /** For a file that is kept elsewhere. */
    private static String flat(String path) {
        return path.replace('/', '-');
    }

    private static Refusal noSuchFile() {
        return Refusal.of(NOT_FOUND, "NO_SUCH_FILE", "there is no such file", "choose one from the list of files");
    }

    private ModelVersion find(String model, String version) {
        return new ModelReference(model, version).one(project.workspace().models());
    }

    private ArtifactStore artifacts() {
        return project.workspace().artifacts();
    }
}
