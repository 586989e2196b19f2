package io.plimsoll.cli;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** A process that trains lung and is killed by {@code kill -9} before or after a step: {@code PROJECT STEP before|after}. */
final class KilledTraining {
    private KilledTraining() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        StepName step = StepName.byLabel(arguments[1]).orElseThrow();
        Surroundings surroundings = new Surroundings(
                folder,
                System.getenv(),
                Clock.systemUTC(),
                System.out,
                System.err,
                false,
                new SplittableRandom(ProcessHandle.current().pid()),
                GivenSecrets.none());
        try (OpenProject project = OpenProject.open(surroundings, folder, null, null)) {
            IndicationConfig config = project.indication("lung", Overrides.none());
            TrainingPlan plan =
                    project.plan(config, config.defaultModel(), Overrides.none(), "killed", StepName.REGISTER);
            Killing killing = new Killing(step, arguments[2].equals("after"));
            project.trainings().train(plan, killing, last -> {}, Throwable::printStackTrace);
        }
    }

    private record Killing(StepName at, boolean after) implements RunListener {
        @Override
        public void started(StepName step) {
            if (step == at && !after) {
                kill();
            }
        }

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {
            if (step == at && after) {
                kill();
            }
        }

        private static void kill() {
            try {
                String self = String.valueOf(ProcessHandle.current().pid());
                new ProcessBuilder("kill", "-9", self).start();
                // nothing more is done in the moment until it comes
                new CountDownLatch(1).await();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
