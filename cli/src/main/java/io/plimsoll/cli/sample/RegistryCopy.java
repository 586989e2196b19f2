package io.plimsoll.cli.sample;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The copy of the invented registry that a trial's rows come from. Only the later copies know where sites lie. */
enum RegistryCopy {
    OF_2018("generated2018", "2018-10", YearMonth.of(2018, 10), false),
    OF_2023("generated2023", "2023-02-03", YearMonth.of(2023, 2), false),
    OF_2025("generated2025", "2025-12", YearMonth.of(2025, 12), true),
    OF_2026("generated2026", "2026-03-14", YearMonth.of(2026, 3), true);

    private final String source;
    private final String snapshot;
    private final YearMonth month;
    private final boolean positions;

    RegistryCopy(String source, String snapshot, YearMonth month, boolean positions) {
        this.source = source;
        this.snapshot = snapshot;
        this.month = month;
        this.positions = positions;
    }

    /** Old trials mostly come from the old copies; no trial comes from a copy older than itself. */
    static RegistryCopy mostlyNew(YearMonth start, Draws draws) {
        if (start.isBefore(OF_2018.month) && draws.chance(0.02)) {
            return OF_2018;
        }
        if (start.isBefore(OF_2023.month) && draws.chance(start.getYear() < 2015 ? 0.85 : 0.35)) {
            return OF_2023;
        }
        return start.isBefore(OF_2025.month) && draws.chance(0.3) ? OF_2025 : OF_2026;
    }

    /** Most trials come from the oldest copy that can know them; no trial comes from a copy older than itself. */
    static RegistryCopy mostlyOld(YearMonth start, Draws draws) {
        if (start.isBefore(OF_2018.month) && draws.chance(0.6)) {
            return OF_2018;
        }
        return start.isBefore(OF_2023.month) && draws.chance(0.98) ? OF_2023 : OF_2026;
    }

    /** The last month of the year in which a trial can have begun. */
    static int lastMonth(int year) {
        return year == OF_2026.month.getYear() ? OF_2026.month.getMonthValue() : 12;
    }

    String source() {
        return source;
    }

    String snapshot() {
        return snapshot;
    }

    boolean hasPositions() {
        return positions;
    }

    long monthsSince(YearMonth start) {
        return start.until(month, ChronoUnit.MONTHS);
    }
}
