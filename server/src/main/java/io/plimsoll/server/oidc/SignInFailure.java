package io.plimsoll.server.oidc;

import org.jspecify.annotations.Nullable;

/** Nobody was vouched for. The message says why, without anything that a client or the provider wrote. */
public final class SignInFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Whose fault it is. */
    public enum Kind {
        /** The provider did not answer, or with something else than it should. Later it may. */
        PROVIDER,
        /** What was shown is not what the provider gave for this sign-in. */
        SHOWN
    }

    private SignInFailure(Kind kind, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.kind = kind;
    }

    static SignInFailure ofProvider(String why, Throwable cause) {
        return new SignInFailure(Kind.PROVIDER, why, cause);
    }

    static SignInFailure ofProvider(String why) {
        return new SignInFailure(Kind.PROVIDER, why, null);
    }

    static SignInFailure ofShown(String why, Throwable cause) {
        return new SignInFailure(Kind.SHOWN, why, cause);
    }

    /** Nothing was begun by what was shown, not in the last minutes, or it has ended. */
    public static SignInFailure notBegun() {
        return new SignInFailure(Kind.SHOWN, "not begun", null);
    }

    public Kind kind() {
        return kind;
    }
}
