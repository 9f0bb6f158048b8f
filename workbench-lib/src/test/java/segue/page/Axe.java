package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe-core (MPL-2.0), which knows what of a page people cannot use who see, hear or move otherwise. */
public final class Axe {
    private static final String SCRIPT = read();

    /** Rules of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices, over the page and its frames. */
    private static final String RUN = """
            return axe.run(document, { resultTypes: ["violations"] }).then(({ violations, passes }) => {
              const found = violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .flatMap(({ id, impact, help, nodes }) => nodes.map(({ html, any, all, none }) =>
                  `${impact} ${id}: ${help}: ${html.slice(0, 200)}: ` +
                  [...any, ...all, ...none].map((check) => check.message).join("; ")));
              return passes.length < 5 ? ["only " + passes.length + " rules had something to look at"] : found;
            });
            """;

    private Axe() {}

    /**
     * Fails with every serious and critical violation of what the browser shows now, and where it is.
     *
     * @param state what is shown, for the message
     */
    public static void check(Browser browser, String state) {
        browser.script("if (!window.axe) { " + SCRIPT + " }");
        assertThat((List<?>) browser.script(RUN))
                .as("accessibility of %s", state)
                .isEmpty();
    }

    /** Checks what the browser shows, at its address. */
    public static void check(Browser browser) {
        check(browser, browser.address());
    }

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException(
                        "axe.min.js of com.deque.html.axe-core:selenium is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("axe.min.js cannot be read", e);
        }
    }
}
