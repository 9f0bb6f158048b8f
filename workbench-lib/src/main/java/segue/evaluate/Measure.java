package segue.evaluate;

/** What is measured, by the name it has in tables; {@code @k} stands for the length of short lists. */
public enum Measure {
    RECALL("recall@500", "share of the songs held back that stand in the first 500"),
    R_PRECISION("R-precision", "share of hits among as many songs as were held back"),
    NDCG("NDCG@500", "hits among the first 500, early ones worth more"),
    CLICKS("clicks", "times ten others are asked for before a hit; fewer is better, 51 is none"),
    PRECISION("precision@k", "share of the first k songs that were held back"),
    RECALL_SEEN("recall, seen", "recall@500 of songs that stand in some other playlist of the training"),
    RECALL_COLD("recall, cold", "recall@500 of songs that stand in no playlist of the training"),
    RECALL_OF_3("recall@500, 3 lists", "recall@500 of listeners who are three playlists put together"),
    RECALL_OF_5("recall@500, 5 lists", "the same of five playlists"),
    RECALL_LEAST("recall@500, least", "recall@500 of the list that is served worst among those of a listener"),
    RECALL_NEW_ARTIST("recall, new artist", "recall@500 of songs by artists of whom the seeds have none"),
    UNLISTED("unlisted@500", "share of the first 500 that stand in no playlist of the training"),
    UNLISTED_OF_ALL(
            "unlisted of all", "the same share of the whole catalogue; far more among the first 500 is no skill"),
    GENRE("genre@k", "share of the first k songs that have a genre in common with the song asked for"),
    GENRE_OTHERS("genre@k*", "the same, songs by the same artist not counted"),
    GENRE_SHARE(
            "genre share@k*",
            "mean share of a song's genres that the one asked for has too: songs of many genres gain nothing; as *"),
    SUBGENRE("sub-genre@k", "share of the first k songs that have a sub-genre in common"),
    SUBGENRE_OTHERS("sub-genre@k*", "the same, songs by the same artist not counted"),
    SUBGENRE_SHARE("sub-genre share@k*", "the same of sub-genres"),
    SAME_PLAYLIST("same list@k", "share of the first k songs that stand in a playlist with the song asked for"),
    SAME_PLAYLIST_OTHERS("same list@k*", "the same, songs by the same artist not counted"),
    COVERAGE("coverage@k", "share of all songs that stand in the first k of some list"),
    GINI("Gini@k", "how unevenly songs are shown in the first k: 0 all alike, 1 always the same"),
    NOVELTY("novelty@k", "bits of surprise a song, by the playlists of the training"),
    POPULARITY_LIFT("lift@k", "how much more popular than the seeds: 0 alike, 1 twice as popular"),
    DIVERSITY("spread@k", "mean distance between two of the first k songs, in standard deviations of features"),
    SKEWNESS("skewness@k", "of how often songs are found: 0 even, above 1 hubs"),
    ANTIHUBS("anti-hubs@k", "share of songs that are among the first k of no other song");

    private final String label;
    private final String description;

    Measure(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** The name with the length of short lists, {@code "genre@10*"}. */
    public String label(int k) {
        return label.replace("@k", "@" + k);
    }

    /** One line. */
    public String description() {
        return description;
    }
}
