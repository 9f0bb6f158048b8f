package segue.spotify.sample;

import java.util.List;

/**
 * What a service knows of songs and of one account.
 *
 * @param user id of the account
 * @param name to show
 * @param songs that the service has
 * @param liked ids of songs, newest first
 * @param top ids of songs, most played first
 * @param playlists of the account and of others
 */
public record AccountData(
        String user,
        String name,
        List<AccountSong> songs,
        List<String> liked,
        List<String> top,
        List<AccountList> playlists) {
    public AccountData {
        songs = List.copyOf(songs);
        liked = List.copyOf(liked);
        top = List.copyOf(top);
        playlists = List.copyOf(playlists);
    }
}
