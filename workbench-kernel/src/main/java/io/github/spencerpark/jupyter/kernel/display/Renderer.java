package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import segue.kernel.display.MimeBundle;
import segue.kernel.display.Renderers;

/** Where notebooks register how to show their types. */
public final class Renderer {
    /** One registration under way: {@link #register} ends it. */
    public static final class RenderRegistration<T> {
        private final List<Class<? extends T>> types = new ArrayList<>();
        private final Set<MIMEType> preferred = new LinkedHashSet<>();

        private RenderRegistration(Class<T> type) {
            types.add(type);
        }

        public RenderRegistration<T> supporting(MIMEType... mimeTypes) {
            return this;
        }

        public RenderRegistration<T> supporting(String... mimeTypes) {
            return this;
        }

        public RenderRegistration<T> preferring(MIMEType... mimeTypes) {
            preferred.addAll(Arrays.asList(mimeTypes));
            return this;
        }

        public RenderRegistration<T> preferring(String... mimeTypes) {
            preferred.addAll(Arrays.stream(mimeTypes).map(MIMEType::parse).toList());
            return this;
        }

        public RenderRegistration<T> onType(Class<? extends T> type) {
            types.add(type);
            return this;
        }

        public void register(RenderFunction<? super T> function) {
            types.forEach(
                    type -> Renderers.installed().register(new Registered<>(type, Set.copyOf(preferred), function)));
        }
    }

    private record Registered<T>(Class<T> type, Set<MIMEType> preferred, RenderFunction<? super T> function)
            implements segue.kernel.display.Renderer<T> {
        @Override
        public MimeBundle render(T value) {
            return run(value, preferred);
        }

        @Override
        public MimeBundle render(T value, List<String> mimeTypes) {
            return run(value, mimeTypes.stream().map(MIMEType::parse).collect(Collectors.toSet()));
        }

        private MimeBundle run(T value, Set<MIMEType> requested) {
            RenderContext context = new RenderContext(requested);
            function.render(value, context);
            return context.getOutputContainer().bundle();
        }
    }

    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(type);
    }

    public DisplayData render(Object value) {
        return new DisplayData(Renderers.installed().render(value));
    }

    public DisplayData renderAs(Object value, String... mimeTypes) {
        return new DisplayData(Renderers.installed().render(value, mimeTypes));
    }
}
