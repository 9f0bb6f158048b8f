package segue.spotify.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.spotify.sample.AccountData;
import segue.spotify.sample.AccountList;
import segue.spotify.sample.AccountSong;
import segue.spotify.sample.SampleAccount;
import segue.spotify.sample.SampleAccount.Answer;

/** A {@link SampleAccount} with the few songs of {@code account.json}, whose ids tests know by number, and many more. */
public final class FakeSpotify implements AutoCloseable {
    public static final String CLIENT_ID = SampleAccount.CLIENT_ID;

    private static final int MORE = 300;

    private final SampleAccount account;
    private final List<AccountSong> songs = new ArrayList<>();
    private final List<AccountList> playlists = new ArrayList<>();

    public FakeSpotify() throws IOException {
        try (InputStream in = FakeSpotify.class.getResourceAsStream("/segue/spotify/account.json")) {
            JsonNode json = new ObjectMapper().readTree(in);
            json.get("songs").forEach(song -> songs.add(song(song)));
            IntStream.range(songs.size(), MORE)
                    .forEach(i -> songs.add(new AccountSong(
                            "more%018d".formatted(i),
                            "Song " + i,
                            "Many",
                            "More",
                            "XXSGE27%05d".formatted(i),
                            200_000)));
            json.get("playlists")
                    .forEach(list -> playlists.add(new AccountList(
                            list.get("id").asText(),
                            list.get("name").asText(),
                            list.get("owner").asText(),
                            ids(list.get("songs")))));
            account = SampleAccount.of(new AccountData(
                    "segue-listener",
                    "Segue Listener",
                    songs,
                    ids(json.get("liked")),
                    ids(json.get("top")),
                    playlists));
        }
    }

    private static AccountSong song(JsonNode song) {
        return new AccountSong(
                song.get("id").asText(),
                song.get("name").asText(),
                song.get("artist").asText(),
                song.get("album").asText(),
                song.get("isrc").asText(),
                song.get("duration_ms").asInt());
    }

    private List<String> ids(JsonNode numbers) {
        List<String> ids = new ArrayList<>();
        numbers.forEach(number -> ids.add(songId(number.asInt())));
        return ids;
    }

    public ServiceAddress address() {
        return account.address();
    }

    /** Settings to speak with it, impatiently; no client id is set. */
    public SpotifySettings settings(Path folder) {
        return account.settings(folder.resolve("segue").resolve("spotify.json"));
    }

    public void next(String path, Answer... answers) {
        account.next(path, answers);
    }

    public List<String> requests() {
        return account.requests();
    }

    public long requests(String beginning) {
        return account.requests(beginning);
    }

    public void likeSongs(int n) {
        account.like(songs.stream().limit(n).map(AccountSong::id).toList());
    }

    public void tokensLast(int seconds) {
        account.tokensLast(seconds);
    }

    public void expireAccess() {
        account.expireAccess();
    }

    public void revoke() {
        account.revoke();
    }

    public void useOlderForm() {
        account.useOlderForm();
    }

    /** Ids of songs of playlists made so far, by the id of the playlist. */
    public Map<String, List<String>> made() {
        return account.made().stream().collect(Collectors.toMap(AccountList::id, AccountList::songs));
    }

    public String songId(int song) {
        return songs.get(song).id();
    }

    public String playlistId(int playlist) {
        return playlists.get(playlist).id();
    }

    /** A sign-in as it would be kept, so that tests of other things need none. */
    public void signIn(SpotifySettings settings, Instant since) {
        SampleAccount.Issued tokens = account.issue();
        new TokenFile(settings.tokenFile())
                .write(new Tokens(
                        CLIENT_ID,
                        tokens.access(),
                        tokens.refresh(),
                        Instant.now().plusSeconds(tokens.seconds()),
                        since,
                        Set.of(Scope.all().split(" "))));
    }

    static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                form.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        account.close();
    }
}
