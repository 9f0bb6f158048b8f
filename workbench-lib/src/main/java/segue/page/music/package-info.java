/** Sound on the page. */
package segue.page.music;
