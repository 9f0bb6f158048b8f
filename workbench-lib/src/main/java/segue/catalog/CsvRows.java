package segue.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows of a CSV file. Records are put together line by line and split by FastCSV, so that a bad one costs one line: a
 * quote that is never closed rejects the line where it stands, and reading resumes at the next.
 */
final class CsvRows implements RowSource {
    /** A quoted field may hold line breaks, but a record over more lines than this is an unclosed quote. */
    static final int MAX_RECORD_LINES = 50;

    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final InputFile file;
    private final LineReader lines;
    private final Deque<LineReader.Line> ahead = new ArrayDeque<>();
    private final List<String> header;
    private final Consumer<String> notes;
    private char separator;
    private CsvReader.CsvReaderBuilder parser;
    private boolean done;

    CsvRows(InputFile file, Consumer<String> notes) {
        this.file = file;
        this.notes = notes;
        this.lines = new LineReader(file.name(), file.text());
        this.header = readHeader();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Row next() {
        LineReader.Line first = nextFilled();
        if (first == null) {
            finish();
            return null;
        }
        if (first.problem() != null) {
            return Row.bad(first.number(), first.problem(), first.text());
        }
        return assemble(first);
    }

    @Override
    public Optional<String> checksum() {
        return Optional.of(file.checksum());
    }

    @Override
    public void close() {
        file.close();
    }

    private List<String> readHeader() {
        LineReader.Line first = nextFilled();
        if (first == null) {
            throw new CatalogException(
                    file.name(),
                    lines.damage() == null ? "the file is empty" : lines.damage(),
                    "Give a table with a header line");
        }
        if (first.problem() != null) {
            throw new CatalogException(
                    file.name(),
                    first.number(),
                    "the header cannot be read: " + first.problem(),
                    "Give a text table (CSV, as UTF-8) with a header line");
        }
        separator = ',';
        for (char candidate : SEPARATORS) {
            if (count(first.text(), candidate) > count(first.text(), separator)) {
                separator = candidate;
            }
        }
        parser = CsvReader.builder().fieldSeparator(separator);
        Row row = assemble(first);
        if (row.problem() != null) {
            throw new CatalogException(
                    file.name(),
                    first.number(),
                    "the header cannot be read: " + row.problem(),
                    "Give a table with a header line");
        }
        List<String> names = new ArrayList<>();
        for (String field : row.fields()) {
            names.add(field.strip());
        }
        return List.copyOf(names);
    }

    private Row assemble(LineReader.Line first) {
        List<LineReader.Line> rest = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        Quoting quoting = Quoting.of(text, separator, Quoting.START);
        while (quoting.open() && rest.size() + 1 < MAX_RECORD_LINES && text.length() < LineReader.MAX_LINE_BYTES) {
            LineReader.Line line = nextLine();
            if (line == null) {
                break;
            }
            rest.add(line);
            if (line.problem() != null) {
                break;
            }
            int from = text.length();
            text.append('\n').append(line.text());
            quoting = Quoting.of(text, separator, quoting.resumeAt(from));
        }
        String problem = null;
        String[] fields = null;
        if (quoting.open()) {
            problem = "a quote opens here and is not closed";
        } else {
            try {
                fields = fields(parser.ofSingleCsvRecord(text.toString()));
                if (header != null && fields.length != header.size()) {
                    problem = String.format(
                            Locale.ROOT, "the row has %d fields but the header has %d", fields.length, header.size());
                }
            } catch (CsvParseException e) {
                problem = "the row is not valid CSV: " + e.getMessage().replaceFirst(" \\(record starting.*", "");
            }
        }
        if (problem == null) {
            return new Row(first.number(), fields, null, text.toString());
        }
        for (int i = rest.size() - 1; i >= 0; i--) {
            ahead.addFirst(rest.get(i));
        }
        return Row.bad(first.number(), problem, first.text());
    }

    private static String[] fields(CsvRecord record) {
        String[] fields = new String[record.getFieldCount()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = record.getField(i);
        }
        return fields;
    }

    private LineReader.Line nextFilled() {
        LineReader.Line line = nextLine();
        while (line != null && line.problem() == null && line.text().isBlank()) {
            line = nextLine();
        }
        return line;
    }

    private LineReader.Line nextLine() {
        return ahead.isEmpty() ? lines.next() : ahead.poll();
    }

    private void finish() {
        if (done) {
            return;
        }
        done = true;
        lines.tell(notes);
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }
}
