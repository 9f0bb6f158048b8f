package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StartupImportsTest {
    @Test
    void no_name_of_ours_is_in_two_packages_that_every_notebook_imports() {
        Map<String, TreeSet<String>> packagesByName = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("segue").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                        .filter(type -> StartupImports.ALL.contains(type.getPackageName() + ".*"))
                        .collect(Collectors.groupingBy(
                                JavaClass::getSimpleName,
                                Collectors.mapping(JavaClass::getPackageName, Collectors.toCollection(TreeSet::new))));

        assertThat(packagesByName).containsKey("Catalog");
        assertThat(packagesByName.entrySet())
                .filteredOn(entry -> entry.getValue().size() > 1)
                .isEqualTo(List.of());
    }
}
