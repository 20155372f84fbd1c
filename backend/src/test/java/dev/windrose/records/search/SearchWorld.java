package dev.windrose.records.search;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.query.Filter;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A workspace with ways to search in it. The index follows writes a moment later, so tests wait for it. */
record SearchWorld(RecordWorld records) {

    static SearchWorld fresh() {
        return new SearchWorld(RecordWorld.fresh());
    }

    UUID create(String type, Map<String, ?> fields) {
        return records.create(type, fields);
    }

    Actor owner() {
        return records.actor();
    }

    /** Waits until everything written so far is in the index. */
    SearchWorld settled() {
        var follow = Workspaces.bean(FollowLog.class);
        long now = System.nanoTime();
        eventually(() -> follow.reached(now, Duration.ofSeconds(1))
                && Workspaces.bean(SearchIndexes.class)
                        .answering()
                        .filter(SearchIndex::complete)
                        .isPresent());
        return this;
    }

    static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within 30 seconds.");
            }
            pause();
        }
    }

    static <T> T eventually(Supplier<T> supplier, java.util.function.Predicate<T> wanted) {
        var last = new Object() {
            T value = supplier.get();
        };
        eventually(() -> {
            last.value = supplier.get();
            return wanted.test(last.value);
        });
        return last.value;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    SearchAnswer typed(String text, String... types) {
        return as(owner(), SearchRequest.typed(text, List.of(types), 20));
    }

    SearchAnswer full(String text, String... types) {
        return full(owner(), text, types);
    }

    SearchAnswer full(Actor actor, String text, String... types) {
        return as(actor, new SearchRequest(text, List.of(types), Filter.ALL, 20, 0, false));
    }

    SearchAnswer as(Actor actor, SearchRequest request) {
        settled();
        return ActorScope.call(actor, () -> Workspaces.bean(Search.class).find(request));
    }

    static List<String> titles(SearchAnswer answer) {
        return hits(answer).map(SearchHit::title).toList();
    }

    static Stream<SearchHit> hits(SearchAnswer answer) {
        return answer.groups().stream().flatMap(group -> group.hits().stream());
    }
}
