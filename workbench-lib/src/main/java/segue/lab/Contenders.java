package segue.lab;

import java.util.ArrayList;
import java.util.List;
import segue.lab.smile.SmileSearch;
import segue.neighbors.Backend;

/** Who takes part: the plain loop first, auto last. */
public final class Contenders {
    private Contenders() {}

    public static List<Contender> all() {
        List<Contender> all = new ArrayList<>();
        all.add(new PlainContender());
        all.addAll(List.of(SmileSearch.values()));
        for (Backend backend : Backend.values()) {
            if (backend != Backend.AUTO) {
                all.add(new BackendContender(backend));
            }
            if (backend == Backend.GPU && backend.unavailableReason().isEmpty()) {
                all.add(new WithTransfer(new BackendContender(backend)));
            }
        }
        all.add(new BackendContender(Backend.AUTO));
        return all;
    }
}
