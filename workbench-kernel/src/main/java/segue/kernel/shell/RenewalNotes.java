package segue.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Says what a person loses when a class of a cell becomes a new one. */
final class RenewalNotes {
    private static final Pattern STATIC_FIELD =
            Pattern.compile("\\bstatic\\s+(?!final\\b|class\\b|interface\\b|record\\b|enum\\b)[^(){};=]*[=;]");

    private RenewalNotes() {}

    /**
     * @param before what was declared until now
     * @param reasons why classes could not be kept
     * @param valueOf what a variable holds now; empty where it is null
     */
    static List<String> of(
            CellPlan plan,
            Declarations before,
            List<String> reasons,
            Function<Declared.Variable, Optional<Object>> valueOf) {
        String because = reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
        List<String> notes = new ArrayList<>();
        List<String> emptied = plan.reset.stream()
                .filter(name -> valueOf.apply(before.variables.get(name)).isPresent())
                .toList();
        if (!emptied.isEmpty()) {
            boolean one = emptied.size() == 1;
            notes.add(String.join(", ", emptied) + (one ? " was" : " were") + " set to null, since "
                    + (one ? "its class has" : "their classes have") + " changed" + because
                    + ". Objects are kept when only bodies of methods change.");
        }
        List<String> renewed = plan.newTypes().stream()
                .map(type -> before.types.get(type.name()))
                .filter(old -> old != null
                        && STATIC_FIELD
                                .matcher(CodeText.blank(old.text(), true))
                                .find())
                .map(Declared.Type::name)
                .toList();
        if (!renewed.isEmpty()) {
            notes.add("the static fields of " + String.join(", ", renewed) + " begin anew" + because + ".");
        }
        return notes;
    }
}
