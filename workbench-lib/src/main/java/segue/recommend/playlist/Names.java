package segue.recommend.playlist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/** Lists of names in files. */
final class Names {
    private Names() {}

    static void write(FieldOutput out, List<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.text(name);
        }
    }

    static List<String> read(FieldInput in) throws IOException {
        List<String> names = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            names.add(in.text());
        }
        return List.copyOf(names);
    }
}
