package segue.kernel.assist;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Chooses and orders what is offered for a name that is being typed. */
final class Proposals {
    private static final int MOST = 200;
    private static final Comparator<Proposal> NEAREST = Comparator.comparing(Proposal::fits)
            .reversed()
            .thenComparing(Proposal::nearness)
            .thenComparing(Proposal::text, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Proposal::text);

    private Proposals() {}

    /** Those whose name begins with the prefix; if none does, those that match it by the letters of their words. */
    static List<Proposal> ranked(Collection<Proposal> all, String prefix) {
        List<Proposal> exact = chosen(all, proposal -> proposal.name().startsWith(prefix));
        if (!exact.isEmpty() || prefix.isEmpty()) {
            return exact;
        }
        String lower = prefix.toLowerCase(Locale.ROOT);
        return chosen(
                all,
                proposal -> proposal.name().toLowerCase(Locale.ROOT).startsWith(lower)
                        || matchesWords(proposal.name(), prefix));
    }

    private static List<Proposal> chosen(Collection<Proposal> all, java.util.function.Predicate<Proposal> matches) {
        Map<String, Proposal> byText = new LinkedHashMap<>();
        for (Proposal proposal : all) {
            if (matches.test(proposal) && proposal.name().indexOf('$') < 0) {
                byText.merge(proposal.text(), proposal, (a, b) -> NEAREST.compare(a, b) <= 0 ? a : b);
            }
        }
        return byText.values().stream().sorted(NEAREST).limit(MOST).toList();
    }

    /** Whether a name can be offered for what is typed, however far from it. */
    static boolean mayMatch(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length()) || matchesWords(name, prefix);
    }

    /** {@code CoFu} stands for {@code CompletableFuture}: each capital begins a word of the name. */
    static boolean matchesWords(String name, String prefix) {
        if (prefix.isEmpty() || name.isEmpty() || prefix.charAt(0) != name.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < prefix.length(); i++) {
            char wanted = prefix.charAt(i);
            if (at < name.length() && name.charAt(at) == wanted) {
                at++;
            } else if (Character.isUpperCase(wanted)) {
                at = name.indexOf(wanted, at);
                if (at < 0) {
                    return false;
                }
                at++;
            } else {
                return false;
            }
        }
        return true;
    }
}
