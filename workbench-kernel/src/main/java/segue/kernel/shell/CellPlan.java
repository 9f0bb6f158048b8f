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
    /** Variables whose anonymous class gets a name of its own, so that its members can be used. */
    final Map<Piece.Variable, InferredType> anonymous = new HashMap<>();
    /** Types that keep their class and get new method bodies, if the JVM agrees. */
    final List<Declared.Type> inPlace = new ArrayList<>();

    /** Variables that lost their value since their class has changed. */
    final Set<String> reset = new LinkedHashSet<>();

    /** Why types of the cell cannot keep their class, as far as their text tells. */
    final List<String> reasons = new ArrayList<>();

    final Set<String> mentioned = new LinkedHashSet<>();
    private final FailedUnits failedUnits;
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
            Map<String, InferredType> inferred,
            Set<String> leftAlone,
            FailedUnits failedUnits,
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
            Declared.Type declared = new Declared.Type(type, cell, old.owner(), mentionsOf(type));
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
        after.types.put(type.name(), new Declared.Type(type, cell, owner, mentionsOf(type)));
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
            Map<String, InferredType> inferred,
            Set<String> redeclared,
            Set<String> changed,
            Set<String> affected) {
        InferredType found = variable.inferred() ? inferred.get(variable.name()) : null;
        String type = variable.inferred() ? (found == null ? "Object" : found.name()) : variable.type();
        if (found != null && found.isAnonymous()) {
            type = CellCompiler.PACKAGE + "." + className + "." + InferredType.className(variable.name());
            anonymous.put(variable, found);
        }
        Declared.Variable old = before.variables.get(variable.name());
        redeclared.add(variable.name());
        mentioned.addAll(CodeText.names(type));
        mentioned.add(variable.name());
        Set<String> typeNames = cellTypesIn(type);
        if (old != null
                && old.type().equals(type)
                && old.mentions().equals(typeNames)
                && typeNames.stream().noneMatch(affected::contains)) {
            after.variables.put(
                    variable.name(),
                    new Declared.Variable(variable.name(), old.owner(), type, typeNames, variable.isFinal()));
            return;
        }
        if (old != null) {
            changed.add(variable.name());
        }
        newFields.put(variable.name(), (variable.isVolatile() ? "volatile " : "") + type);
        after.variables.put(
                variable.name(),
                new Declared.Variable(variable.name(), className, type, typeNames, variable.isFinal()));
    }

    /** Of a dotted name the first part alone: {@code java.time.Duration} is not a cell's {@code Duration}. */
    private Set<String> cellTypesIn(String type) {
        Set<String> names = CodeText.names(type.replaceAll("\\s*\\.\\s*[\\p{javaJavaIdentifierPart}]+", ""));
        names.retainAll(after.types.keySet());
        return names;
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
                mentioned.addAll(CodeText.names(variable.type()));
                after.variables.put(
                        variable.name(),
                        new Declared.Variable(
                                variable.name(), className, variable.type(), variable.mentions(), variable.isFinal()));
            }
        }
    }

    private void forwardOverloads(Declarations before, Set<String> redeclared) {
        Set<String> names = new HashSet<>();
        ownMethods.forEach(method -> names.add(method.name()));
        // What every object has hides what is imported: wait(String) of an earlier cell has to be here to be found.
        mentioned.stream().filter(ObjectMethods.NAMES::contains).forEach(names::add);
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

    /** Variables that may not be assigned but where they are declared. */
    Set<String> finals() {
        Set<String> finals = new HashSet<>();
        after.variables.values().stream()
                .filter(variable -> variable.isFinal() && mentioned.contains(variable.name()))
                .forEach(variable -> finals.add(variable.name()));
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Variable variable && !variable.initialised()) {
                finals.remove(variable.name());
            }
        }
        return finals;
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

    /** A sealed type that does not name its subtypes needs those of its cell all the same. */
    private Set<String> mentionsOf(Piece.Type type) {
        Set<String> names = new HashSet<>(mentions(type));
        for (Piece piece : pieces) {
            if (type.permitsAt() >= 0
                    && piece instanceof Piece.Type other
                    && other.supertypes().contains(type.name())) {
                names.add(other.name());
            }
        }
        return names;
    }

    private Set<String> mentions(Piece piece) {
        return CodeText.names(text(piece));
    }
}
