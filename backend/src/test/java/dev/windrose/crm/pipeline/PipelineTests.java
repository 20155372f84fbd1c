package dev.windrose.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.crm.pipeline.PipelineChange.StageChange;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@WindroseTest
class PipelineTests {

    @Autowired
    Pipelines pipelines;

    @Autowired
    Descriptors descriptors;

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void offersTheUsualStagesToAWorkspaceThatNeverChangedThem() {
        assertThat(world.in(() -> pipelines.all())).singleElement().satisfies(only -> {
            assertThat(only.isDefault()).isTrue();
            assertThat(only.stages())
                    .extracting(PipelineStage::value)
                    .startsWith("lead")
                    .endsWith("won", "lost");
        });
        var deal = world.get("deal", world.create("deal", Map.of("name", "Pumps")));
        assertThat(deal.values()).containsEntry("pipeline", "sales").containsEntry("stage", "lead");
    }

    @Test
    void letsAWorkspaceNameItsOwnStages() {
        change(List.of(
                stage("Angebot übergeben", "open"),
                stage("Geprüft", "open"),
                stage("Beauftragt", "won"),
                stage("Abgesagt", "lost")));
        assertThat(world.in(() -> descriptors.get("deal").fields().get("stage").choices()))
                .extracting(choice -> choice.value())
                .containsExactly("angebot_ubergeben", "gepruft", "beauftragt", "abgesagt");
        var deal = world.create("deal", Map.of("name", "Pumps"));
        assertThat(world.get("deal", deal).value("stage")).isEqualTo("angebot_ubergeben");
        world.update("deal", deal, Map.of("stage", "beauftragt"));
        assertThat(world.get("deal", deal).values())
                .containsEntry("deal_state", "won")
                .containsKey("deal_signing_date");
        world.update("deal", deal, Map.of("stage", "abgesagt"));
        assertThat(world.get("deal", deal).values()).containsEntry("deal_state", "lost");
        assertThatThrownBy(() -> world.update("deal", deal, Map.of("stage", "negotiation")))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.field()).isEqualTo("stage"));
    }

    @Test
    void translatesTheStagesThatTextsSpeakOf() {
        change(List.of(
                stage("Erstkontakt", "open"),
                stage("Angebot", "open"),
                stage("Gewonnen", "won"),
                stage("Tot", "lost")));
        world.in(() -> {
            assertThat(pipelines.translated(null, "lead")).isEqualTo("erstkontakt");
            assertThat(pipelines.translated(null, "negotiation")).isEqualTo("angebot");
            assertThat(pipelines.translated(null, "won")).isEqualTo("gewonnen");
            assertThat(pipelines.usual(null, "tot")).isEqualTo("lost");
            return null;
        });
    }

    @Test
    void keepsSeveralPipelinesApart() {
        var renewals = world.in(() -> pipelines.add(new PipelineChange(
                "Renewals", List.of(stage("Due", "open"), stage("Renewed", "won"), stage("Left", "lost")), false)));
        var deal = world.create("deal", Map.of("name", "Pumps", "pipeline", renewals.key()));
        assertThat(world.get("deal", deal).value("stage")).isEqualTo("due");
        assertThatThrownBy(() -> world.update("deal", deal, Map.of("stage", "proposal")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("Renewals has no stage");
        world.update("deal", deal, Map.of("pipeline", "sales"));
        assertThat(world.get("deal", deal).values())
                .containsEntry("stage", "lead")
                .containsEntry("deal_state", "open");
    }

    @Test
    void refusesToTakeAwayAStageThatDealsAreIn() {
        world.create("deal", Map.of("name", "Pumps", "stage", "proposal"));
        assertThatThrownBy(() -> change(List.of(stage("Lead", "open"), stage("Won", "won"), stage("Lost", "lost"))))
                .isInstanceOfSatisfying(AppException.class, error -> {
                    assertThat(error.code()).isEqualTo(CommonError.CONFLICT);
                    assertThat(error.getMessage()).contains("1 deals are in the stage \"Proposal\"");
                });
    }

    @Test
    void refusesPipelinesThatNoDealCouldEndIn() {
        for (var stages : List.of(
                List.of(stage("Lead", "open"), stage("Won", "won")),
                List.of(stage("Lead", "open"), stage("lead", "open"), stage("Won", "won"), stage("Lost", "lost")),
                List.of(stage("Lead", "sometimes"), stage("Won", "won"), stage("Lost", "lost")))) {
            assertThatThrownBy(() -> change(stages))
                    .isInstanceOfSatisfying(AppException.class, error -> assertThat(error.field())
                            .isEqualTo("stages"));
        }
    }

    @Test
    void areChangedByAdministratorsThroughTheApi() {
        var stages = """
                {"name": "Partners", "is_default": true, "stages": [{"label": "Met", "category": "open", "probability": 10, "rotting_days": 14},
                 {"label": "Signed", "category": "won"}, {"label": "Gone", "category": "lost"}]}""";
        var admin = world.workspace().http();
        admin.post()
                .uri("/api/v1/pipelines")
                .contentType(MediaType.APPLICATION_JSON)
                .body(stages)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.stages[0].value")
                .isEqualTo("met");
        admin.get()
                .uri("/api/v1/pipelines")
                .exchange()
                .expectBody()
                .jsonPath("$.data[0].name")
                .isEqualTo("Partners")
                .jsonPath("$.data[1].is_default")
                .isEqualTo(false);
        world.workspace()
                .httpAs(Role.MEMBER)
                .post()
                .uri("/api/v1/pipelines")
                .contentType(MediaType.APPLICATION_JSON)
                .body(stages)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void change(List<StageChange> stages) {
        world.in(() -> {
            var id = pipelines.byDefault().id();
            return pipelines.change(id, new PipelineChange(null, new ArrayList<>(stages), null));
        });
    }

    private static StageChange stage(String label, @Nullable String category) {
        return new StageChange(null, label, category, null, null, null, null);
    }
}
