package segue.spotify.access;

import segue.files.Markup;

/** The one page that the browser shows when it is back from Spotify. */
final class SignInPage {
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>Segue and Spotify</title>
            <style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem}
            h1{font-size:1.5rem}</style></head>
            <body><main><h1>Segue and Spotify</h1><p>%s</p></main></body></html>
            """;

    private SignInPage() {}

    static String of(String sentence) {
        String text = Markup.escaped(sentence);
        return PAGE.formatted(text);
    }
}
