package segue.dtw;

class ScalarKernelTest extends WarpKernelTest {
    @Override
    WarpKernel kernel() {
        return new ScalarKernel();
    }
}
