package segue.spotify;

/**
 * What Spotify's Web API once gave and gives new apps no longer, and what Segue does instead. Nothing in Segue calls it.
 */
public enum Withdrawn {
    AUDIO_FEATURES(
            "audio features and audio analysis",
            "GET /audio-features, /audio-analysis",
            "2024-11-27",
            "reads the nine features from song tables, or measures recordings itself ('./segue features')"),
    RECOMMENDATIONS(
            "recommendations from seeds",
            "GET /recommendations",
            "2024-11-27",
            "recommends by itself, with reasons ('./segue recommend')"),
    RELATED_ARTISTS(
            "related artists",
            "GET /artists/{id}/related-artists",
            "2024-11-27",
            "compares the songs themselves; an artist's neighbours are those of their songs"),
    PREVIEWS(
            "30-second previews",
            "preview_url",
            "2024-11-27",
            "plays your own recordings on the page, and embeds Spotify's player for playlists"),
    ALGORITHMIC_PLAYLISTS(
            "playlists that Spotify makes (Discover Weekly, mixes, editorial lists)",
            "GET /playlists/{id}, /browse/featured-playlists",
            "2024-11-27",
            "reads your own playlists: add the songs to one of yours"),
    OTHERS_PLAYLISTS(
            "the songs of other people's playlists",
            "GET /playlists/{id}/items, /users/{id}/playlists",
            "2026-02-11",
            "reads playlists that you own or work on: add the songs to one of yours"),
    POPULARITY(
            "popularity of songs and artists, followers, markets",
            "popularity, followers, available_markets",
            "2026-02-11",
            "takes popularity from the song table, where it has one"),
    BATCHES(
            "many songs, albums or artists in one call",
            "GET /tracks?ids=, /albums?ids=, /artists?ids=",
            "2026-02-11",
            "takes what lists already carry, fifty songs a call, and asks for no song one by one"),
    TOP_TRACKS_OF_ARTISTS(
            "an artist's top songs, new releases, categories",
            "GET /artists/{id}/top-tracks, /browse/new-releases, /browse/categories",
            "2026-02-11",
            "sorts the songs of the catalogue"),
    LARGE_SEARCHES(
            "more than ten hits a search",
            "GET /search?limit=50",
            "2026-02-11",
            "asks for ten, and searches the catalogue first"),
    PROFILE_DETAILS(
            "country, e-mail and subscription of the account, other people's profiles",
            "country, email, product, GET /users/{id}",
            "2026-02-11",
            "needs none of them and asks for no permission to read them");

    private final String what;
    private final String calls;
    private final String since;
    private final String instead;

    Withdrawn(String what, String calls, String since, String instead) {
        this.what = what;
        this.calls = calls;
        this.since = since;
        this.instead = instead;
    }

    /** In words. */
    public String what() {
        return what;
    }

    /** The calls or fields that it was. */
    public String calls() {
        return calls;
    }

    /** The day from which new apps no longer have it, {@code 2026-02-11}. */
    public String since() {
        return since;
    }

    /** What Segue does, as the rest of a sentence that begins with its name. */
    public String instead() {
        return instead;
    }

    /** {@code "related artists: withdrawn on 2024-11-27. Segue compares the songs themselves."} */
    @Override
    public String toString() {
        return what + ": withdrawn on " + since + ". Segue " + instead + ".";
    }
}
