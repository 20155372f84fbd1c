package dev.windrose.agents.stock;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Op;
import java.util.Optional;
import java.util.Set;

/** What an agent does not do alone: what binds us or cannot be taken back. Policies may ask for more. */
final class Risk {

    private static final Set<String> CLOSED = Set.of("won", "lost");
    /** What people and offers are held to. */
    private static final Set<String> BINDING = Set.of("product", "context_entry", "territory");

    private Risk() {}

    /** Why it waits for a person. */
    static Optional<String> of(DraftOperation operation) {
        if (ActorScope.current().kind() != ActorKind.AGENT) {
            return Optional.empty();
        }
        if (operation.op() == Op.DELETE) {
            return Optional.of("A deletion is for a person to confirm.");
        }
        if (BINDING.contains(operation.type())) {
            return Optional.of("What we are bound by is changed by people.");
        }
        var stage = operation.values().get("stage");
        if (operation.type().equals("deal") && stage != null && CLOSED.contains(stage.toString())) {
            return Optional.of("Closing a deal is for a person to confirm.");
        }
        return Optional.empty();
    }
}
