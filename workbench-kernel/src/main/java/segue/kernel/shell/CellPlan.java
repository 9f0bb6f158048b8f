package segue.kernel.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one run of pieces becomes: which of them are new, which earlier declarations have to be compiled again because
 * something they mention has changed, and how the notebook's declarations stand afterwards.
 */
final class CellPlan {
    final CellText cell;
    final List<Piece> pieces;
    final String className;
    final Imports imports;
    final Declarations after;
    /** Declared by this cell and not the same as before. */
    final List<Piece.Type> ownTypes = new ArrayList<>();

    final List<Piece.Method> ownMethods = new ArrayList<>();
    /** Variables that get a new field: name to type. */
    final Map<String, String> newFields = new HashMap<>();
    /** Earlier overloads of the cell's own methods, which would be hidden. */
    final List<Declared.Method> forwarded = new ArrayList<>();

    final List<Declared> dependents = new ArrayList<>();
    /** Types that keep their class and get new method bodies, if the JVM agrees. */
    final List<Declared.Type> inPlace = new ArrayList<>();

    /** Variables that lost their value since their class has changed. */
    final Set<String> reset = new LinkedHashSet<>();

    /** Why types of the cell cannot keep their class, as far as their text tells. */
    final List<String> reasons = new ArrayList<>();

    final Set<String> mentioned = new LinkedHashSet<>();
    private final Set<String> failedUnits;
    private final Predicate<Declared.Type> staysInPlace;

