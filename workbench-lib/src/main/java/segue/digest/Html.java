package segue.digest;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import segue.files.Markup;

/**
 * Markup that is safe to send: whatever is put into a template as text is escaped, whatever is {@code Html} already stays.
 *
 * <pre>{@code
 * Html title = Html.of("<h1>{title}</h1>", "title", track.name());
 * Html page = Html.of("<body>{content}</body>", "content", title);
 * }</pre>
 *
 * @param markup as it is sent
 */
record Html(String markup) {
    static final Html NOTHING = new Html("");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /**
     * Fills the places of a template.
     *
     * @param template of this program, with places such as <code>{title}</code>, in text or in quoted attributes
     * @param namesAndValues for each place its name and its value
     */
    static Html of(String template, Object... namesAndValues) {
        return new Html(PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), namesAndValues))));
    }

    static Html joined(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }

    private static String value(String name, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                Object value = namesAndValues[i + 1];
                return value instanceof Html html ? html.markup() : Markup.escaped(value.toString());
            }
        }
        throw new IllegalStateException("the template has a place {" + name + "} but nothing to put there");
    }
}
