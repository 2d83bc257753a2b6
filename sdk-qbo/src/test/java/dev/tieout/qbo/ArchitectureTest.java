package dev.tieout.qbo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The edges between modules and the floors inside this one: imports only run down. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tieout");

    @Test
    void theCoreKnowsNobody() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.tieout", "dev.tieout.model..", "dev.tieout.sync..", "dev.tieout.spi..")
                .or()
                .resideInAPackage("dev.tieout.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.tieout.matching..", "dev.tieout.qbo..", "dev.tieout.testkit..", "okhttp3..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("com.squareup..")
                .check(ALL);
    }

    @Test
    void onlyTheStoresInADatabaseKnowJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tieout.store.jdbc")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(ALL);
    }

    @Test
    void matchingDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("dev.tieout.matching..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tieout.qbo..", "dev.tieout.testkit..", "okhttp3..", "java.net..", "java.nio.file..")
                .check(ALL);
    }

    @Test
    void theFakeNeverSharesTheClientsEntities() {
        noClasses()
                .that()
                .resideInAPackage("dev.tieout.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tieout.qbo..")
                .check(ALL);
    }

    @Test
    void theProductNeverUsesTheTestkit() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.tieout.qbo..", "dev.tieout.matching..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tieout.testkit..")
                .check(ALL);
    }

    @Test
    void floorsOfTheQuickBooksModuleImportOnlyDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("ground")
                .definedBy("dev.tieout.qbo.entity..", "dev.tieout.qbo.fault..", "dev.tieout.qbo.call..")
                .layer("http")
                .definedBy("dev.tieout.qbo.http..")
                .layer("api")
                .definedBy("dev.tieout.qbo.connect..", "dev.tieout.qbo.api..", "dev.tieout.qbo.webhook..")
                .layer("sync")
                .definedBy("dev.tieout.qbo.sync..")
                .layer("kinds")
                .definedBy("dev.tieout.qbo.kinds..")
                .layer("setup")
                .definedBy("dev.tieout.qbo.setup..")
                .layer("entry")
                .definedBy("dev.tieout.qbo")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("setup")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("kinds")
                .mayOnlyBeAccessedByLayers("setup", "entry")
                .whereLayer("sync")
                .mayOnlyBeAccessedByLayers("kinds", "setup", "entry")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("sync", "kinds", "setup", "entry")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("api")
                .check(ALL);
    }

    @Test
    void floorsOfTheEngineImportOnlyDownwards() {
        String engine = "dev.tieout.qbo.sync.internal";
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("row")
                .definedBy(engine + ".row")
                .layer("decide")
                .definedBy(engine + ".decide")
                .layer("kind")
                .definedBy(engine + ".kind")
                .layer("outbound")
                .definedBy(engine + ".outbound")
                .layer("handle")
                .definedBy(engine + ".handle")
                .layer("inbound")
                .definedBy(engine + ".inbound")
                .layer("background")
                .definedBy(engine + ".background")
                .layer("engine")
                .definedBy(engine)
                .whereLayer("engine")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("background")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("inbound")
                .mayOnlyBeAccessedByLayers("background", "engine")
                .whereLayer("handle")
                .mayOnlyBeAccessedByLayers("inbound", "background", "engine")
                .whereLayer("outbound")
                .mayOnlyBeAccessedByLayers("handle", "inbound", "background", "engine")
                .whereLayer("kind")
                .mayOnlyBeAccessedByLayers("outbound", "handle", "inbound", "background", "engine")
                .whereLayer("decide")
                .mayOnlyBeAccessedByLayers("kind", "outbound", "handle", "inbound", "background", "engine")
                .check(ALL);
    }

    @Test
    void theEngineKnowsNoKindOfRecord() {
        noClasses()
                .that()
                .resideInAPackage("dev.tieout.qbo.sync.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tieout.qbo.kinds..")
                .check(ALL);
    }

    @Test
    void floorsOfTheMatchingEngineImportOnlyDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("index")
                .definedBy("dev.tieout.matching.internal.index")
                .layer("text")
                .definedBy("dev.tieout.matching.internal.text")
                .layer("records")
                .definedBy("dev.tieout.matching.internal.records")
                .layer("scoring")
                .definedBy("dev.tieout.matching.internal.scoring")
                .layer("deciding")
                .definedBy("dev.tieout.matching.internal.deciding")
                .layer("entry")
                .definedBy("dev.tieout.matching", "dev.tieout.matching.(*)")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("deciding")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("scoring")
                .mayOnlyBeAccessedByLayers("deciding", "entry")
                .whereLayer("records")
                .mayOnlyBeAccessedByLayers("scoring", "deciding", "entry")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("records", "scoring", "deciding", "entry")
                .whereLayer("index")
                .mayOnlyBeAccessedByLayers("records", "scoring", "deciding", "entry")
                .check(ALL);
    }

    @Test
    void packagesOfOneFloorDoNotImportEachOtherInCircles() {
        slices().matching("dev.tieout.qbo.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void onlyTheTransportSpeaksHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.tieout.qbo.sync..", "dev.tieout.qbo.setup..", "dev.tieout.qbo.entity..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("okhttp3..")
                .check(ALL);
    }
}
