package segue.catalog.listening;

/** The entries of one file that are not as they should be: the first few are told, all are counted. */
final class Refusals {
    private static final int TOLD = 3;

    private final String file;
    private final ListeningSink sink;
    private long count;

    Refusals(String file, ListeningSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** @param where in the file: {@code "line 12"} */
    void add(String where, String problem) {
        sink.leftOut(ListeningSink.Kind.REFUSED);
        if (count++ < TOLD) {
            sink.note("%s, %s was refused: %s".formatted(file, where, problem));
        }
    }

    void end() {
        if (count > TOLD) {
            sink.note("%s: %,d entries were refused, these were the first".formatted(file, count));
        }
    }
}
