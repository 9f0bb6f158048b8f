package segue.spotify.sample;

import java.util.List;

/**
 * A playlist that the account made or follows.
 *
 * @param owner id of an account
 * @param songs ids, in their order
 */
public record AccountList(String id, String name, String owner, List<String> songs) {
    public AccountList {
        songs = List.copyOf(songs);
    }
}
