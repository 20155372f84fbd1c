package dev.windrose.crm;

import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.CompleteDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Op;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A company has one primary contact: naming another takes the mark from the former, in the same change set. */
@Component
class OnePrimaryContact implements CompleteDraft {

    private final ContactStore store;

    OnePrimaryContact(ContactStore store) {
        this.store = store;
    }

    @Override
    public List<DraftOperation> missing(ChangeDraft draft) {
        var named = draft.operations().stream()
                .filter(OnePrimaryContact::namesPrimary)
                .toList();
        if (named.isEmpty()) {
            return List.of();
        }
        var companies = new LinkedHashSet<UUID>();
        named.forEach(operation -> {
            var company = company(operation);
            if (company != null) {
                companies.add(company);
            }
        });
        var touched = draft.operations().stream()
                .filter(operation -> operation.values().containsKey("is_primary") || operation.op() == Op.DELETE)
                .map(DraftOperation::recordId)
                .collect(Collectors.toSet());
        var missing = new ArrayList<DraftOperation>();
        for (var former : store.primaryOf(companies)) {
            if (!touched.contains(former)) {
                missing.add(DraftOperation.update("contact", former, Map.of("is_primary", false)));
            }
        }
        return missing;
    }

    @Override
    public boolean concerns(String type, Set<String> fields) {
        return type.equals("contact") && fields.contains("is_primary");
    }

    private static boolean namesPrimary(DraftOperation operation) {
        return operation.type().equals("contact")
                && (operation.op() == Op.CREATE || operation.op() == Op.UPDATE)
                && "true".equals(String.valueOf(operation.values().get("is_primary")));
    }

    /** A value that is no id is refused later, with its field. */
    private @Nullable UUID company(DraftOperation operation) {
        if (!operation.values().containsKey("company_id")) {
            return operation.op() == Op.CREATE ? null : store.companyOf(operation.recordId());
        }
        try {
            var given = operation.values().get("company_id");
            return given == null ? null : UUID.fromString(given.toString());
        } catch (IllegalArgumentException bad) {
            return null;
        }
    }
}
