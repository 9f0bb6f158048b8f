package segue.audio.scan;

/**
 * A file that is done.
 *
 * @param sha256 of all of its bytes, in hexadecimal
 */
record Entry(FileStamp stamp, String sha256, Outcome outcome) {}
