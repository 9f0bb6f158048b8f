package segue.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tablesaw tables: of a catalogue, and of any file of rows that is no song table, such as means by genre, year or artist.
 * Only an empty field is missing; a song called {@code NA} keeps its name.
 */
public final class Tables {
    private Tables() {}

    /**
     * A table and the account of its rows.
     *
     * @param table one column of integers, decimals or text a column of the file
     * @param report layout {@code "table"}; rows with too few or too many fields are rejected
     */
    public record LoadedTable(Table table, CleaningReport report) {}

    /**
     * Reads any CSV, JSON or Parquet file, packed or not, as {@link RowSource#open} tells them; a folder stands for the Parquet
     * files in it, in the order of their names, as Spark writes one table. A column of whole numbers is an {@link IntColumn}, one
     * of numbers a {@link DoubleColumn}, any other a {@link StringColumn}. A column without a name is called {@code column 1} by
     * its place.
     *
     * @throws CatalogException where the file is not readable or empty
     */
    public static Table load(Path file) {
        return read(file).table();
    }

    /** As {@link #load}, with the account of every row. */
    public static LoadedTable read(Path file) {
        List<Path> files = Files.isDirectory(file) ? ParquetSongs.files(file) : List.of(file);
        CleaningLog log = new CleaningLog();
        List<StringColumn> columns = null;
        for (int i = 0; i < files.size(); i++) {
            columns = append(files.get(i), i, columns, log);
        }
        Table table = Table.create(String.valueOf(file.getFileName()));
        columns.forEach(column -> table.addColumns(typed(column)));
        return new LoadedTable(
                table,
                log.report(files.stream()
                        .map(one -> String.valueOf(one.getFileName()))
                        .toList()));
    }

    /** @param before the columns of the files before; null for the first */
    private static List<StringColumn> append(Path file, int number, List<StringColumn> before, CleaningLog log) {
        try (RowSource rows = RowSource.open(StoredTable.local(file), note -> log.note(number, note))) {
            List<String> header = names(rows.header());
            List<StringColumn> columns =
                    before == null ? header.stream().map(StringColumn::create).toList() : before;
            if (!columns.stream().map(Column::name).toList().equals(header)) {
                throw new CatalogException(
                        file.toString(),
                        "its columns are not those of the files before it",
                        "Leave in the folder only files of one table");
            }
            log.mapped(
                    number,
                    new CleaningReport.Mapping(String.valueOf(file.getFileName()), "table", Map.of(), List.of()));
            long row = 0;
            for (RowSource.Row next = rows.next(); next != null; next = rows.next()) {
                RowPlace place = new RowPlace(number, row++, next.line());
                if (next.problem() != null) {
                    log.rejected(place, next.problem(), next.text());
                    continue;
                }
                log.kept();
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).append(next.fields()[i]);
                }
            }
            return columns;
        }
    }

    /** One row a song: id, name, artists, year … and the features; what is missing stays missing. */
    static Table of(Catalog catalog) {
        StringColumn id = StringColumn.create("id");
        StringColumn name = StringColumn.create("name");
        StringColumn artists = StringColumn.create("artists");
        StringColumn genres = StringColumn.create("genres");
        IntColumn year = IntColumn.create("year");
        StringColumn releaseDate = StringColumn.create("release_date");
        IntColumn duration = IntColumn.create("duration_ms");
        IntColumn popularity = IntColumn.create("popularity");
        BooleanColumn explicit = BooleanColumn.create("explicit");
        IntColumn key = IntColumn.create("key");
        IntColumn mode = IntColumn.create("mode");
        StringColumn same = StringColumn.create("same_recording_as");
        for (Track track : catalog.tracks()) {
            id.append(track.id());
            name.append(track.name());
            artists.append(joined(track.artists(), "; "));
            genres.append(joined(track.genres(), "|"));
            append(year, track.year());
            releaseDate.append(track.releaseDate().orElse(""));
            append(duration, track.durationMillis());
            append(popularity, track.popularity());
            track.explicit().ifPresentOrElse(explicit::append, explicit::appendMissing);
            append(key, track.key());
            append(mode, track.mode());
            same.append(track.sameRecordingAs().orElse(""));
        }
        Table table = Table.create(
                catalog.source(),
                id,
                name,
                artists,
                genres,
                year,
                releaseDate,
                duration,
                popularity,
                explicit,
                key,
                mode);
        for (String feature : catalog.space().all()) {
            FloatColumn column = FloatColumn.create(feature);
            for (Track track : catalog.tracks()) {
                track.features()
                        .get(feature)
                        .ifPresentOrElse(value -> column.append((float) value), column::appendMissing);
            }
            table.addColumns(column);
        }
        return table.addColumns(same);
    }

    /** Names in one field: joined where that can be told apart again, else a list literal. */
    static String joined(List<String> names, String separator) {
        String mark = separator.strip();
        boolean plain = names.stream()
                .noneMatch(name -> name.isEmpty() || name.contains(mark) || "['\"".indexOf(name.charAt(0)) >= 0);
        return plain ? String.join(separator, names) : NameList.literal(names);
    }

    private static void append(IntColumn column, OptionalInt value) {
        value.ifPresentOrElse(column::append, column::appendMissing);
    }

    private static List<String> names(List<String> header) {
        List<String> names = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
            while (taken.contains(name.toLowerCase(Locale.ROOT))) {
                name += " again";
            }
            taken.add(name.toLowerCase(Locale.ROOT));
            names.add(name);
        }
        return names;
    }

    private static Column<?> typed(StringColumn text) {
        boolean whole = true;
        boolean any = false;
        for (String value : text) {
            if (value.isEmpty()) {
                continue;
            }
            any = true;
            if (Double.isNaN(NumberText.parse(value))) {
                return text;
            }
            whole &= value.indexOf('.') < 0 && NumberText.parseWhole(value) != null;
        }
        if (!any) {
            return text;
        }
        IntColumn integers = IntColumn.create(text.name());
        DoubleColumn decimals = DoubleColumn.create(text.name());
        for (String value : text) {
            if (whole) {
                append(integers, value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(NumberText.parseWhole(value)));
            } else if (value.isEmpty()) {
                decimals.appendMissing();
            } else {
                decimals.append(NumberText.parse(value));
            }
        }
        return whole ? integers : decimals;
    }
}
