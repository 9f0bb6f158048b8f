/** One database, embedded or a server: its address, its tables, its transactions, and what it complains about in plain words. */
package segue.feedback.sql;
