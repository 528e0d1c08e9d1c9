package anxin.dispatcher.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Lets several people do something at the same moment. */
final class Racing {

    private Racing() {}

    static <T> List<T> all(List<Supplier<T>> racers) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> racing = new ArrayList<>();
            for (Supplier<T> racer : racers) {
                racing.add(threads.submit(() -> {
                    start.await();
                    return racer.get();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : racing) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
