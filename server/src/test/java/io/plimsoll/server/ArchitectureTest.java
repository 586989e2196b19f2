package io.plimsoll.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.plimsoll.server.security.Open;
import io.plimsoll.server.security.Requires;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server may know, and who may know the server. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll");

    @Test
    void theServerAloneKnowsSpringAndServlets() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.plimsoll.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta.servlet..",
                        "org.apache.catalina..",
                        "io.micrometer..",
                        "tools.jackson..",
                        "io.plimsoll.server..")
                .check(CODE);
    }

    @Test
    void theServerKnowsNoCommandNoEngineAndNoStorage() {
        noClasses()
                .that()
                .resideInAPackage("io.plimsoll.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.plimsoll.cli..",
                        "io.plimsoll.local..",
                        "io.plimsoll.storage..",
                        "io.plimsoll.contracts..",
                        "java.sql..")
                .check(CODE);
    }

    @Test
    void itsPackagesHaveNoCycles() {
        slices().matching("io.plimsoll.server.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void everyRouteSaysWhoMayUseIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Requires.class)
                .orShould()
                .beAnnotatedWith(Open.class)
                .check(CODE);
    }
}
