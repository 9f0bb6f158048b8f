package segue.page.spotify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import segue.jobs.JobId;
import segue.spotify.SpotifyPlaylist;
import segue.spotify.mix.AccountMix;

/** The latest mixes that were drawn, each until it is made in the account, and what it was made into. */
final class Drafts {
    private static final int MOST = 8;

    private final Map<String, Draft> all = new LinkedHashMap<>();

    /** @param made the playlist in the account; empty before */
    record Draft(AccountMix mix, Optional<SpotifyPlaylist> made) {}

    /** Keeps a mix; returns by which it is asked for. */
    synchronized String keep(AccountMix mix) {
        String id = JobId.random().text();
        all.put(id, new Draft(mix, Optional.empty()));
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
        return id;
    }

    synchronized Optional<Draft> get(String id) {
        return Optional.ofNullable(all.get(id));
    }

    synchronized void made(String id, SpotifyPlaylist playlist) {
        all.computeIfPresent(id, (same, draft) -> new Draft(draft.mix(), Optional.of(playlist)));
    }
}
