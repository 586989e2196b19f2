package io.plimsoll.endpoint;

import io.plimsoll.endpoint.Installation.Jar;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an installation is one that a specification was compiled for: with another engine, trainer or jar it would train something else. */
final class Accord {
    private final Specification specification;
    private final Installation installation;
    private final List<Fault> faults = new ArrayList<>();

    Accord(Specification specification, Installation installation) {
        this.specification = specification;
        this.installation = installation;
    }

    void require() {
        if (!specification.engine().equals(installation.engine())) {
            differs(
                    "it was built for the engine " + specification.engine() + ", and this is " + installation.engine(),
                    "give the worker the engine " + specification.engine() + ", or build and publish again here");
        }
        specification.plugins().forEach(this::requireJar);
        if (faults.isEmpty()) {
            requireTrainer();
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    private void requireJar(String name, String sha256) {
        Optional<Jar> jar = installation.jars().stream()
                .filter(loaded -> loaded.name().equals(name))
                .findFirst();
        if (jar.isEmpty()) {
            differs(
                    "it was built with the plugin " + name + " (SHA-256 " + sha256 + "), which is not loaded here",
                    "put the jar into the project here and pin it in plimsoll.yml");
        } else if (!jar.get().sha256().equals(sha256)) {
            differs(
                    "it was built with the plugin " + name + " of SHA-256 " + sha256 + ", and the one here has "
                            + jar.get().sha256(),
                    "put the same jar here, or build and publish again with this one");
        }
    }

    private void requireTrainer() {
        Specification.Fitter trainer = specification.trainer();
        if (!installation.trainers().contains(trainer.name())) {
            differs(
                    "it was built with the trainer " + trainer.name() + " (" + trainer.source()
                            + "), which there is none of here: " + String.join(", ", sorted()),
                    "use a version of Plimsoll that has it, or build and publish again with another trainer");
            return;
        }
        String here = installation.sourceOf(trainer.name());
        if (!here.equals(trainer.source())) {
            differs(
                    "it was built with the trainer " + trainer.name() + " (" + trainer.source()
                            + "), and the one here is " + here,
                    "give the worker the same trainer, or build and publish again here");
        }
    }

    private List<String> sorted() {
        return installation.trainers().stream().sorted().toList();
    }

    private void differs(String what, String help) {
        faults.add(new Fault(ErrorCode.INSTALLATION_DIFFERS, what, "specification of " + specification.model(), help));
    }
}
