package io.plimsoll.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages. There are no exemptions. */
class ArchitectureTest {
    private static final String ROOT = "io.plimsoll.";

    /** The packages of the core in the order in which they may know each other: each only those before it. */
    private static final List<String> CORE = List.of(
            "fault",
            "canonical",
            "data",
            "metric",
            "interval",
            "guard",
            "config",
            "endpoint",
            "step",
            "artifact",
            "access",
            "webhook",
            "workspace",
            "audit",
            "read",
            "preprocess",
            "validate",
            "split",
            "transform",
            "calibrate",
            "train",
            "engine",
            "plugin",
            "evaluate",
            "score",
            "actuals",
            "card",
            "exchange",
            "register",
            "reuse",
            "upkeep",
            "pipeline",
            "worker");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.plimsoll.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void eachPackageOfTheCoreKnowsOnlyThoseBeforeIt() {
        for (int i = 0; i < CORE.size(); i++) {
            String[] later = CORE.subList(i + 1, CORE.size()).stream()
                    .map(name -> ROOT + name + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + CORE.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .check(CODE);
            }
        }
    }

    @Test
    void theCoreKnowsNoModuleAroundItAndNoHeavyLibrary() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(CORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.plimsoll.local..",
                        "io.plimsoll.storage..",
                        "io.plimsoll.contracts..",
                        "io.plimsoll.project..",
                        "io.plimsoll.cli..",
                        "java.sql..",
                        "javax.sql..",
                        "ml.dmlc..",
                        "ai.onnxruntime..",
                        "org.duckdb..",
                        "org.sqlite..",
                        "org.springframework..")
                .check(CODE);
    }

    @Test
    void enginesAndStorageKnowTheCoreAndNotEachOther() {
        onlyKnows(
                "io.plimsoll.local..",
                List.of(
                        "io.plimsoll.storage..",
                        "io.plimsoll.project..",
                        "io.plimsoll.cli..",
                        "io.plimsoll.contracts.."));
        onlyKnows(
                "io.plimsoll.storage..",
                List.of(
                        "io.plimsoll.local..",
                        "io.plimsoll.project..",
                        "io.plimsoll.cli..",
                        "io.plimsoll.contracts.."));
        onlyKnows(
                "io.plimsoll.local..",
                List.of("io.plimsoll.pipeline..", "io.plimsoll.evaluate..", "io.plimsoll.register.."));
        onlyKnows(
                "io.plimsoll.storage..",
                List.of("io.plimsoll.pipeline..", "io.plimsoll.evaluate..", "io.plimsoll.register.."));
    }

    @Test
    void nothingKnowsThePipelineButTheFrontDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.plimsoll.pipeline..", "io.plimsoll.worker..", "io.plimsoll.project..", "io.plimsoll.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.plimsoll.pipeline..")
                .check(CODE);
    }

    @Test
    void whatOpensAProjectKnowsNoFrontDoorAndNoTerminal() {
        onlyKnows("io.plimsoll.project..", List.of("io.plimsoll.cli..", "io.plimsoll.contracts..", "picocli.."));
    }

    @Test
    void everyPackageOfTheCoreHasItsPlaceInTheOrder() {
        List<String> known = new ArrayList<>(List.of(packages(CORE)));
        known.addAll(List.of(
                "io.plimsoll.local..",
                "io.plimsoll.storage..",
                "io.plimsoll.contracts..",
                "io.plimsoll.project..",
                "io.plimsoll.cli.."));
        classes()
                .that(DescribedPredicate.<JavaClass>describe(
                        "are ours", c -> c.getPackageName().startsWith("io.plimsoll")))
                .should()
                .resideInAnyPackage(known.toArray(String[]::new))
                .check(CODE);
    }

    private static void onlyKnows(String module, List<String> others) {
        noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.toArray(String[]::new))
                .check(CODE);
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    }
}
