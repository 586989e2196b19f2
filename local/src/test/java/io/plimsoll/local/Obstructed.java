package io.plimsoll.local;

import io.plimsoll.access.Access;
import io.plimsoll.webhook.Webhooks;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunEvents;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.StepResults;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A workspace with something in the way of its registrations. */
record Obstructed(Workspace rest, Registering registering) implements Workspace {
    @Override
    public ModelRegistry models() {
        return new ObstructedModels(rest.models(), registering);
    }

    @Override
    public RunRecords runs() {
        return rest.runs();
    }

    @Override
    public DatasetCatalog datasets() {
        return rest.datasets();
    }

    @Override
    public Endpoints endpoints() {
        return rest.endpoints();
    }

    @Override
    public Access access() {
        return rest.access();
    }

    @Override
    public Webhooks webhooks() {
        return rest.webhooks();
    }

    @Override
    public EventLog events() {
        return rest.events();
    }

    @Override
    public StepResults stepResults() {
        return rest.stepResults();
    }

    @Override
    public ArtifactStore artifacts() {
        return rest.artifacts();
    }

    @Override
    public RunEvents runEvents() {
        return rest.runEvents();
    }

    @Override
    public Workspace under(Claim claim) {
        return this;
    }

    @Override
    public void close() {}

    /** Registers one version. */
    interface Registering {
        ModelRegistry.Registration register(ModelVersion candidate, OptionalInt judgedAgainst);
    }

    private record ObstructedModels(ModelRegistry rest, Registering registering) implements ModelRegistry {
        @Override
        public Registration register(ModelVersion candidate, OptionalInt judgedAgainst, Admission admission) {
            return registering.register(candidate, judgedAgainst);
        }

        @Override
        public List<String> models() {
            return rest.models();
        }

        @Override
        public List<ModelSummary> summaries() {
            return rest.summaries();
        }

        @Override
        public List<ModelVersion> versions(String model) {
            return rest.versions(model);
        }

        @Override
        public Optional<ModelVersion> version(String model, int version) {
            return rest.version(model, version);
        }

        @Override
        public Optional<ModelVersion> alias(String model, String alias) {
            return rest.alias(model, alias);
        }

        @Override
        public List<ModelVersion> madeBy(String runId) {
            return rest.madeBy(runId);
        }

        @Override
        public Optional<ModelVersion> bySha256(String model, String sha256) {
            return rest.bySha256(model, sha256);
        }

        @Override
        public AliasMove retire(String model, String actor, String reason) {
            return rest.retire(model, actor, reason);
        }

        @Override
        public Optional<AliasMove> move(AliasMove wanted) {
            return rest.move(wanted);
        }

        @Override
        public ModelVersion close(String model, int version, VersionState state, String actor, String reason) {
            return rest.close(model, version, state, actor, reason);
        }

        @Override
        public List<String> aliasNames(String model) {
            return rest.aliasNames(model);
        }

        @Override
        public List<AliasMove> aliasHistory(String model, String alias) {
            return rest.aliasHistory(model, alias);
        }
    }
}
