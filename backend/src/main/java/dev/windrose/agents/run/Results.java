package dev.windrose.agents.run;

import dev.windrose.platform.jobs.JobContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How the steps of a run have ended so far. Read once from the job; kept up to date by whoever ends a step. */
final class Results {

    static final String STEP = "step:";
    static final String SETTLED = "settled:";

    private final Map<String, StepResult> ended = Collections.synchronizedMap(new LinkedHashMap<>());

    Results(JobContext job) {
        job.finishedWith(STEP, StepResult.class).forEach(this::put);
        job.finishedWith(SETTLED, StepResult.class).forEach(this::put);
    }

    void put(StepResult result) {
        ended.put(result.step(), result);
    }

    boolean has(String step) {
        return ended.containsKey(step);
    }

    /** Those of which nothing more is expected. */
    Map<String, StepResult> all() {
        synchronized (ended) {
            return new LinkedHashMap<>(ended);
        }
    }

    List<StepResult> open() {
        return all().values().stream().filter(Results::open).toList();
    }

    static boolean open(StepResult result) {
        return result.open() || !result.decisions().isEmpty();
    }

    /** All that was read, for quotes. */
    List<String> texts() {
        var texts = new ArrayList<String>();
        all().values().forEach(result -> {
            if (result.result() != null) {
                collect(result.result(), texts);
            }
        });
        return texts;
    }

    static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        } else {
            node.forEach(inner -> collect(inner, texts));
        }
    }
}
