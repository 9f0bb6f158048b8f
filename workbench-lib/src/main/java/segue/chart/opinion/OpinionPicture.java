package segue.chart.opinion;

import org.knowm.xchart.internal.chartpart.IChart;
import segue.chart.InlineSvg;

/**
 * A picture of what listeners said, with the same in words.
 *
 * @param name for an address or an id, such as {@code searches}; the same whatever is shown
 * @param description what the picture shows, for those who cannot see it
 */
public record OpinionPicture(String name, IChart chart, String description) {
    /** For a page, light or dark; see {@link InlineSvg}. */
    public String inlineSvg() {
        return chart instanceof WordCloud cloud
                ? cloud.inlineSvg(name)
                : InlineSvg.of(chart, name, chart.getTitle(), description);
    }
}
