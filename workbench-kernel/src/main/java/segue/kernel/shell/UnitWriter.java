package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the classes of a plan. Declarations become static members; statements go, in order, into {@code do$} methods. */
final class UnitWriter {
    static final String STEP = "do$";
    static final String VALUE = "value$";
    /** Keeps each method far below the 64 KB that the class file allows. */
    private static final int PIECES_PER_STEP = 200;

    private final CellPlan plan;
    private final List<String> steps = new ArrayList<>();

    UnitWriter(CellPlan plan) {
        this.plan = plan;
    }

    /** The methods to call, in order; known after {@link #main}. */
    List<String> steps() {
        return steps;
    }

    /** @param valueIsVoid the closing expression turned out to have no value */
    UnitSource main(boolean valueIsVoid) {
        UnitSource unit = begin();
        fields(unit);
        forwarders(unit);
        int open = 0;
        for (Piece piece : plan.pieces) {
            boolean member = piece instanceof Piece.Type || piece instanceof Piece.Method;
            boolean value = piece instanceof Piece.Expression expression && expression.shown() && !valueIsVoid;
            if (open > 0 && (member && plan.isOwn(piece) || value || open >= PIECES_PER_STEP)) {
                unit.add("}");
                open = 0;
            }
            if (value) {
                unit.add("public static java.lang.Object " + VALUE + "() throws java.lang.Throwable { return ")
                        .copy(piece.start(), piece.end())
                        .add(";}");
            } else if (member) {
                if (plan.isOwn(piece)) {
                    declaration(unit, piece);
                }
            } else if (!(piece instanceof Piece.Import)) {
                if (open == 0) {
                    steps.add(STEP + steps.size());
                    unit.add("public static void " + steps.getLast() + "() throws java.lang.Throwable {");
                }
                step(unit, piece, valueIsVoid);
                open++;
                if (piece instanceof Piece.Statement statement && statement.opaque()) {
                    unit.add("}");
                    open = 0;
                } else if (piece instanceof Piece.Variable variable && plan.anonymous.containsKey(variable)) {
                    unit.add("} public static " + plan.anonymous.get(variable).declaration(variable.name()))
                            .copy(
                                    variable.anonymous().bodyStart() + 1,
                                    variable.anonymous().bodyEnd());
                    open = 0;
                }
            }
        }
        return unit.add(open > 0 ? "}}" : "}");
    }

    /** A class in which every {@code var} is a local variable, whose type the compiler then tells. */
    UnitSource inference(List<Piece.Variable> inferred) {
        UnitSource unit = begin();
        fields(unit);
        forwarders(unit);
        plan.ownMethods.forEach(method -> declaration(unit, method));
        unit.add("static void " + STEP + "() throws java.lang.Throwable {");
        for (Piece.Variable variable : inferred) {
            unit.addFor("var " + variable.name(), variable.start(), variable.start() + 3);
            if (variable.initialised()) {
                unit.add(" = ").copy(variable.initStart(), variable.initEnd());
            }
            unit.add(";");
        }
        return unit.add("}}");
    }

    /** The units beside the main one: the cell's types, and what is compiled again. */
    List<UnitSource> others() {
        List<UnitSource> units = new ArrayList<>();
        plan.cellTypes().forEach(type -> units.add(dependent(type)));
        plan.dependents.forEach(declared -> units.add(dependent(declared)));
        return units;
    }

    /** A declaration in a unit of its own; an earlier one is seen with today's eyes. */
    UnitSource dependent(Declared declared) {
        CellText origin = declared instanceof Declared.Type type ? type.cell() : ((Declared.Method) declared).cell();
        Piece piece = declared instanceof Declared.Type type ? type.piece() : ((Declared.Method) declared).piece();
        UnitSource unit = new UnitSource(declared.owner(), origin);
        Set<String> own = Set.of(declared.name());
        header(unit, declared.mentions(), declared instanceof Declared.Type ? own : Set.of(), own);
        declaration(unit, piece);
        return unit.add("}");
    }

    private UnitSource begin() {
        UnitSource unit = new UnitSource(plan.className, plan.cell);
        Set<String> members = new HashSet<>(plan.newFields.keySet());
        plan.ownMethods.forEach(method -> members.add(method.name()));
        header(unit, plan.mentioned, Set.of(), members);
        return unit;
    }

