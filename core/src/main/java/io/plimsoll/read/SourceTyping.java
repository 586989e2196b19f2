package io.plimsoll.read;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.read.ColumnKinds.Misfits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the columns that the files of a source have in common, and the type of each. */
public final class SourceTyping {
    private static final int NAMED = 5;

    private final SourceSpec source;
    private final List<TakenFile> files;
    private final List<Fault> faults = new ArrayList<>();

    /** @param files with the names and kinds of their columns known */
    public SourceTyping(SourceSpec source, List<TakenFile> files) {
        this.source = source;
        this.files = List.copyOf(files);
    }

    /**
     * The columns in the order of the first file, each with its declared type, or else the narrowest that holds every value of every file.
     *
     * @throws PlimsollException with {@code SOURCE_MALFORMED}: files of different columns, a declared type without a column, and each column
     *     with values that do not fit
     */
    public List<Column> columns() {
        files.stream().skip(1).forEach(this::compareNames);
        throwIfAny();
        Map<String, ColumnKinds> kinds = new TreeMap<>();
        files.forEach(file -> kindsOf(file).forEach((name, more) -> kinds.merge(name, more, ColumnKinds::plus)));
        Expected expected = source.expected();
        return expected == null ? ownColumns(kinds) : expectedColumns(expected, kinds);
    }

    private List<Column> ownColumns(Map<String, ColumnKinds> kinds) {
        source.config().types().forEach(this::checkDeclared);
        throwIfAny();
        return files.get(0).names().stream()
                .map(name -> new Column(
                        name,
                        source.config()
                                .types()
                                .getOrDefault(
                                        name,
                                        Objects.requireNonNull(kinds.get(name)).type())))
                .toList();
    }

    /** Those of the files, in the types that they had, and those that may be absent. */
    private List<Column> expectedColumns(Expected expected, Map<String, ColumnKinds> kinds) {
        List<String> names = files.get(0).names();
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            ColumnKinds of = Objects.requireNonNull(kinds.get(name));
            ColumnType then = expected.column(name).map(Column::type).orElse(of.type());
            Optional<ColumnType> fits = Expected.typeFor(then, of);
            boolean spare = expected.spare().contains(name);
            columns.add(new Column(name, fits.orElse(spare ? of.type() : then)));
            if (fits.isEmpty() && !spare) {
                checkFits(
                        name,
                        then,
                        "not what it was in training, " + then.name().toLowerCase(Locale.ROOT));
            }
        }
        for (Column column : expected.columns()) {
            if (!names.contains(column.name())) {
                columns.add(column);
                checkSpare(column.name(), expected);
            }
        }
        throwIfAny();
        return columns;
    }

    private void checkSpare(String name, Expected expected) {
        if (!expected.spare().contains(name)) {
            faults.add(new Fault(
                    ErrorCode.COLUMN_MISSING,
                    "source '" + source.name() + "' has no column '" + name + "', which the model needs"
                            + NearMatch.hint(name, files.get(0).names()),
                    files.get(0).shown(),
                    "add the column; where a value is not known, leave it blank"));
        }
    }

    /** Columns of text, undeclared, of which at least half of the values are numbers, with whichever decimal mark. */
    public List<NearNumber> nearNumbers() {
        return files.get(0).names().stream()
                .filter(name -> !source.config().types().containsKey(name))
                .flatMap(name -> nearNumber(name).stream())
                .toList();
    }

    private Optional<NearNumber> nearNumber(String name) {
        long present = 0;
        long others = 0;
        long otherMark = 0;
        String where = "";
        for (TakenFile file : files) {
            ColumnKinds kinds = file.kinds().get(file.names().indexOf(name));
            Misfits misfits = kinds.misfits(ColumnType.NUMBER);
            present += kinds.present();
            others += misfits.count();
            otherMark += kinds.count(ValueKind.OTHER_MARK);
            where = where.isEmpty() && misfits.count() > 0 ? place(file, misfits.line()) : where;
        }
        boolean near = others > 0 && 2 * (others - otherMark) <= present;
        return near ? Optional.of(new NearNumber(name, others, otherMark, where)) : Optional.empty();
    }

    private static String place(TakenFile file, long line) {
        return line == 0 ? file.shown() : file.shown() + ":" + line;
    }

    private void compareNames(TakenFile file) {
        TakenFile first = files.get(0);
        Set<String> lacking = new HashSet<>(first.names());
        Set<String> further = new HashSet<>(file.names());
        file.names().forEach(lacking::remove);
        first.names().forEach(further::remove);
        if (!lacking.isEmpty()) {
            add("lacks " + columns(lacking) + " of " + first.shown(), file.shown(), "give every file the same columns");
        }
        if (!further.isEmpty()) {
            add(
                    "has " + columns(further) + " that " + first.shown() + " lacks",
                    file.shown(),
                    "give every file the same columns");
        }
    }

    private static String columns(Set<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        String some = String.join("', '", sorted.subList(0, Math.min(NAMED, sorted.size())));
        String more = sorted.size() > NAMED ? ", …" : "";
        return Figures.count(sorted.size(), "column") + " ('" + some + "'" + more + ")";
    }

    private void checkDeclared(String name, ColumnType type) {
        List<String> names = files.get(0).names();
        if (!names.contains(name)) {
            add(
                    "has no column '" + name + "'" + NearMatch.hint(name, names) + ", which types speak of",
                    files.get(0).shown(),
                    "mend the name under types, or take it away");
            return;
        }
        checkFits(name, type, "not of its declared type " + type.name().toLowerCase(Locale.ROOT));
    }

    private void checkFits(String name, ColumnType type, String otherwise) {
        for (TakenFile file : files) {
            Misfits misfits = file.kinds().get(file.names().indexOf(name)).misfits(type);
            if (misfits.count() > 0) {
                add(
                        "has " + Figures.count(misfits.count(), "value") + " in column '" + name + "' that "
                                + (misfits.count() == 1 ? "is " : "are ") + otherwise,
                        place(file, misfits.line()),
                        "mend the values, declare what stands for a missing one under options.nulls, or change types");
            }
        }
    }

    private void add(String what, String where, String help) {
        faults.add(new Fault(ErrorCode.SOURCE_MALFORMED, "source '" + source.name() + "' " + what, where, help));
    }

    private void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    private static Map<String, ColumnKinds> kindsOf(TakenFile file) {
        Map<String, ColumnKinds> kinds = new TreeMap<>();
        for (int i = 0; i < file.names().size(); i++) {
            kinds.put(file.names().get(i), file.kinds().get(i));
        }
        return kinds;
    }
}
