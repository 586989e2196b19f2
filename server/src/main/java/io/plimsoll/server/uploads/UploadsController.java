package io.plimsoll.server.uploads;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.Upload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes tables in for runs to read. What is kept is known by its content: the same table again is the same upload, and needs no other key. */
@RestController
public final class UploadsController {
    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final String TABLE = "upload";
    private static final int TOO_MANY = 429;

    private final OpenProject project;
    private final UploadTerms terms;
    private final Semaphore places;

    UploadsController(OpenProject project, UploadTerms terms) {
        this.project = project;
        this.terms = terms;
        this.places = new Semaphore(terms.atOnce());
    }

    /**
     * What was taken in.
     *
     * @param upload what to write in place of a path, in {@code data} of a submission
     */
    record Uploaded(String upload, String sha256, long bytes, long rows, List<TypedColumn> columns) {}

    record TypedColumn(String name, String type) {}

    /** Looks at the table as a run would: header, rows, types. */
    @Requires(Role.SUBMITTER)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/api/v1/uploads",
            name = "Takes in a table for runs to read",
            consumes = {CSV, PARQUET},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Uploaded upload(
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            throw Refusal.of(
                    TOO_MANY, "TOO_MANY_UPLOADS", "too many tables come in just now", "send it a little later");
        }
        try (TemporaryFolder scratch =
                TemporaryFolder.in(project.workspace().artifacts().scratch())) {
            return taken(digest, request, scratch.path());
        } catch (Refusal e) {
            // what is left of the body is not waited for
            response.setHeader(HttpHeaders.CONNECTION, "close");
            throw e;
        } finally {
            places.release();
        }
    }

    private Uploaded taken(@Nullable String digest, HttpServletRequest request, Path scratch) throws IOException {
        IncomingTable table = IncomingTable.declared(digest, request.getContentLengthLong(), terms);
        String type = request.getContentType();
        Upload upload = new Upload(table.sha256(), type != null && type.startsWith(CSV) ? "csv" : "parquet");
        Path file = scratch.resolve(upload.fileName());
        table.into(file, request.getInputStream());
        SourceFacts facts = read(file, scratch);
        project.workspace().artifacts().uploads().put(upload, file);
        return new Uploaded(
                upload.reference(),
                upload.sha256(),
                Files.size(file),
                facts.rows(),
                facts.columns().stream()
                        .map(column ->
                                new TypedColumn(column.name(), column.type().name()))
                        .toList());
    }

    private SourceFacts read(Path file, Path scratch) throws IOException {
        Path own = Files.createDirectory(scratch.resolve("read"));
        try (Sources sources = project.engine()
                .reader(own, project.limits())
                .read(List.of(new SourceSpec(TABLE, file, "the upload")))) {
            return sources.facts().get(0);
        }
    }
}
