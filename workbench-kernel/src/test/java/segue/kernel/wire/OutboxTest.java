package segue.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class OutboxTest {
    private final Outbox outbox = new Outbox();

    /** Takes everything, as fast as its permits allow. */
    private static final class Drain implements WritableByteChannel {
        final AtomicLong bytes = new AtomicLong();
        final CountDownLatch opened = new CountDownLatch(1);

        @Override
        public int write(ByteBuffer source) throws IOException {
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            int count = source.remaining();
            bytes.addAndGet(count);
            source.position(source.limit());
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private Drain drain() {
        Drain drain = new Drain();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                outbox.writeTo(drain);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return drain;
    }

    @Test
    void a_producer_waits_for_a_slow_peer_and_nothing_is_lost() {
        Drain drain = drain();
        outbox.add(new byte[Outbox.SOFT_BYTES + 1]);
        assertThat(outbox.hasRoom()).isFalse();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            drain.opened.countDown();
        });
        long start = System.nanoTime();
        assertThat(outbox.awaitRoom(Duration.ofSeconds(5))).isTrue();
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(outbox.drain(Duration.ofSeconds(5))).isTrue();
        assertThat(drain.bytes.get()).isEqualTo(Outbox.SOFT_BYTES + 1);
    }

    @Test
    void a_peer_that_takes_nothing_is_given_up_after_the_patience() {
        drain();
        outbox.add(new byte[Outbox.SOFT_BYTES + 1]);
        assertThat(outbox.awaitRoom(Duration.ofMillis(50))).isFalse();
        assertThat(outbox.isClosed()).isTrue();
        assertThat(outbox.add(new byte[1])).isFalse();
    }

    @Test
    void an_interrupt_does_not_end_the_wait_and_is_kept() {
        Drain drain = drain();
        outbox.add(new byte[Outbox.SOFT_BYTES + 1]);
        Thread.currentThread().interrupt();
        Thread.ofPlatform().daemon().start(drain.opened::countDown);
        assertThat(outbox.awaitRoom(Duration.ofSeconds(5))).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outbox.isClosed()).isFalse();
    }

    @Test
    void no_more_piles_up_than_the_hard_limit_and_one_message() {
        int added = 0;
        while (outbox.add(new byte[1 << 20])) {
            added++;
        }
        assertThat(added).isEqualTo((Outbox.HARD_BYTES >> 20) + 1);
    }
}
