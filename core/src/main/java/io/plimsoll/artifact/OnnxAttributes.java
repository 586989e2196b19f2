package io.plimsoll.artifact;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;

/** Attributes of ONNX operators, each list in an order that follows from its content. */
final class OnnxAttributes {
    private OnnxAttributes() {}

    static AttributeProto of(String name, long value) {
        return attribute(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto of(String name, String value) {
        return attribute(name, AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    /** Of LabelEncoder, from texts to int64. */
    static List<AttributeProto> labels(Map<String, Integer> numbers, int otherwise) {
        AttributeProto.Builder keys = attribute("keys_strings", AttributeType.STRINGS);
        AttributeProto.Builder values = attribute("values_int64s", AttributeType.INTS);
        numbers.forEach((text, number) -> {
            for (ByteString key : JavaText.spellings(text)) {
                keys.addStrings(key);
                values.addInts(number);
            }
        });
        return List.of(of("default_int64", otherwise), keys.build(), values.build());
    }

    /** Of LabelEncoder, from texts to float32. */
    static List<AttributeProto> numbers(Map<String, Float> numbers, float otherwise) {
        AttributeProto.Builder keys = attribute("keys_strings", AttributeType.STRINGS);
        AttributeProto.Builder values = attribute("values_floats", AttributeType.FLOATS);
        numbers.forEach((text, number) -> {
            for (ByteString key : JavaText.spellings(text)) {
                keys.addStrings(key);
                values.addFloats(number);
            }
        });
        AttributeProto fallback =
                attribute("default_float", AttributeType.FLOAT).setF(otherwise).build();
        return List.of(fallback, keys.build(), values.build());
    }

    /** Of TreeEnsembleRegressor, with the sum of leaves and base as its result. */
    static List<AttributeProto> trees(TreeEnsemble ensemble) {
        TreeColumns columns = new TreeColumns();
        for (int i = 0; i < ensemble.trees().size(); i++) {
            columns.add(i, ensemble.trees().get(i));
        }
        return columns.attributes(ensemble.base());
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    /** All nodes of all trees, one list per property. */
    private static final class TreeColumns {
        private static final ByteString SPLIT = ByteString.copyFromUtf8("BRANCH_LT");
        private static final ByteString LEAF = ByteString.copyFromUtf8("LEAF");

        private final AttributeProto.Builder whenFalse = attribute("nodes_falsenodeids", AttributeType.INTS);
        private final AttributeProto.Builder feature = attribute("nodes_featureids", AttributeType.INTS);
        private final AttributeProto.Builder missing = attribute("nodes_missing_value_tracks_true", AttributeType.INTS);
        private final AttributeProto.Builder mode = attribute("nodes_modes", AttributeType.STRINGS);
        private final AttributeProto.Builder id = attribute("nodes_nodeids", AttributeType.INTS);
        private final AttributeProto.Builder tree = attribute("nodes_treeids", AttributeType.INTS);
        private final AttributeProto.Builder whenTrue = attribute("nodes_truenodeids", AttributeType.INTS);
        private final AttributeProto.Builder threshold = attribute("nodes_values", AttributeType.FLOATS);
        private final AttributeProto.Builder leaf = attribute("target_nodeids", AttributeType.INTS);
        private final AttributeProto.Builder leafTarget = attribute("target_ids", AttributeType.INTS);
        private final AttributeProto.Builder leafTree = attribute("target_treeids", AttributeType.INTS);
        private final AttributeProto.Builder leafValue = attribute("target_weights", AttributeType.FLOATS);

        void add(int treeId, Tree nodes) {
            for (int node = 0; node < nodes.nodes(); node++) {
                tree.addInts(treeId);
                id.addInts(node);
                if (nodes.isLeaf(node)) {
                    addLeaf(treeId, node, nodes.value(node));
                } else {
                    addSplit(nodes, node);
                }
            }
        }

        private void addSplit(Tree nodes, int node) {
            mode.addStrings(SPLIT);
            feature.addInts(nodes.feature(node));
            threshold.addFloats(nodes.threshold(node));
            missing.addInts(nodes.missingLeft(node) ? 1 : 0);
            whenTrue.addInts(nodes.left(node));
            whenFalse.addInts(nodes.right(node));
        }

        /** A leaf has an entry in the lists of splits too, which says nothing. */
        private void addLeaf(int treeId, int node, float value) {
            mode.addStrings(LEAF);
            List.of(feature, missing, whenTrue, whenFalse).forEach(list -> list.addInts(0));
            threshold.addFloats(0);
            leafTree.addInts(treeId);
            leaf.addInts(node);
            leafTarget.addInts(0);
            leafValue.addFloats(value);
        }

        List<AttributeProto> attributes(float base) {
            return List.of(
                    of("aggregate_function", "SUM"),
                    attribute("base_values", AttributeType.FLOATS)
                            .addFloats(base)
                            .build(),
                    of("n_targets", 1),
                    whenFalse.build(),
                    feature.build(),
                    missing.build(),
                    mode.build(),
                    id.build(),
                    tree.build(),
                    whenTrue.build(),
                    threshold.build(),
                    of("post_transform", "NONE"),
                    leafTarget.build(),
                    leaf.build(),
                    leafTree.build(),
                    leafValue.build());
        }
    }
}
