package segue.kernel.shell;

/** A cell's code under its name, such as {@code cell 3}. Lines count from 0 here, and from 1 in what people read. */
record CellText(String name, String code) {
    int line(int position) {
        int line = 0;
        for (int i = 0; i < position && i < code.length(); i++) {
            if (code.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    int lineStart(int position) {
        return code.lastIndexOf('\n', Math.max(0, position) - 1) + 1;
    }

    int lineEnd(int position) {
        int end = code.indexOf('\n', position);
        return end < 0 ? code.length() : end;
    }
}
