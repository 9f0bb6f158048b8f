/** Maps of many songs. */
package segue.projection;
