package io.plimsoll.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.MemoryWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of runs in a small project with a workspace in memory, at a moment that stands still. None of them may end in a way that nobody foresaw. */
abstract class InOneProject {
    static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path dir;

    MemoryWorkspace workspace;
    SmallProject project;

    @BeforeEach
    void open() {
        workspace = new MemoryWorkspace(NOW);
        project = new SmallProject(dir, workspace, NOW);
    }

    @AfterEach
    void close() {
        assertThat(project.unexpected()).isEmpty();
        workspace.close();
    }
}
