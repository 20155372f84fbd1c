package dev.windrose.agents.plan;

import dev.windrose.context.AnswerMessage;
import dev.windrose.context.Threads;
import dev.windrose.platform.id.ThreadId;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A conversation in a fresh workspace. */
record GoalWorld(RecordWorld records, ThreadId thread) {

    /** What was told. */
    record Told(String name, Map<String, Object> data) {}

    static GoalWorld fresh() {
        return of(RecordWorld.fresh());
    }

    static GoalWorld of(RecordWorld records) {
        var thread = records.in(
                () -> Workspaces.bean(Threads.class).create(null, null, null).id());
        return new GoalWorld(records, thread);
    }

    /** Answers it as often as a server that dies in between would. */
    List<Told> say(String text) {
        return records.in(() -> {
            var run = Workspaces.bean(Threads.class).post(thread, text, null, null);
            var told = new ArrayList<Told>();
            Workspaces.bean(AnswerMessage.class).answer(run.message(), (name, data) -> told.add(new Told(name, data)));
            var again = new ArrayList<Told>();
            Workspaces.bean(AnswerMessage.class).answer(run.message(), (name, data) -> again.add(new Told(name, data)));
            return told;
        });
    }

    static List<String> names(List<Told> told) {
        return told.stream().map(Told::name).toList();
    }

    static String answer(List<Told> told) {
        return told.stream()
                .filter(one -> one.name().equals("answer"))
                .map(one -> String.valueOf(one.data().get("text")))
                .findFirst()
                .orElse("");
    }

    static String question(List<Told> told) {
        return told.stream()
                .filter(one -> one.name().equals("question"))
                .map(one -> one.data().get("question") instanceof Map<?, ?> map ? String.valueOf(map.get("text")) : "")
                .findFirst()
                .orElse("");
    }

    List<RecordData> all(String type) {
        return records.in(
                () -> Workspaces.bean(Records.class).query(RecordQuery.of(type).limit(200)));
    }
}
