package org.rashomon.casefile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the case may know. */
@AnalyzeClasses(packages = "org.rashomon.casefile", importOptions = ImportOption.DoNotIncludeTests.class)
class CasefileArchitectureTest {
    @ArchTest
    static final ArchRule theModelAndItsTextOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.rashomon.ingest..",
                    "org.rashomon.annotate..",
                    "org.rashomon.compare..",
                    "org.rashomon.pipeline..",
                    "org.rashomon.facts..",
                    "org.rashomon.nlp..")
            .because("what reads, analyses and compares is handed in");
}
