package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Standing;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.split.Dealing;
import io.plimsoll.split.Fold;
import io.plimsoll.train.CrossValidation;
import io.plimsoll.train.CrossValidation.JudgedFold;
import io.plimsoll.validate.ValidateStep;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Map;

/**
 * Holds the recipe of another version against that of a candidate whose rows were judged in folds. The version itself has seen rows that judge;
 * so its recipe is followed again, over its own SELECT, without the fold that it is to judge.
 *
 * <p>Rows are dealt by the candidate's group with the candidate's salt, whatever the version grouped or dealt by, and joined by key. A row that
 * lies in another fold than the candidate's row of this key is not comparable.
 */
final class RecipeStanding {
    private final Recipes recipes;
    private final Candidate candidate;
    private final Folding folding;

    RecipeStanding(Recipes recipes, Candidate candidate, Folding folding) {
        this.recipes = recipes;
        this.candidate = candidate;
        this.folding = folding;
    }

    Standing of(ModelVersion version) {
        try {
            Recipe recipe = recipes.of(version);
            String difference = VersionStanding.difference(
                    recipe.question(), candidate.contract().training());
            return difference.isEmpty()
                    ? joined(refitted(recipe))
                    : new Standing.NotComparable(
                            FindingCode.DIFFERENT_QUESTION,
                            version.reference() + " has another " + difference
                                    + ", so no figure of it can be compared");
        } catch (PlimsollException e) {
            Fault fault = e.faults().get(0);
            String where = fault.where().isEmpty() ? "" : ", " + fault.where();
            return new Standing.NotComparable(
                    FindingCode.OPPONENT_UNLOADABLE,
                    version.reference() + " cannot be fitted again: " + fault.what() + where);
        }
    }

    private List<JudgedFold> refitted(Recipe recipe) {
        GroupFolds deal = folding.deal();
        ModelConfig config = recipe.dealt(deal);
        ModellingTable table = table(config);
        requireColumn(table.rows(), deal.column());
        // a row without a group is in no fold: it neither trains nor is compared
        Dataset labelled = ValidateStep.check(table, config, warning -> {}).where(new Filter.Present(deal.column()));
        Roles dealt = new Roles(config.data().key(), deal.column(), config.target());
        List<Fold> folds = new Dealing(deal, config.task()).of(labelled, dealt).parts();
        return new CrossValidation(recipe.fitting()).over(folds, recipe.roles(), share -> {});
    }

    private ModellingTable table(ModelConfig config) {
        Contract own = candidate.contract();
        boolean sameTable = own.query().equals(config.data().query())
                && own.training().roles().key().equals(config.data().key());
        return sameTable
                ? candidate.modelling()
                : new ModellingTable(
                        candidate
                                .sources()
                                .select(config.data().query(), config.data().key()),
                        candidate.sources());
    }

    private static void requireColumn(Dataset table, String group) {
        if (table.columns().stream().map(Column::name).noneMatch(group::equals)) {
            throw PlimsollException.of(
                    ErrorCode.DATA_INVALID,
                    "its SELECT does not give '" + group + "', by which rows are dealt in folds",
                    "",
                    "retire it, or judge against another opponent");
        }
    }

    private Standing joined(List<JudgedFold> folds) {
        Map<String, Integer> rowOf = candidate.holdout().indexByKey();
        double[] prediction = new double[rowOf.size()];
        boolean[] comparable = new boolean[rowOf.size()];
        for (JudgedFold part : folds) {
            for (int i = 0; i < part.key().length; i++) {
                Integer row = rowOf.get(part.key()[i]);
                if (row != null && folding.fold()[row] == part.fold()) {
                    prediction[row] = part.rows().prediction()[i];
                    comparable[row] = true;
                }
            }
        }
        return new Standing.Scored(prediction, comparable);
    }
}
