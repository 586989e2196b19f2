/** The trainer {@code gradient-boosted-trees}: XGBoost, and its model file read into our own words. */
@NullMarked
package io.plimsoll.local.xgboost;

import org.jspecify.annotations.NullMarked;
