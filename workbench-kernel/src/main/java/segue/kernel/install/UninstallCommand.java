package segue.kernel.install;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Removes the kernelspec, if it is ours. */
@Command(
        name = "uninstall",
        description = "Take the kernel back; a kernel that is not Segue's stays.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UninstallCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Place place;

    @Override
    public Integer call() throws IOException {
        KernelFolder folder = KernelFolder.below(place.dataFolder(spec.commandLine()));
        boolean removed = folder.uninstall();
        spec.commandLine()
                .getErr()
                .println(removed ? "segue: the kernel is removed" : "segue: no kernel was installed there");
        spec.commandLine().getOut().println(folder.path());
        return 0;
    }
}
