package org.rashomon;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of the engine may know which. */
@AnalyzeClasses(packages = "org.rashomon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DIRECTIONS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("org.rashomon.model..")
            .layer("text")
            .definedBy("org.rashomon.text..")
            .layer("ingest")
            .definedBy("org.rashomon.ingest..")
            .layer("nlp")
            .definedBy("org.rashomon.nlp..")
            .layer("annotate")
            .definedBy("org.rashomon.annotate..")
            .layer("compare")
            .definedBy("org.rashomon.compare..")
            .layer("pipeline")
            .definedBy("org.rashomon.pipeline..")
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayOnlyAccessLayers("model")
            .whereLayer("ingest")
            .mayOnlyAccessLayers("model", "text")
            .whereLayer("nlp")
            .mayOnlyAccessLayers("model", "text")
            .whereLayer("annotate")
            .mayOnlyAccessLayers("model", "text", "nlp")
            .whereLayer("compare")
            .mayOnlyAccessLayers("model", "text", "annotate")
            .whereLayer("pipeline")
            .mayOnlyAccessLayers("model", "text", "nlp", "annotate", "compare");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.rashomon.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JSON_IN_READERS_AND_SETTINGS_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("org.rashomon.ingest..", "org.rashomon.nlp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
            .because(
                    "the engine takes and gives records; JSON belongs to the readers, to the settings of trained weights, and to the outside");

    @ArchTest
    static final ArchRule NO_SQL_NO_HTTP = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net.http..", "com.sun.net.httpserver..")
            .because("the engine is what a worker of a cluster runs");

    @ArchTest
    static final ArchRule TABLES_ARE_HANDED_IN = noClasses()
            .that()
            .resideOutsideOfPackage("org.rashomon.pipeline..")
            .should()
            .callMethodWhere(target(name("standard")).and(target(owner(resideInAPackage("org.rashomon..")))))
            .because("a class that asks for the built-in actors or places misses what a user adds to them");

    @ArchTest
    static final ArchRule NO_PACKAGES_FOR_ODDS_AND_ENDS = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..manager..");
}
