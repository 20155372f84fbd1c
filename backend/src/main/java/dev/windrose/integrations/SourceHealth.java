package dev.windrose.integrations;

import dev.windrose.platform.people.Workspaces;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether everything that arrived is accounted for, day by day. */
@Component
public class SourceHealth {

    private static final int DAYS = 90;

    private final Connections connections;
    private final SourceHealthStore store;
    private final Workspaces workspaces;

    SourceHealth(Connections connections, SourceHealthStore store, Workspaces workspaces) {
        this.connections = connections;
        this.store = store;
        this.workspaces = workspaces;
    }

    /**
     * One day of a source. Every message that was counted at the door is in one of the others.
     *
     * @param excluded by reason
     * @param failed by reason
     * @param announced what the source itself says it has of the day; null where it says nothing
     * @param missing counted at the door or announced by the source, and not in the ledger
     */
    public record Day(
            LocalDate day,
            int received,
            int stored,
            Map<String, Integer> excluded,
            Map<String, Integer> failed,
            int waiting,
            @Nullable Integer announced,
            int missing,
            boolean addsUp) {}

    public record Report(Connection connection, List<Day> days, boolean addsUp) {}

    @Transactional(readOnly = true)
    public Report of(UUID connection, int days) {
        var source = connections.get(connection);
        var from = workspaces.today().minusDays(Math.clamp(days, 1, DAYS) - 1L);
        var became =
                store.became(connection, from).stream().collect(Collectors.groupingBy(SourceHealthStore.Became::day));
        var all = store.counted(connection, from).stream()
                .map(counted -> day(counted, became.getOrDefault(counted.day(), List.of())))
                .toList();
        return new Report(source, all, all.stream().allMatch(Day::addsUp));
    }

    private static Day day(SourceHealthStore.Counted counted, List<SourceHealthStore.Became> became) {
        Function<MessageState, Map<String, Integer>> of = state -> became.stream()
                .filter(one -> one.state() == state)
                .collect(Collectors.toMap(
                        SourceHealthStore.Became::reason,
                        SourceHealthStore.Became::messages,
                        Integer::sum,
                        TreeMap::new));
        int inLedger =
                became.stream().mapToInt(SourceHealthStore.Became::messages).sum();
        int announced = counted.announced() == null ? 0 : counted.announced();
        int missing = Math.max(counted.received(), announced) - inLedger;
        return new Day(
                counted.day(),
                counted.received(),
                sum(of.apply(MessageState.STORED)),
                of.apply(MessageState.EXCLUDED),
                of.apply(MessageState.FAILED),
                sum(of.apply(MessageState.WAITING)),
                counted.announced(),
                Math.max(0, missing),
                missing <= 0 && counted.received() == inLedger);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
