package dev.windrose.records.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class ManyFieldsTests {

    @Test
    void worksWithAsManyFieldsAsThereCanBeAndRefusesOneMore() {
        var workspace = Workspaces.fresh();
        var api = new Api(workspace.http());
        ActorScope.run(workspace.owner(), () -> Workspaces.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    for (int i = 1; i < CustomFields.MOST; i++) {
                        Workspaces.bean(DefinitionStore.class).save(number(i));
                    }
                    Workspaces.bean(Descriptors.class).changed();
                }));
        api.post("/api/v1/schema/fields", Map.of("record_type", "company", "label", "Last", "kind", "text"), 201);
        var refused = api.post(
                "/api/v1/schema/fields", Map.of("record_type", "company", "label", "More", "kind", "text"), 422);
        assertThat(refused).containsEntry("code", "too_many");

        var values = new LinkedHashMap<String, Object>(Map.of("name", "Nordlicht", "c_last", "x"));
        for (int i = 1; i < CustomFields.MOST; i++) {
            values.put("c_number_" + i, i);
        }
        var company = api.post("/api/v1/companies", values, 201);
        assertThat(company).containsEntry("c_number_499", 499);
        assertThat((List<?>) api.get("/api/v1/companies?filter[c_number_250][gte]=250&sort=-c_number_3")
                        .get("data"))
                .hasSize(1);
        api.patch("/api/v1/companies/" + company.get("id"), 1, Map.of("c_number_7", 70), 200);
        assertThat(api.get("/api/v1/companies/" + company.get("id")))
                .containsEntry("c_number_7", 70)
                .containsEntry("c_number_8", 8);
    }

    private static FieldDefinition number(int i) {
        return new FieldDefinition(
                Ids.next(),
                "company",
                "c_number_" + i,
                "Number " + i,
                FieldKind.INTEGER,
                false,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                "",
                "",
                true,
                true,
                0,
                Instant.parse("2026-01-01T00:00:00Z"),
                null);
    }
}
