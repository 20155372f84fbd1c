package dev.windrose.agents.run;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;
import static org.bsc.langgraph4j.action.AsyncEdgeAction.edge_async;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** The graphs of the four shapes. Where to go is read from the finished steps, so their state is no second truth. */
final class RunGraphs {

    static final String WAIT = "wait";

    private static final String CHOOSE = "choose";
    private static final String ACT = "act";
    private static final String CHECK = "check";
    private static final String DELIVER = "deliver";

    /** Where a graph goes after it has looked at what there is. */
    enum Way {
        ACT,
        WAIT,
        DELIVER;

        String node() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What the nodes do. */
    interface Nodes {

        /** Decides what is next, where that has to be thought about and kept. */
        void choose();

        void act();

        /** Asks for what an extraction lacks. */
        void check();

        /** Takes in what has come while the run waited. */
        void settle();

        void deliver();

        Way way();
    }

    private RunGraphs() {}

    static CompiledGraph<AgentState> of(RunShape shape, Nodes nodes, StepSaver saver, int mostTurns) {
        try {
            var graph = new StateGraph<AgentState>(Map.of(), AgentState::new)
                    .addNode(ACT, node_async(state -> turn(state, nodes::act)))
                    .addNode(WAIT, node_async(state -> turn(state, nodes::settle)))
                    .addNode(DELIVER, node_async(state -> turn(state, nodes::deliver)))
                    .addEdge(DELIVER, END);
            switch (shape) {
                case SINGLE -> {
                    graph.addEdge(START, ACT);
                    branch(graph, ACT, nodes::way);
                    branch(graph, WAIT, nodes::way);
                }
                case EXTRACT -> {
                    graph.addNode(CHECK, node_async(state -> turn(state, nodes::check)))
                            .addEdge(START, ACT)
                            .addEdge(ACT, CHECK)
                            .addEdge(WAIT, CHECK);
                    branch(graph, CHECK, nodes::way);
                }
                case LOOP, PLAN -> {
                    graph.addNode(CHOOSE, node_async(state -> turn(state, nodes::choose)))
                            .addEdge(START, CHOOSE)
                            .addEdge(ACT, CHOOSE)
                            .addEdge(WAIT, CHOOSE);
                    branch(graph, CHOOSE, nodes::way);
                }
            }
            return graph.compile(CompileConfig.builder()
                    .checkpointSaver(saver)
                    .interruptBefore(WAIT)
                    .releaseThread(false)
                    .recursionLimit(mostTurns)
                    .build());
        } catch (GraphStateException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static void branch(StateGraph<AgentState> graph, String from, Supplier<Way> way)
            throws GraphStateException {
        graph.addConditionalEdges(
                from,
                edge_async(state -> way.get().node()),
                new HashMap<>(Map.of(ACT, ACT, WAIT, WAIT, DELIVER, DELIVER)));
    }

    private static Map<String, Object> turn(AgentState state, Runnable work) {
        work.run();
        int turn = state.<Number>value("turn").map(Number::intValue).orElse(0);
        return Map.of("turn", turn + 1);
    }
}
