package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Named;
import io.plimsoll.config.bind.Shorthand;
import org.jspecify.annotations.Nullable;

/**
 * Where results live: all in one folder, or what is remembered in a PostgreSQL database and files in a folder.
 *
 * @param path null for a database
 * @param database its name in {@code plimsoll.yml}; null for a folder
 * @param artifacts null for a folder
 * @param schema of the database, which holds nothing else
 */
@Shorthand("path")
@Description("Where results live: a folder, or {database: …, artifacts: …}")
public record WorkspaceConfig(
        @Description("The folder where results live, relative to the project folder") @Nullable
        String path,

        @Description("In place of a folder for all: the database of plimsoll.yml in which everything but files is kept")
        @Named(pattern = Names.TABLE, says = Names.TABLE_SAYS)
        @Nullable
        String database,

        @Description("With a database: the folder of models, datasets and evidence, relative to the project folder")
        @Nullable
        String artifacts,

        @Description("With a database: the schema of the tables, which is made if it is not there")
        @Default("plimsoll")
        @Named(pattern = Names.TABLE, says = Names.TABLE_SAYS)
        String schema) {
    /** Where nothing is said. */
    public static final String USUAL_SCHEMA = "plimsoll";

    /** All in one folder. */
    public static WorkspaceConfig of(String path) {
        return new WorkspaceConfig(path, null, null, USUAL_SCHEMA);
    }
}
