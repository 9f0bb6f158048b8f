package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a render function is asked for, and where it puts it. */
public final class RenderContext {
    private final Set<MIMEType> requested;
    private final DisplayData out = new DisplayData();

    RenderContext(Set<MIMEType> requested) {
        this.requested = requested;
    }

    public DisplayData getOutputContainer() {
        return out;
    }

    public boolean wantsDataRenderedAs(MIMEType type) {
        return requested.contains(type) || requested.contains(MIMEType.ANY);
    }

    public void renderIfRequested(MIMEType type, Supplier<Object> content) {
        if (wantsDataRenderedAs(type)) {
            out.putData(type, content.get());
        }
    }

    public void renderIfRequested(MIMEType type, Function<MIMEType, Object> content) {
        if (wantsDataRenderedAs(type)) {
            out.putData(type, content.apply(type));
        }
    }

    public void renderIfRequested(MIMEType type, BiConsumer<MIMEType, DisplayData> writer) {
        if (wantsDataRenderedAs(type)) {
            writer.accept(type, out);
        }
    }
}
