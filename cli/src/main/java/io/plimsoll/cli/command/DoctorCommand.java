package io.plimsoll.cli.command;

import io.plimsoll.cli.show.DoctorShow;
import io.plimsoll.project.OpenProject;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.upkeep.Doctor.Diagnosis;
import io.plimsoll.upkeep.Repair;
import io.plimsoll.workspace.RunRecord;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: whether the workspace keeps what it promises. */
@Command(
        name = "doctor",
        header = "Check every invariant of the workspace, and say what to do where one does not hold.",
        description = "Reads every model, dataset and piece of evidence. Exit code 3 if something is wrong.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final int FAULTS_FOUND = 3;

    private final CommandSetting setting;

    @Option(
            names = "--repair",
            description = "first finish what crashed processes left: end their runs, note the end of the event log")
    private boolean repair;

    DoctorCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            List<String> settled = repair
                    ? new Repair(project.workspace(), project.clock())
                            .repair().stream().map(RunRecord::id).toList()
                    : List.of();
            List<Diagnosis> diagnoses = new Doctor(project.workspace(), project.clock()).examine();
            if (setting.json()) {
                setting.printJson(DoctorShow.data(diagnoses, settled, project.plugins()));
            } else {
                setting.print(new DoctorShow(setting.style()).text(diagnoses, settled, project.plugins()));
            }
            boolean sound =
                    diagnoses.stream().allMatch(diagnosis -> diagnosis.defects().isEmpty());
            return sound ? 0 : FAULTS_FOUND;
        }
    }
}
