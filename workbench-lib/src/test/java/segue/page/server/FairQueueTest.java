package segue.page.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static List<String> takeAll(FairQueue<String> queue) throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (queue.size() > 0) {
            all.add(queue.take());
        }
        return all;
    }

    @Test
    void clients_take_turns_and_each_is_served_in_its_order() throws Exception {
        FairQueue<String> queue = new FairQueue<>(100);
        for (String task : List.of("a1", "a2", "a3", "a4", "b1", "c1", "c2")) {
            assertThat(queue.offer(task.substring(0, 1), task)).isTrue();
        }

        assertThat(takeAll(queue)).containsExactly("a1", "b1", "c1", "a2", "c2", "a3", "a4");
    }

    @Test
    void one_client_gets_half_of_the_places_and_a_second_half_of_the_rest() {
        FairQueue<String> queue = new FairQueue<>(12);
        int first = 0;
        while (queue.offer("greedy", "task")) {
            first++;
        }
        int second = 0;
        while (queue.offer("second", "task")) {
            second++;
        }

        assertThat(first).isEqualTo(6);
        assertThat(second).isEqualTo(3);
        assertThat(queue.offer("third", "task")).isTrue();
    }

    @Test
    void a_place_is_held_until_it_is_given_back() throws Exception {
        FairQueue<String> queue = new FairQueue<>(1);
        assertThat(queue.offer("a", "task")).isTrue();
        queue.take();
        assertThat(queue.offer("b", "task")).as("it is being worked on").isFalse();

        queue.release("a");

        assertThat(queue.offer("b", "task")).isTrue();
    }

    @Test
    void what_is_taken_out_of_the_line_gives_its_place_back_once() throws Exception {
        FairQueue<String> queue = new FairQueue<>(4);
        queue.offer("a", "a1");
        queue.offer("a", "a2");

        assertThat(queue.remove("a", "a1")).isTrue();
        assertThat(queue.remove("a", "a1")).isFalse();
        assertThat(queue.remove("nobody", "a2")).isFalse();
        assertThat(takeAll(queue)).containsExactly("a2");
        queue.release("a");
        assertThat(queue.offer("a", "a3")).isTrue();
        assertThat(queue.offer("a", "a4")).isTrue();
    }

    @Test
    void whatever_happens_the_places_are_never_exceeded_and_none_is_lost() throws Exception {
        Random random = new Random(8);
        FairQueue<Integer> queue = new FairQueue<>(20);
        Map<Integer, String> clients = new HashMap<>();
        List<Integer> working = new ArrayList<>();
        List<Integer> waiting = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    String client = "client " + random.nextInt(8);
                    clients.put(step, client);
                    if (queue.offer(client, step)) {
                        waiting.add(step);
                    }
                }
                case 2 -> {
                    if (!waiting.isEmpty()) {
                        Integer task = queue.take();
                        assertThat(waiting.remove(task)).isTrue();
                        working.add(task);
                    }
                }
                default -> {
                    if (!working.isEmpty()) {
                        queue.release(clients.get(working.remove(random.nextInt(working.size()))));
                    }
                }
            }
            assertThat(queue.size()).isEqualTo(waiting.size());
            assertThat(waiting.size() + working.size()).isLessThanOrEqualTo(20);
        }
        while (queue.size() > 0) {
            working.add(queue.take());
        }
        working.forEach(task -> queue.release(clients.get(task)));
        int places = 0;
        while (queue.offer("new client " + places, 0)) {
            places++;
        }
        assertThat(places).isEqualTo(20);
    }
}
