package segue.neighbors;

/** On a card, or on the emulated one where the build has made it. */
class GpuSearchTest extends ExactSearchTest {
    @Override
    Backend backend() {
        return Backend.GPU;
    }
}
