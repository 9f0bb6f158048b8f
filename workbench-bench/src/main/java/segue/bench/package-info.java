/** JMH benchmarks; each checks its answer before its time is believed. */
package segue.bench;
