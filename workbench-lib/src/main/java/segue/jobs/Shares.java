package segue.jobs;

import java.util.HashMap;
import java.util.Map;

/** Who holds how many places and bytes of a queue. */
final class Shares {
    private final JobQueueOptions options;
    private final Map<String, Share> held = new HashMap<>();
    private int places;
    private long bytes;

    private record Share(int places, long bytes) {}

    Shares(JobQueueOptions options) {
        this.options = options;
    }

    /** @throws QueueFullException if there is no room, or none for this client */
    void hold(String client, int size) {
        Share own = held.getOrDefault(client, new Share(0, 0));
        int freePlaces = options.places() - places;
        long freeBytes = options.bytes() - bytes;
        if (freePlaces < 1 || freeBytes < size) {
            throw QueueFullException.full();
        }
        if (own.places + 1 > freePlaces || own.bytes + size > freeBytes) {
            throw QueueFullException.share();
        }
        held.put(client, new Share(own.places + 1, own.bytes + size));
        places++;
        bytes += size;
    }

    void release(String client, int size) {
        held.computeIfPresent(
                client, (same, own) -> own.places == 1 ? null : new Share(own.places - 1, own.bytes - size));
        places--;
        bytes -= size;
    }
}
