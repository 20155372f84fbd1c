package dev.windrose.agents.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Nodes whose failure is kept as it is: the graph wraps what it throws. */
final class Told implements RunGraphs.Nodes {

    private final RunGraphs.Nodes nodes;
    private final AtomicReference<@Nullable Throwable> failure;

    private Told(RunGraphs.Nodes nodes, AtomicReference<@Nullable Throwable> failure) {
        this.nodes = nodes;
        this.failure = failure;
    }

    static RunGraphs.Nodes of(RunGraphs.Nodes nodes, AtomicReference<@Nullable Throwable> failure) {
        return new Told(nodes, failure);
    }

    @Override
    public void choose() {
        keep(nodes::choose);
    }

    @Override
    public void act() {
        keep(nodes::act);
    }

    @Override
    public void check() {
        keep(nodes::check);
    }

    @Override
    public void settle() {
        keep(nodes::settle);
    }

    @Override
    public void deliver() {
        keep(nodes::deliver);
    }

    @Override
    public RunGraphs.Way way() {
        try {
            return nodes.way();
        } catch (RuntimeException | Error e) {
            failure.set(e);
            throw e;
        }
    }

    private void keep(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure.set(e);
            throw e;
        }
    }
}
