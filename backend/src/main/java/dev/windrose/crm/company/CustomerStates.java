package dev.windrose.crm.company;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customer state of companies: where each stands, how it came there, and steps that the model does not allow. */
@Component
public class CustomerStates {

    private final CompanyStore store;
    private final Changes changes;
    private final Descriptors descriptors;
    private final AccessSql access;

    CustomerStates(CompanyStore store, Changes changes, Descriptors descriptors, AccessSql access) {
        this.descriptors = descriptors;
        this.access = access;
        this.store = store;
        this.changes = changes;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<StateChange> history(CompanyId company) {
        Permissions.require(Operation.READ, "company");
        return access.hidden(descriptors.get("company")).contains("customer_state")
                ? List.of()
                : store.stateChanges(company.value());
    }

    /** The states that may follow without force. */
    public Set<CustomerState> next(@Nullable CustomerState from) {
        return StateTransitions.after(from);
    }

    /** Takes an allowed step. */
    public ChangeSet move(CompanyId company, CustomerState to) {
        Permissions.require(Operation.UPDATE, "company");
        return changes.apply(draft(company, to, null));
    }

    /** @throws AppException NOT_ALLOWED below manager, REQUIRED without a reason */
    public ChangeSet force(CompanyId company, CustomerState to, @Nullable String reason) {
        Permissions.require(Operation.UPDATE, "company");
        if (!ActorScope.current().role().atLeast(Role.MANAGER)) {
            throw new AppException(CommonError.NOT_ALLOWED, "Only a manager may force a customer state.", "force");
        }
        if (reason == null || reason.isBlank()) {
            throw new AppException(CommonError.REQUIRED, "Say why the state is forced.", "reason");
        }
        return GuardCustomerState.forcing(reason.strip(), () -> changes.apply(draft(company, to, reason.strip())));
    }

    private static ChangeDraft draft(CompanyId company, CustomerState to, @Nullable String reason) {
        var evidence = reason == null ? null : new Evidence(reason, null, null, "reason");
        return ChangeDraft.of(
                Cause.person(),
                "Customer state set to " + to.wire(),
                DraftOperation.update("company", company.value(), Map.of("customer_state", to.wire()))
                        .because(evidence, null));
    }
}
