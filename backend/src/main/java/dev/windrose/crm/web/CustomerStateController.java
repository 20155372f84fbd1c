package dev.windrose.crm.web;

import dev.windrose.crm.company.CustomerState;
import dev.windrose.crm.company.CustomerStates;
import dev.windrose.crm.company.StateChange;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/companies/{id}/state")
class CustomerStateController {

    private final CustomerStates states;

    CustomerStateController(CustomerStates states) {
        this.states = states;
    }

    record Step(
            @Nullable String from,
            @Nullable String to,
            Instant at,
            String by,
            @Nullable String reason,
            UUID changeSetId) {}

    record View(@Nullable String state, @Nullable Instant since, List<String> next, List<Step> history) {}

    record Request(
            @Nullable String to, boolean force, @Nullable String reason) {}

    record Moved(@Nullable UUID changeSetId, View state) {}

    @GetMapping
    View state(@PathVariable UUID id) {
        return view(states.history(new CompanyId(id)), states);
    }

    static View view(List<StateChange> history, CustomerStates states) {
        var current = history.isEmpty() ? null : history.getFirst();
        var state = current == null ? null : current.to();
        return new View(
                wire(state),
                current == null ? null : current.at(),
                states.next(state).stream().map(CustomerState::wire).toList(),
                history.stream().map(CustomerStateController::step).toList());
    }

    @PostMapping
    Moved move(@PathVariable UUID id, @RequestBody Request request) {
        var to = CustomerState.of(request.to());
        if (to == null) {
            throw new AppException(CommonError.REQUIRED, "Name the state to move to.", "to");
        }
        var company = new CompanyId(id);
        var set = request.force() ? states.force(company, to, request.reason()) : states.move(company, to);
        return new Moved(set.operations().isEmpty() ? null : set.id().value(), state(id));
    }

    private static Step step(StateChange change) {
        return new Step(
                wire(change.from()),
                wire(change.to()),
                change.at(),
                change.by(),
                change.reason(),
                change.changeSetId());
    }

    private static @Nullable String wire(@Nullable CustomerState state) {
        return state == null ? null : state.wire();
    }
}
