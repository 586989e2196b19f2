package io.plimsoll.local.xgboost;

import io.plimsoll.train.TrainingControl;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every training by XGBoost is told. */
final class Parameters {
    private Parameters() {}

    static Map<String, Object> common(TrainingControl control) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("tree_method", "hist");
        parameters.put("device", "cpu");
        parameters.put("seed", Integer.toUnsignedLong(Long.hashCode(control.seed())));
        parameters.put("nthread", control.threads());
        parameters.put("verbosity", 0);
        return parameters;
    }
}
