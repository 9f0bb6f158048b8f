package io.github.spencerpark.jupyter.kernel.magic.common;

import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import segue.kernel.magics.MagicFailure;

/** Runs programs of the system. */
public final class Shell {
    private Shell() {}

    /**
     * Runs a program, shows what it prints, and waits for its end.
     *
     * @return the lines it has printed
     * @throws MagicFailure if there is no such program
     */
    @LineMagic
    public static List<String> sh(List<String> command) throws IOException, InterruptedException {
        if (command.isEmpty()) {
            throw new MagicFailure("%sh needs a program, as in %sh ls -l");
        }
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new MagicFailure("%sh could not run " + command.getFirst() + ": " + e.getMessage());
        }
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                System.out.println(line);
            }
            process.waitFor();
        } finally {
            process.destroy();
        }
        return lines;
    }
}
