package segue.spotify.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import segue.spotify.sample.SampleAccount.Answer;

/** Serves an account on 127.0.0.1, remembers what was asked, and gives other answers where it was told to. */
final class AccountServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AccountTokens tokens;
    private final AccountApi api;
    private final Map<String, Queue<Answer>> next = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    AccountServer(AccountTokens tokens, AccountApi api) throws IOException {
        this.tokens = tokens;
        this.api = api;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    void next(String path, Answer... answers) {
        next.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
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
            return tokens.authorized(query);
        }
        if (uri.getPath().equals("/api/token")) {
            return tokens.token(form(body));
        }
        return tokens.admits(exchange.getRequestHeaders().getFirst("Authorization"))
                ? api.answer(exchange.getRequestMethod(), uri.getPath(), query, body)
                : Answer.error(401, "The access token expired");
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

    private static Map<String, String> form(String text) {
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
        server.stop(0);
        threads.shutdownNow();
    }
}
