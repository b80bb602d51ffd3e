package org.rashomon;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which package of the engine may know which, and how large one may grow. */
@AnalyzeClasses(packages = "org.rashomon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** A package, and the packages that it may see beside itself; docs/architecture.md has the same table. */
    private static final String ARROWS = """
            model                       :
            model.claims                : model
            model.events                : model model.claims
            model.dossier               : model model.claims model.events
            text                        : model..
            limits                      :
            words                       :
            facts                       : model.. words
            nlp.onnx                    : limits
            nlp                         : model.. text limits nlp.onnx
            ingest.blocks               : model.. text words
            ingest.draft                : model.. text words ingest.blocks
            ingest.pages.body           : model.. text words ingest.blocks ingest.draft
            ingest.pages.facts          : model.. text words ingest.blocks
            ingest.pages                : model.. text words ingest.blocks ingest.draft ingest.pages.body ingest.pages.facts
            ingest.formats.xml          : ingest.draft
            ingest.formats.records      : model.. text words ingest.blocks ingest.draft ingest.pages
            ingest.formats.exports      : model.. text words ingest.blocks ingest.draft ingest.pages ingest.formats.records
            ingest.formats.feeds        : model.. text words ingest.blocks ingest.draft ingest.pages ingest.formats.records ingest.formats.xml
            ingest.formats.wires        : model.. text words ingest.blocks ingest.draft ingest.pages ingest.formats.records ingest.formats.xml
            ingest.formats.archives     : model.. text words ingest.blocks ingest.draft
            ingest.formats              : model.. text words ingest.blocks ingest.draft ingest.pages ingest.formats.records ingest.formats.feeds ingest.formats.wires
            ingest.office               : model ingest.draft ingest.formats.exports
            ingest                      : model.. text words ingest.blocks ingest.draft ingest.pages ingest.formats.. ingest.office limits
            annotate.patterns           : model.. text nlp words
            annotate.syntax             : model.. text nlp words annotate.patterns
            annotate.names              : model.. text nlp words facts
            annotate.places             : model.. text nlp words facts annotate.names annotate.syntax
            annotate.times              : model.. text words annotate.patterns
            annotate.attribution        : model.. text nlp words annotate.patterns annotate.syntax
            annotate.attribution.rules  : model.. text nlp words annotate.patterns annotate.syntax annotate.attribution
            annotate.speakers           : model.. text nlp words facts annotate.patterns annotate.syntax annotate.names annotate.places annotate.attribution fitted
            annotate.claims             : model.. text nlp words facts annotate.patterns annotate.syntax annotate.names annotate.places annotate.attribution annotate.speakers limits fitted
            annotate.figures            : model.. text words annotate.patterns
            annotate.incidents          : model.. text nlp words annotate.patterns annotate.syntax annotate.names annotate.places
            annotate.agreements         : model.. text nlp words facts annotate.patterns annotate.syntax annotate.names annotate.incidents
            compare.corpus              : model.. text words facts
            compare.lineage             : model.. text words compare.corpus
            compare.stories             : model.. text compare.corpus
            fitted              : words
            compare.incidents           : model.. text words compare.corpus fitted
            compare.agreements          : model.. text compare.corpus
            compare.relations           : model.. text words compare.corpus compare.incidents compare.agreements
            compare.omissions           : model.. compare.corpus compare.incidents compare.relations words
            compare.parts               : model.. facts compare.corpus compare.lineage compare.stories compare.incidents compare.agreements compare.relations compare.omissions
            """;

    private static final int LARGEST_PACKAGE = 20;

    @ArchTest
    static void everyPackageSeesOnlyItsOwn(JavaClasses engine) {
        for (String arrow : ARROWS.split("\n")) {
            String name = arrow.substring(0, arrow.indexOf(':')).strip();
            String[] seen = Arrays.stream(
                            arrow.substring(arrow.indexOf(':') + 1).strip().split(" "))
                    .filter(other -> !other.isEmpty())
                    .map(other -> "org.rashomon." + other)
                    .toArray(String[]::new);
            DescribedPredicate<JavaClass> ours = resideInAPackage("org.rashomon..");
            ArchRule rule = classes()
                    .that()
                    .resideInAPackage("org.rashomon." + name)
                    .should()
                    .onlyDependOnClassesThat(DescribedPredicate.not(ours)
                            .or(resideInAPackage("org.rashomon." + name))
                            .or(resideInAnyPackage(seen)));
            rule.check(engine);
        }
    }

    /** A new package has to say what it may see: the pipelines alone see all. */
    @ArchTest
    static void everyPackageStandsInTheTable(JavaClasses engine) {
        Set<String> told = Arrays.stream(ARROWS.split("\n"))
                .map(arrow ->
                        "org.rashomon." + arrow.substring(0, arrow.indexOf(':')).strip())
                .collect(Collectors.toSet());
        told.add("org.rashomon.pipeline");
        told.add("org.rashomon.annotate");
        told.add("org.rashomon.compare");
        assertThat(engine.stream().map(JavaClass::getPackageName).distinct()).allMatch(told::contains);
    }

    @ArchTest
    static void noPackageIsTooLargeToBeKnown(JavaClasses engine) {
        TreeMap<String, Long> sizes = engine.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.rashomon.(**)").should().beFreeOfCycles();

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
