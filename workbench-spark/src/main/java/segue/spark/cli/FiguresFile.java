package segue.spark.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import segue.files.WholeFile;

/** Figures kept as a file of JSON, whole or not there, on the machine that the command is given on. */
final class FiguresFile {
    private FiguresFile() {}

    static void write(Path file, Map<String, Object> figures) throws IOException {
        byte[] json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(figures);
        WholeFile.write(file, part -> Files.write(part, json));
    }
}