    private void header(UnitSource unit, Collection<String> mentioned, Set<String> ownTypes, Set<String> ownMembers) {
        unit.add("package " + CellCompiler.PACKAGE + ";");
        for (Piece piece : plan.pieces) {
            if (piece instanceof Piece.Import added) {
                unit.addFor(Imports.line(added), added.start(), added.end());
            }
        }
        Set<String> lines = new LinkedHashSet<>();
        lines.addAll(CellFunctions.importsFor(mentioned, plan.imports.all()));
        lines.addAll(plan.imports.linesFor(
                mentioned, name -> ownTypes.contains(name) || plan.after.types.containsKey(name)));
        lines.addAll(plan.after.importsFor(mentioned, ownTypes, ownMembers));
        lines.forEach(unit::add);
        unit.add("public class " + unit.className + " {");
    }

    private void fields(UnitSource unit) {
        Set<String> written = new HashSet<>();
        for (Piece piece : plan.pieces) {
            if (piece instanceof Piece.Variable variable && plan.newFields.containsKey(variable.name())) {
                written.add(variable.name());
                unit.add("public static ")
                        .addFor(
                                plan.newFields.get(variable.name()),
                                variable.typeStart(),
                                variable.typeStart()
                                        + Math.max(3, variable.type().length()))
                        .add(" " + variable.name() + ";");
            }
        }
        plan.newFields.forEach((name, type) -> {
            if (written.add(name)) {
                unit.add("public static " + type + " " + name + ";");
            }
        });
    }

    private void forwarders(UnitSource unit) {
        for (Declared.Method method : plan.forwarded) {
            Piece.Method piece = method.piece();
            unit.add("public static " + piece.header() + " {" + (piece.isVoid() ? "" : "return ")
                    + CellCompiler.PACKAGE + "." + method.owner() + "." + piece.name() + "("
                    + String.join(", ", piece.parameters()) + ");}");
        }
    }

    private void declaration(UnitSource unit, Piece piece) {
        Piece.Modifiers modifiers =
                piece instanceof Piece.Type type ? type.modifiers() : ((Piece.Method) piece).modifiers();
        // A record's canonical constructor may not be less accessible than the record, and in cells it is written bare.
        boolean isRecord = piece instanceof Piece.Type type && type.isRecord();
        unit.add(isRecord ? "static " : "public static ");
        int permitsAt = piece instanceof Piece.Type type ? type.permitsAt() : -1;
        String permitted = permitsAt < 0 ? "" : subtypes(((Piece.Type) piece).name());
        if (permitted.isEmpty()) {
            unit.copyMasked(piece.start(), piece.end(), modifiers.masked());
        } else {
            unit.copyMasked(piece.start(), permitsAt, modifiers.masked())
                    .add(" permits " + permitted)
                    .copy(permitsAt, piece.end());
        }
    }

    /** The types of its cell that named this one as their supertype, as they are today. */
    private String subtypes(String name) {
        Set<String> permitted = plan.after.types.get(name).mentions();
        return plan.after.types.values().stream()
                .filter(type -> permitted.contains(type.name())
                        && type.piece().supertypes().contains(name))
                .map(Declared.Type::name)
                .collect(Collectors.joining(", "));
    }

    private void step(UnitSource unit, Piece piece, boolean valueIsVoid) {
        switch (piece) {
            case Piece.Variable variable -> assignment(unit, variable);
            case Piece.Expression expression ->
                unit.add(valueIsVoid && expression.shown() ? "" : "{ java.lang.Object unused$ = ")
                        .copy(piece.start(), piece.end())
                        .add(valueIsVoid && expression.shown() ? ";" : "; }");
            default -> {
                unit.copy(piece.start(), piece.end());
                // The last statement of a cell may stand without its semicolon.
                char end = plan.cell.code().charAt(piece.end() - 1);
                unit.add(end == ';' || end == '}' ? "" : ";");
            }
        }
    }

    private void assignment(UnitSource unit, Piece.Variable variable) {
        // Nothing is copied but the line, so that what the value throws is thrown there.
        unit.copy(variable.start(), variable.start());
        String type = plan.after.variables.get(variable.name()).type();
        if (!variable.initialised()) {
            unit.markInitial();
            unit.add(variable.name() + " = " + initial(type) + ";");
            return;
        }
        unit.markInitial();
        if (plan.anonymous.containsKey(variable)) {
            unit.add(variable.name() + " = new " + InferredType.className(variable.name()))
                    .copy(
                            variable.anonymous().argumentsStart(),
                            variable.anonymous().bodyStart())
                    .add(";");
            return;
        }
        boolean arrayInitialiser = plan.cell.code().charAt(variable.initStart()) == '{';
        unit.add(variable.name() + " = " + (arrayInitialiser ? "new " + type : ""))
                .copy(variable.initStart(), variable.initEnd())
                .add(";");
    }

    private static String initial(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "byte", "short", "int", "long", "char", "float", "double" -> "0";
            default -> "null";
        };
    }
}
