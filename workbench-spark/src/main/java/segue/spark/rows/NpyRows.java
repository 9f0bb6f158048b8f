package segue.spark.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import segue.matrix.Npy;
import segue.matrix.NpyException;

/** Rows of {@code .npy} files, each task a range of one. */
final class NpyRows {
    private static final long TASK_BYTES = 32L << 20;

    private NpyRows() {}

    /** Rows {@code from} to {@code to - 1} of a file whose first is number {@code firstNumber} of the table. */
    private record Slice(String file, int headerBytes, int columns, long from, long to, long firstNumber)
            implements Serializable {}

    static RowTable open(SparkSession spark, String path, List<FileStatus> files) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        int parallelism = spark.sparkContext().defaultParallelism();
        List<Slice> slices = new ArrayList<>();
        int columns = -1;
        long size = 0;
        for (FileStatus file : files) {
            Npy.Header header = header(hadoop, file);
            if (columns >= 0 && columns != header.columns()) {
                throw new NpyException("%s: it has %d columns but the files before it have %d"
                        .formatted(file.getPath().getName(), header.columns(), columns));
            }
            columns = header.columns();
            if (columns == 0) {
                throw new NpyException(path + ": there is no column in it");
            }
            long rowBytes = 4L * columns;
            long each =
                    Math.clamp(Math.ceilDiv(header.rows(), (long) parallelism), 1, Math.max(1, TASK_BYTES / rowBytes));
            for (long from = 0; from < header.rows(); from += each) {
                slices.add(new Slice(
                        file.getPath().toString(),
                        header.bytes(),
                        columns,
                        from,
                        Math.min(header.rows(), from + each),
                        size));
            }
            size += header.rows();
        }
        Broadcast<SerializableConfiguration> configuration =
                new JavaSparkContext(spark.sparkContext()).broadcast(new SerializableConfiguration(hadoop));
        return new RowTable(
                path,
                IntStream.range(0, columns).mapToObj(Integer::toString).toList(),
                size,
                false,
                new JavaSparkContext(spark.sparkContext())
                        .parallelize(slices, Math.max(1, slices.size()))
                        .flatMap(slice -> read(configuration.value().value(), slice)));
    }

    private static Npy.Header header(Configuration hadoop, FileStatus file) throws IOException {
        String name = file.getPath().getName();
        try (FSDataInputStream in = file.getPath().getFileSystem(hadoop).open(file.getPath())) {
            Npy.Header header = Npy.readHeader(name, in);
            long expected = header.bytes() + 4L * header.rows() * header.columns();
            if (header.byColumns()) {
                throw new NpyException(name
                        + ": its columns stand one after the other; in Python: np.save(file, np.ascontiguousarray(x))");
            }
            if (file.getLen() != expected) {
                throw new NpyException("%s: %s, %,d bytes expected, %,d found"
                        .formatted(
                                name,
                                file.getLen() < expected ? "cut short" : "longer than its header says",
                                expected,
                                file.getLen()));
            }
            return header;
        }
    }

    private static Iterator<NumberedRow> read(Configuration hadoop, Slice slice) throws IOException {
        Path path = new Path(slice.file());
        byte[] bytes = new byte[Math.toIntExact((slice.to() - slice.from()) * slice.columns() * 4)];
        try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
            in.readFully(slice.headerBytes() + slice.from() * slice.columns() * 4, bytes);
        } catch (EOFException cut) {
            throw new IOException(path.getName() + ": it was cut short while it was read", cut);
        }
        FloatBuffer values =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        List<NumberedRow> rows = new ArrayList<>();
        for (long row = slice.from(); row < slice.to(); row++) {
            float[] one = new float[slice.columns()];
            values.get(one);
            for (int c = 0; c < one.length; c++) {
                if (!Float.isFinite(one[c])) {
                    throw RowTable.notFinite(path.getName(), row, Integer.toString(c), one[c]);
                }
            }
            rows.add(new NumberedRow(slice.firstNumber() + row, null, one));
        }
        return rows.iterator();
    }
}
