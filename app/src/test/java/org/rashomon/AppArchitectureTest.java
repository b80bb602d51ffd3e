package org.rashomon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Directions of the app: {@code {engine, export} <- service <- cli}. */
@AnalyzeClasses(
        packages = {"org.rashomon.export", "org.rashomon.service", "org.rashomon.cli"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class AppArchitectureTest {
    @ArchTest
    static final ArchRule exportsKnowTheModelAndItsTextOnly = noClasses()
            .that()
            .resideInAPackage("org.rashomon.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.rashomon.service..",
                    "org.rashomon.cli..",
                    "org.rashomon.ingest..",
                    "org.rashomon.annotate..",
                    "org.rashomon.compare..",
                    "org.rashomon.pipeline..");

    @ArchTest
    static final ArchRule servicesDoNotKnowTheCommandLine = noClasses()
            .that()
            .resideInAPackage("org.rashomon.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rashomon.cli..", "picocli..", "gg.jte..");

    @ArchTest
    static final ArchRule theCommandLineGoesThroughServices = noClasses()
            .that()
            .resideInAPackage("org.rashomon.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.rashomon.export..",
                    "org.rashomon.ingest..",
                    "org.rashomon.annotate..",
                    "org.rashomon.compare..",
                    "org.rashomon.pipeline..");

    @ArchTest
    static final ArchRule pagesAreDataOnly = noClasses()
            .that()
            .resideInAPackage("org.rashomon.export.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rashomon.model..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.rashomon.(*)..").should().beFreeOfCycles();
}
