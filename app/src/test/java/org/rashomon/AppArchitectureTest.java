package org.rashomon;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/** Directions of the app: {@code {engine, casefile, export} <- service <- { server, watch } <- cli}. */
@AnalyzeClasses(
        packages = {
            "org.rashomon.export",
            "org.rashomon.service",
            "org.rashomon.server",
            "org.rashomon.watch",
            "org.rashomon.cli"
        },
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
    static final ArchRule nothingButTheCommandLineKnowsTheWatcher = noClasses()
            .that()
            .resideOutsideOfPackages("org.rashomon.watch..", "org.rashomon.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rashomon.watch..")
            .because("the server and whatever reads fetch nothing");

    @ArchTest
    static final ArchRule oneRoomGoesToTheNetwork = noClasses()
            .that()
            .resideOutsideOfPackage("org.rashomon.watch.fetch..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.hc..", "crawlercommons..", "java.net.http..")
                    .or(belongToAnyOf(
                            Socket.class,
                            SocketChannel.class,
                            AsynchronousSocketChannel.class,
                            DatagramSocket.class,
                            DatagramChannel.class,
                            URLConnection.class,
                            SocketFactory.class)))
            .because("what connects to other machines checks addresses first, and only watch.fetch does");

    @ArchTest
    static final ArchRule theNetworkKnowsNothingOfTheCase = noClasses()
            .that()
            .resideInAPackage("org.rashomon.watch.fetch..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.rashomon..").and(not(resideInAPackage("org.rashomon.watch.fetch.."))));

    @ArchTest
    static final ArchRule theWatcherReadsByTheCaseAlone = noClasses()
            .that()
            .resideInAPackage("org.rashomon.watch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.rashomon.annotate..",
                    "org.rashomon.compare..",
                    "org.rashomon.pipeline..",
                    "org.rashomon.export..",
                    "org.rashomon.server..",
                    "org.rashomon.cli..",
                    "org.rashomon.nlp..");

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

    /** One request must not cost what the whole case costs: what looks at all of it is made once for a state of the case. */
    @ArchTest
    static final ArchRule whatLooksAtTheWholeCaseIsMadeOnceForAState = noClasses()
            .that()
            .resideInAnyPackage("..server.pages..", "..server.rest..", "..server.mcp..")
            .should()
            .callConstructorWhere(target(owner(name("org.rashomon.export.layout.Statements")))
                    .or(target(owner(name("org.rashomon.export.layout.SiteAssembler"))))
                    .or(target(owner(name("org.rashomon.export.lookup.DossierIndex"))))
                    .or(target(owner(name("org.rashomon.export.lookup.Utterances"))))
                    .or(target(owner(name("org.rashomon.export.DossierTables"))))
                    .or(target(owner(name("org.rashomon.server.search.SearchIndex")))));

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
