package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import segue.kernel.magics.Magic;
import segue.kernel.shell.CellFunctions;
import segue.kernel.shell.OpenNotebook;

/** Where notebooks register magics. */
public final class Magics {
    private static final String HELP = "A magic that this notebook has registered.";

    public void registerLineMagic(String name, LineMagicFunction<?> magic) {
        add(new Magic(
                "%" + name,
                "%" + name + " [ARGUMENT ...]",
                HELP,
                false,
                (arguments, _) -> Optional.ofNullable(magic.execute(arguments.words()))));
    }

    public void registerCellMagic(String name, CellMagicFunction<?> magic) {
        add(new Magic(
                "%%" + name,
                "%%" + name + " [ARGUMENT ...]",
                HELP,
                false,
                (arguments, context) -> Optional.ofNullable(magic.execute(arguments.words(), context.body()))));
    }

    /** Registers the methods of this object that are marked as magics. */
    public void registerMagics(Object magics) {
        register(magics.getClass(), magics);
    }

    /** Registers the static methods of this class that are marked as magics. */
    public void registerMagics(Class<?> magics) {
        register(magics, null);
    }

    public <T> T applyLineMagic(String name, List<String> arguments) throws Exception {
        return CellFunctions.lineMagic(name, arguments);
    }

    public <T> T applyCellMagic(String name, List<String> arguments, String body) throws Exception {
        return CellFunctions.cellMagic(name, arguments, body);
    }

    private static void add(Magic magic) {
        OpenNotebook.current().magics().add(magic);
    }

    private void register(Class<?> type, Object instance) {
        for (Method method : type.getDeclaredMethods()) {
            LineMagic line = method.getAnnotation(LineMagic.class);
            CellMagic cell = method.getAnnotation(CellMagic.class);
            if (line != null) {
                names(line.value(), line.aliases(), method)
                        .forEach(name -> registerLineMagic(name, arguments -> call(method, instance, arguments, null)));
            }
            if (cell != null) {
                names(cell.value(), cell.aliases(), method)
                        .forEach(name ->
                                registerCellMagic(name, (arguments, body) -> call(method, instance, arguments, body)));
            }
        }
    }

    private static List<String> names(String value, String[] aliases, Method method) {
        List<String> names = new ArrayList<>(Arrays.asList(aliases));
        names.addFirst(value.isEmpty() ? method.getName() : value);
        return names;
    }

    private static Object call(Method method, Object instance, List<String> arguments, String body) throws Exception {
        Object[] given = Arrays.copyOf(new Object[] {arguments, body}, method.getParameterCount());
        try {
            method.setAccessible(true);
            return method.invoke(instance, given);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
