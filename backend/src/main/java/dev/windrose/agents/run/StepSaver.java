package dev.windrose.agents.run;

import dev.windrose.platform.jobs.JobContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.checkpoint.BaseCheckpointSaver;
import org.bsc.langgraph4j.checkpoint.Checkpoint;

/** Keeps the checkpoints of a graph as finished steps of its job: what the graph knows and what has been done are one thing. */
final class StepSaver implements BaseCheckpointSaver {

    private static final String PREFIX = "checkpoint:";

    private final JobContext job;
    private final List<Kept> kept;

    record Kept(int number, String id, String node, String next, Map<String, Object> state) {

        Checkpoint checkpoint() {
            return Checkpoint.builder()
                    .id(id)
                    .nodeId(node)
                    .nextNodeId(next)
                    .state(state)
                    .build();
        }
    }

    StepSaver(JobContext job) {
        this.job = job;
        this.kept = new ArrayList<>(job.finishedWith(PREFIX, Kept.class));
        kept.sort(Comparator.comparingInt(Kept::number));
    }

    boolean empty() {
        return kept.isEmpty();
    }

    /** The node that comes next. */
    String next() {
        return kept.getLast().next();
    }

    @Override
    public Collection<Checkpoint> list(RunnableConfig config) {
        return kept.reversed().stream().map(Kept::checkpoint).toList();
    }

    @Override
    public Optional<Checkpoint> get(RunnableConfig config) {
        return kept.reversed().stream()
                .filter(one -> config.checkPointId().map(one.id()::equals).orElse(true))
                .findFirst()
                .map(Kept::checkpoint);
    }

    @Override
    public RunnableConfig put(RunnableConfig config, Checkpoint checkpoint) {
        var one = new Kept(
                kept.size() + 1,
                checkpoint.getId(),
                checkpoint.getNodeId(),
                checkpoint.getNextNodeId(),
                checkpoint.getState());
        kept.add(job.step(PREFIX + one.number(), Kept.class, () -> one));
        return RunnableConfig.builder(config).checkPointId(checkpoint.getId()).build();
    }

    @Override
    public Tag release(RunnableConfig config) {
        return new Tag(threadId(config), list(config));
    }
}
