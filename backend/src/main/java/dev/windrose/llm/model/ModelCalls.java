package dev.windrose.llm.model;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked of language models. Administrators see all of it, others what was asked for them. */
@Component
public class ModelCalls {

    public static final int MOST = 200;

    private final ModelStore store;

    ModelCalls(ModelStore store) {
        this.store = store;
    }

    /** @param next whether there are more */
    public record Page(boolean all, List<ModelCall> calls, boolean next, long total) {}

    @Transactional(readOnly = true)
    public Page page(ModelCallQuery wanted, @Nullable UUID before, int limit) {
        Permissions.require(Operation.READ, "llm");
        if (limit < 1 || limit > MOST) {
            throw new AppException(CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(MOST), "limit");
        }
        if (wanted.outcome() != null && CallOutcome.of(wanted.outcome()).isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "There is no such outcome.", "outcome");
        }
        var seen = all() ? wanted : wanted.of(own());
        if (!all() && wanted.person() != null && !wanted.person().equals(own())) {
            return new Page(false, List.of(), false, 0);
        }
        var found = store.list(seen, before, limit + 1);
        return new Page(all(), found.stream().limit(limit).toList(), found.size() > limit, store.count(seen));
    }

    /** @throws AppException NOT_FOUND also for the call of somebody else */
    @Transactional(readOnly = true)
    public ModelCall get(UUID id) {
        Permissions.require(Operation.READ, "llm");
        return store.find(id, all() ? null : own())
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such call."));
    }

    private static boolean all() {
        return Permissions.allows(ActorScope.current(), Operation.MANAGE, "llm");
    }

    /** Whoever is nobody has made no calls. */
    private static UUID own() {
        var person = ActorScope.current().rightsOf();
        return person == null ? new UUID(0, 0) : person.value();
    }
}
