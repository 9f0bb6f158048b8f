package segue.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may import what, in this module. */
class SparkArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("segue.spark");

    @Test
    void roomsImportDownwardsOnly() {
        slices().matching("segue.spark.(*)..").should().beFreeOfCycles().check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage("segue.spark.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("segue.spark.cli..", "segue.cli..", "picocli..")
                .check(OURS);
    }

    @Test
    void theSessionKnowsNoWork() {
        noClasses()
                .that()
                .resideInAPackage("segue.spark.session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("segue.spark.rows..", "segue.neighbors..", "segue.cluster..")
                .check(OURS);
    }

    @Test
    void onlyOneRoomKnowsMongoDb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("segue.spark.mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..")
                .check(OURS);
    }
}
