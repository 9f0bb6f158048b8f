/**
 * What listeners said, as pictures for a notebook and for a page.
 *
 * <pre>{@code
 * FeedbackCharts.dashboard(store.reports(), songs);                     // all of it, as the value of a cell
 * FeedbackCharts.searches(store.reports().searchWords(Instant.EPOCH, 120));
 * FeedbackCharts.scores(store.reports().scoresByMethod());
 * }</pre>
 */
package segue.chart.opinion;
