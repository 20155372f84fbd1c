package dev.windrose.intake.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.Message;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What is expected against itself is perfect, and each way to be wrong costs what it should. */
class ScoreCaseTests {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final Cases SAMPLE = new Cases(
            "sample",
            new Message("", "chat", OffsetDateTime.parse("2026-03-02T09:00:00+01:00"), null, null, null),
            List.of(
                    new KnownRecord("company", "c1", "Acme GmbH", Map.of("name", "Acme GmbH", "employee_size", 10)),
                    new KnownRecord(
                            "deal",
                            "d1",
                            "Pump",
                            Map.of("company", "Acme GmbH", "product", "Pump", "stage", "proposal", "deal_amount", 5))));

    private static final Map<String, Object> EXPECTED = json("""
            {"intents": ["update_record", "create_task"], "clarify": true, "answer_contains": ["2026-09-30", "2400000"],
             "operations": [
               {"op": "update", "entity": "deal", "match": {"id": "d1"}, "fields": {"deal_amount": 7000}},
               {"op": "create", "entity": "task", "match": {"title_contains": [["Angebot", "offer"]]},
                "fields": {"due_date": "2026-03-06", "assignee": "Ana Ruiz"}},
               {"op": "create", "entity": "contact", "match": {"name": "Dr. José Peña"},
                "fields": {"phone": "+34912345678", "company": "Acme GmbH"}},
               {"op": "create", "entity": "feedback", "match": {"company": "Acme GmbH"},
                "fields": {"summary_contains": ["noise"], "sentiment": "negative"}},
               {"op": "create", "entity": "feedback", "match": {"company": "Acme GmbH"},
                "fields": {"summary_contains": ["support"], "sentiment": "positive"}}],
             "must_not": [{"entity": "deal", "match": {"id": "d1"}, "field": "stage", "value": "won"},
               {"entity": "company", "match": {"id": "c1"}, "field": "employee_size"},
               {"op": "create", "entity": "deal", "match": {"company": "Acme"}}]}
            """);

    private static Map<String, Object> json(String text) {
        return Cases.JSON.readValue(text, OBJECT);
    }

    private static CaseScore score(String... more) {
        var operations = new ArrayList<Object>(Folded.list(EXPECTED.get("operations")));
        for (var one : more) {
            operations.add(json(one));
        }
        return of(operations);
    }

    private static CaseScore of(List<?> operations) {
        return ScoreCase.of(
                SAMPLE,
                EXPECTED,
                Map.of(
                        "intents",
                        List.of("create_task", "update_record"),
                        "operations",
                        operations,
                        "clarify",
                        true,
                        "answer",
                        "On 30 September 2026, EUR 2,400,000"));
    }

    private static IntakeScore sum(CaseScore one) {
        return new IntakeScore(List.of(one));
    }

    @Test
    void whatIsExpectedIsPerfect() {
        var score = sum(score());
        assertThat(score.wholly()).isEqualTo(1);
        assertThat(score.operations().f1()).isEqualTo(1);
        assertThat(score.fields().f1()).isEqualTo(1);
        assertThat(score.answered()).isEqualTo(1);
        assertThat(score.broken()).isZero();
    }

    @Test
    void nothingHasNoRecallAndBreaksNothing() {
        var score = sum(ScoreCase.of(SAMPLE, EXPECTED, Map.of()));
        assertThat(score.operations()).isEqualTo(new Share(0, 0, 5));
        assertThat(score.fields().recall()).isZero();
        assertThat(score.clarify().recall()).isZero();
        assertThat(score.broken()).isZero();
    }

    @Test
    void onlyWhatMustNotBeBreaks() {
        var update = "{\"op\": \"update\", \"entity\": \"%s\", \"match\": {\"id\": \"%s\"}, \"fields\": {\"%s\": %s}}";
        assertThat(score(update.formatted("company", "c1", "employee_size", 9)).broken())
                .isEqualTo(1);
        assertThat(score(update.formatted("deal", "d1", "stage", "\"Won\"")).broken())
                .isEqualTo(1);
        assertThat(score(update.formatted("deal", "d1", "stage", "\"lost\"")).broken())
                .isZero();
        assertThat(score(update.formatted("company", "c1", "employee_size", 10)).wholly())
                .as("known already")
                .isTrue();
        assertThat(score("{\"op\": \"create\", \"entity\": \"deal\", \"match\": {\"company\": \"ACME\"}}")
                        .broken())
                .isEqualTo(1);
    }

    @Test
    void whatIsTooMuchLowersPrecisionAlone() {
        var field = sum(
                score(
                        "{\"op\": \"update\", \"entity\": \"deal\", \"match\": {\"id\": \"d1\"}, \"fields\": {\"deal_health\": \"good\"}}"));
        assertThat(field.fields().recall()).isEqualTo(1);
        assertThat(field.fields().precision()).isLessThan(1);
        assertThat(field.operations().f1()).isEqualTo(1);
        var operation = sum(
                score(
                        "{\"op\": \"update\", \"entity\": \"company\", \"match\": {\"id\": \"c1\"}, \"fields\": {\"description\": \"x\"}}"));
        assertThat(operation.operations().recall()).isEqualTo(1);
        assertThat(operation.operations().precision()).isLessThan(1);
    }

    @Test
    void theSameSaidOtherwiseIsTheSame() {
        var expected = Folded.list(EXPECTED.get("operations"));
        var score = of(List.of(expected.get(4), expected.get(3), expected.get(0), json("""
                        {"op": "create", "entity": "task",
                         "fields": {"title": "Send the offers", "due_date": "2026-03-06", "assignee": "ana ruiz"}}"""), json("""
                        {"op": "create", "entity": "contact",
                         "fields": {"name": "Jose Pena", "phone": "0034 912 345 678", "company": "acme"}}""")));
        assertThat(score.findings()).isEmpty();
    }

    @Test
    void whatIsNoOperationDoesNoHarm() {
        var score = of(List.of(7, Map.of(), Map.of("op", "create"), Map.of("op", "create", "entity", List.of("deal"))));
        assertThat(sum(score).operations().right()).isZero();
    }
}
