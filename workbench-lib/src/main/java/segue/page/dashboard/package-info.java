/**
 * The dashboard: {@code /dashboard} shows what all listeners searched, played and rated, as the pictures of {@code
 * segue.chart.opinion}; {@code /api/dashboard} gives them and the numbers behind them as JSON. The database is asked once in some
 * seconds, however many look. It shows words and counts of everybody, and nobody's id: who serves the page to others should
 * decide who may see it.
 */
package segue.page.dashboard;
