package io.plimsoll.local.duckdb;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Discord;
import io.plimsoll.data.Filter;
import io.plimsoll.data.Level;
import io.plimsoll.data.LevelFigure;
import io.plimsoll.data.Selection;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.CsvCopy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table or view of a {@link Database}, whose rows lie in the order of their key. */
final class DuckDbDataset implements Dataset {
    /** Longer lists of levels are not kept. */
    private static final int FEW_LEVELS = 1000;

    private final Database database;
    private final TableNames names;
    private final String relation;
    private final List<Column> columns;
    private final Reading reading;
    /** What was asked once need not be asked of the rows again: they do not change. */
    private final Map<String, ColumnSummary> summaries = new ConcurrentHashMap<>();

    private final Map<String, List<Level>> shortLevels = new ConcurrentHashMap<>();
    private long rows = -1;

    /**
     * How its rows are read.
     *
     * @param failure what it means that SQL over them fails
     * @param plain where they lie as they are, for whoever needs no SQL; null where they do not
     */
    private record Reading(
            Function<SQLException, PlimsollException> failure,
            @Nullable CsvCopy plain) {}

    DuckDbDataset(Database database, TableNames names, String relation, List<Column> columns) {
        this(database, names, relation, columns, new Reading(Database::failure, null));
    }

    private DuckDbDataset(Database database, TableNames names, String relation, List<Column> columns, Reading reading) {
        this.database = database;
        this.names = names;
        this.relation = relation;
        this.columns = List.copyOf(columns);
        this.reading = reading;
    }

    /**
     * Rows that a user's query gives anew whenever they are asked for, so that it may fail on them every time.
     *
     * @param plain where the rows lie as the query gives them; null where it does more than take them as they are
     */
    static DuckDbDataset ofView(
            Database database, TableNames names, String relation, List<Column> columns, @Nullable CsvCopy plain) {
        Reading reading = new Reading(cause -> SqlFaults.invalid(cause, SqlUse.QUERY), plain);
        return new DuckDbDataset(database, names, relation, columns, reading);
    }

