package segue.catalog;

import java.util.List;

/**
 * What the invented songs of a genre sound like: centres of the nine features and of year, and the shares of minor keys,
 * explicit and instrumental songs. The numbers are ours, chosen so that genres differ in the way that real ones do.
 */
enum SampleGenre {
    ACOUSTIC_FOLK(
            "folk",
            List.of("indie folk", "traditional folk"),
            1984,
            .74,
            .53,
            .36,
            .06,
            -11.5,
            .036,
            118,
            .47,
            .25,
            .00),
    AMBIENT("ambient", List.of("drone", "space ambient"), 2003, .78, .28, .18, .92, -20, .041, 98, .15, .42, .00),
    BLUES("blues", List.of("electric blues", "delta blues"), 1972, .55, .55, .46, .08, -11, .048, 119, .62, .30, .01),
    CLASSICAL(
            "classical",
            List.of("chamber music", "solo piano"),
            1968,
            .95,
            .31,
            .16,
            .86,
            -21,
            .043,
            104,
            .23,
            .36,
            .00),
    COUNTRY(
            "country",
            List.of("honky tonk", "contemporary country"),
            1992,
            .36,
            .58,
            .62,
            .02,
            -7.8,
            .036,
            124,
            .60,
            .12,
            .02),
    ELECTRONIC(
            "edm",
            List.of("progressive house", "pop edm", "big room"),
            2010,
            .06,
            .66,
            .80,
            .34,
            -5.6,
            .068,
            126,
            .44,
            .48,
            .08),
    HIP_HOP(
            "rap",
            List.of("boom bap", "trap", "southern hip hop"),
            2008,
            .16,
            .74,
            .65,
            .01,
            -6.6,
            .215,
            112,
            .50,
            .50,
            .68),
    JAZZ("jazz", List.of("cool jazz", "swing", "vocal jazz"), 1964, .79, .52, .33, .34, -14, .049, 116, .51, .40, .00),
    LATIN(
            "latin",
            List.of("latin pop", "tropical", "reggaeton"),
            2003,
            .26,
            .70,
            .70,
            .01,
            -6.4,
            .080,
            116,
            .67,
            .42,
            .13),
    METAL("metal", List.of("thrash metal", "doom metal"), 2000, .01, .40, .93, .24, -5.4, .085, 128, .31, .52, .14),
    POP(
            "pop",
            List.of("dance pop", "indie pop", "power ballad"),
            2005,
            .24,
            .64,
            .66,
            .01,
            -6.4,
            .058,
            120,
            .53,
            .34,
            .12),
    ROCK(
            "rock",
            List.of("classic rock", "hard rock", "indie rock"),
            1988,
            .16,
            .50,
            .73,
            .05,
            -7.9,
            .050,
            124,
            .53,
            .28,
            .04),
    SOUL(
            "r&b",
            List.of("neo soul", "urban contemporary", "new jack swing"),
            1996,
            .33,
            .65,
            .53,
            .02,
            -8.4,
            .082,
            108,
            .57,
            .50,
            .13);

    final String label;
    final List<String> subgenres;
    final int year;
    final double acousticness;
    final double danceability;
    final double energy;
    final double instrumental;
    final double loudness;
    final double speechiness;
    final double tempo;
    final double valence;
    final double minor;
    final double explicit;

    SampleGenre(
            String label,
            List<String> subgenres,
            int year,
            double acousticness,
            double danceability,
            double energy,
            double instrumental,
            double loudness,
            double speechiness,
            double tempo,
            double valence,
            double minor,
            double explicit) {
        this.label = label;
        this.subgenres = subgenres;
        this.year = year;
        this.acousticness = acousticness;
        this.danceability = danceability;
        this.energy = energy;
        this.instrumental = instrumental;
        this.loudness = loudness;
        this.speechiness = speechiness;
        this.tempo = tempo;
        this.valence = valence;
        this.minor = minor;
        this.explicit = explicit;
    }
}
