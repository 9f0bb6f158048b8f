package segue.spotify.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Behaves as Spotify's documentation says of an app in development mode since February 2026, with the invented account of {@code
 * account.json}. A refresh token is good for one use; what comes next can be made to fail.
 */
public final class FakeSpotify implements AutoCloseable {
    public static final String CLIENT_ID = "0123456789abcdef0123456789abcdef";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonNode account;
    private final List<Integer> liked = new ArrayList<>();
    private final Map<String, List<String>> made = new ConcurrentHashMap<>();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> next = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger issued = new AtomicInteger();
    private volatile String access = "";
    private volatile String refresh = "";
    private volatile int expiresIn = 3600;
    private volatile boolean olderForm;

    /** What is answered instead, once. {@code promised} bytes are announced, where that is more than there are. */
    public record Answer(int status, Map<String, String> headers, String body, int promised, long delayMillis) {
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body, 0, 0);
        }

        public static Answer error(int status, String message) {
            return of(status, "{\"error\": {\"status\": %d, \"message\": \"%s\"}}".formatted(status, message));
        }

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, promised, delayMillis);
        }

        public Answer cutOff() {
            return new Answer(status, headers, body, body.length() + 500, delayMillis);
        }

        public Answer after(long millis) {
            return new Answer(status, headers, body, promised, millis);
        }
    }

    public FakeSpotify() throws IOException {
        try (InputStream in = FakeSpotify.class.getResourceAsStream("/segue/spotify/account.json")) {
            account = MAPPER.readTree(in);
        }
        account.get("liked").forEach(song -> liked.add(song.asInt()));
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public ServiceAddress address() {
        return ServiceAddress.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Settings to speak with it, impatiently, on a redirect port of their own; no client id is set. */
    public SpotifySettings settings(Path folder) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return SpotifySettings.of(Map.of("XDG_CONFIG_HOME", folder.toString()))
                    .withPort(free.getLocalPort())
                    .withService(address())
                    .withPatience(Patience.defaults()
                            .withBackoff(Duration.ofMillis(5))
                            .withSignIn(Duration.ofSeconds(60)));
        }
    }

    /** The next request whose path begins so is answered thus. */
    public void next(String path, Answer... answers) {
        next.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
    }

    /** Requests so far, {@code "GET /v1/me/tracks?limit=50&offset=0"}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public long requests(String beginning) {
        return requests.stream()
                .filter(request -> request.startsWith(beginning))
                .count();
    }

    public void likeSongs(int n) {
        liked.clear();
        IntStream.range(0, n).forEach(liked::add);
    }

    public void tokensLast(int seconds) {
        expiresIn = seconds;
    }

    /** Access tokens so far are no longer taken; refresh tokens are. */
    public void expireAccess() {
        access = "expired";
    }

    /** The person withdraws the app's permission. */
    public void revoke() {
        access = "revoked";
        refresh = "revoked";
    }

    /** Answers as to apps with extended quota: {@code track} for {@code item}, {@code tracks} for {@code items}. */
    public void useOlderForm() {
        olderForm = true;
    }

    /** Songs of playlists made so far, by the id of the playlist. */
    public Map<String, List<String>> made() {
        return made;
    }

    public String songId(int song) {
        return song(song).get("id").asText();
    }

    public String playlistId(int playlist) {
        return account.get("playlists").get(playlist).get("id").asText();
    }

    /** A sign-in as it would be kept, so that tests of other things need none. */
    public void signIn(SpotifySettings settings, Instant since) {
        access = "access-" + issued.incrementAndGet();
        refresh = "refresh-" + issued.get();
        new TokenFile(settings.tokenFile())
                .write(new Tokens(
                        CLIENT_ID,
                        access,
                        refresh,
                        Instant.now().plusSeconds(expiresIn),
                        since,
                        Set.of(Scope.all().split(" "))));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            requests.add(exchange.getRequestMethod() + " " + uri);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Queue<Answer>> told : next.entrySet()) {
                Answer answer = uri.getPath().startsWith(told.getKey())
                        ? told.getValue().poll()
                        : null;
                if (answer != null) {
                    send(exchange, answer);
                    return;
                }
            }
            send(exchange, answer(exchange, uri, body));
        }
    }

    private Answer answer(HttpExchange exchange, URI uri, String body) throws IOException {
        Map<String, String> query = form(uri.getRawQuery());
        if (uri.getPath().equals("/authorize")) {
            String code = "code-" + issued.incrementAndGet();
            challenges.put(code, query.get("code_challenge"));
            return Answer.of(302, "")
                    .with("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        }
        if (uri.getPath().equals("/api/token")) {
            return token(form(body));
        }
        if (!("Bearer " + access).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.error(401, "The access token expired");
        }
        return api(exchange.getRequestMethod(), uri.getPath(), query, body);
    }

    private synchronized Answer token(Map<String, String> form) {
        if (!CLIENT_ID.equals(form.get("client_id"))) {
            return Answer.of(400, "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client\"}");
        }
        boolean good = switch (form.get("grant_type")) {
            case "authorization_code" -> {
                String challenge = challenges.remove(form.get("code"));
                yield challenge != null && challenge.equals(hash(form.get("code_verifier")));
            }
            default -> refresh.equals(form.get("refresh_token"));
        };
        if (!good) {
            return Answer.of(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Refresh token revoked\"}");
        }
        int number = issued.incrementAndGet();
        access = "access-" + number;
        refresh = "refresh-" + number;
        return Answer.of(
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"scope\":\"%s\",\"expires_in\":%d,\"refresh_token\":\"%s\"}"
                        .formatted(access, Scope.all(), expiresIn, refresh));
    }

    private Answer api(String method, String path, Map<String, String> query, String body) throws IOException {
        String[] parts = path.split("/");
        if (path.equals("/v1/me")) {
            return Answer.of(200, account.get("user").toString());
        }
        if (path.equals("/v1/me/tracks")) {
            return page(liked, query, this::likedEntry);
        }
        if (path.equals("/v1/me/top/tracks")) {
            return page(rows(account.get("top")), query, this::track);
        }
        if (path.equals("/v1/me/playlists") && method.equals("POST")) {
            String id = "made%018d".formatted(made.size());
            made.put(id, new ArrayList<>());
            return Answer.of(
                    201,
                    "{\"id\":\"%s\",\"name\":%s,\"owner\":{\"id\":\"segue-listener\"}}"
                            .formatted(id, MAPPER.readTree(body).get("name")));
        }
        if (path.equals("/v1/me/playlists")) {
            return page(
                    IntStream.range(0, account.get("playlists").size()).boxed().toList(), query, this::playlist);
        }
        if (path.equals("/v1/me/library") || path.equals("/v1/me/library/contains")) {
            String[] uris = query.getOrDefault("uris", "").split(",");
            ArrayNode flags = MAPPER.createArrayNode();
            for (String uri : uris) {
                flags.add(liked.stream().anyMatch(song -> uri.endsWith(songId(song))));
            }
            return uris.length > 40 ? Answer.error(400, "Too many uris") : Answer.of(200, flags.toString());
        }
        if (path.equals("/v1/search")) {
            return search(query);
        }
        return path.startsWith("/v1/playlists/")
                ? playlist(method, parts[3], parts.length > 4 ? parts[4] : "", query, body)
                : Answer.error(403, "Forbidden");
    }

    private Answer playlist(String method, String id, String what, Map<String, String> query, String body)
            throws IOException {
        if (made.containsKey(id) && method.equals("POST") && what.equals("items")) {
            JsonNode uris = MAPPER.readTree(body).get("uris");
            if (uris.size() > 100) {
                return Answer.error(400, "You can add a maximum of 100 tracks per request.");
            }
            uris.forEach(uri -> made.get(id).add(uri.asText()));
            return Answer.of(201, "{\"snapshot_id\":\"abc\"}");
        }
        for (int i = 0; i < account.get("playlists").size(); i++) {
            JsonNode list = account.get("playlists").get(i);
            if (list.get("id").asText().equals(id)) {
                boolean mine = list.get("owner").asText().equals("segue-listener");
                if (what.isEmpty()) {
                    return Answer.of(200, playlist(i).toString());
                }
                return mine && what.equals("items")
                        ? page(rows(list.get("songs")), query, this::item)
                        : Answer.error(403, "Forbidden");
            }
        }
        return Answer.error(404, "Resource not found");
    }

    private Answer search(Map<String, String> query) {
        if (Integer.parseInt(query.getOrDefault("limit", "5")) > 10) {
            return Answer.error(400, "Invalid limit");
        }
        String text = query.get("q");
        List<Integer> hits = IntStream.range(0, account.get("songs").size())
                .filter(song -> text.startsWith("isrc:")
                        ? song(song).get("isrc").asText().equals(text.substring(5))
                        : song(song).get("name").asText().contains(text))
                .boxed()
                .toList();
        ObjectNode result = MAPPER.createObjectNode();
        ArrayNode items = result.putObject("tracks").putArray("items");
        hits.forEach(song -> items.add(track(song)));
        return Answer.of(200, result.toString());
    }

    @FunctionalInterface
    private interface Form {
        ObjectNode of(int row);
    }

    private Answer page(List<Integer> rows, Map<String, String> query, Form form) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "20"));
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        if (limit > 50) {
            return Answer.error(400, "Invalid limit");
        }
        int to = Math.min(rows.size(), offset + limit);
        ObjectNode page = MAPPER.createObjectNode();
        page.put("limit", limit).put("offset", offset).put("total", rows.size());
        page.put("next", to < rows.size() ? address().api() + "/next" : null);
        ArrayNode items = page.putArray("items");
        rows.subList(Math.min(offset, to), to).forEach(row -> items.add(form.of(row)));
        return Answer.of(200, page.toString());
    }

    private ObjectNode likedEntry(int song) {
        ObjectNode entry = MAPPER.createObjectNode().put("added_at", "2026-03-01T09:00:00Z");
        entry.set("track", track(song));
        return entry;
    }

    private ObjectNode item(int song) {
        ObjectNode entry = MAPPER.createObjectNode().put("is_local", false);
        ObjectNode track = track(song);
        if (!olderForm) {
            track.put("track", true);
        }
        entry.set(olderForm ? "track" : "item", track);
        return entry;
    }

    private ObjectNode playlist(int number) {
        JsonNode list = account.get("playlists").get(number);
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", list.get("id").asText()).put("name", list.get("name").asText());
        json.putObject("owner").put("id", list.get("owner").asText());
        if (list.get("owner").asText().equals("segue-listener")) {
            json.putObject(olderForm ? "tracks" : "items")
                    .put("total", list.get("songs").size());
        }
        return json;
    }

    private ObjectNode track(int number) {
        JsonNode song = song(number);
        ObjectNode track = MAPPER.createObjectNode();
        track.put("id", song.get("id").asText()).put("name", song.get("name").asText());
        track.put("type", "track").put("uri", "spotify:track:" + song.get("id").asText());
        track.put("duration_ms", song.get("duration_ms").asInt()).put("is_playable", true);
        track.putObject("album").put("name", song.get("album").asText()).put("album_type", "album");
        track.putArray("artists").addObject().put("name", song.get("artist").asText());
        track.putObject("external_ids").put("isrc", song.get("isrc").asText());
        return track;
    }

    /** Beyond the songs of the account there are as many more as are asked for. */
    private JsonNode song(int number) {
        JsonNode song = account.get("songs").get(number);
        return song != null
                ? song
                : MAPPER.createObjectNode()
                        .put("id", "more%018d".formatted(number))
                        .put("name", "Song " + number)
                        .put("artist", "Many")
                        .put("album", "More")
                        .put("isrc", "XXSGE27%05d".formatted(number))
                        .put("duration_ms", 200_000);
    }

    private static List<Integer> rows(JsonNode array) {
        List<Integer> rows = new ArrayList<>();
        array.forEach(row -> rows.add(row.asInt()));
        return rows;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try {
            Thread.sleep(answer.delayMillis());
        } catch (InterruptedException closed) {
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        int length = Math.max(body.length, answer.promised());
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(body);
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

    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new UncheckedIOException(new IOException(never));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
