package dev.windrose.workspace.archive;

import static dev.windrose.workspace.archive.ArchiveTests.api;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product read, did and got corrected, one line for each text. */
@WindroseTest
class TrainingTests {

    private RecordWorld world;
    private TransferApi api;

    @BeforeEach
    void fresh() {
        world = RecordWorld.fresh();
        api = api(world.actor());
    }

    @Test
    void aLineTellsTextDecisionCorrectionAndOutcome() {
        var company = world.create("company", Map.of("name", "Quarrow Mills"));
        var deal = world.create(
                "deal", Map.of("name", "Quarrow rollout", "company_id", company.toString(), "stage", "qualified"));
        say("Quarrow Mills want to sign on 2027-01-15, move Quarrow rollout to proposal.", deal);
        world.update("deal", deal, Map.of("stage", "negotiation"));
        var line = lines().getFirst();
        assertThat(line.get("input").asString()).startsWith("Quarrow Mills want");
        assertThat(line.get("about").get("deal_id").asString()).isEqualTo(deal.toString());
        assertThat(line.get("decision").get("intents")).isNotEmpty();
        var operation = line.get("operations").get(0);
        assertThat(operation.get("fields").get("stage").get("after").asString()).isEqualTo("proposal");
        assertThat(operation.get("status").asString()).isEqualTo("applied");
        var correction = line.get("corrections").get(0);
        assertThat(correction.get("kind").asString()).isEqualTo("edited");
        assertThat(correction.get("field").asString()).isEqualTo("stage");
        assertThat(correction.get("from").asString()).isEqualTo("proposal");
        assertThat(correction.get("to").asString()).isEqualTo("negotiation");
        assertThat(line.get("outcome").get("stage").asString()).isEqualTo("negotiation");
        var example = line.get("examples").get(0);
        assertThat(example.get("kind").asString()).isEqualTo("value");
        assertThat(example.get("right").asString()).isEqualTo("negotiation");
    }

    @Test
    void hiddenFieldsAndPeopleWithoutConsentStayOut() {
        var company = world.create("company", Map.of("name", "Quarrow Mills"));
        var deal = world.create(
                "deal", Map.of("name", "Quarrow rollout", "company_id", company.toString(), "stage", "qualified"));
        var contact = world.create(
                "contact",
                Map.of("name", "Quentin Amsel", "company_id", company.toString(), "email", "q@quarrow.example"));
        say("Move Quarrow rollout to proposal.", deal);
        say("Called Quentin Amsel of Quarrow Mills today.", null);
        assertThat(lines()).hasSize(2);
        world.update("contact", contact, Map.of("consent_state", "withdrawn"));
        assertThat(lines()).hasSize(1);
        var hidden = api.put("/access/masks", """
                {"masks": [{"record_type": "deal", "field": "stage", "roles": ["member"]}]}""");
        assertThat(hidden.status()).as(new String(hidden.body())).isEqualTo(200);
        var line = lines().getFirst();
        assertThat(line.get("input").isNull()).isTrue();
        assertThat(line.get("withheld").asString()).contains("hidden field");
        assertThat(line.toString()).doesNotContain("proposal");
    }

    private void say(String text, @Nullable UUID deal) {
        String record = deal == null ? "null" : "{\"type\": \"deal\", \"id\": \"%s\"}".formatted(deal);
        var answer = api.post("/intake", """
                {"text": "%s", "channel": "chat", "record": %s}""".formatted(text, record));
        assertThat(answer.status()).as(new String(answer.body())).isEqualTo(200);
    }

    private List<JsonNode> lines() {
        return ZipFiles.text(api.content(api.export("training")))
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
