package dev.windrose.context.retrieval;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A workspace in which questions are asked. Meaning follows writes a moment later, so tests wait for it. */
record RetrievalWorld(RecordWorld records) {

    static RetrievalWorld fresh() {
        return new RetrievalWorld(RecordWorld.fresh());
    }

    Actor owner() {
        return records.actor();
    }

    UUID create(String type, Map<String, ?> fields) {
        return records.create(type, fields);
    }

    UUID note(String title, String body) {
        return create(
                "note",
                Map.of("record_type", "company", "record_id", company().toString(), "title", title, "body", body));
    }

    UUID call(String subject, String body) {
        return create(
                "interaction",
                Map.of("interaction_type", "call", "company_id", company(), "subject", subject, "body", body));
    }

    private UUID company() {
        return create("company", Map.of("name", "Alder Foods"));
    }

    /** Waits until everything written so far is found by its words and by its meaning. */
    RetrievalWorld settled() {
        long now = System.nanoTime();
        var follow = Workspaces.bean(FollowSources.class);
        var indexes = Workspaces.bean(ChunkIndexes.class);
        eventually(() -> follow.reached(now, Duration.ofSeconds(1)));
        String encoder = ActorScope.call(
                owner(), () -> Workspaces.bean(Encoders.class).current().name());
        eventually(() -> indexes.answering().orElseThrow().unreadCount(owner().tenant(), encoder) == 0);
        return this;
    }

    List<Passage> ask(Actor actor, Question question) {
        settled();
        return ActorScope.call(actor, () -> Workspaces.bean(Retrieve.class).find(question));
    }

    List<Passage> ask(String text) {
        return ask(owner(), Question.of(text, 5));
    }

    List<UUID> found(String text) {
        return ask(text).stream().map(passage -> passage.source().id()).toList();
    }

    static void eventually(BooleanSupplier condition) {
        within(Duration.ofSeconds(30), condition);
    }

    static void within(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within %d seconds.".formatted(patience.toSeconds()));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
