package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that the cells so far have declared, the latest under each name. */
final class Declarations {
    final Map<String, Declared.Variable> variables = new LinkedHashMap<>();
    final Map<String, Declared.Type> types = new LinkedHashMap<>();
    /** By name and parameter types. */
    final Map<String, Declared.Method> methods = new LinkedHashMap<>();

    Declarations copy() {
        Declarations copy = new Declarations();
        copy.variables.putAll(variables);
        copy.types.putAll(types);
        copy.methods.putAll(methods);
        return copy;
    }

    List<Declared.Method> overloads(String name) {
        return methods.values().stream()
                .filter(method -> method.name().equals(name))
                .toList();
    }

    /** Import lines for what is mentioned, but for the names that the unit itself declares. */
    Set<String> importsFor(Collection<String> names, Set<String> ownTypes, Set<String> ownMembers) {
        Set<String> lines = new LinkedHashSet<>();
        for (String name : names) {
            Declared.Type type = types.get(name);
            if (type != null && !ownTypes.contains(name)) {
                lines.add("import " + CellCompiler.PACKAGE + "." + type.owner() + "." + name + ";");
            }
            if (ownMembers.contains(name)) {
                continue;
            }
            Declared.Variable variable = variables.get(name);
            if (variable != null) {
                lines.add(staticImport(variable));
            }
            overloads(name).forEach(method -> lines.add(staticImport(method)));
        }
        return lines;
    }

    private static String staticImport(Declared declared) {
        return "import static " + CellCompiler.PACKAGE + "." + declared.owner() + "." + declared.name() + ";";
    }

    /**
     * Methods and types that mention one of the changed names, directly or through each other. A variable whose type
     * becomes another class is a changed name too, since it begins anew.
     *
     * @param staysInPlace types that are compiled again but stay the same class, so that what mentions them need not be
     */
    List<Declared> dependents(
            Set<String> changed, Set<String> redeclared, Predicate<? super Declared.Type> staysInPlace) {
        Set<String> reached = new HashSet<>(changed);
        Set<String> newTypes = new HashSet<>(changed);
        Set<Declared> result = new LinkedHashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            List<Declared> candidates = new ArrayList<>(types.values());
            candidates.addAll(methods.values());
            for (Declared declared : candidates) {
                String key = declared instanceof Declared.Method method
                        ? method.piece().key()
                        : declared.name();
                if (!redeclared.contains(key)
                        && !result.contains(declared)
                        && declared.mentions().stream()
                                .anyMatch(name -> reached.contains(name) && !name.equals(declared.name()))) {
                    result.add(declared);
                    if (!(declared instanceof Declared.Type type && staysInPlace.test(type))) {
                        reached.add(declared.name());
                        grown = true;
                        if (declared instanceof Declared.Type) {
                            newTypes.add(declared.name());
                        }
                    }
                }
            }
            for (Declared.Variable variable : variables.values()) {
                grown |= !redeclared.contains(variable.name())
                        && variable.mentions().stream().anyMatch(newTypes::contains)
                        && reached.add(variable.name());
            }
        }
        return List.copyOf(result);
    }
}
