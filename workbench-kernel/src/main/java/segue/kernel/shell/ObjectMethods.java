package segue.kernel.shell;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The methods that every class has, and that therefore come before those which a cell declares or imports. */
final class ObjectMethods {
    private static final List<Method> ALL = List.of(Object.class.getDeclaredMethods());

    static final Set<String> NAMES = ALL.stream().map(Method::getName).collect(Collectors.toUnmodifiableSet());

    private ObjectMethods() {}

    /** @param parameterTypes as written */
    static boolean has(String name, List<String> parameterTypes) {
        if (!NAMES.contains(name)) {
            return false;
        }
        List<String> simple = parameterTypes.stream()
                .map(type -> type.replaceAll(".*\\.", ""))
                .toList();
        return ALL.stream()
                .filter(method -> method.getName().equals(name))
                .anyMatch(method -> Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList()
                        .equals(simple));
    }
}
