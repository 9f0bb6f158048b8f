package segue.kernel.display;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds the renderer for a value: that of its own class, else of the nearest class or interface above. Built-in ones are
 * known by the name of the class they show, so that no library is loaded before a value of it is shown.
 */
public final class Renderers {
    private static final Renderers INSTALLED = new Renderers();

    private final Map<String, Supplier<Renderer<?>>> builtIn = new HashMap<>();
    private final Map<String, Renderer<?>> ready = new HashMap<>();
    private final Map<String, Renderer<?>> registered = new HashMap<>();
    private boolean servicesLoaded;

    private Renderers() {
        builtIn.put("tech.tablesaw.api.Table", TableRenderer::new);
        builtIn.put("tech.tablesaw.columns.Column", ColumnRenderer::new);
        builtIn.put("org.knowm.xchart.internal.chartpart.IChart", ChartRenderer::new);
        builtIn.put("segue.catalog.Catalog", CatalogRenderer::new);
        builtIn.put("java.awt.image.RenderedImage", ImageRenderer::new);
        builtIn.put("java.util.Collection", CollectionRenderer::new);
        builtIn.put("segue.kernel.variables.VariableTable", VariableTableRenderer::new);
        builtIn.put("java.util.Map", MapRenderer::new);
        builtIn.put("java.util.stream.BaseStream", UnreadRenderer::new);
        builtIn.put("java.lang.Record", RecordRenderer::new);
        builtIn.put("segue.audio.signal.Signal", SignalRenderer::new);
        builtIn.put("segue.matrix.FloatMatrix", LibraryRendering.Matrices::new);
        builtIn.put("segue.neighbors.Neighbors", LibraryRendering.OneAnswer::new);
        builtIn.put("segue.neighbors.NeighborTable", LibraryRendering.Answers::new);
        builtIn.put("segue.catalog.CleaningReport", LibraryRendering.Reports::new);
        builtIn.put("segue.chart.map.SongMap", SongMapRenderer::new);
        builtIn.put("segue.page.Page", PageRenderer::new);
    }

    public static Renderers installed() {
        return INSTALLED;
    }

    /** Shows values of its type from now on, in the place of any other renderer of that type. */
    public synchronized void register(Renderer<?> renderer) {
        registered.put(renderer.type().getName(), renderer);
    }

    /** Looks again for renderers in jars, after some were added. */
    public synchronized void reload() {
        servicesLoaded = false;
        ready.clear();
    }

    /**
     * @param mimeTypes the forms wanted; all that suit the value where none are named. Text is taken as being of the
     *     form that is named: {@code render("<b>x</b>", "text/html")}
     */
    public MimeBundle render(Object value, String... mimeTypes) {
        if (value instanceof byte[] bytes && mimeTypes.length > 0) {
            return bytes(bytes, mimeTypes);
        }
        if (value instanceof MimeBundle bundle && mimeTypes.length == 0) {
            return bundle;
        }
        if (value instanceof Displayable displayable) {
            return render(displayable.bundle(), mimeTypes);
        }
        if (mimeTypes.length > 0 && (value instanceof CharSequence || value == null)) {
            Map<String, String> data = new LinkedHashMap<>();
            for (String mimeType : mimeTypes) {
                data.put(mimeType, String.valueOf(value));
            }
            return new MimeBundle(data, Map.of());
        }
        MimeBundle bundle = value instanceof MimeBundle own ? own : bundle(value, Arrays.asList(mimeTypes));
        return mimeTypes.length == 0 ? bundle : only(bundle, mimeTypes);
    }

    /** Bytes are text of the forms that are text, and base64 of all others. */
    private static MimeBundle bytes(byte[] bytes, String... mimeTypes) {
        Map<String, String> data = new LinkedHashMap<>();
        for (String mimeType : mimeTypes) {
            boolean text = mimeType.startsWith("text/") || mimeType.endsWith("+xml") || mimeType.endsWith("json");
            data.put(
                    mimeType,
                    text
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(bytes));
            data.putIfAbsent("text/plain", Grid.count(bytes.length, "byte") + " of " + mimeType);
        }
        return new MimeBundle(data, Map.of());
    }

