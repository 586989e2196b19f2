package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.guard.Opponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How opponents are written: a word, the number of a version, or {@code alias:NAME}. Any other word is taken for a slip, never for an alias. */
final class Opponents {
    private static final String ALIAS = "alias:";
    private static final String ALIAS_PATTERN = ALIAS + Names.ALIAS;
    private static final Pattern WRITTEN_ALIAS = Pattern.compile(ALIAS_PATTERN);
    private static final Map<String, Opponent> WORDS = words();

    private Opponents() {}

    static ValueType<Opponent> valueType() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode schema = json.objectNode();
        ArrayNode forms = schema.putArray("anyOf");
        ArrayNode words = forms.addObject().putArray("enum");
        WORDS.keySet().forEach(words::add);
        forms.addObject().put("type", "string").put("pattern", "^" + ALIAS_PATTERN + "$");
        forms.addObject().put("type", "integer").put("minimum", 1);
        String help = "one of: " + String.join(", ", WORDS.keySet())
                + "; a version by its number, such as 3; or another alias, such as alias:stable";
        return new ValueType<>(Opponent.class, Opponents::read, Opponents::written, schema, help);
    }

    private static Opponent read(Scalar scalar) throws Misfit {
        if (scalar.kind() == Kind.INTEGER) {
            double number = ValueType.number(scalar);
            if (number < 1 || number > Integer.MAX_VALUE) {
                throw new Misfit("versions begin with 1, not with " + scalar.shown());
            }
            return new Opponent.Version((int) number);
        }
        if (WRITTEN_ALIAS.matcher(scalar.text()).matches()) {
            String name = scalar.text().substring(ALIAS.length());
            return WORDS.get(name) instanceof Opponent.Champion champion ? champion : new Opponent.Alias(name);
        }
        Opponent word = WORDS.get(scalar.text());
        if (word == null) {
            throw new Misfit(scalar.shown() + " is not an opponent" + NearMatch.hint(scalar.text(), WORDS.keySet()));
        }
        return word;
    }

    private static JsonNode written(Opponent opponent) {
        if (opponent instanceof Opponent.Version version) {
            return IntNode.valueOf(version.number());
        }
        boolean word = WORDS.containsValue(opponent);
        return TextNode.valueOf(word ? opponent.label() : ALIAS + opponent.label());
    }

    private static Map<String, Opponent> words() {
        Map<String, Opponent> words = new LinkedHashMap<>();
        add(words, new Opponent.Champion());
        add(words, new Opponent.Alias("challenger"));
        add(words, new Opponent.LastRegistered());
        add(words, new Opponent.Training());
        for (Opponent.Naive naive : Opponent.Naive.values()) {
            add(words, naive);
        }
        return words;
    }

    private static void add(Map<String, Opponent> words, Opponent opponent) {
        words.put(opponent.label(), opponent);
    }
}
