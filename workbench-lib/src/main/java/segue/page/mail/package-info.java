/**
 * Where the links of digests lead that end them: {@code /unsubscribe?token=}. Whoever follows the link is asked first, since
 * programs that look for viruses follow links too; a mail program's own button posts {@code List-Unsubscribe=One-Click} (RFC
 * 8058), and that ends it at once.
 */
package segue.page.mail;
