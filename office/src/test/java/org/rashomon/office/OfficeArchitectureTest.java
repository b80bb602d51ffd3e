package org.rashomon.office;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the second machine may know of the first, and what it may touch. */
@AnalyzeClasses(packages = "org.rashomon.office", importOptions = ImportOption.DoNotIncludeTests.class)
class OfficeArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_LITTLE_OF_THE_ENGINE = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("org.rashomon.."))
                    .or(resideInAnyPackage(
                            "org.rashomon.office..",
                            "org.rashomon.ingest.office",
                            "org.rashomon.ingest.draft",
                            "org.rashomon.words")))
            .because("whatever else of the engine it used would bring libraries that are not on its class path");

    @ArchTest
    static final ArchRule ASKS_NOTHING_OF_A_NETWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.sql..")
            .because("documents come as bytes and go as text");

    @ArchTest
    static final ArchRule TOUCHES_NO_FILES = noClasses()
            .that()
            .doNotHaveSimpleName("Listener")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .because("only the folder that it was given is removed, by the class that ends it");

    @ArchTest
    static final ArchRule PAGES_ARE_BEHIND_ONE_DOOR = noClasses()
            .that()
            .resideInAPackage("org.rashomon.office")
            .should()
            .dependOnClassesThat(resideInAPackage("org.rashomon.office.pdf")
                    .and(DescribedPredicate.not(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("PdfParser"))));
}
