package dev.windrose.crm.work;

import dev.windrose.crm.work.WorkSource.Section;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whoever asks. */
@Component
public class MyWork {

    private static final int MOST = 100;

    private final List<WorkSource> sources;
    private final Workspaces workspaces;
    private final Clock clock;

    MyWork(List<WorkSource> sources, Workspaces workspaces, Clock clock) {
        this.sources = List.copyOf(sources);
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** Every section, also the empty ones. */
    @Transactional(readOnly = true)
    public Map<Section, List<WorkItem>> read() {
        var person = ActorScope.current().person();
        if (person == null) {
            throw new AppException(CommonError.NOT_ALLOWED, "This token belongs to nobody, so nothing waits for it.");
        }
        var query = new WorkQuery(person, workspaces.today(), clock.instant(), MOST);
        var work = new EnumMap<Section, List<WorkItem>>(Section.class);
        for (var section : Section.values()) {
            work.put(section, new ArrayList<>());
        }
        sources.forEach(source -> source.items(query)
                .forEach((section, items) ->
                        work.computeIfAbsent(section, _ -> new ArrayList<>()).addAll(items)));
        return work;
    }
}
