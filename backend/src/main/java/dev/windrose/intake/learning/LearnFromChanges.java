package dev.windrose.intake.learning;

import dev.windrose.intake.learning.ExampleStore.Decided;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.Fold;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.FollowChange;
import dev.windrose.records.change.Op;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees people change or take back what was read from a message, and keeps it as an example in the same transaction. */
@Component
class LearnFromChanges implements FollowChange {

    private static final int MOST = 50;

    /** Fields whose words mean the same another time; amounts, days and addresses do not. */
    private static final Set<String> LASTING = Set.of(
            "stage",
            "influence_role",
            "deal_health",
            "payment_frequency",
            "deal_payment_status",
            "issue_type",
            "priority",
            "category",
            "sentiment",
            "interaction_type",
            "customer_state",
            "status",
            "product",
            "assignee",
            "title",
            "industry_vertical",
            "customer_segment_label",
            "acquisition_channel_source",
            "lost_reason",
            "competitor",
            "b2b_or_b2c",
            "project_type");

    private final Examples examples;
    private final ExampleStore store;
    private final Records records;
    private final Clock clock;
    private final LearnFromMoves moves;

    LearnFromChanges(Examples examples, ExampleStore store, Records records, Clock clock) {
        this.examples = examples;
        this.store = store;
        this.records = records;
        this.clock = clock;
        this.moves = new LearnFromMoves(examples, store, records);
    }

    @Override
    public void follow(AppliedChange change) {
        if (change.operations().size() > MOST) {
            return;
        }
        switch (change.cause().kind()) {
            case PERSON, MESSAGE -> {
                corrected(change);
                takenOut(change);
                moves.follow(change);
            }
            case UNDO -> undone(change);
            case IMPORT, RUN, SYNC -> {}
        }
    }

    /** Only values with evidence came from a text, so most saves ask nothing. */
    private void corrected(AppliedChange change) {
        var setBy = new HashMap<FieldChange, UUID>();
        for (var operation : change.operations()) {
            if (operation.op() == Op.UPDATE) {
                operation.fields().forEach(field -> readFrom(field).ifPresent(set -> setBy.put(field, set)));
            }
        }
        if (setBy.isEmpty()) {
            return;
        }
        var decided = decided(setBy.values().stream().distinct().toList());
        for (var operation : change.operations()) {
            for (var field : operation.fields()) {
                var reading = decided.get(setBy.get(field));
                boolean same = reading != null
                        && (change.cause().kind() == CauseKind.PERSON
                                || reading.root()
                                        .toString()
                                        .equals(change.cause().id()));
                if (reading != null && same) {
                    learn(change, operation, field, reading);
                }
            }
        }
    }

    /** A record that the message should not have made, taken out of it by itself. */
    private void takenOut(AppliedChange change) {
        if (change.cause().kind() != CauseKind.MESSAGE || change.operations().size() != 1) {
            return;
        }
        var gone = change.operations().getFirst();
        if (gone.op() != Op.DELETE) {
            return;
        }
        for (var reading : store.readings(UUID.fromString(change.cause().id()))) {
            operations(reading).stream()
                    .filter(operation -> operation.get("record") instanceof Map<?, ?> record
                            && gone.recordId().toString().equals(record.get("id")))
                    .forEach(operation -> unwanted(change, reading, operation));
        }
    }

    private void unwanted(AppliedChange change, Decided reading, Map<?, ?> operation) {
        if (operation.get("evidence") instanceof Map<?, ?> evidence) {
            unwanted(change.id().value(), reading, operation, String.valueOf(evidence.get("quote")));
        }
    }

    private Map<UUID, Decided> decided(List<UUID> sets) {
        var out = new HashMap<UUID, Decided>();
        store.decided(sets).forEach(reading -> {
            if (reading.applied() != null) {
                out.put(reading.applied(), reading);
            }
            if (reading.proposed() != null) {
                out.put(reading.proposed(), reading);
            }
        });
        return out;
    }

    private static Optional<UUID> readFrom(FieldChange field) {
        return field.formerStamp() instanceof Map<?, ?> stamp
                        && stamp.get("evidence") != null
                        && stamp.get("change_set_id") instanceof String set
                ? Optional.of(UUID.fromString(set))
                : Optional.empty();
    }

