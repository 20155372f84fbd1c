package dev.windrose.workspace;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The state of pages, for each person their own. */
@Component
public class WorkspaceStates {

    private static final int LONGEST = 64 << 10;

    private final WorkspaceStateStore store;
    private final Clock clock;

    WorkspaceStates(WorkspaceStateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public WorkspaceState get(String entityType, String entityId) {
        return store.find(person(), entityType, entityId).orElse(WorkspaceState.NONE);
    }

    @Transactional
    public WorkspaceState set(String entityType, String entityId, WorkspaceState state) {
        if (entityType.length() > 60
                || entityId.length() > 60
                || JsonMapper.shared().writeValueAsString(state).length() > LONGEST) {
            throw new AppException(CommonError.TOO_LARGE, "The state of a page is larger than 64 kB.");
        }
        store.save(person(), entityType, entityId, state, clock.instant());
        return get(entityType, entityId);
    }

    private static UUID person() {
        var person = ActorScope.current().person();
        if (person == null) {
            throw new AppException(CommonError.NOT_ALLOWED, "This token belongs to nobody, who has no pages.");
        }
        return person.value();
    }
}
