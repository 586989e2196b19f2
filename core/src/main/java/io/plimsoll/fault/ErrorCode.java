package io.plimsoll.fault;

/**
 * Every way in which Plimsoll says no, in one place.
 *
 * <p>The {@linkplain #exit() exit code} follows from who can mend it: the user's input is 2, Plimsoll or its machine is 1.
 */
public enum ErrorCode {
    /** The command line itself: an unknown option, a missing argument. */
    USAGE(Blame.INPUT),
    NO_PROJECT(Blame.INPUT),
    UNKNOWN_INDICATION(Blame.INPUT),
    UNKNOWN_MODEL_TYPE(Blame.INPUT),
    UNKNOWN_MODEL(Blame.INPUT),
    /** A model of which no version is champion, where one is needed. */
    NO_CHAMPION(Blame.INPUT),
    /** A version that is archived, was rejected, or waits for approval, where one is needed that may be used. */
    VERSION_CLOSED(Blame.INPUT),
    /** A version at which an alias points, where one is needed that nobody uses. */
    VERSION_IN_USE(Blame.INPUT),
    /** A run whose model a person may not register: it refused none, or what it kept of it is gone. */
    NOT_OVERRIDABLE(Blame.INPUT),
    /** A run that is under way, has come to its end, or of which too little is known to go on with it. */
    NOT_RESUMABLE(Blame.INPUT),
    /** A file that is not a whole export of an event log. */
    AUDIT_MALFORMED(Blame.INPUT),
    /** A change of what is in use that this person may not make alone. */
    NOT_ALLOWED(Blame.INPUT),
    UNKNOWN_TOKEN(Blame.INPUT),
    UNKNOWN_USER(Blame.INPUT),
    /** A password that may not be set. */
    PASSWORD_REFUSED(Blame.INPUT),
    UNKNOWN_WEBHOOK(Blame.INPUT),
    /** A URL to which nothing is sent. */
    URL_REFUSED(Blame.INPUT),
    UNKNOWN_RUN(Blame.INPUT),
    UNKNOWN_EXPERIMENT(Blame.INPUT),
    UNKNOWN_DATASET(Blame.INPUT),
    /** Rows that were erased from the workspace, and may not come back. */
    DATASET_ERASED(Blame.INPUT),
    UNKNOWN_ENDPOINT(Blame.INPUT),
    /** A name to which more than one published pipeline answers. */
    AMBIGUOUS_ENDPOINT(Blame.INPUT),
    /** An endpoint, or a version of one, that somebody has disabled. */
    ENDPOINT_DISABLED(Blame.INPUT),
    /** Something that a submission gives, and that its endpoint does not take. */
    UNKNOWN_PARAMETER(Blame.INPUT),
    /** A parameter whose value is not what it takes. */
    PARAMETER_INVALID(Blame.INPUT),
    /** A specification of another format, or one that is not whole. */
    SPECIFICATION_UNREADABLE(Blame.INPUT),
    /** A specification that was compiled for another engine, trainer or plugin than those that shall run it. */
    INSTALLATION_DIFFERS(Blame.INPUT),
    ALREADY_EXISTS(Blame.INPUT),
    /** A version of which the workspace does not remember how it was made. */
    NOT_REBUILDABLE(Blame.INPUT),
    /** A model of which nobody knows how it adds up: a plugin's, or one whose own file does not belong to its graph. */
    NOT_EXPLAINABLE(Blame.INPUT),
    /** A setting that a command line may never change: guardrail, split, key, group, target, filter, promotion. */
    PROTECTED_SETTING(Blame.INPUT),
    /** A config file that cannot be read as YAML 1.2 at all. */
    CONFIG_SYNTAX(Blame.INPUT),
    /** A config file that reads, but says something unknown, wrong or impossible. */
    CONFIG_INVALID(Blame.INPUT),
    /** A jar under {@code plugins} that is not there, not the one that was pinned, or has not what a plugin has. */
    PLUGIN_REFUSED(Blame.INPUT),
    SOURCE_MISSING(Blame.INPUT),
    SOURCE_UNREADABLE(Blame.INPUT),
    /** A database that does not answer, or lets nobody in with this user and password. */
    SOURCE_UNREACHABLE(Blame.INPUT),
    /** A source that is not the table it claims to be: empty, compressed, ragged, or with faulty column names. */
    SOURCE_MALFORMED(Blame.INPUT),
    /** New rows without a column that a model needs. */
    COLUMN_MISSING(Blame.INPUT),
    QUERY_INVALID(Blame.INPUT),
    /** A SELECT that looks at other rows than the one that it scores, so that its answer would depend on what else is in the file. */
    QUERY_ACROSS_ROWS(Blame.INPUT),
    /** A modelling table that no model may be trained on. */
    DATA_INVALID(Blame.INPUT),
    /** A warning: data on which a model may be trained, and at which a person should look. */
    DATA_SUSPICIOUS(Blame.INPUT),
    /** A table unlike the one that the champion was trained on: a warning, or an error where the config says so. */
    DATA_DRIFT(Blame.INPUT),
    /** A warning: a champion that is on the wrong side of its line in use. */
    LINE_CROSSED(Blame.INPUT),
    /** A warning: rows that look alike were parted one by one, so that a holdout flatters its model. */
    ROWS_LOOK_ALIKE(Blame.INPUT),
    /** A category first met when scoring, where the features say {@code unseen: refuse}. */
    UNSEEN_CATEGORY(Blame.INPUT),
    /** A model from elsewhere that is not whole, not safe, or does not predict what it promises. */
    IMPORT_REFUSED(Blame.INPUT),
    /** A stored file that no longer has the bytes that it was registered with. */
    ARTIFACT_DAMAGED(Blame.PLIMSOLL),
    /** A backup of which a file is missing or has changed. */
    BACKUP_DAMAGED(Blame.INPUT),
    /** The exported model does not predict what the trainer predicts. */
    ROUND_TRIP(Blame.PLIMSOLL),
    TRAINING_FAILED(Blame.PLIMSOLL),
    STORAGE(Blame.PLIMSOLL),
    /** A workspace written by a newer Plimsoll, or not a workspace. */
    WORKSPACE_INCOMPATIBLE(Blame.PLIMSOLL),
    CANCELLED(Blame.USER),
    /** A submission under a key that has brought another one. */
    KEY_REUSED(Blame.INPUT),
    /** A submission whose terms refuse it while another run of its model waits or goes on. */
    MODEL_BUSY(Blame.INPUT),
    /** More runs wait than the workspace takes. */
    QUEUE_FULL(Blame.INPUT),
    /** A run that another worker has taken over: nothing more is written by this one. */
    CLAIM_LOST(Blame.PLIMSOLL),
    /** A run that used more memory or more time than it may. */
    LIMIT_EXCEEDED(Blame.INPUT),
    /** A command that needs the workspace itself, where a server was named. */
    NOT_AT_SERVER(Blame.INPUT),
    /** A server does not know who asks. */
    UNAUTHENTICATED(Blame.INPUT),
    /** A server says no for a reason that concerns HTTP alone. */
    SERVER_REFUSED(Blame.INPUT),
    /** A server does not answer, or not as this version of Plimsoll understands. */
    SERVER_UNREACHABLE(Blame.PLIMSOLL),
    /** A run whose process broke down. */
    PROCESS_ENDED(Blame.PLIMSOLL),
    INTERNAL(Blame.PLIMSOLL);

    private enum Blame {
        INPUT(2),
        PLIMSOLL(1),
        USER(130);

        private final int exit;

        Blame(int exit) {
            this.exit = exit;
        }
    }

    private final Blame blame;

    ErrorCode(Blame blame) {
        this.blame = blame;
    }

    /** The exit code of a command that ends with this error. */
    public int exit() {
        return blame.exit;
    }
}
