package segue.kernel.display;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** One record as its components; its text is its own. */
final class RecordRenderer implements Renderer<Record> {
    @Override
    public Class<Record> type() {
        return Record.class;
    }

    @Override
    public MimeBundle render(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components.length == 0) {
            return MimeBundle.text(PlainText.of(value));
        }
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            names.add(component.getName());
            values.add(Rows.component(component, value));
        }
        List<GridColumn> columns =
                List.of(GridColumn.text("component", names).asIndex(), GridColumn.of("value", values));
        return new Grid(
                        value.getClass().getSimpleName(),
                        columns,
                        components.length,
                        "record of " + Grid.count(components.length, "component"))
                .bundle(PlainText.of(value));
    }
}
