package segue.neighbors;

class ScalarSearchTest extends ExactSearchTest {
    @Override
    Backend backend() {
        return Backend.SCALAR;
    }
}
