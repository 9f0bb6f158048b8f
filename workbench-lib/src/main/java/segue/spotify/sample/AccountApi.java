package segue.spotify.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import segue.spotify.sample.SampleAccount.Answer;

/** The Web API, as far as its documentation has it for an app in development mode since February 2026. */
final class AccountApi {
    private static final int MOST_HITS = 10;
    private static final int MOST_ADDED = 100;
    private static final int MOST_ASKED = 40;

    private final AccountData data;
    private final AccountForms forms;
    private final Map<String, AccountSong> songs;
    private final List<String> liked;
    private final Map<String, AccountList> made = new LinkedHashMap<>();

    AccountApi(AccountData data) {
        this.data = data;
        this.forms = new AccountForms(data.user());
        this.songs = data.songs().stream().collect(Collectors.toMap(AccountSong::id, song -> song));
        this.liked = new CopyOnWriteArrayList<>(data.liked());
    }

    AccountForms forms() {
        return forms;
    }

    List<String> liked() {
        return liked;
    }

    /** Playlists made so far, in their order. */
    synchronized List<AccountList> made() {
        return List.copyOf(made.values());
    }

    synchronized Answer answer(String method, String path, Map<String, String> query, String body)
            throws JsonProcessingException {
        return switch (path) {
            case "/v1/me" ->
                Answer.of(
                        200,
                        AccountForms.MAPPER
                                .createObjectNode()
                                .put("id", data.user())
                                .put("display_name", data.name())
                                .toString());
            case "/v1/me/tracks" -> AccountForms.page(known(liked), query, AccountForms::liked);
            case "/v1/me/top/tracks" -> AccountForms.page(known(data.top()), query, AccountForms::song);
            case "/v1/me/playlists" ->
                method.equals("POST")
                        ? created(AccountForms.MAPPER.readTree(body))
                        : AccountForms.page(playlists(), query, forms::playlist);
            case "/v1/me/library", "/v1/me/library/contains" -> library(method, query);
            case "/v1/search" -> search(query);
            default ->
                path.startsWith("/v1/playlists/")
                        ? playlist(method, path.split("/"), query, body)
                        : Answer.error(403, "Forbidden");
        };
    }

    private List<AccountSong> known(List<String> ids) {
        return ids.stream().map(songs::get).filter(Objects::nonNull).toList();
    }

    private List<AccountList> playlists() {
        List<AccountList> all = new ArrayList<>(data.playlists());
        all.addAll(made.values());
        return all;
    }

    private Answer created(JsonNode wanted) {
        String id = "made%018d".formatted(made.size());
        AccountList list = new AccountList(id, wanted.path("name").asText(), data.user(), List.of());
        made.put(id, list);
        return Answer.of(201, forms.playlist(list).toString());
    }

    private Answer library(String method, Map<String, String> query) {
        List<String> ids = ids(List.of(query.getOrDefault("uris", "").split(",")));
        if (ids.size() > MOST_ASKED) {
            return Answer.error(400, "Too many uris");
        }
        if (method.equals("PUT")) {
            ids.stream().filter(id -> !liked.contains(id)).forEach(id -> liked.add(0, id));
            return Answer.of(200, "");
        }
        ArrayNode flags = AccountForms.MAPPER.createArrayNode();
        ids.forEach(id -> flags.add(liked.contains(id)));
        return Answer.of(200, flags.toString());
    }

    private Answer playlist(String method, String[] path, Map<String, String> query, String body)
            throws JsonProcessingException {
        Optional<AccountList> list = playlists().stream()
                .filter(one -> path.length > 3 && one.id().equals(path[3]))
                .findFirst();
        if (list.isEmpty()) {
            return Answer.error(404, "Resource not found");
        }
        if (path.length == 4) {
            return Answer.of(200, forms.playlist(list.get()).toString());
        }
        if (!path[4].equals("items") || !list.get().owner().equals(data.user())) {
            return Answer.error(403, "Forbidden");
        }
        return method.equals("POST")
                ? added(list.get(), AccountForms.MAPPER.readTree(body).path("uris"))
                : AccountForms.page(known(list.get().songs()), query, forms::entry);
    }

    /** One song that the service has not, and none is added. */
    private Answer added(AccountList list, JsonNode uris) {
        List<String> all = new ArrayList<>();
        uris.forEach(uri -> all.add(uri.asText()));
        List<String> ids = ids(all);
        if (ids.size() > MOST_ADDED) {
            return Answer.error(400, "You can add a maximum of 100 tracks per request.");
        }
        if (!songs.keySet().containsAll(ids)) {
            return Answer.error(400, "Payload contains a non-existing ID");
        }
        List<String> now = new ArrayList<>(list.songs());
        now.addAll(ids);
        made.put(list.id(), new AccountList(list.id(), list.name(), list.owner(), now));
        return Answer.of(201, "{\"snapshot_id\":\"abc\"}");
    }

    private static List<String> ids(List<String> uris) {
        return uris.stream().map(uri -> uri.substring(uri.lastIndexOf(':') + 1)).toList();
    }

    private Answer search(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "5"));
        if (limit > MOST_HITS) {
            return Answer.error(400, "Invalid limit");
        }
        Predicate<AccountSong> wanted = AccountSearch.of(query.getOrDefault("q", ""));
        ObjectNode result = AccountForms.MAPPER.createObjectNode();
        ArrayNode items = result.putObject("tracks").putArray("items");
        data.songs().stream().filter(wanted).limit(limit).forEach(song -> items.add(AccountForms.song(song)));
        return Answer.of(200, result.toString());
    }
}
