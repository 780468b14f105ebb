package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that is done ahead of whoever asks for it. */
class SideBySideTest {

    private static final List<Integer> MANY = IntStream.range(0, 1_000).boxed().toList();

    @Test
    void doesItselfWhatNobodyElseBegan() {
        List<Runnable> left = new ArrayList<>();
        SideBySide<Integer> all = SideBySide.begin(MANY, each -> each * 2, left::add);
        assertThat(all.at(999)).isEqualTo(1_998);
        assertThat(all.at(0)).isZero();
        left.forEach(Runnable::run);
        assertThat(all.at(500)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void doesEverythingOnceInTheirOrder(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            AtomicIntegerArray times = new AtomicIntegerArray(MANY.size());
            List<Integer> results = SideBySide.map(
                    MANY,
                    each -> {
                        times.incrementAndGet(each);
                        return -each;
                    },
                    pool);
            assertThat(results).isEqualTo(MANY.stream().map(each -> -each).toList());
            assertThat(MANY).allMatch(each -> times.get(each) == 1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void tellsOfTheFirstFailureAsItWas() {
        assertThatThrownBy(() -> SideBySide.map(
                        MANY,
                        each -> {
                            if (each % 300 == 299) {
                                throw StoreException.corrupt("wanted another, found " + each);
                            }
                            return each;
                        },
                        Runnable::run))
                .isInstanceOf(StoreException.class)
                .hasMessage("wanted another, found 299");
    }

    @Test
    void tellsOfAnErrandWhatCameOfItHoweverOftenItIsAsked() {
        int[] times = {0};
        Errand<Integer> errand = new Errand<>(() -> ++times[0]);
        assertThat(errand.isDone()).isFalse();
        assertThat(errand.result()).isEqualTo(1);
        assertThat(errand.begin()).isFalse();
        assertThat(errand.result()).isEqualTo(1);
        assertThat(errand.isDone()).isTrue();
    }
}
