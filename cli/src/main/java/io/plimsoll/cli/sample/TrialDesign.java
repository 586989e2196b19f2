package io.plimsoll.cli.sample;

/**
 * What a trial's protocol says, as far as the outcomes depend on it. Blank texts and 0 arms are what the registry did
 * not record.
 *
 * @param interventional false for an observational study, which has no phase, allocation or arms
 */
record TrialDesign(boolean interventional, String phase, String allocation, int arms, String sponsorClass) {
    private static final Choices<String> SPONSORS =
            Choices.of(60, "OTHER").or(31, "INDUSTRY").or(7, "NIH").or(2, "NETWORK");
    private static final Choices<String> PHASES = Choices.of(40, "P2")
            .or(22, "P3")
            .or(16, "P1")
            .or(10, "P1/2")
            .or(4, "P4")
            .or(3, "P2/3")
            .or(5, "");
    private static final Choices<String> INDUSTRY_PHASES = Choices.of(29, "P1")
            .or(28, "P2")
            .or(20, "P3")
            .or(19, "P1/2")
            .or(2, "P4")
            .or(1, "P2/3")
            .or(3, "");
    private static final double OBSERVATIONAL_SHARE = 0.07;
    private static final double NO_ALLOCATION_SHARE = 0.12;
    private static final int MOST_ARMS = 12;

    static TrialDesign drawn(int startYear, Draws draws) {
        String sponsor = SPONSORS.drawn(draws);
        if (draws.chance(OBSERVATIONAL_SHARE)) {
            return new TrialDesign(false, "", "", 0, sponsor);
        }
        String phase = (sponsor.equals("INDUSTRY") ? INDUSTRY_PHASES : PHASES).drawn(draws);
        boolean randomized = draws.chance(randomizedShare(phase));
        int arms = arms(phase, randomized, draws);
        boolean armsRecorded = draws.chance(startYear < 2005 ? 0.45 : 0.95);
        String allocation = draws.chance(NO_ALLOCATION_SHARE) ? "" : allocation(randomized, arms);
        return new TrialDesign(true, phase, allocation, armsRecorded ? arms : 0, sponsor);
    }

    boolean industry() {
        return sponsorClass.equals("INDUSTRY");
    }

    boolean randomized() {
        return allocation.equals("RANDOMIZED");
    }

    private static double randomizedShare(String phase) {
        return switch (phase) {
            case "P3", "P2/3" -> 0.85;
            case "P4" -> 0.6;
            case "P2" -> 0.45;
            default -> 0.2;
        };
    }

    private static int arms(String phase, boolean randomized, Draws draws) {
        int arms = randomized ? 2 + draws.poisson(0.5) : 1 + draws.poisson(phase.startsWith("P1") ? 1.2 : 0.4);
        return StrictMath.min(arms, MOST_ARMS);
    }

    /** A trial with one arm has nothing to allocate. */
    private static String allocation(boolean randomized, int arms) {
        if (randomized) {
            return "RANDOMIZED";
        }
        return arms > 1 ? "NON_RANDOMIZED" : "";
    }
}
