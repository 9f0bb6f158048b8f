package segue.spotify.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import segue.spotify.sample.SampleAccount.Answer;

/** How songs, playlists and pages of them are written. */
final class AccountForms {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int MOST_A_PAGE = 50;

    private final String user;
    private volatile boolean older;

    AccountForms(String user) {
        this.user = user;
    }

    void useOlder() {
        older = true;
    }

    static ObjectNode song(AccountSong song) {
        ObjectNode track = MAPPER.createObjectNode();
        track.put("id", song.id()).put("name", song.name());
        track.put("type", "track").put("uri", "spotify:track:" + song.id());
        track.put("duration_ms", song.durationMillis()).put("is_playable", true);
        track.putObject("album").put("name", song.album()).put("album_type", "album");
        ArrayNode artists = track.putArray("artists");
        for (String artist : song.artist().split(", ")) {
            artists.addObject().put("name", artist);
        }
        track.putObject("external_ids").put("isrc", song.isrc());
        return track;
    }

    static ObjectNode liked(AccountSong song) {
        ObjectNode entry = MAPPER.createObjectNode().put("added_at", "2026-03-01T09:00:00Z");
        entry.set("track", song(song));
        return entry;
    }

    /** An entry of a playlist. */
    ObjectNode entry(AccountSong song) {
        ObjectNode entry = MAPPER.createObjectNode().put("is_local", false);
        ObjectNode track = song(song);
        if (!older) {
            track.put("track", true);
        }
        entry.set(older ? "track" : "item", track);
        return entry;
    }

    /** Whoever is not its owner is not told how long it is. */
    ObjectNode playlist(AccountList list) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", list.id()).put("name", list.name());
        json.putObject("owner").put("id", list.owner());
        if (list.owner().equals(user)) {
            json.putObject(older ? "tracks" : "items").put("total", list.songs().size());
        }
        return json;
    }

    static <T> Answer page(List<T> all, Map<String, String> query, Function<T, ObjectNode> form) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "20"));
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        if (limit > MOST_A_PAGE) {
            return Answer.error(400, "Invalid limit");
        }
        int to = Math.min(all.size(), offset + limit);
        ObjectNode page = MAPPER.createObjectNode();
        page.put("limit", limit).put("offset", offset).put("total", all.size());
        page.put("next", to < all.size() ? "https://api.spotify.com/v1/next" : null);
        ArrayNode items = page.putArray("items");
        all.subList(Math.min(offset, to), to).forEach(one -> items.add(form.apply(one)));
        return Answer.of(200, page.toString());
    }
}
