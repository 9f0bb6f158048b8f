package segue.spotify;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import se.michaelthelin.spotify.model_objects.specification.Paging;
import se.michaelthelin.spotify.model_objects.specification.Track;

/**
 * What lists hold, in the form of 2026 and the one before: an entry's song is {@code item} for apps in development mode, {@code
 * track} for others, and a playlist's size is in {@code items} or {@code tracks}.
 */
final class Entries {
    private Entries() {}

    /** A page of the 2026 form, entries as they are. */
    static Calls.Request<Paging<JsonObject>> page(NewCall call) {
        return new PageCall(call);
    }

    static SongList ofTracks(String name, List<Track> tracks) {
        Collected collected = new Collected();
        tracks.forEach(collected::add);
        return collected.list(name);
    }

    static SongList ofItems(String name, List<JsonObject> entries) {
        Collected collected = new Collected();
        for (JsonObject entry : entries) {
            JsonObject item = entry == null ? null : object(entry, "item");
            item = item == null && entry != null ? object(entry, "track") : item;
            if (item != null && "episode".equals(text(item, "type"))) {
                collected.podcasts++;
            } else {
                collected.add(item == null ? null : new Track.JsonUtil().createModelObject(item));
            }
        }
        return collected.list(name);
    }

    /** @throws IllegalStateException if it is none */
    static SpotifyPlaylist playlist(JsonObject json) {
        if (!SpotifySong.isId(text(json, "id"))) {
            throw new IllegalStateException("a playlist without an id");
        }
        JsonObject items = object(json, "items");
        items = items == null ? object(json, "tracks") : items;
        JsonObject owner = object(json, "owner");
        String of = owner == null ? "" : text(owner, "display_name");
        return new SpotifyPlaylist(
                text(json, "id"),
                text(json, "name"),
                owner != null && of.isEmpty() ? text(owner, "id") : of,
                items == null || !items.has("total") ? -1 : items.get("total").getAsInt());
    }

    static List<Boolean> flags(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsBoolean).toList();
    }

    static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }

    private static JsonObject object(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : null;
    }

    private static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    private static final class Collected {
        private final List<SpotifySong> songs = new ArrayList<>();
        private int podcasts;
        private int gone;

        private void add(Track track) {
            if (track == null || track.getName() == null || track.getName().isBlank() && track.getId() == null) {
                gone++;
            } else {
                songs.add(SpotifySong.of(track));
            }
        }

        private SongList list(String name) {
            List<String> notes = new ArrayList<>();
            if (podcasts > 0) {
                notes.add("%,d podcasts are left out".formatted(podcasts));
            }
            if (gone > 0) {
                notes.add("%,d entries are left out, whose songs Spotify has no longer".formatted(gone));
            }
            return new SongList(name, songs, notes);
        }
    }
}
