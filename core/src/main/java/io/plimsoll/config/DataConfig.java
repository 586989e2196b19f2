package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Named;
import io.plimsoll.config.bind.NotEmpty;
import io.plimsoll.config.bind.Range;
import java.util.Map;

/**
 * Where rows come from, how they become the modelling table, and what that table must be like.
 *
 * @param sources by the name of their table, in the order of the file
 * @param columns checks by column, in the order of the file
 * @param rules checks of whole rows by name, in the order of the file
 */
@Description("Where rows come from and how they become the modelling table")
public record DataConfig(
        @Description("The tables that the query reads, by name: a path each")
        @NotEmpty
        @Named(pattern = Names.TABLE, says = Names.TABLE_SAYS)
        Map<String, SourceConfig> sources,

        @Description("The SELECT that makes the modelling table, for training and for scoring")
        @DefaultsTo("SELECT * FROM the only source")
        String query,

        @Description("The column of the modelling table that is unique per row")
        String key,

        @Description("The column whose rows look alike: each value is kept on one side of the split")
        @DefaultsTo("the key")
        String group,

        @Description("Checks on columns of the modelling table; a column that is named must be there") @Default("{}")
        Map<String, ColumnCheck> columns,

        @Description("What must hold in every row of the modelling table, by name: a condition each")
        @Default("{}")
        @Named(pattern = Names.TABLE, says = Names.TABLE_SAYS)
        Map<String, DataRule> rules,

        @Description("Fewest rows with a target, in rows") @Default("100") @Range(min = 1, max = 1e9)
        int minLabelled,

        @Description("Fewest labelled rows of each class, in rows; classification only")
        @Default("20")
        @Range(min = 1, max = 1e9)
        int minPerClass,

        @Description("How far the modelling table may be from the one that the champion was trained on") @Default("{}")
        DriftConfig drift) {
    public DataConfig {
        sources = Ordered.copyOf(sources);
        columns = Ordered.copyOf(columns);
        rules = Ordered.copyOf(rules);
    }
}
