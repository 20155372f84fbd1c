package dev.windrose.records.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

@WindroseTest
class CustomTypeTests {

    private TestWorkspace workspace;
    private Api api;

    @BeforeEach
    void start() {
        workspace = Workspaces.fresh();
        api = new Api(workspace.http());
    }

    @Test
    void servesRecordsOfAnAddedTypeLikeOthers() {
        var type = api.post("/api/v1/schema/entities", Map.of("label", "Asset", "title_label", "Serial number"), 201);
        assertThat(type).containsEntry("name", "c_asset").containsEntry("plural", "c_assets");
        api.post(
                "/api/v1/schema/fields",
                Map.of("record_type", "c_asset", "label", "Owner company", "kind", "reference", "ref", "company"),
                201);
        api.post("/api/v1/schema/fields", Map.of("record_type", "c_asset", "label", "Seats", "kind", "integer"), 201);
        api.post(
                "/api/v1/schema/fields",
                Map.of("record_type", "company", "label", "Main asset", "kind", "reference", "ref", "c_asset"),
                201);
        var company = api.post("/api/v1/companies", Map.of("name", "Nordlicht"), 201);

        var asset = api.post(
                "/api/v1/c_assets", Map.of("name", "A-1", "c_owner_company", company.get("id"), "c_seats", 3), 201);
        assertThat(asset)
                .containsEntry("type", "c_asset")
                .containsEntry("title", "A-1")
                .containsEntry("version", 1);
        var refs = (Map<?, ?>) asset.get("_refs");
        assertThat((Map<?, ?>) refs.get("c_owner_company")).extracting("title").isEqualTo("Nordlicht");
        String uri = "/api/v1/c_assets/" + asset.get("id");
        api.patch(uri, 1, Map.of("c_seats", 9), 200);
        api.patch("/api/v1/companies/" + company.get("id"), 1, Map.of("c_main_asset", asset.get("id")), 200);
        assertThat((List<?>) api.get("/api/v1/c_assets?filter[c_owner_company.name]=Nordlicht&sort=-c_seats")
                        .get("data"))
                .hasSize(1);
        assertThat((List<?>) api.get("/api/v1/companies?filter[c_main_asset.name]=A-1")
                        .get("data"))
                .hasSize(1);
        assertThat((List<?>) api.get(uri + "/history").get("data")).hasSize(2);
        assertThat(api.get(uri + "/provenance")).containsKeys("name", "c_seats");

        api.send(HttpMethod.DELETE, uri, null, 200);
        assertThat((List<?>) api.get("/api/v1/c_assets?bin=true").get("data")).hasSize(1);
        api.post(uri + "/restore", Map.of(), 200);
        assertThat((List<?>) api.get("/api/v1/change-sets?record_id=" + asset.get("id"))
                        .get("data"))
                .hasSize(4);
    }

    @Test
    void keepsRecordsOfTwoAddedTypesApart() {
        api.post("/api/v1/schema/entities", Map.of("label", "Asset"), 201);
        api.post("/api/v1/schema/entities", Map.of("label", "Visit"), 201);
        var asset = api.post("/api/v1/c_assets", Map.of("name", "A-1"), 201);
        api.send(HttpMethod.GET, "/api/v1/c_visits/" + asset.get("id"), null, 404);
        api.send(HttpMethod.DELETE, "/api/v1/c_visits/" + asset.get("id"), null, 404);
        api.patch("/api/v1/c_visits/" + asset.get("id"), 1, Map.of("name", "B"), 404);
        assertThat((List<?>) api.get("/api/v1/c_visits").get("data")).isEmpty();
        api.post(
                "/api/v1/schema/fields",
                Map.of("record_type", "company", "label", "Visit", "kind", "reference", "ref", "c_visit"),
                201);
        api.post("/api/v1/companies", Map.of("name", "Nordlicht", "c_visit", asset.get("id")), 400);
    }

