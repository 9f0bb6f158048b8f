package segue.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "segue.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class KernelArchitectureTest {
    @ArchTest
    static final ArchRule the_wire_knows_nothing_of_what_it_carries = noClasses()
            .that()
            .resideInAPackage("segue.kernel.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "segue.kernel", "segue.kernel.shell..", "segue.kernel.display..", "segue.kernel.magics..");

    @ArchTest
    static final ArchRule shell_display_and_magics_know_nothing_of_the_wire = noClasses()
            .that()
            .resideInAnyPackage(
                    "segue.kernel.shell..", "segue.kernel.assist..", "segue.kernel.display..", "segue.kernel.magics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("segue.kernel", "segue.kernel.wire..", "segue.kernel.install..");

    @ArchTest
    static final ArchRule answers_about_code_know_a_notebook_only_by_its_view = noClasses()
            .that()
            .resideInAPackage("segue.kernel.assist..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("segue.kernel.shell..");

    @ArchTest
    static final ArchRule only_the_wire_opens_sockets = noClasses()
            .that()
            .resideOutsideOfPackage("segue.kernel.wire..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\..*Socket.*|java\\.nio\\.channels\\..*Socket.*");

    @ArchTest
    static final ArchRule the_installer_stands_alone = noClasses()
            .that()
            .resideInAPackage("segue.kernel.install..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "segue.kernel",
                    "segue.kernel.wire..",
                    "segue.kernel.shell..",
                    "segue.kernel.display..",
                    "segue.kernel.magics..");

    @ArchTest
    static final ArchRule the_wire_needs_the_jdk_and_jacksons_stream_layer_alone = classes()
            .that()
            .resideInAPackage("segue.kernel.wire..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "segue.kernel.wire..", "com.fasterxml.jackson.core..");
}
