package dev.windrose.intake.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Two statements of one message that cannot both be so: nothing of it is written, a person is asked. */
final class Conflicts {

    private static final Set<String> COMPARED = Set.of(
            "deal_amount",
            "deal_expected_signing_date",
            "deal_start_date",
            "deal_end_date",
            "employee_size",
            "stage",
            "email",
            "phone",
            "customer_state",
            "payment_frequency",
            "deal_payment_status");
    /** Words of somebody who mends or moves on: the later statement counts. */
    private static final Pattern MENDED = Pattern.compile(
            "\\b(?:correction|correcting|corrected|sorry|actually|wait|scratch|i mean|mean|rather|instead|not|now|new|updated?|"
                    + "moved|changed|revised|final|finally|"
                    + "then|later|again|as (?:from|of)|from now on|go(?:es|ing)? over to|switch\\w*|ab (?:jetzt|sofort|dem)|kunftig|"
                    + "desormais|dorenavant|a partir d\\w+|edit|typo|meant|make (?:it|that)|up to|down to|pushed|slipp\\w*|so|total|"
                    + "overall|"
                    + "in total|all in|agreed|settled|ended up|in the end|turns out|"
                    + "korrektur|doch|statt|sondern|nein|jetzt|neu|nun|verschoben|insgesamt|am ende|en fait|plutot|maintenant|"
                    + "finalement|pardon|au total|en realidad|perdon|mejor|ahora|al final|"
                    + "na verdade|desculpa|agora|no fim|anzi|scusa|ora|alla fine|eigenlijk|nu|toch)\\b|->|→|=>");

    private static final Pattern LOST = Pattern.compile(
            "\\b(?:is|as|are|closed?|deal) (?:now |officially )?lost\\b(?! (?:in|for|without))|\\b(?:ist|est|es|e) (?:verloren|"
                    + "perdu|perdid[oa])\\b");

    private final Reading reading;

    Conflicts(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        denied();
        for (var draft : List.copyOf(reading.drafts)) {
            for (var field : COMPARED) {
                var now = draft.fields.get(field);
                if (now == null || draft.withdrawn) {
                    continue;
                }
                var other = draft.earlier(field).stream()
                        .filter(before -> !same(before, now) && apart(before, now) && !mended(now) && claimed(before))
                        .findFirst();
                if (other.isPresent()) {
                    draft.fields.remove(field);
                    reading.intents.add("update_record");
                    reading.ask(
                            "The message says both " + before(other.get()) + " and " + before(now)
                                    + ". Which is right?",
                            draft.record == null ? List.of() : List.of(draft.record));
                }
            }
        }
    }

    /** Signed in one sentence, not signed in a later one. */
    private void denied() {
        for (var draft : reading.drafts) {
            var stage = draft.fields.get("stage");
            var told = stage == null || draft.withdrawn ? null : statement(stage);
            if (told == null || !"won".equals(stage.value())) {
                continue;
            }
            var against =
                    reading.statements.subList(reading.statements.indexOf(told) + 1, reading.statements.size()).stream()
                            .filter(other -> other.company != null
                                    && other.company.sameAs(told.company)
                                    && other.firm()
                                    && other.products.equals(told.products)
                                    && other.find(StageCues.WON)
                                            .filter(place -> Clauses.denied(other, place))
                                            .isPresent())
                            .findFirst()
                            .or(() -> Optional.of(told).filter(same -> same.find(LOST)
                                    .filter(place -> !Clauses.denied(same, place))
                                    .isPresent()));
            if (against.isPresent()) {
                draft.fields.remove("stage");
                draft.fields.remove("deal_signing_date");
                reading.intents.add("update_record");
                reading.ask(
                        "The message says both \"" + told.raw + "\" and \"" + against.get().raw + "\". Which is right?",
                        draft.record == null ? List.of() : List.of(draft.record));
            }
        }
    }

    private static String before(FieldValue value) {
        return "\"" + value.evidence().quote() + "\"";
    }

    private static boolean same(FieldValue a, FieldValue b) {
        if (a.value() instanceof Number one && b.value() instanceof Number two) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(two.toString())) == 0;
        }
        return Objects.equals(a.value(), b.value());
    }

    /** "Nobody decides before the 26th" names a day, but not the one in question. */
    private boolean claimed(FieldValue value) {
        var statement = statement(value);
        var place = new dev.windrose.llm.language.Span(
                value.evidence().start(), value.evidence().end());
        return statement == null || place.equals(statement.span()) || !Clauses.denied(statement, place);
    }

    /** In different sentences; within one the sentence itself says which counts. */
    private boolean apart(FieldValue a, FieldValue b) {
        return statement(a) != null && statement(b) != null && statement(a) != statement(b);
    }

    private boolean mended(FieldValue later) {
        var statement = statement(later);
        if (statement == null) {
            return true;
        }
        return statement.has(MENDED);
    }

    private @org.jspecify.annotations.Nullable Statement statement(FieldValue value) {
        return reading.statements.stream()
                .filter(found -> found.span().start() <= value.evidence().start()
                        && value.evidence().end() <= found.span().end())
                .findFirst()
                .orElse(null);
    }
}
