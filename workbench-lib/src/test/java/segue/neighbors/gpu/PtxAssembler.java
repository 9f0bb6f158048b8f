package segue.neighbors.gpu;

import static jcuda.nvptxcompiler.JNvPTXCompiler.nvPTXCompilerCompile;
import static jcuda.nvptxcompiler.JNvPTXCompiler.nvPTXCompilerCreate;
import static jcuda.nvptxcompiler.JNvPTXCompiler.nvPTXCompilerDestroy;
import static jcuda.nvptxcompiler.JNvPTXCompiler.nvPTXCompilerGetErrorLog;
import static jcuda.nvptxcompiler.JNvPTXCompiler.nvPTXCompilerGetErrorLogSize;
import static jcuda.nvptxcompiler.JNvPTXCompiler.nvPTXCompilerGetInfoLog;
import static jcuda.nvptxcompiler.JNvPTXCompiler.nvPTXCompilerGetInfoLogSize;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jcuda.nvptxcompiler.nvPTXCompileResult;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;

/** NVIDIA's own assembler, which needs no card: the one that the driver runs before a kernel starts. */
final class PtxAssembler {
    private static final Pattern KERNEL =
            Pattern.compile("Compiling entry function '(\\w+)'.*?Used (\\d+) registers", Pattern.DOTALL);

    private PtxAssembler() {}

    /**
     * @param registers that each kernel takes
     * @param errors empty where all is well
     */
    record Result(Map<String, Integer> registers, String log, String errors) {}

    static boolean isHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static Result assemble(String ptx, String architecture) {
        return JCudaNatives.inPrivateFolder(() -> assembled(ptx, architecture));
    }

    private static Result assembled(String ptx, String architecture) {
        byte[] text = (ptx + "\0").getBytes(StandardCharsets.US_ASCII);
        nvPTXCompilerHandle handle = new nvPTXCompilerHandle();
        nvPTXCompilerCreate(handle, text.length, text);
        int result = nvPTXCompilerCompile(handle, 2, new String[] {"--gpu-name=" + architecture, "--verbose"});
        long[] size = new long[1];
        nvPTXCompilerGetInfoLogSize(handle, size);
        byte[] info = new byte[(int) size[0] + 1];
        if (size[0] > 0) {
            nvPTXCompilerGetInfoLog(handle, info);
        }
        nvPTXCompilerGetErrorLogSize(handle, size);
        byte[] errors = new byte[(int) size[0] + 1];
        if (size[0] > 0) {
            nvPTXCompilerGetErrorLog(handle, errors);
        }
        nvPTXCompilerDestroy(handle);
        String log = text(info);
        Map<String, Integer> registers = new TreeMap<>();
        Matcher kernels = KERNEL.matcher(log);
        while (kernels.find()) {
            registers.put(kernels.group(1), Integer.valueOf(kernels.group(2)));
        }
        String problem = text(errors);
        return new Result(
                registers, log, result == nvPTXCompileResult.NVPTXCOMPILE_SUCCESS ? problem : result + " " + problem);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII).replace("\0", "");
    }
}
