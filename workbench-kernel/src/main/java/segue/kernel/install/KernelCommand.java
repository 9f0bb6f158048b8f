package segue.kernel.install;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import segue.cli.Main;

/**
 * Tells a Jupyter of the kernel, or takes it back.
 *
 * <pre>
 * ./segue kernel install --user
 * ./segue kernel install --prefix /usr/local --force
 * ./segue kernel uninstall --sys-prefix
 * </pre>
 */
@Command(
        name = "./segue kernel",
        description = "Install the Java kernel for other Jupyters on this machine, or uninstall it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {InstallCommand.class, UninstallCommand.class})
public final class KernelCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "install or uninstall?");
    }

    public static void main(String[] arguments) {
        System.exit(Main.execute(new KernelCommand(), arguments));
    }
}
