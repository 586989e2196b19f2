package io.plimsoll.local.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.TextTable;
import io.plimsoll.data.Batch;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a batch as the tensors that a graph takes, one an input. */
final class InputTensors {
    private final Map<String, Feed> feeds;
    private final boolean upright;

    /** Makes the tensor of one input. */
    private interface Feed {
        OnnxTensor tensor(Batch batch, int from, long[] shape) throws OrtException;
    }

    private InputTensors(Map<String, Feed> feeds) {
        this.feeds = feeds;
        this.upright = feeds.size() == 1;
    }

    /**
     * @param names of the graph's inputs, in the order of the contract's
     * @param tables by which the texts of each are looked up before they come in
     */
    static InputTensors of(List<String> names, Contract contract, List<Optional<TextTable>> tables) {
        Map<String, Feed> feeds = new LinkedHashMap<>();
        int number = 0;
        int text = 0;
        for (int i = 0; i < names.size(); i++) {
            boolean isNumber = contract.inputs().get(i).kind() == Contract.Kind.NUMBER;
            feeds.put(names.get(i), isNumber ? numbers(number++) : texts(text++, tables.get(i)));
        }
        return new InputTensors(feeds);
    }

    /** Puts the tensors of some rows into a map, whose owner closes them, also where it got only some of them. */
    void put(Batch batch, int from, int rows, Map<String, OnnxTensor> tensors) throws OrtException {
        long[] shape = upright ? new long[] {rows, 1} : new long[] {rows};
        for (Map.Entry<String, Feed> feed : feeds.entrySet()) {
            tensors.put(feed.getKey(), feed.getValue().tensor(batch, from, shape));
        }
    }

    private static Feed texts(int text, Optional<TextTable> table) {
        if (table.isEmpty()) {
            return strings(text);
        }
        return table.get().kind() == TextTable.Kind.WHOLE
                ? wholeNumbers(text, new Lookup(table.get()))
                : floats(text, new Lookup(table.get()));
    }

    private static Feed numbers(int number) {
        return (batch, from, shape) -> {
            double[] values = batch.numbers().get(number);
            float[] column = new float[(int) shape[0]];
            for (int i = 0; i < column.length; i++) {
                column[i] = (float) values[from + i];
            }
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(column), shape);
        };
    }

    private static Feed wholeNumbers(int text, Lookup lookup) {
        return (batch, from, shape) -> {
            Number[] numbers = lookup.of(batch.texts().get(text), from, (int) shape[0]);
            long[] column = new long[numbers.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = numbers[i].longValue();
            }
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(column), shape);
        };
    }

    private static Feed floats(int text, Lookup lookup) {
        return (batch, from, shape) -> {
            Number[] numbers = lookup.of(batch.texts().get(text), from, (int) shape[0]);
            float[] column = new float[numbers.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = numbers[i].floatValue();
            }
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(column), shape);
        };
    }

    /** A null in a string tensor would end the process. */
    private static Feed strings(int text) {
        return (batch, from, shape) -> {
            @Nullable String[] values = batch.texts().get(text);
            String[] column = new String[(int) shape[0]];
            for (int i = 0; i < column.length; i++) {
                column[i] = Objects.requireNonNullElse(values[from + i], "");
            }
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), column, shape);
        };
    }

    /** Texts by a table; neighbours are often the very same text. */
    private static final class Lookup {
        private final Map<String, Number> numbers;
        private final Number otherwise;

        Lookup(TextTable table) {
            this.numbers = new HashMap<>(table.numbers());
            this.otherwise = table.otherwise();
        }

        @SuppressWarnings("ReferenceEquality") // equal texts that are two only cost a look into the table
        Number[] of(@Nullable String[] texts, int from, int rows) {
            Number[] found = new Number[rows];
            String last = "";
            Number number = numbers.getOrDefault(last, otherwise);
            for (int i = 0; i < rows; i++) {
                String text = Objects.requireNonNullElse(texts[from + i], "");
                if (text != last) {
                    last = text;
                    number = numbers.getOrDefault(text, otherwise);
                }
                found[i] = number;
            }
            return found;
        }
    }
}
