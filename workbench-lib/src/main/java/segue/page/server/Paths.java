package segue.page.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Which path answers what; every room of the page adds its own. */
public final class Paths {
    private final RoutesConfig routes;
    private final Workers workers;
    private final Clients clients;
    private final SortedMap<String, Set<String>> methods = new TreeMap<>();
    private final Map<String, Long> largerBodies = new HashMap<>();

    public Paths(RoutesConfig routes, Workers workers, Clients clients) {
        this.routes = routes;
        this.workers = workers;
        this.clients = clients;
    }

    /** Answers GET and HEAD. */
    public void get(String path, Handler handler) {
        add(HandlerType.GET, path, handler);
        add(HandlerType.HEAD, path, handler);
    }

    /**
     * Answers GET with JSON that is computed: the work waits its turn, and so does writing its answer, which takes as long.
     *
     * @param work reads the request at once, and gives what another thread then computes
     */
    public void getWorked(String path, Function<Context, Callable<?>> work) {
        get(path, worked(work));
    }

    public void post(String path, Handler handler) {
        add(HandlerType.POST, path, handler);
    }

    /**
     * Answers POST of a file, whose body may be larger than others.
     *
     * @param mostBytes of the body, which the handler holds it to as it reads it
     */
    public void postFile(String path, long mostBytes, Handler handler) {
        post(path, handler);
        largerBodies.put(path, mostBytes);
    }

    /** The bytes that a body may have at this path. */
    public long mostBodyBytes(String path) {
        return largerBodies.getOrDefault(path, BodyLimits.MAX_BYTES);
    }

    /** Answers POST as {@link #getWorked} does GET. */
    public void postWorked(String path, Function<Context, Callable<?>> work) {
        post(path, worked(work));
    }

    public void delete(String path, Handler handler) {
        add(HandlerType.DELETE, path, handler);
    }

    public void asset(Assets.Asset asset) {
        get(asset.path(), asset::send);
    }

    private Handler worked(Function<Context, Callable<?>> work) {
        return ctx -> {
            Callable<?> answer = work.apply(ctx);
            send(ctx, workers.answer(clients.of(ctx), () -> Json.bytes(answer.call())));
        };
    }

    private void add(HandlerType method, String path, Handler handler) {
        methods.computeIfAbsent(path, _ -> new TreeSet<>()).add(method.name());
        routes.addHttpHandler(method, path, handler);
    }

    /** Every path that answers. */
    public Set<String> all() {
        return methods.keySet();
    }

    /** The methods that a path answers; none where there is no such path. */
    public Set<String> methods(String path) {
        return methods.getOrDefault(path, Set.of());
    }

    public static void sendJson(Context ctx, Object answer) {
        send(ctx, Json.bytes(answer));
    }

    private static void send(Context ctx, byte[] json) {
        ctx.header("Cache-Control", "no-store").contentType("application/json");
        ctx.result(json);
    }
}