    /**
     * @param failedUnits whose classes are of no use any more
     * @param staysInPlace whether an earlier type that has to be compiled again may keep its class
     */
    CellPlan(
            CellText cell,
            List<Piece> pieces,
            String className,
            Imports importsBefore,
            Declarations before,
            Map<String, String> inferred,
            Set<String> leftAlone,
            Set<String> failedUnits,
            Predicate<Declared.Type> staysInPlace) {
        this.failedUnits = failedUnits;
        this.staysInPlace = staysInPlace;
        this.cell = cell;
        this.pieces = pieces;
        this.className = className;
        this.imports = importsBefore.copy();
        this.after = before.copy();
        Set<String> redeclared = new HashSet<>();
        Set<String> changed = new HashSet<>();
        for (Piece piece : pieces) {
            mentioned.addAll(mentions(piece));
            switch (piece) {
                case Piece.Import added -> {
                    imports.add(added);
                    if (!added.isStatic()) {
                        after.types.remove(added.name().substring(added.name().lastIndexOf('.') + 1));
                    }
                }
                case Piece.Type type -> type(type, before, redeclared, changed);
                case Piece.Method method -> method(method, before, redeclared, changed);
                default -> {}
            }
        }
        Set<String> affected = dependents(before, redeclared, changed, leftAlone);
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Variable variable) {
                variable(variable, before, inferred, redeclared, changed, affected);
            }
        }
        dependents(before, redeclared, changed, leftAlone);
        resetVariables(before, redeclared, changed);
        forwardOverloads(before, redeclared);
    }

    private void type(Piece.Type type, Declarations before, Set<String> redeclared, Set<String> changed) {
        Declared.Type old = before.types.get(type.name());
        if (old != null && old.text().equals(text(type)) && !failedUnits.contains(old.owner())) {
            return;
        }
        redeclared.add(type.name());
        if (old != null && !head(old.text()).equals(head(text(type)))) {
            reasons.add(type.name() + " is declared otherwise");
        } else if (old != null && staysInPlace.test(old)) {
            imports.forget(type.name());
            Declared.Type declared = new Declared.Type(type, cell, old.owner(), mentions(type));
            after.types.put(type.name(), declared);
            inPlace.add(declared);
            return;
        }
        if (old != null || imports.startup(type.name()).isPresent()) {
            changed.add(type.name());
        }
        String owner = className + "_" + ownTypes.size();
        ownTypes.add(type);
        imports.forget(type.name());
        after.types.put(type.name(), new Declared.Type(type, cell, owner, mentions(type)));
    }

    /** What stands before the body: a change there always makes another class. */
    private static String head(String text) {
        int body = text.indexOf('{');
        return text.substring(0, body < 0 ? text.length() : body)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void method(Piece.Method method, Declarations before, Set<String> redeclared, Set<String> changed) {
        Declared.Method old = before.methods.get(method.key());
        if (old != null && old.text().equals(text(method))) {
            return;
        }
        redeclared.add(method.key());
        if (old != null && !old.piece().header().equals(method.header())) {
            changed.add(method.name());
        }
        ownMethods.add(method);
        after.methods.put(method.key(), new Declared.Method(method, cell, className, mentions(method)));
    }

    private void variable(
            Piece.Variable variable,
            Declarations before,
            Map<String, String> inferred,
            Set<String> redeclared,
            Set<String> changed,
            Set<String> affected) {
        String type = variable.inferred() ? inferred.getOrDefault(variable.name(), "Object") : variable.type();
        Declared.Variable old = before.variables.get(variable.name());
        redeclared.add(variable.name());
        Set<String> typeNames = CodeText.names(type);
        mentioned.addAll(typeNames);
        mentioned.add(variable.name());
        if (old != null && old.type().equals(type) && typeNames.stream().noneMatch(affected::contains)) {
            return;
        }
        if (old != null) {
            changed.add(variable.name());
        }
        newFields.put(variable.name(), type);
        after.variables.put(variable.name(), new Declared.Variable(variable.name(), className, type, typeNames));
    }

    private Set<String> dependents(
            Declarations before, Set<String> redeclared, Set<String> changed, Set<String> leftAlone) {
        dependents.clear();
        inPlace.removeIf(type -> !redeclared.contains(type.name()));
        Set<String> affected = new HashSet<>(changed);
        if (changed.isEmpty()) {
            return affected;
        }
        Set<String> excluded = new HashSet<>(redeclared);
        excluded.addAll(leftAlone);
        for (Declared declared : before.dependents(changed, excluded, staysInPlace)) {
            String owner = className + "_" + (ownTypes.size() + dependents.size());
            Declared moved = switch (declared) {
                case Declared.Type type when staysInPlace.test(type) -> type;
                case Declared.Type type -> new Declared.Type(type.piece(), type.cell(), owner, type.mentions());
                case Declared.Method method ->
                    new Declared.Method(method.piece(), method.cell(), owner, method.mentions());
                case Declared.Variable variable -> variable;
            };
            dependents.add(moved);
            if (moved == declared && moved instanceof Declared.Type type) {
                inPlace.add(type);
            } else if (moved instanceof Declared.Type type) {
                affected.add(type.name());
                after.types.put(type.name(), type);
            } else if (moved instanceof Declared.Method method) {
                after.methods.put(method.piece().key(), method);
            }
        }
        return affected;
    }

    private void resetVariables(Declarations before, Set<String> redeclared, Set<String> changed) {
        Set<String> changedTypes = new HashSet<>();
        newTypes().forEach(type -> changedTypes.add(type.name()));
        for (Declared.Variable variable : before.variables.values()) {
            if (!redeclared.contains(variable.name())
                    && variable.mentions().stream().anyMatch(changedTypes::contains)) {
                reset.add(variable.name());
                newFields.put(variable.name(), variable.type());
                mentioned.addAll(variable.mentions());
                after.variables.put(
                        variable.name(),
                        new Declared.Variable(variable.name(), className, variable.type(), variable.mentions()));
            }
        }
    }

    private void forwardOverloads(Declarations before, Set<String> redeclared) {
        Set<String> names = new HashSet<>();
        ownMethods.forEach(method -> names.add(method.name()));
        for (String name : names) {
            for (Declared.Method overload : before.overloads(name)) {
                if (!redeclared.contains(overload.piece().key())
                        && dependents.stream().noneMatch(moved -> moved.name().equals(name))) {
                    forwarded.add(overload);
                    mentioned.addAll(CodeText.names(overload.piece().header()));
                    after.methods.put(
                            overload.piece().key(),
                            new Declared.Method(overload.piece(), overload.cell(), className, overload.mentions()));
                }
            }
        }
    }

    /** Types that become new classes, whether the cell declares them or mentions something that has changed. */
    List<Declared.Type> newTypes() {
        List<Declared.Type> types = new ArrayList<>();
        ownTypes.forEach(type -> types.add(after.types.get(type.name())));
        for (Declared declared : dependents) {
            if (declared instanceof Declared.Type type && !inPlace.contains(type)) {
                types.add(type);
            }
        }
        return types;
    }

    /** The types of this cell, each of which is compiled on its own. */
    List<Declared.Type> cellTypes() {
        List<Declared.Type> types = new ArrayList<>();
        ownTypes.forEach(type -> types.add(after.types.get(type.name())));
        inPlace.stream().filter(type -> !dependents.contains(type)).forEach(types::add);
        return types;
    }

    void mention(Piece piece) {
        mentioned.addAll(mentions(piece));
    }

    boolean isOwn(Piece piece) {
        return ownMethods.contains(piece);
    }

    private String text(Piece piece) {
        return cell.code().substring(piece.start(), piece.end());
    }

    private Set<String> mentions(Piece piece) {
        return CodeText.names(text(piece));
    }
}