    @Test
    void hidesARemovedTypeAndBringsItBack() {
        var type = api.post("/api/v1/schema/entities", Map.of("label", "Asset"), 201);
        api.post(
                "/api/v1/schema/fields",
                Map.of("record_type", "company", "label", "Asset", "kind", "reference", "ref", "c_asset"),
                201);
        var asset = api.post("/api/v1/c_assets", Map.of("name", "A-1"), 201);
        var company = api.post("/api/v1/companies", Map.of("name", "Nordlicht", "c_asset", asset.get("id")), 201);
        String uri = "/api/v1/schema/entities/" + type.get("id");
        var impact = (Map<?, ?>)
                api.send(HttpMethod.DELETE, uri + "?dry_run=true", null, 200).get("impact");
        assertThat(impact.get("records")).isEqualTo(1);
        assertThat((List<?>) impact.get("used_in")).hasSize(1);
        api.send(HttpMethod.DELETE, uri, null, 200);
        api.send(HttpMethod.GET, "/api/v1/c_assets", null, 404);
        assertThat(api.get("/api/v1/companies/" + company.get("id"))).containsEntry("c_asset", asset.get("id"));
        api.post("/api/v1/companies", Map.of("name", "Südwind", "c_asset", asset.get("id")), 400);
        api.post("/api/v1/schema/entities", Map.of("label", "Asset"), 409);
        api.post(uri + "/restore", Map.of(), 200);
        assertThat(api.get("/api/v1/c_assets/" + asset.get("id"))).containsEntry("name", "A-1");
    }

    @Test
    void keepsLinksToARecordInTheBin() {
        api.post("/api/v1/schema/entities", Map.of("label", "Asset"), 201);
        api.post(
                "/api/v1/schema/fields",
                Map.of("record_type", "c_asset", "label", "Buyer", "kind", "reference", "ref", "company"),
                201);
        var company = api.post("/api/v1/companies", Map.of("name", "Nordlicht"), 201);
        var asset = api.post("/api/v1/c_assets", Map.of("name", "A-1", "c_buyer", company.get("id")), 201);
        String uri = "/api/v1/companies/" + company.get("id");
        api.send(HttpMethod.DELETE, uri, null, 200);
        var shown = api.get("/api/v1/c_assets/" + asset.get("id"));
        assertThat(shown).containsEntry("c_buyer", company.get("id"));
        assertThat(shown.get("_refs").toString()).contains("Nordlicht");
        String filter = "/api/v1/c_assets?filter[c_buyer.name]=Nordlicht";
        assertThat((List<?>) api.get(filter).get("data")).isEmpty();
        api.post(uri + "/restore", Map.of(), 200);
        assertThat((List<?>) api.get(filter).get("data")).hasSize(1);
    }

    @Test
    void refusesTypesWithoutANameOrWithOneThatIsTaken() {
        api.post("/api/v1/schema/entities", Map.of("label", "!!!"), 400);
        api.post("/api/v1/schema/entities", Map.of(), 400);
        api.post("/api/v1/schema/entities", Map.of("label", "Deal"), 409);
        var type = api.post("/api/v1/schema/entities", Map.of("label", "Asset"), 201);
        api.send(HttpMethod.PATCH, "/api/v1/schema/entities/" + type.get("id"), Map.of("name", "other"), 400);
        var renamed = api.send(
                HttpMethod.PATCH,
                "/api/v1/schema/entities/" + type.get("id"),
                Map.of("label", "Machine", "title_label", "Serial"),
                200);
        api.post("/api/v1/schema/changes/" + renamed.get("change_id") + "/roll-back", Map.of(), 200);
    }

    @Test
    void asksForTheSamePermissionsAsOtherTypes() {
        api.post("/api/v1/schema/entities", Map.of("label", "Asset"), 201);
        var viewer = new Api(workspace.httpAs(Role.VIEWER));
        viewer.post("/api/v1/c_assets", Map.of("name", "A-1"), 403);
        assertThat((List<?>) viewer.get("/api/v1/c_assets").get("data")).isEmpty();
        assertThat((List<?>) viewer.get("/api/v1/session").get("permissions"))
                .asList()
                .contains("c_asset.read")
                .doesNotContain("c_asset.create");
    }

    @Test
    void describesTheApiOfTheWorkspaceOnlyToItself() {
        api.post("/api/v1/schema/entities", Map.of("label", "Asset"), 201);
        api.post("/api/v1/schema/fields", Map.of("record_type", "company", "label", "Seats", "kind", "integer"), 201);
        var own = api.get("/api/v1/meta/openapi");
        assertThat(own.get("paths").toString()).contains("/api/v1/c_assets");
        assertThat(own.toString()).contains("c_seats");
        var others = new Api(Workspaces.fresh().http());
        assertThat(others.get("/api/v1/meta/openapi").toString())
                .doesNotContain("c_asset")
                .doesNotContain("c_seats");
        assertThat(api.get("/v3/api-docs").toString()).doesNotContain("c_asset");
    }
}
