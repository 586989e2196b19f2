package io.plimsoll.cli.sample;

/** What the registry says of one site, and the two labels that follow from it. Blank = not known. */
enum SiteStatus {
    UNKNOWN("", "", ""),
    NOT_YET_RECRUITING("NOT_YET_RECRUITING", "0", ""),
    WITHDRAWN("WITHDRAWN", "", "1"),
    SUSPENDED("SUSPENDED", "", ""),
    RECRUITING("RECRUITING", "1", "0"),
    ACTIVE_NOT_RECRUITING("ACTIVE_NOT_RECRUITING", "1", "0"),
    COMPLETED("COMPLETED", "1", "0");

    private final String text;
    private final String activation;
    private final String nonenrollment;

    SiteStatus(String text, String activation, String nonenrollment) {
        this.text = text;
        this.activation = activation;
        this.nonenrollment = nonenrollment;
    }

    String text() {
        return text;
    }

    /** 1 when the site opened, 0 when it is still to open. */
    String activation() {
        return activation;
    }

    /** 1 when the site was withdrawn without a participant, 0 when it enrols or has enrolled. */
    String nonenrollment() {
        return nonenrollment;
    }
}
