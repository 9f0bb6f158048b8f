package segue.kernel.assist;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** How the compiler's parser reads one piece of a cell. */
final class Syntax {
    private static final String BROKEN_OFF = "compiler.err.premature.eof";
    /** {@code try { }} alone: a catch may follow. */
    private static final String BARE_TRY = "compiler.err.try.without.catch.finally.or.resource.decls";

    enum Reading {
        WHOLE,
        /** Correct as far as it goes. */
        BROKEN_OFF,
        WRONG
    }

    private enum Form {
        STATEMENT("class $ { void $() throws Throwable { ", "\n}}"),
        EXPRESSION("class $ { Object $ = ", "\n;}"),
        MEMBER("class $ { ", "\n}");

        final String prefix;
        final String suffix;

        Form(String prefix, String suffix) {
            this.prefix = prefix;
            this.suffix = suffix;
        }
    }

    private Syntax() {}

    /** The kindest way to read a statement, member or expression whose brackets are balanced. */
    static Reading of(String piece) {
        int end = piece.stripTrailing().length();
        Reading best = Reading.WRONG;
        for (Form form : Form.values()) {
            Reading reading = read(form, piece, end);
            if (reading == Reading.WHOLE) {
                return reading;
            }
            if (reading == Reading.BROKEN_OFF) {
                best = reading;
            }
        }
        return best;
    }

    private static Reading read(Form form, String piece, int end) {
        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        diagnostic -> {
                            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                                errors.add(diagnostic);
                            }
                        },
                        List.of("-proc:none"),
                        null,
                        List.of(new Text(form.prefix + piece + form.suffix)));
        try {
            task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler could not read a cell from memory", e);
        }
        if (errors.isEmpty()) {
            return Reading.WHOLE;
        }
        Diagnostic<?> first = errors.getFirst();
        boolean atEnd = first.getPosition() >= form.prefix.length() + end;
        if (atEnd && form == Form.STATEMENT && first.getMessage(Locale.ROOT).equals("';' expected")) {
            // The last statement of a cell may lack it.
            return Reading.WHOLE;
        }
        return atEnd || first.getCode().equals(BROKEN_OFF) || first.getCode().equals(BARE_TRY)
                ? Reading.BROKEN_OFF
                : Reading.WRONG;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("cell:///question/$.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
