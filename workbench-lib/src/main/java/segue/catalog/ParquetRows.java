package segue.catalog;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file as text; a list of strings becomes a list literal. The library tells damage by many kinds of
 * {@link RuntimeException}, so all of them are caught around its calls and nowhere else.
 */
final class ParquetRows implements RowSource {
    private final StoredTable table;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final MessageColumnIO columns;
    private final Consumer<String> notes;
    private RecordReader<Group> records;
    private long leftInGroup;
    private long row;
    private boolean broken;

    private ParquetRows(StoredTable table, ParquetFileReader reader, Consumer<String> notes) {
        this.table = table;
        this.reader = reader;
        this.notes = notes;
        this.schema = reader.getFileMetaData().getSchema();
        this.columns = new ColumnIOFactory().getColumnIO(schema);
    }

    static ParquetRows open(StoredTable table, Consumer<String> notes) {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        ParquetReadOptions options = ParquetReadOptions.builder(configuration)
                .withCodecFactory(new ParquetCodecs(configuration))
                .build();
        try {
            ParquetRows rows = new ParquetRows(table, ParquetFileReader.open(table.parquet(), options), notes);
            rows.refuseUnknownPacking();
            return rows;
        } catch (CatalogException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new CatalogException(
                    table.path(), "this Parquet file is damaged: " + reason(e), "Get or write the file again", e);
        }
    }

    private void refuseUnknownPacking() {
        Optional<CompressionCodecName> unknown = reader.getFooter().getBlocks().stream()
                .flatMap(block -> block.getColumns().stream())
                .map(ColumnChunkMetaData::getCodec)
                .filter(codec -> !ParquetCodecs.supports(codec))
                .findFirst();
        if (unknown.isPresent()) {
            close();
            throw new CatalogException(
                    table.path(),
                    "its pages are packed with " + unknown.get() + ", which cannot be read here",
                    "Write it with Snappy, Zstandard, gzip or uncompressed");
        }
    }

    @Override
    public List<String> header() {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    @Override
    public Row next() {
        if (broken) {
            return null;
        }
        try {
            while (leftInGroup == 0) {
                PageReadStore pages = reader.readNextRowGroup();
                if (pages == null) {
                    return null;
                }
                leftInGroup = pages.getRowCount();
                records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
            }
            leftInGroup--;
            String[] fields = fields(records.read());
            return new Row(++row, fields, null, String.join(",", fields));
        } catch (IOException | RuntimeException e) {
            broken = true;
            notes.accept(String.format(
                    Locale.ROOT,
                    "the file is damaged at row %d of %d: the rows from there on were not read",
                    ++row,
                    reader.getRecordCount()));
            return Row.bad(row, "the file is damaged here (" + reason(e) + ")", "");
        }
    }

    @Override
    public Optional<String> checksum() {
        try (InputFile bytes = table.text()) {
            return Optional.of(bytes.checksum());
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new CatalogException(table.path(), "it cannot be closed: " + e, "Check the disk", e);
        }
    }

    private String[] fields(Group record) {
        String[] fields = new String[schema.getFieldCount()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = record.getFieldRepetitionCount(i) == 0 ? "" : text(record, i);
        }
        return fields;
    }

    private String text(Group record, int column) {
        Type type = schema.getType(column);
        if (!type.isPrimitive()) {
            return NameList.literal(strings(record.getGroup(column, 0)));
        }
        if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(record.getInteger(column, 0)).toString();
        }
        return record.getValueToString(column, 0);
    }

    private static List<String> strings(Group list) {
        List<String> values = new ArrayList<>();
        if (list.getType().getFieldCount() == 0) {
            return values;
        }
        boolean wrapped = !list.getType().getType(0).isPrimitive();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            Group holder = wrapped ? list.getGroup(0, i) : list;
            int index = wrapped ? 0 : i;
            if (holder.getFieldRepetitionCount(0) > index
                    && holder.getType().getType(0).isPrimitive()) {
                values.add(holder.getValueToString(0, index));
            }
        }
        return values;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : CleaningLog.bounded(e.getMessage());
    }
}
