/** TOUR. */
package segue.jobs.redis;