    private void learn(AppliedChange change, ChangeOperation operation, FieldChange field, Decided reading) {
        var stamp = (Map<?, ?>) Objects.requireNonNull(field.formerStamp());
        var quote = stamp.get("evidence") instanceof Map<?, ?> evidence && evidence.get("quote") != null
                ? evidence.get("quote").toString()
                : "";
        var name = canonical(operation.recordType(), field.field());
        @Nullable String right = field.after() instanceof String text ? text : null;
        // Put back, the words are not the ones of what stood there before.
        boolean back = change.cause().kind() == CauseKind.MESSAGE
                && store.before(
                                UUID.fromString(String.valueOf(stamp.get("change_set_id"))),
                                operation.recordId(),
                                field.field())
                        .equals(Optional.ofNullable(field.after()).map(Object::toString));
        boolean lasting = right != null
                && !back
                && !quote.isBlank()
                && LASTING.contains(name)
                && !(name.equals("title") && !operation.recordType().equals("contact"));
        if (name.equals("company") && right != null) {
            alias(change, operation, field, reading, quote);
        }
        examples.add(new NewExample(
                lasting ? ExampleKind.VALUE : ExampleKind.CORRECTED,
                null,
                operation.recordType(),
                name,
                quote,
                field.before() == null ? null : field.before().toString(),
                field.after() == null ? null : field.after().toString(),
                operation.recordType(),
                operation.recordId(),
                reading.engine(),
                reading.promptLog(),
                reading.at(),
                change.id().value()));
    }

    /** Moved to another account: the words that stood for the first one mean the second. */
    private void alias(
            AppliedChange change, ChangeOperation operation, FieldChange field, Decided reading, String quote) {
        var right = UUID.fromString(Objects.requireNonNull(field.after()).toString());
        var wrong = field.before() == null
                ? null
                : records.find("company", UUID.fromString(field.before().toString()))
                        .orElse(null);
        var words = wrong == null ? "" : run(quote, NameEntry.words(wrong.title()));
        if (words.length() > 1) {
            examples.add(new NewExample(
                    ExampleKind.ALIAS,
                    null,
                    "company",
                    null,
                    words,
                    null,
                    null,
                    "company",
                    right,
                    reading.engine(),
                    reading.promptLog(),
                    reading.at(),
                    change.id().value()));
        }
    }

    /** The longest run of words of the text that stands in the name. */
    static String run(String text, List<String> name) {
        var words = List.of(Fold.words(text).split(" "));
        for (int count = Math.min(name.size(), words.size()); count > 0; count--) {
            for (int from = 0; from + count <= words.size(); from++) {
                var some = words.subList(from, from + count);
                if (java.util.Collections.indexOfSubList(name, some) >= 0) {
                    return String.join(" ", some);
                }
            }
        }
        return "";
    }

    private void undone(AppliedChange change) {
        var set = Objects.requireNonNull(change.undone());
        store.forgetMadeBy(set, clock.instant());
        for (var reading : store.decided(List.of(set))) {
            for (var operation : operations(reading)) {
                if (set.toString().equals(operation.get("change_set_id"))) {
                    unwanted(change, reading, operation);
                }
            }
        }
    }

    static List<Map<?, ?>> operations(Decided reading) {
        var out = new ArrayList<Map<?, ?>>();
        if (reading.decision().get("operations") instanceof List<?> operations) {
            operations.forEach(operation -> {
                if (operation instanceof Map<?, ?> map) {
                    out.add(map);
                }
            });
        }
        return out;
    }

    void unwanted(UUID changeSet, Decided reading, Map<?, ?> operation, String quote) {
        examples.add(new NewExample(
                ExampleKind.UNWANTED,
                String.valueOf(operation.get("op")),
                String.valueOf(operation.get("entity")),
                null,
                quote,
                null,
                null,
                null,
                null,
                reading.engine(),
                reading.promptLog(),
                reading.at(),
                changeSet));
    }

    private static String canonical(String type, String stored) {
        return switch (stored) {
            case "company_id" -> "company";
            case "product_id" -> "product";
            case "assignee_id" -> "assignee";
            case "text" -> type.equals("objection") ? "summary" : stored;
            default -> stored;
        };
    }
}
