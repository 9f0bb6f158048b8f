package segue.jobs;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs that wait: each client's in the order they came, the clients taking turns. */
final class TurnLine {
    /** Whose turn is next comes first. */
    private final LinkedHashMap<String, ArrayDeque<JobId>> waiting = new LinkedHashMap<>();

    void add(String client, JobId job) {
        waiting.computeIfAbsent(client, first -> new ArrayDeque<>()).add(job);
    }

    /** Before all others of this client, whose turn is next. */
    void putBack(String client, JobId job) {
        ArrayDeque<JobId> line = waiting.computeIfAbsent(client, first -> new ArrayDeque<>());
        line.addFirst(job);
        waiting.putFirst(client, line);
    }

    /** Null where nobody waits. */
    JobId poll() {
        Map.Entry<String, ArrayDeque<JobId>> turn = waiting.pollFirstEntry();
        if (turn == null) {
            return null;
        }
        JobId job = turn.getValue().remove();
        if (!turn.getValue().isEmpty()) {
            waiting.putLast(turn.getKey(), turn.getValue());
        }
        return job;
    }

    void remove(String client, JobId job) {
        ArrayDeque<JobId> line = waiting.get(client);
        if (line != null && line.remove(job) && line.isEmpty()) {
            waiting.remove(client);
        }
    }

    /** When it will be its turn, 1 is next; the job must be in the line. */
    int placeOf(String client, JobId job) {
        int before = 0;
        for (JobId other : waiting.get(client)) {
            if (other.equals(job)) {
                break;
            }
            before++;
        }
        int place = before + 1;
        boolean earlier = true;
        for (Map.Entry<String, ArrayDeque<JobId>> other : waiting.entrySet()) {
            if (other.getKey().equals(client)) {
                earlier = false;
            } else {
                place += Math.min(other.getValue().size(), earlier ? before + 1 : before);
            }
        }
        return place;
    }
}
