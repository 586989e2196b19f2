package io.plimsoll.artifact;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX model under construction, operator by operator, in words of tables: columns in, one matrix out. All rows of a batch pass through
 * it at once; every value has the rows as its first dimension.
 *
 * <p>The same calls give the same bytes: nothing of time, machine or hash order goes in. Everything is in the one file.
 *
 * <p><b>Source</b>: the ONNX operator specification; ai.onnx 17 and ai.onnx.ml 3 (IR 8), which readers since early 2022 know.
 */
public final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int ML_OPSET = 3;
    private static final String ML_DOMAIN = "ai.onnx.ml";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("plimsoll");
    private final Set<String> names = new HashSet<>();
    private @Nullable Value columnShape;

    /** Something that the graph computes; of use only to the graph that gave it. */
    public record Value(String name) {}

    /**
     * A column of float32, NaN where missing.
     *
     * <p><b>Shape</b>: [rows]; [rows, 1] where it is the only input. That is how MLflow's ONNX flavor feeds a table, one column or several.
     */
    public Value numberInput(String column) {
        return input(column, TensorProto.DataType.FLOAT);
    }

    /** A column of strings, "" where missing. <b>Shape</b>: as for numbers. */
    public Value textInput(String column) {
        return input(column, TensorProto.DataType.STRING);
    }

    /** Number inputs side by side, as a matrix. */
    public Value matrix(List<Value> numbers) {
        return columns(numbers.stream().map(this::upright).toList());
    }

    /** Matrices side by side. */
    public Value columns(List<Value> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no columns to put side by side");
        }
        NodeProto.Builder node = NodeProto.newBuilder().setOpType("Concat").addAttribute(OnnxAttributes.of("axis", 1));
        parts.forEach(part -> node.addInput(part.name()));
        return add(node);
    }

    /**
     * A float matrix with what stands for missing numbers put in.
     *
     * @param fills one a column; NaN leaves them missing
     */
    public Value fillMissing(Value matrix, List<Float> fills) {
        TensorProto.Builder row = tensor(TensorProto.DataType.FLOAT, 1, fills.size());
        fills.forEach(row::addFloatData);
        Value missing = add(operator("IsNaN", matrix));
        return add(operator("Where", missing, constant(row), matrix));
    }

    /**
     * The number that stands for each text of a column, as int64.
     *
     * @param numbers by text, in the order in which they are written
     * @param otherwise for any other text
     */
    public Value lookUp(Value texts, Map<String, Integer> numbers, int otherwise) {
        NodeProto.Builder node = operator("LabelEncoder", texts).setDomain(ML_DOMAIN);
        OnnxAttributes.labels(numbers, otherwise).forEach(node::addAttribute);
        return add(node);
    }

    /**
     * The number that stands for each text of a column. <b>Shape</b>: [rows, 1].
     *
     * @param numbers by text, in the order in which they are written
     * @param otherwise for any other text
     */
    public Value lookUpNumbers(Value texts, Map<String, Float> numbers, float otherwise) {
        NodeProto.Builder node = operator("LabelEncoder", texts).setDomain(ML_DOMAIN);
        OnnxAttributes.numbers(numbers, otherwise).forEach(node::addAttribute);
        return upright(add(node));
    }

    /** A float matrix with a 1 in the column that each row's number names, if there is such a column, and zeros elsewhere. */
    public Value oneHot(Value numbers, int width) {
        TensorProto.Builder row = tensor(TensorProto.DataType.INT64, 1, width);
        IntStream.range(0, width).forEach(row::addInt64Data);
        Value hits = add(operator("Equal", upright(numbers), constant(row)));
        return cast(hits, TensorProto.DataType.FLOAT);
    }

    /** The sums of leaves of trees, and their base, for a float matrix of features. <b>Shape</b>: [rows, 1]. */
    Value sums(Value features, TreeEnsemble ensemble) {
        NodeProto.Builder node = operator("TreeEnsembleRegressor", features).setDomain(ML_DOMAIN);
        OnnxAttributes.trees(ensemble).forEach(node::addAttribute);
        return add(node);
    }

    /**
     * What any operator of ai.onnx 17 gives that has one output and needs no attribute, such as {@code Add}, {@code MatMul} or {@code Tanh}.
     * Rows and numbers are spread over matrices as ONNX does it.
     */
    public Value apply(String operator, Value... inputs) {
        return add(operator(operator, inputs));
    }

    /**
     * Natural logarithms, computed in double: that of float32 differs in its last digit with a number's place in its batch, where processors compute
     * several at once.
     */
    public Value logarithm(Value numbers) {
        Value doubles = cast(numbers, TensorProto.DataType.DOUBLE);
        return cast(add(operator("Log", doubles)), TensorProto.DataType.FLOAT);
    }

    private Value cast(Value value, TensorProto.DataType type) {
        return add(operator("Cast", value).addAttribute(OnnxAttributes.of("to", type.getNumber())));
    }

    /** A constant row. <b>Shape</b>: [1, length]; a row of one number is spread over all columns. */
    public Value row(float... numbers) {
        return constant(floats(numbers, 1, numbers.length));
    }

    /** A constant column. <b>Shape</b>: [length, 1], such as the weights of as many features. */
    public Value column(float... numbers) {
        return constant(floats(numbers, numbers.length, 1));
    }

    /**
     * Makes a float matrix an output of the graph, called {@code wish} unless an input or another output has that name.
     *
     * @param width columns of the matrix
     * @return the name that it has got
     */
    public String output(Value value, String wish, int width) {
        String name = freeName(wish);
        graph.addNode(operator("Identity", value).setName(name).addOutput(name));
        widen(
                graph.addOutputBuilder()
                        .mergeFrom(value(name, TensorProto.DataType.FLOAT).build()),
                width);
        if (graph.getInputCount() == 1 && graph.getOutputCount() == 1) {
            widen(graph.getInputBuilder(0), 1);
        }
        return name;
    }

    /** The model file. */
    public byte[] bytes() {
        if (graph.getOutputCount() == 0) {
            throw new IllegalStateException("a graph without an output");
        }
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("plimsoll")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(ML_DOMAIN).setVersion(ML_OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private Value input(String column, TensorProto.DataType type) {
        if (column.isEmpty() || graph.getNodeCount() > 0 || !names.add(column)) {
            throw new IllegalArgumentException("inputs come before operators, and each has a name of its own");
        }
        graph.addInput(value(column, type));
        return new Value(column);
    }

    /** One column as a matrix, whichever way it came. */
    private Value upright(Value column) {
        if (columnShape == null) {
            columnShape = constant(TensorProto.newBuilder()
                    .setDataType(TensorProto.DataType.INT64_VALUE)
                    .addDims(2)
                    .addInt64Data(-1)
                    .addInt64Data(1));
        }
        return add(operator("Reshape", column, columnShape));
    }

    private Value constant(TensorProto.Builder tensor) {
        String name = freeName("constant");
        graph.addInitializer(tensor.setName(name));
        return new Value(name);
    }

    private Value add(NodeProto.Builder node) {
        String name = freeName(node.getOpType());
        graph.addNode(node.setName(name).addOutput(name));
        return new Value(name);
    }

    /** Columns are called as they please, so a name of our own may be taken. */
    private String freeName(String wish) {
        String name = wish;
        for (int i = 2; !names.add(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }

    private static NodeProto.Builder operator(String type, Value... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(type);
        for (Value input : inputs) {
            node.addInput(input.name());
        }
        return node;
    }

    private static TensorProto.Builder floats(float[] numbers, int rows, int columns) {
        TensorProto.Builder tensor = tensor(TensorProto.DataType.FLOAT, rows, columns);
        for (float number : numbers) {
            tensor.addFloatData(number);
        }
        return tensor;
    }

    private static TensorProto.Builder tensor(TensorProto.DataType type, int rows, int columns) {
        return TensorProto.newBuilder()
                .setDataType(type.getNumber())
                .addDims(rows)
                .addDims(columns);
    }

    private static ValueInfoProto.Builder value(String name, TensorProto.DataType type) {
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(TensorShapeProto.newBuilder()
                        .addDim(Dimension.newBuilder().setDimParam("rows")));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }

    /** Makes a value of rows one of rows and columns. */
    private static void widen(ValueInfoProto.Builder value, int width) {
        value.getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .addDim(Dimension.newBuilder().setDimValue(width));
    }
}
