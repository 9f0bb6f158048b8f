/** TOUR. */
package segue.jobs;
