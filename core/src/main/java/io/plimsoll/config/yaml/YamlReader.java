package io.plimsoll.config.yaml;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into located trees. What can be read around (a duplicate key, an alias) is gathered in the faults; what cannot is thrown.
 *
 * <p><b>Source</b>: YAML 1.2.2, core schema.
 */
public final class YamlReader {
    private final Faults faults;

    public YamlReader(Faults faults) {
        this.faults = faults;
    }

    /**
     * Reads a file.
     *
     * @param name of the file in messages, relative to the project folder
     * @return empty if the file holds nothing but comments
     * @throws PlimsollException with {@code CONFIG_SYNTAX} if it is not YAML 1.2 in UTF-8, or too large or too deep
     */
    public Optional<Node> file(Path file, String name) {
        return read(SourceText.read(file, name));
    }

    /** Reads a text that is not a file of the user's, without a limit on its size. */
    public Optional<Node> text(String text, String name) {
        return read(SourceText.of(name, text));
    }

    /** Reads one value, such as that of a command-line argument or a default; all of it has the same place. */
    public Node value(String text, String path, Place place) {
        SourceText source = SourceText.of(place.source(), text);
        Node empty = new Node.Scalar(path, place, "", Node.Kind.NULL, Node.Style.PLAIN);
        TreeBuilder builder = new TreeBuilder(source, mark -> place, faults);
        return read(source, builder, path, place).orElse(empty);
    }

    private Optional<Node> read(SourceText source) {
        TreeBuilder builder = new TreeBuilder(
                source, mark -> new Place(source.name(), mark.getLine() + 1, mark.getColumn() + 1), faults);
        return read(source, builder, "", new Place(source.name(), 1, 1));
    }

    private Optional<Node> read(SourceText source, TreeBuilder builder, String path, Place start) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(Math.max(1, source.text().length()))
                .build();
        try {
            return builder.document(
                    new Parse(settings).parseString(source.text()).iterator(), path, start);
        } catch (MarkedYamlEngineException e) {
            throw syntax(e, builder, start);
        } catch (ReaderException e) {
            throw unprintable(e, source, start);
        } catch (YamlEngineException e) {
            throw fault("this is not YAML 1.2", start);
        }
    }

    private static PlimsollException syntax(MarkedYamlEngineException e, TreeBuilder builder, Place start) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        boolean isOpenToTheEnd = problem.contains("end of stream") || problem.contains("<stream end>");
        Optional<Mark> mark = isOpenToTheEnd
                ? e.getContextMark().or(e::getProblemMark)
                : e.getProblemMark().or(e::getContextMark);
        Place place = mark.map(builder::place).orElse(start);
        if (problem.contains("\\t") || mark.filter(builder::isIndentedByTab).isPresent()) {
            return builder.tab(place);
        }
        String context = e.getContext() == null ? "" : " " + e.getContext();
        String sentence = "this is not YAML: " + Shown.text(problem + context);
        return problem.contains("mapping values")
                ? fault(sentence, place, "put a text that has ': ' in it in quotes")
                : fault(sentence, place);
    }

    private static PlimsollException unprintable(ReaderException e, SourceText source, Place start) {
        String before = source.text()
                .substring(0, Math.min(e.getPosition(), source.text().length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        Place place = start.line() == 0 ? start : new Place(source.name(), line, column);
        String shown = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
        return fault("the character " + shown + " is not allowed in YAML", place);
    }

    private static PlimsollException fault(String sentence, Place place) {
        return fault(sentence, place, "compare this line and the one above with the examples in docs/configuration.md");
    }

    private static PlimsollException fault(String sentence, Place place, String help) {
        return PlimsollException.of(ErrorCode.CONFIG_SYNTAX, sentence, place.text(), help);
    }
}
