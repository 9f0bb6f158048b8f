package segue.kernel.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the kernelspec. The folder goes to standard output, what happened to standard error. */
@Command(
        name = "install",
        description = "Tell Jupyter of the kernel.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InstallCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Place place;

    @Option(names = "--force", description = "Replace a kernel named java that is not Segue's.")
    private boolean force;

    @Option(
            names = "--classpath",
            hidden = true,
            required = true,
            description = "What the kernel runs on; DIR/* stands for the folder's jars.")
    private String classpath;

    @Option(names = "--aot-cache", hidden = true, description = "A file made by -XX:AOTCacheOutput on that class path.")
    private Path aotCache;

    @Override
    public Integer call() throws IOException {
        KernelFolder folder = KernelFolder.below(place.dataFolder(spec.commandLine()));
        KernelSpec kernel;
        try {
            kernel = KernelSpec.of(ClassPath.expand(classpath)).withAotCache(aotCache);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        KernelFolder.Outcome outcome = folder.install(kernel.files(), force);
        spec.commandLine()
                .getErr()
                .println(
                        switch (outcome) {
                            case INSTALLED -> "segue: the kernel is installed";
                            case UNCHANGED -> "segue: the kernel is installed already, and as it should be";
                        });
        spec.commandLine().getOut().println(folder.path());
        return 0;
    }
}
