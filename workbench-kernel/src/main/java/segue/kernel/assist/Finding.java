package segue.kernel.assist;

/**
 * One thing that is known under the name at the cursor.
 *
 * @param signature as it would be declared
 * @param comment its documentation as written, HTML or Markdown, without slashes and stars
 * @param source its text, empty where that is not known
 * @param isProse whether the comment is a plain sentence
 */
record Finding(String signature, String comment, String source, boolean isProse) {}
