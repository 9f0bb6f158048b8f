package segue.kernel.shell;

/**
 * Takes out of what is printed the part of stack traces that lies below the cell, in the kernel. A trace comes line by
 * line, one print each, so what came before is remembered.
 */
final class PrintedTraces {
    private volatile boolean belowCell;

    String withoutKernel(String text) {
        if (!belowCell && !text.contains("at segue.kernel.") && !text.contains("at app//segue.kernel.")) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            String line = text.substring(start, end == 0 ? text.length() : end);
            belowCell = isFrame(line) && (belowCell || line.contains("segue.kernel."));
            if (!belowCell) {
                kept.append(line);
            }
            start += line.length();
        }
        return kept.toString();
    }

    private static boolean isFrame(String line) {
        return line.startsWith("at ", line.length() - line.stripLeading().length());
    }
}