    /** Its name in SQL. */
    String relation() {
        return relation;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() {
        if (rows < 0) {
            rows = count(query("SELECT count(*) FROM " + relation).get(0));
        }
        return rows;
    }

    @Override
    public Dataset where(Filter filter) {
        try {
            String name = names.next();
            // a table where a view would be asked again for every later figure: hashing costs more than a copy, and
            // what a user's condition says
            // must not change from one question to the next
            String kind = filter instanceof Filter.Present ? "VIEW " : "TABLE ";
            database.execute("CREATE " + kind + name + " AS SELECT * FROM " + relation + " WHERE " + sql(filter));
            return new DuckDbDataset(database, names, name, columns);
        } catch (SQLException e) {
            throw isWritten(filter)
                    ? SqlFaults.invalid(e, use(filter))
                    : reading.failure().apply(e);
        }
    }

    @Override
    public ColumnSummary summary(String column) {
        return summaries.computeIfAbsent(column, name -> summarised(column(name)));
    }

    private ColumnSummary summarised(Column found) {
        String name = Sql.name(found.name());
        String value = found.type().isNumeric() ? Sql.number(found) : "CAST(NULL AS DOUBLE)";
        String finite = " FILTER (WHERE isfinite(" + value + "))";
        List<@Nullable String> row = query("SELECT count(*), count(*) - count(" + name + "), count(DISTINCT " + name
                + "), count(*) FILTER (WHERE NOT isfinite(" + value + ")), min(" + value + ")" + finite + ", max("
                + value
                + ")" + finite + " FROM " + relation);
        return new ColumnSummary(
                count(row.get(0)),
                count(row.get(1)),
                count(row.get(2)),
                count(row.get(3)),
                figure(row.get(4)),
                figure(row.get(5)));
    }

    @Override
    public List<Level> distinctPerLevel(String counted, String per) {
        String level = Sql.textForm(column(per));
        return levelsOf("SELECT " + level + " AS l, count(DISTINCT " + Sql.name(counted) + ") AS n FROM " + relation
                + " WHERE " + Sql.name(per) + " IS NOT NULL GROUP BY l ORDER BY n DESC, l");
    }

    @Override
    public void figuresPerLevel(List<LevelFigure> figures, String per, Consumer<Batch> consumer) {
        scan(LevelQuery.scan(figures), new LevelQuery(relation, this::column).sql(figures, per), batch -> {
            consumer.accept(batch);
            return true;
        });
    }

    @Override
    public List<Level> levels(String column) {
        List<Level> known = shortLevels.get(column);
        if (known != null) {
            return known;
        }
        String level = Sql.textForm(column(column));
        List<Level> levels = levelsOf("SELECT " + level + " AS l, count(*) AS n FROM " + relation + " WHERE "
                + Sql.name(column) + " IS NOT NULL GROUP BY l ORDER BY n DESC, l");
        if (levels.size() <= FEW_LEVELS) {
            shortLevels.put(column, levels);
        }
        return levels;
    }

    @Override
    public long distinctRows(List<String> some) {
        return count(query("SELECT count(*) FROM (SELECT DISTINCT " + names(some) + " FROM " + relation + ")")
                .get(0));
    }

    @Override
    public Discord discord(List<String> alike, String column) {
        String same = names(alike);
        String counted = "SELECT " + same + ", count(*) AS \"rows of a kind\" FROM " + relation + " GROUP BY " + same
                + ", " + Sql.name(column(column).name());
        List<@Nullable String> row = query("SELECT coalesce(sum(n), 0), coalesce(sum(n - m), 0) FROM (SELECT"
                + " sum(\"rows of a kind\") AS n, max(\"rows of a kind\") AS m FROM (" + counted + ") GROUP BY " + same
                + " HAVING count(*) > 1)");
        return new Discord(count(row.get(0)), count(row.get(1)));
    }

    @Override
    public double median(String column) {
        String value = Sql.number(column(column));
        return figure(query("SELECT quantile_disc(" + value + ", 0.5) FILTER (WHERE isfinite(" + value + ")) FROM "
                        + relation)
                .get(0));
    }

    @Override
    public void scanValues(String column, Consumer<Batch> consumer) {
        String values = "(SELECT v, CAST(count(*) AS DOUBLE) AS n FROM (SELECT " + Sql.number(column(column))
                + " + 0.0 AS v FROM " + relation + ") WHERE isfinite(v) GROUP BY v ORDER BY v)";
        scan(new Scan(List.of("v", "n"), List.of()), values, batch -> {
            consumer.accept(batch);
            return true;
        });
    }

    @Override
    public void scanWhile(Selection selection, Predicate<Batch> consumer) {
        CsvCopy plain = reading.plain();
        if (plain != null && plain.gives(selection)) {
            plain.scanWhile(selection, Scan.CHUNK, consumer);
            return;
        }
        List<Column> numbers = selection.numbers().stream().map(this::column).toList();
        List<Column> texts = selection.texts().stream().map(this::column).toList();
        scan(Scan.of(numbers, texts), relation, consumer);
    }

    private void scan(Scan scan, String from, Predicate<Batch> consumer) {
        try {
            scan.over(database, from, consumer);
        } catch (SQLException e) {
            throw reading.failure().apply(e);
        }
    }

    @Override
    public void writeParquet(Path file) {
        try {
            database.execute("COPY (SELECT * FROM " + relation + ") TO " + Sql.text(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw reading.failure().apply(e);
        }
    }

    private String sql(Filter filter) throws SQLException {
        if (filter instanceof Filter.Present present) {
            return Sql.name(present.column()) + " IS NOT NULL";
        }
        if (filter instanceof Filter.Bucket bucket) {
            return new Parting(relation, this::column).sql(bucket.partition(), bucket.side());
        }
        return filter instanceof Filter.Broken broken
                ? "NOT " + UserSql.condition(database, broken.sql(), use(filter))
                : UserSql.condition(database, ((Filter.Condition) filter).sql(), use(filter));
    }

    /** Whether a user wrote it. */
    private static boolean isWritten(Filter filter) {
        return filter instanceof Filter.Condition || filter instanceof Filter.Broken;
    }

    private static SqlUse use(Filter filter) {
        return SqlUse.condition(filter instanceof Filter.Broken broken ? broken.place() : "train_where");
    }

    private String names(List<String> some) {
        return some.stream().map(name -> Sql.name(column(name).name())).collect(Collectors.joining(", "));
    }

    private List<Level> levelsOf(String sql) {
        try {
            return database.rows(sql).stream()
                    .map(row -> new Level(Objects.requireNonNull(row.get(0)), count(row.get(1))))
                    .toList();
        } catch (SQLException e) {
            throw reading.failure().apply(e);
        }
    }

    Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    private List<@Nullable String> query(String sql) {
        try {
            return one(sql);
        } catch (SQLException e) {
            throw reading.failure().apply(e);
        }
    }

    private List<@Nullable String> one(String sql) throws SQLException {
        return database.rows(sql).get(0);
    }

    private static long count(@Nullable String number) {
        return Long.parseLong(Objects.requireNonNull(number));
    }

    private static double figure(@Nullable String number) {
        return number == null ? Double.NaN : Double.parseDouble(number);
    }
}
