package io.plimsoll.local.duckdb;

import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Intake;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.TakenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in the files of all sources, and reports the faults of all. */
record TakenSources(Path scratch) {
    Map<SourceSpec, List<TakenFile>> taken(List<SourceSpec> sources) {
        Intake intake = new Intake(scratch);
        Map<SourceSpec, List<TakenFile>> files = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (SourceSpec source : sources) {
            try {
                files.put(source, intake.take(source));
            } catch (PlimsollException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return files;
    }
}
