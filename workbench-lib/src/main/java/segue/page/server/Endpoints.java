package segue.page.server;

import java.util.Map;

/** One room of the page's server: what it answers, and at which paths. */
public interface Endpoints {
    void addTo(Paths paths);

    /** What {@code /api/status} says of it, by name; called at every request. */
    default Map<String, Object> status() {
        return Map.of();
    }
}
