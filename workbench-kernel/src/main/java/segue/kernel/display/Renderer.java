package segue.kernel.display;

import java.util.List;

/**
 * Shows values of one type. Offered as a service: a jar that names its renderers in {@code
 * META-INF/services/segue.kernel.display.Renderer} teaches the notebook to show its types.
 *
 * @param <T> the class or interface that it shows, with everything below it
 */
public interface Renderer<T> {
    Class<T> type();

    /** The value in every form that suits it, with {@code text/plain} among them. */
    MimeBundle render(T value);

    /** As {@link #render(Object)}, for a renderer that can make a form which it does not offer by itself. */
    default MimeBundle render(T value, List<String> mimeTypes) {
        return render(value);
    }
}
