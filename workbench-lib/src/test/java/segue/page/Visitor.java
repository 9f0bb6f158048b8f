package segue.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import segue.feedback.Listener;

/** Somebody at the page, with an id of their own. */
record Visitor(Http http, Listener listener) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Visitor of(Page page) {
        return new Visitor(new Http(page), Listener.random());
    }

    Http.Answer get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build());
    }

    Http.Answer delete(String path) throws IOException, InterruptedException {
        return http.send(request(path).DELETE().build());
    }

    Http.Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, json(body));
    }

    Http.Answer post(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return http.request(path).header("Segue-Listener", listener.id());
    }

    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode read(String text) throws IOException {
        return JSON.readTree(text);
    }

    /** A key that nobody has used. */
    static String key() {
        return Listener.random().id();
    }

    /** What is posted as a rating; {@code score} null for a like or dislike. */
    static Map<String, Object> rating(String key, String asked, String song, String opinion, Integer score) {
        Map<String, Object> rating = new LinkedHashMap<>();
        rating.put("key", key);
        rating.put("asked", asked);
        rating.put("song", song);
        rating.put("method", "sound/euclidean");
        rating.put("opinion", opinion);
        rating.put("score", score);
        return rating;
    }

    Http.Answer like(String asked, String song) throws IOException, InterruptedException {
        return post("/api/ratings", rating(key(), asked, song, "like", null));
    }

    Http.Answer score(String asked, String song, int score) throws IOException, InterruptedException {
        return post("/api/ratings", rating(key(), asked, song, "score", score));
    }
}
