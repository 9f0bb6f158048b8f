package segue.kernel.shell;

import java.lang.instrument.ClassDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings what was compiled into the JVM: new classes are added, and a class that differs from a loaded one in its method
 * bodies alone takes its place, so that its objects and static fields stay.
 */
final class CellClasses {
    private final CellCompiler compiler;
    private final CellLoader loader;
    private final Weaver weaver;
    /** How many companions the unit of a redefined type has had. */
    private final Map<String, Integer> companions = new HashMap<>();

    CellClasses(CellCompiler compiler, CellLoader loader) {
        this.compiler = compiler;
        this.loader = loader;
        this.weaver = new Weaver(loader::bytes, loader);
    }

    /**
     * Installs all classes of a plan, or none.
     *
     * @return types of the plan that cannot be replaced in place and have to become new classes, with the reason
     */
    Map<String, String> install(CellPlan plan, Map<String, byte[]> classes)
            throws CompileFailure, ReflectiveOperationException {
        PreviewFeatures.check(classes.values());
        Map<String, String> refused = new LinkedHashMap<>();
        for (Declared.Type type : plan.inPlace) {
            ClassShape.change(type.name(), compiler.kept(type.owner()), of(type, classes))
                    .ifPresent(reason -> refused.put(type.name(), reason));
        }
        if (!refused.isEmpty()) {
            return refused;
        }
        Map<String, byte[]> woven = new LinkedHashMap<>();
        classes.forEach((name, bytes) -> woven.put(name, weaver.weave(bytes, classes)));
        Map<String, byte[]> added = new LinkedHashMap<>(woven);
        plan.inPlace.forEach(type -> of(type, classes).keySet().forEach(added::remove));
        for (Declared.Type type : plan.newTypes()) {
            added.computeIfPresent(
                    CellCompiler.PACKAGE + "." + type.owner(),
                    (_, outermost) -> Companion.withSpareNames(outermost, type.name()));
        }
        loader.add(added);
        refused.putAll(replace(plan.inPlace, woven));
        if (refused.isEmpty()) {
            compiler.keep(classes);
        }
        return refused;
    }

    private Map<String, String> replace(List<Declared.Type> types, Map<String, byte[]> woven)
            throws ReflectiveOperationException {
        Map<UnitLoader, Map<String, byte[]>> replacements = new LinkedHashMap<>();
        List<ClassDefinition> definitions = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (Declared.Type type : types) {
            UnitLoader unit = loader.unit(type.owner());
            Map<String, byte[]> ready = replacements.computeIfAbsent(unit, _ -> new LinkedHashMap<>());
            of(type, woven).forEach((name, bytes) -> {
                byte[] loaded = unit.classes().get(name);
                if (loaded == null) {
                    ready.put(name, bytes);
                } else if (!name.endsWith("." + type.owner())) {
                    Optional<Map<String, byte[]>> split =
                            Companion.split(loaded, bytes, companions.getOrDefault(type.owner(), 0));
                    split.ifPresentOrElse(
                            ready::putAll,
                            () -> refused.put(type.name(), "the JVM cannot put new lambdas into " + type.name()));
                    if (split.isPresent() && split.get().size() > 1) {
                        companions.merge(type.owner(), 1, Integer::sum);
                    }
                }
            });
        }
        if (!refused.isEmpty()) {
            return refused;
        }
        // The new bodies may mention new classes, which have to be found when the JVM verifies them.
        replacements.forEach((unit, classes) -> classes.forEach((name, bytes) -> {
            Class<?> loaded = unit.loaded(name);
            if (loaded != null) {
                definitions.add(new ClassDefinition(loaded, bytes));
            }
        }));
        Map<UnitLoader, Map<String, byte[]>> before = new LinkedHashMap<>();
        replacements.forEach((unit, classes) -> {
            before.put(unit, new HashMap<>(unit.classes()));
            unit.put(classes);
        });
        try {
            if (!definitions.isEmpty()) {
                Redefinition.redefine(definitions);
            }
        } catch (UnsupportedOperationException | LinkageError e) {
            before.forEach(UnitLoader::put);
            types.forEach(type -> refused.put(type.name(), "the JVM cannot replace it (" + e.getMessage() + ")"));
        }
        return refused;
    }

    private static Map<String, byte[]> of(Declared.Type type, Map<String, byte[]> classes) {
        Map<String, byte[]> own = new LinkedHashMap<>();
        classes.forEach((name, bytes) -> {
            if (UnitNames.unit(name).equals(type.owner())) {
                own.put(name, bytes);
            }
        });
        return own;
    }

    /** Forgets every class that no declaration needs any more. */
    void retain(Declarations current) {
        Set<String> owners = new HashSet<>();
        List.<Collection<? extends Declared>>of(
                        current.variables.values(), current.types.values(), current.methods.values())
                .forEach(all -> all.forEach(declared -> owners.add(declared.owner())));
        Set<String> left = loader.retain(owners);
        compiler.retain(left);
        companions.keySet().retainAll(left);
    }
}