    /**
     * Shows values of a type, and of those below it, by {@code rendering} from now on; what it gives is itself shown: a
     * {@link MimeBundle}, a table, a chart. In the place of the renderer that there was.
     */
    public synchronized <T> void register(Class<T> type, Function<? super T, ?> rendering) {
        register(new Renderer<T>() {
            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public MimeBundle render(T value) {
                Object shown = rendering.apply(value);
                if (shown == value) {
                    throw new IllegalStateException(
                            "it gave the value back; it has to give html(…), a table, a chart …");
                }
                return Renderers.this.render(shown);
            }
        });
    }

    private MimeBundle bundle(Object value, List<String> mimeTypes) {
        try {
            if (value != null && mimeTypes.contains("application/json")) {
                return json(value);
            }
            if (value != null
                    && value.getClass().isArray()
                    && !isRegistered(value.getClass().getName())) {
                return ArrayRendering.render(value);
            }
            Optional<Renderer<?>> renderer = value == null ? Optional.empty() : find(value.getClass());
            return renderer.isPresent()
                    ? withText(rendered(renderer.get(), value, mimeTypes), value)
                    : MimeBundle.text(PlainText.of(value));
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            // Exception, since a renderer written in a cell may throw a checked one unseen.
            return MimeBundle.text(PlainText.of(value) + "\n(it could not be shown better: " + e + ")");
        }
    }

    private static MimeBundle json(Object value) throws JsonProcessingException {
        String json = new ObjectMapper().writeValueAsString(value);
        return new MimeBundle(Map.of("application/json", json, "text/plain", json), Map.of());
    }

    private static <T> MimeBundle rendered(Renderer<T> renderer, Object value, List<String> mimeTypes) {
        T typed = renderer.type().cast(value);
        return mimeTypes.isEmpty() ? renderer.render(typed) : renderer.render(typed, mimeTypes);
    }

    private static MimeBundle withText(MimeBundle bundle, Object value) {
        if (bundle.data().containsKey("text/plain")) {
            return bundle;
        }
        Map<String, String> data = new LinkedHashMap<>(bundle.data());
        data.put("text/plain", PlainText.of(value));
        return new MimeBundle(data, bundle.metadata());
    }

    private static MimeBundle only(MimeBundle bundle, String... mimeTypes) {
        Map<String, String> data = new LinkedHashMap<>();
        for (String mimeType : mimeTypes) {
            String text = bundle.data().get(mimeType);
            if (text != null) {
                data.put(mimeType, text);
            }
        }
        String plain = bundle.data().get("text/plain");
        if (data.isEmpty()) {
            data.put(mimeTypes[0], String.valueOf(plain));
        }
        if (plain != null) {
            data.putIfAbsent("text/plain", plain);
        }
        return new MimeBundle(data, bundle.metadata());
    }

    private synchronized Optional<Renderer<?>> find(Class<?> type) {
        loadServices();
        Deque<Class<?>> waiting = new ArrayDeque<>();
        for (Class<?> level = type; level != null; level = level.getSuperclass()) {
            waiting.add(level);
            while (!waiting.isEmpty()) {
                Class<?> candidate = waiting.remove();
                Renderer<?> renderer = byName(candidate.getName());
                if (renderer != null && renderer.type().isAssignableFrom(type)) {
                    return Optional.of(renderer);
                }
                waiting.addAll(List.of(candidate.getInterfaces()));
            }
        }
        return Optional.empty();
    }

    private synchronized boolean isRegistered(String name) {
        return registered.containsKey(name);
    }

    private Renderer<?> byName(String name) {
        Renderer<?> renderer = registered.getOrDefault(name, ready.get(name));
        if (renderer == null && builtIn.containsKey(name)) {
            renderer = builtIn.get(name).get();
            ready.put(name, renderer);
        }
        return renderer;
    }

    private void loadServices() {
        if (servicesLoaded) {
            return;
        }
        servicesLoaded = true;
        try {
            for (Renderer<?> renderer :
                    ServiceLoader.load(Renderer.class, Thread.currentThread().getContextClassLoader())) {
                ready.put(renderer.type().getName(), renderer);
            }
        } catch (ServiceConfigurationError e) {
            System.err.println("A renderer could not be loaded: " + e.getMessage());
        }
    }
}
