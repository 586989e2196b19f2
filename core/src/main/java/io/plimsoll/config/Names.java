package io.plimsoll.config;

/** The forms of names. */
final class Names {
    static final String INDICATION = "[a-z0-9][a-z0-9._-]{0,63}";
    static final String INDICATION_SAYS =
            "lower-case letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit";
    static final String MODEL_TYPE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    static final String MODEL_TYPE_SAYS =
            "letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit";
    static final String ALIAS = "[a-z0-9][a-z0-9._-]{0,63}";
    static final String TABLE = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    static final String TABLE_SAYS = "letters, digits and '_', at most 63, not beginning with a digit";
    static final String DATABASE_TABLE = "[A-Za-z_][A-Za-z0-9_$]{0,62}(\\.[A-Za-z_][A-Za-z0-9_$]{0,62})?";
    static final String DATABASE_TABLE_SAYS = "letters, digits, '_' and '$', with the schema before a dot";
    static final int LONGEST = 64;

    private Names() {}
}
