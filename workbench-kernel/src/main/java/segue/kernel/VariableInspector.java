package segue.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import segue.kernel.comm.Comm;
import segue.kernel.comm.Comms;
import segue.kernel.shell.CellOutput;
import segue.kernel.variables.VariableSummary;

/**
 * The comm target {@value #TARGET}: who opens it is told all variables at once, again after every cell, and whenever it
 * sends anything; also while a cell runs. What it is told: {@code {"variables": [{"name", "type", "size", "summary"}]}},
 * in the order of declaration.
 */
final class VariableInspector {
    static final String TARGET = "segue.variables";

    private final Supplier<List<VariableSummary>> variables;
    private final Set<Comm> watching = ConcurrentHashMap.newKeySet();

    /** @param home carries what the inspector sends */
    VariableInspector(Comms comms, Supplier<List<VariableSummary>> variables, CellOutput home) {
        this.variables = variables;
        comms.register(TARGET, Comms.When.AT_ONCE, this::opened, home);
    }

    private void opened(Comm comm) {
        comm.onClose(_ -> watching.remove(comm));
        comm.onMessage(_ -> comm.send(content()));
        watching.add(comm);
        comm.send(content());
    }

    /** Tells the news to all who watch; costs nothing while nobody does. */
    void cellEnded() {
        if (!watching.isEmpty()) {
            Map<String, Object> content = content();
            watching.removeIf(Comm::isClosed);
            watching.forEach(comm -> comm.send(content));
        }
    }

    private Map<String, Object> content() {
        List<Object> rows = new ArrayList<>();
        for (VariableSummary variable : variables.get()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", variable.name());
            row.put("type", variable.type());
            row.put("size", variable.size());
            row.put("summary", variable.summary());
            rows.add(row);
        }
        return Map.of("variables", rows);
    }
}
