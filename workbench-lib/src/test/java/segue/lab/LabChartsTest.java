package segue.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabChartsTest {
    private static final Verdict RIGHT = new Verdict(Verdict.Kind.SAME_ROWS, "", 1);

    private static Result result(String contender, double... calls) {
        Timing timing = new Timing(calls, calls.length - 1, 1);
        return new Result(contender, 1, Task.SINGLE, 0, RIGHT, timing, 1, 1, "");
    }

    private static LabReport report(Result... results) {
        Sweep none = new Sweep("made up", "queries a batch", new double[] {1, 10}, List.of());
        return new LabReport(Environment.here(), "made up", 10, 2, LabOptions.defaults(), 5, List.of(results), none, 1);
    }

    @Test
    void the_quickest_stands_on_top_with_its_factor_beside_its_name() {
        var chart = LabCharts.speedUps(report(result("plain Java loop", 1), result("simd", 0.01)), Task.SINGLE);
        var bars = chart.getSeriesCollection().iterator().next();
        assertThat(bars.getYData()).asString().contains("simd  100 ×", "plain Java loop  1 ×");
        assertThat(bars.getXData()).asString().isEqualTo("[2.0, 0.0]");
    }

    @Test
    void warming_up_shows_the_quickest_of_ever_more_calls() {
        var chart = LabCharts.warmUp(report(result("simd", 0.9, 0.5, 0.4, 0.3, 0.2, 0.1, 0.3)), "simd");
        assertThat(chart.getSeries("simd").getXData()).containsExactly(1, 2, 4);
        assertThat(chart.getSeries("simd").getYData()).containsExactly(900, 400, 100);
    }

    @Test
    void a_step_that_was_not_measured_is_no_point() {
        Curve curve = new Curve("simd", true, false, new double[] {1e-6, Double.NaN}, "");
        var chart = LabCharts.sweep(new Sweep("made up", "rows", new double[] {10, 100}, List.of(curve)));
        assertThat(chart.getSeries("simd").getXData()).containsExactly(10);
    }

    @Test
    void nothing_timed_is_nothing_to_draw() {
        assertThatThrownBy(() -> LabCharts.warmUp(report(), "simd")).hasMessage("none of these was timed: simd");
        assertThatThrownBy(() -> LabCharts.sweep(report().byBatch())).hasMessage("nothing was timed: made up");
    }
}
