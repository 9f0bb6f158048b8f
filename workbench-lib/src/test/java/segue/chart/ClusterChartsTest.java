package segue.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import segue.catalog.Catalog;
import segue.cluster.ClusterProfile;
import segue.cluster.ClusterProfiles;
import segue.cluster.KChoice;
import segue.cluster.KChoice.Candidate;
import segue.cluster.KMeans;
import segue.cluster.KMeansOptions;

class ClusterChartsTest {
    private static final KChoice CHOICE = new KChoice(
            List.of(
                    new Candidate(2, 0.2, 0.01, 0.5, 0.02, 0.9, 0.03),
                    new Candidate(3, 0.4, 0.01, 0.7, 0.02, 0.8, 0.03),
                    new Candidate(4, 0.3, 0.01, 0.6, 0.02, 0.7, 0.03)),
            3,
            true,
            "for a test");

    @Test
    void the_curve_of_k_points_out_the_chosen_one() {
        XYChart chart = ClusterCharts.judge(CHOICE, "silhouette", Candidate::silhouette, Candidate::silhouetteError);
        assertThat(chart.getSeries("± standard error").getYData()).containsExactly(0.2, 0.4, 0.3);
        assertThat(chart.getSeries("± standard error").getExtraValues()).containsExactly(0.01, 0.01, 0.01);
        assertThat(chart.getSeries("chosen: 3").getXData()).containsExactly(3);
        assertThat(chart.getSeries("chosen: 3").getYData()).containsExactly(0.4);
    }

    @Test
    void all_three_judges_stand_side_by_side() {
        ChartGrid charts = ClusterCharts.choosingK(CHOICE);
        assertThat(charts.getTitle()).isEqualTo("silhouette, gap, stability");
        assertThat(charts.getWidth()).isGreaterThan(2 * charts.getHeight());
    }

    @Test
    void profiles_have_a_row_a_cluster_and_a_column_a_feature() {
        Catalog songs = Catalog.sample();
        List<ClusterProfile> profiles = ClusterProfiles.of(
                songs, KMeans.fit(songs.points(), KMeansOptions.defaults().withK(3)));
        HeatMapChart chart = ClusterCharts.profiles("profiles", profiles);

        assertThat(chart.getHeatMapSeries().getXData().toString())
                .isEqualTo(songs.space().columns().toString());
        double energy = profiles.getLast().features().stream()
                .filter(one -> one.feature().equals("energy"))
                .findFirst()
                .orElseThrow()
                .z();
        double shown = 0;
        for (Number[] cell : chart.getHeatMapSeries().getHeatData()) {
            // The last row is at the bottom, at 0.
            shown += cell[0].intValue() == 2 && cell[1].intValue() == 0 ? cell[2].doubleValue() : 0;
        }
        assertThat(shown).isCloseTo(energy, within(0.005)).isNotZero();
    }
}
