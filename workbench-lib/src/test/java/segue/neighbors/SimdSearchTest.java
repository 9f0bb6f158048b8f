package segue.neighbors;

class SimdSearchTest extends ExactSearchTest {
    @Override
    Backend backend() {
        return Backend.SIMD;
    }
}
