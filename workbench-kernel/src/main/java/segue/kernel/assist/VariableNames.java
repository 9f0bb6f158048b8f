package segue.kernel.assist;

import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Locale;

/** Names for a variable that is being declared. */
final class VariableNames {
    private VariableNames() {}

    /** The type's name with a small letter, and its last word alone. */
    static List<Proposal> of(VariableTree variable) {
        String type =
                variable.getType() == null ? "" : variable.getType().toString().replaceAll("<.*>|\\[]", "");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (simple.isEmpty() || !Character.isUpperCase(simple.charAt(0))) {
            return List.of();
        }
        String whole = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
        String last = simple.replaceAll("^.*(?=[A-Z])", "").toLowerCase(Locale.ROOT);
        return List.of(whole, last).stream()
                .distinct()
                .filter(name -> javax.lang.model.SourceVersion.isName(name))
                .map(name -> new Proposal(name, "instance", "a new " + simple, Proposal.Nearness.LOCAL))
                .toList();
    }
}
