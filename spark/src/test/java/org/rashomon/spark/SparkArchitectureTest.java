package org.rashomon.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the program on a cluster may know. */
@AnalyzeClasses(packages = "org.rashomon.spark", importOptions = ImportOption.DoNotIncludeTests.class)
class SparkArchitectureTest {
    @ArchTest
    static final ArchRule whatTheEngineShowsAndNotItsSteps = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rashomon.annotate..", "org.rashomon.nlp..", "org.rashomon.ingest.formats..")
            .because("articles go through the engine's front doors as they do on a desk");

    @ArchTest
    static final ArchRule nobodyButTheCaseKnowsSqlOrJson = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "tools.jackson..", "com.fasterxml..");

    @ArchTest
    static final ArchRule oneFrontDoor = classes()
            .that()
            .arePublic()
            .should()
            .haveSimpleName("Main")
            .orShould()
            .haveSimpleName("package-info");
}
