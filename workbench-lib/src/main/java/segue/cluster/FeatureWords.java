package segue.cluster;

import java.util.List;
import java.util.Map;
import segue.cluster.ClusterProfile.FeatureDifference;

/** What people call songs that have much or little of a feature. */
final class FeatureWords {
    /** Effects from here on are named: medium ones. */
    private static final double NAMED = 0.5;

    private static final int MOST = 4;

    private record Ends(String much, String little) {}

    private static final Map<String, Ends> WORDS = Map.ofEntries(
            Map.entry("acousticness", new Ends("acoustic", "low acousticness")),
            Map.entry("danceability", new Ends("danceable", "low danceability")),
            Map.entry("energy", new Ends("energetic", "calm")),
            Map.entry("instrumentalness", new Ends("instrumental", "sung")),
            Map.entry("liveness", new Ends("live", "studio")),
            Map.entry("loudness", new Ends("loud", "quiet")),
            Map.entry("loudness_lufs", new Ends("loud", "quiet")),
            Map.entry("loudness_range", new Ends("wide loudness range", "even loudness")),
            Map.entry("dynamic_range", new Ends("dynamic", "compressed")),
            Map.entry("speechiness", new Ends("spoken", "low speechiness")),
            Map.entry("tempo", new Ends("fast", "slow")),
            Map.entry("valence", new Ends("cheerful", "sombre")),
            Map.entry("spectral_centroid_mean", new Ends("bright", "dark")),
            Map.entry("spectral_bandwidth_mean", new Ends("broad sound", "narrow sound")),
            Map.entry("onset_strength_mean", new Ends("percussive", "smooth")));

    private FeatureWords() {}

    /** For the strongest differences, strongest first. */
    static List<String> of(List<FeatureDifference> differences) {
        return differences.stream()
                .filter(one -> Math.abs(one.effect()) >= NAMED)
                .map(FeatureWords::word)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String word(FeatureDifference one) {
        String plain = one.feature().replace('_', ' ');
        Ends ends = WORDS.getOrDefault(one.feature(), new Ends("high " + plain, "low " + plain));
        return one.effect() > 0 ? ends.much() : ends.little();
    }
}
