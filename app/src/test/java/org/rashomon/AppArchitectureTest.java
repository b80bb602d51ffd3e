package org.rashomon;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Directions of the app: {@code {engine, casefile, export} <- service <- server <- cli}. */
@AnalyzeClasses(
        packages = {"org.rashomon.export", "org.rashomon.service", "org.rashomon.server", "org.rashomon.cli"},
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
    static final ArchRule nothingButTheCommandLineKnowsTheServer = noClasses()
            .that()
            .resideOutsideOfPackages("org.rashomon.server..", "org.rashomon.cli..", "org.rashomon.export.templates..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.rashomon.server..", "io.javalin..", "org.apache.lucene..", "io.modelcontextprotocol..");

    @ArchTest
    static final ArchRule whoMayAskIsDecidedWithoutTheCase = noClasses()
            .that()
            .resideInAPackage("org.rashomon.server.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rashomon.casefile..", "org.rashomon.export..", "org.rashomon.model..");

    @ArchTest
    static final ArchRule theServerReadsByTheCaseAlone = noClasses()
            .that()
            .resideInAPackage("org.rashomon.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.rashomon.ingest..",
                    "org.rashomon.annotate..",
                    "org.rashomon.compare..",
                    "org.rashomon.pipeline..",
                    "java.net.http..");

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
    static final ArchRule tablesAreHandedIn = noClasses()
            .that()
            .resideOutsideOfPackage("org.rashomon.service..")
            .should()
            .callMethodWhere(target(name("standard")).and(target(owner(resideInAPackage("org.rashomon..")))))
            .because(
                    "services wire the program; whatever else asks for the built-in tables misses what a user adds to them");

    @ArchTest
    static final ArchRule pagesAreDataOnly = noClasses()
            .that()
            .resideInAPackage("org.rashomon.export.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rashomon.model..");

    @ArchTest
    static final ArchRule noSql = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..", "org.postgresql..", "org.flywaydb..")
            .because("SQL is the case's own matter");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.rashomon.(*)..").should().beFreeOfCycles();
}
