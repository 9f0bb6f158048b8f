package segue.kernel.shell;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leads calls in earlier cells to the methods that a cell has declared. */
final class LatestMethods {
    private LatestMethods() {}

    static void link(CellPlan plan, CellLoader loader) throws ReflectiveOperationException {
        Map<String, Set<String>> methodsByOwner = new HashMap<>();
        plan.ownMethods.forEach(method -> methodsByOwner
                .computeIfAbsent(plan.className, _ -> new HashSet<>())
                .add(method.name()));
        plan.dependents.forEach(declared -> {
            if (declared instanceof Declared.Method method) {
                methodsByOwner
                        .computeIfAbsent(method.owner(), _ -> new HashSet<>())
                        .add(method.name());
            }
        });
        for (Map.Entry<String, Set<String>> entry : methodsByOwner.entrySet()) {
            bind(plan, loader, entry.getKey(), entry.getValue());
        }
    }

    private static void bind(CellPlan plan, CellLoader loader, String owner, Set<String> names)
            throws ReflectiveOperationException {
        String className = CellCompiler.PACKAGE + "." + owner;
        Class<?> type = loader.loadClass(className);
        for (Method method : type.getDeclaredMethods()) {
            boolean forwarder =
                    owner.equals(plan.className) && plan.forwarded.stream().anyMatch(old -> matches(old, method));
            if (names.contains(method.getName()) && !forwarder) {
                loader.bind(
                        method.getName(),
                        MethodType.methodType(method.getReturnType(), method.getParameterTypes()),
                        className);
            }
        }
    }

    private static boolean matches(Declared.Method declared, Method method) {
        List<String> types = declared.piece().parameterTypes();
        if (!declared.name().equals(method.getName()) || types.size() != method.getParameterCount()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            String written = types.get(i).replaceAll("<.*>", "").replaceAll(".*\\.", "");
            if (!method.getParameterTypes()[i].getSimpleName().equals(written)) {
                return false;
            }
        }
        return true;
    }
}
