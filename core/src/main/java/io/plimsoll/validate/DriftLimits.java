package io.plimsoll.validate;

import io.plimsoll.config.DriftConfig;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Judges how far columns are from what they were, by the limits of {@code data.drift}. */
public final class DriftLimits {
    private final String before;
    private final DriftConfig limits;
    private final DataFaults faults;

    /**
     * @param before what the columns were, for people: {@code lung@3 (champion lung-activation@2)}
     * @param warnings takes what is worth knowing and ends nothing
     */
    public DriftLimits(String before, DriftConfig limits, Consumer<Fault> warnings) {
        this.before = before;
        this.limits = limits;
        this.faults = new DataFaults(warnings);
    }

    /** @throws io.plimsoll.fault.PlimsollException with {@code DATA_DRIFT} if what was judged drifted, and {@code data.drift.severity} is error */
    public void throwIfAny() {
        faults.throwIfAny();
    }

    /** @param present rows that have a value now */
    public void judge(ColumnDrift drift, long present) {
        List<String> reasons = new ArrayList<>();
        Double psi = drift.psi();
        Double byChance = drift.psiByChance();
        if (psi != null && byChance != null && psi > limits.psi() && psi > byChance) {
            reasons.add("psi " + Figures.of(psi) + " is more than " + Figures.of(limits.psi()));
        }
        Double difference = drift.lInfinity();
        if (difference != null && difference > limits.lInfinity().fraction()) {
            reasons.add("the share of one category moved by " + points(difference) + ", more than "
                    + points(limits.lInfinity().fraction()));
        }
        addNewCategories(drift, present, reasons);
        double missing = drift.missingAfter() - drift.missingBefore();
        if (Math.abs(missing) > limits.missing().fraction()) {
            reasons.add("missing values went from " + Figures.percent(drift.missingBefore()) + " to "
                    + Figures.percent(drift.missingAfter()) + ", more than "
                    + points(limits.missing().fraction()));
        }
        if (!reasons.isEmpty()) {
            drifted("unlike what " + before + " holds: " + String.join("; ", reasons), drift.column());
        }
    }

    private void addNewCategories(ColumnDrift drift, long present, List<String> reasons) {
        Long rows = drift.newRows();
        Long categories = drift.newCategories();
        if (rows != null && categories != null && rows > limits.newCategories().fraction() * present) {
            reasons.add(Figures.count(rows, "row") + " of " + present + " have "
                    + (categories == 1 ? "a new value" : "one of " + Figures.count(categories, "new value"))
                    + ", more than "
                    + Figures.percent(limits.newCategories().fraction()));
        }
    }

    void drifted(String what, String column) {
        faults.addDrift(
                limits.severity(),
                what,
                column,
                "look whether the source changed its meaning; if the world did, train on, or move the limit under data.drift");
    }

    private static String points(double share) {
        return Figures.of(share * 100) + " points";
    }
}
