package io.plimsoll.workspace;

/** By what right a version became champion. */
public enum PromotedBy {
    /** There was no champion to be judged against. */
    FIRST,
    /** Its verdict against the champion that it replaced allowed it. */
    PASSED,
    /** Somebody other than who submitted it approved it, after it was judged again against the champion that it replaced. */
    APPROVAL,
    /** It had been champion before, and was brought back. */
    ROLLBACK,
    /** Somebody put it there although no verdict allowed it, and said why. */
    OVERRIDE
}
