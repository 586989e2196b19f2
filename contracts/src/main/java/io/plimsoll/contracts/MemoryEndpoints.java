package io.plimsoll.contracts;

import io.plimsoll.endpoint.Specification;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointRefusals;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.EventDraft.DefaultMove;
import io.plimsoll.workspace.Publishing;
import io.plimsoll.workspace.SafeNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Endpoints in maps, their versions in lists, the newest first. */
final class MemoryEndpoints implements Endpoints {
    private final SortedMap<String, Kept> endpoints = new TreeMap<>();
    private final Map<String, String> specifications = new HashMap<>();
    private final MemoryEventLog log;

    MemoryEndpoints(MemoryEventLog log) {
        this.log = log;
    }

    /** One endpoint as it is now. */
    private static final class Kept {
        private final Instant created;
        private final List<EndpointVersion> versions = new ArrayList<>();
        private OptionalInt setByHand = OptionalInt.empty();
        private @Nullable Disabling disabled;

        Kept(Instant created) {
            this.created = created;
        }

        EndpointVersion newest() {
            return versions.get(0);
        }

        OptionalInt usual() {
            return setByHand.isPresent()
                    ? setByHand
                    : versions.stream()
                            .filter(version -> version.disabled() == null)
                            .mapToInt(EndpointVersion::version)
                            .findFirst();
        }

        Endpoint shown() {
            EndpointVersion newest = newest();
            return new Endpoint(
                    newest.endpoint(),
                    newest.indication(),
                    newest.modelType(),
                    newest.model(),
                    newest.version(),
                    usual(),
                    setByHand.isPresent(),
                    disabled,
                    created);
        }
    }

    @Override
    public synchronized Publication publish(Publishing wanted) {
        SafeNames.id(wanted.endpoint());
        Specification specification = wanted.specification();
        Kept kept = endpoints.getOrDefault(wanted.endpoint(), new Kept(log.now()));
        if (!kept.versions.isEmpty() && !kept.newest().model().equals(specification.model())) {
            throw EndpointRefusals.ofAnotherModel(
                    wanted.endpoint(), kept.newest().model());
        }
        Optional<EndpointVersion> same = kept.versions.stream()
                .filter(one -> one.specificationSha256().equals(specification.sha256())
                        && one.settings().equals(wanted.settings()))
                .findFirst();
        if (same.isPresent()) {
            return new Publication(same.get(), false);
        }
        DefaultMove move = new DefaultMove(kept.setByHand, wanted.setByHand(kept.setByHand, kept.usual()));
        EndpointVersion version = version(wanted, kept.versions.size() + 1);
        specifications.put(specification.sha256(), specification.text());
        kept.versions.add(0, version);
        kept.setByHand = move.to();
        endpoints.put(wanted.endpoint(), kept);
        log.append(EventDraft.published(version, move), version.published());
        return new Publication(version, true);
    }

    private EndpointVersion version(Publishing wanted, int number) {
        Specification specification = wanted.specification();
        return new EndpointVersion(
                wanted.endpoint(),
                number,
                specification.sha256(),
                specification.indication(),
                specification.modelType(),
                specification.model(),
                wanted.settings(),
                log.now(),
                wanted.actor(),
                null);
    }

    @Override
    public synchronized List<Endpoint> list() {
        return endpoints.values().stream().map(Kept::shown).toList();
    }

    @Override
    public synchronized Optional<Endpoint> find(String name) {
        return Optional.ofNullable(endpoints.get(name)).map(Kept::shown);
    }

    @Override
    public synchronized List<EndpointVersion> versions(String name) {
        return Optional.ofNullable(endpoints.get(name))
                .map(kept -> List.copyOf(kept.versions))
                .orElse(List.of());
    }

    @Override
    public synchronized Optional<EndpointVersion> version(String name, int version) {
        return versions(name).stream().filter(one -> one.version() == version).findFirst();
    }

    @Override
    public synchronized Optional<Specification> specification(String sha256) {
        return Optional.ofNullable(specifications.get(SafeNames.sha256(sha256))).map(Specification::read);
    }

    @Override
    public synchronized boolean disable(String name, OptionalInt version, String actor, String reason) {
        Disabling disabling = new Disabling(log.now(), actor, reason);
        if (state(name, version) != null) {
            return false;
        }
        set(name, version, disabling);
        log.append(EventDraft.disabled(name, version, disabling), disabling.since());
        return true;
    }

    @Override
    public synchronized boolean enable(String name, OptionalInt version, String actor) {
        if (state(name, version) == null) {
            return false;
        }
        set(name, version, null);
        log.append(EventDraft.enabled(name, version, actor), log.now());
        return true;
    }

    @Override
    public synchronized boolean setDefault(String name, OptionalInt version, String actor) {
        Kept kept = known(name);
        Disabling disabling = version.isEmpty() ? null : state(name, version);
        if (disabling != null) {
            throw EndpointRefusals.disabled(name + "@" + version.getAsInt(), disabling, "enable it first");
        }
        DefaultMove move = new DefaultMove(kept.setByHand, version);
        if (move.isNone()) {
            return false;
        }
        kept.setByHand = version;
        log.append(EventDraft.defaultSet(name, move, actor), log.now());
        return true;
    }

    private Kept known(String name) {
        Kept kept = endpoints.get(name);
        if (kept == null) {
            throw EndpointRefusals.unknown(name, List.copyOf(endpoints.keySet()));
        }
        return kept;
    }

    private @Nullable Disabling state(String name, OptionalInt version) {
        Kept kept = known(name);
        if (version.isEmpty()) {
            return kept.disabled;
        }
        int number = version.getAsInt();
        return version(name, number)
                .orElseThrow(() -> EndpointRefusals.unknownVersion(
                        name, Integer.toString(number), kept.newest().version()))
                .disabled();
    }

    private void set(String name, OptionalInt version, @Nullable Disabling disabling) {
        Kept kept = known(name);
        if (version.isEmpty()) {
            kept.disabled = disabling;
        } else {
            kept.versions.replaceAll(one -> one.version() == version.getAsInt() ? with(one, disabling) : one);
        }
    }

    private static EndpointVersion with(EndpointVersion version, @Nullable Disabling disabling) {
        return new EndpointVersion(
                version.endpoint(),
                version.version(),
                version.specificationSha256(),
                version.indication(),
                version.modelType(),
                version.model(),
                version.settings(),
                version.published(),
                version.publishedBy(),
                disabling);
    }
}
