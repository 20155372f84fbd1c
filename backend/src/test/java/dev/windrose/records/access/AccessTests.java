package dev.windrose.records.access;

import static dev.windrose.records.access.AccessWorld.id;
import static dev.windrose.records.access.AccessWorld.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Filter;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

@WindroseTest
class AccessTests {

    private AccessWorld world;

    @BeforeEach
    void fill() {
        world = AccessWorld.fresh();
    }

    @Test
    void showsAMemberWhatTheMemberOwns() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var own = world.company("Fernweh Tools", mara);
        var other = world.company("Nordlicht Foods", world.workspace().owner());
        assertThat(world.listed(mara, "company")).containsExactlyInAnyOrder(own, other);

        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));

        assertThat(world.listed(mara, "company")).containsExactly(own);
        assertThat(world.counted(mara, "company", Filter.ALL)).isEqualTo(1);
        assertThat(world.listed(world.workspace().owner(), "company")).hasSize(2);
        assertThatThrownBy(() -> world.as(mara).get("company", other))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_FOUND);
        assertThatThrownBy(() -> world.as(mara).update("company", other, Map.of("name", "Mine")))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_FOUND);
    }

    @Test
    void showsTheRecordsOfATeam() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var jonas = world.person("Jonas Feld", Role.MEMBER);
        var petra = world.person("Petra Holm", Role.MEMBER);
        world.team("North", mara, jonas);
        var ofJonas = world.company("Fernweh Tools", jonas);
        world.company("Nordlicht Foods", petra);
        world.rules(new AccessRule("company", Role.MEMBER, AccessLevel.TEAM, AccessLevel.PRIVATE));

        assertThat(world.listed(mara, "company")).containsExactly(ofJonas);
        assertThatThrownBy(() -> world.as(mara).update("company", ofJonas, Map.of("name", "Mine")))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED);
        assertThat(world.as(jonas)
                        .update("company", ofJonas, Map.of("name", "Fernweh"))
                        .operations())
                .hasSize(1);
    }

    @Test
    void showsWhatIsSharedAndNoLongerOnceItIsNot() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var shared = world.company("Fernweh Tools", world.workspace().owner());
        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));
        assertThat(world.listed(mara, "company")).isEmpty();

        world.share(world.workspace().owner(), "company", shared, mara, AccessRight.READ);
        assertThat(world.listed(mara, "company")).containsExactly(shared);
        assertThatThrownBy(() -> world.as(mara).update("company", shared, Map.of("name", "Mine")))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED);

        world.share(world.workspace().owner(), "company", shared, mara, AccessRight.WRITE);
        world.as(mara).update("company", shared, Map.of("name", "Fernweh"));
        assertThat(world.as(mara).get("company", shared).title()).isEqualTo("Fernweh");
    }

    @Test
    void givesAMemberWhatTheMemberMakes() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));

        var made = world.as(mara).create("company", Map.of("name", "Fernweh Tools"));

        assertThat(world.as(mara).get("company", made).reference("owner_id")).isEqualTo(id(mara));
        assertThat(world.listed(mara, "company")).containsExactly(made);
    }

    @Test
    void refusesToReferToWhatIsNotSeenAndHidesItsName() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var unseen = world.company("Fernweh Tools", world.workspace().owner());
        var deal = world.owner().create("deal", Map.of("name", "Renewal", "company_id", unseen));
        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));

        var seen = world.as(mara).get("deal", deal);
        assertThat(seen.value("company_name")).isNull();
        assertThat(seen.refs()).doesNotContainKey("company_id");
        assertThatThrownBy(() -> world.as(mara).create("deal", Map.of("name", "Second", "company_id", unseen)))
                .isInstanceOf(AppException.class);
        world.as(mara).update("deal", deal, Map.of("name", "Renewed", "company_id", unseen));
        assertThat(world.owner().get("deal", deal).title()).isEqualTo("Renewed");
    }

    @Test
    void hidesCommentsOfRecordsThatAreNotSeen() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var unseen = world.company("Fernweh Tools", world.workspace().owner());
        var seen = world.company("Nordlicht Foods", mara);
        world.owner().create("comment", comment(unseen));
        var shown = world.owner().create("comment", comment(seen));
        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));

        assertThat(world.listed(mara, "comment")).containsExactly(shown);
        assertThatThrownBy(() -> world.as(mara).create("comment", comment(unseen)))
                .isInstanceOf(AppException.class);
    }

    private static Map<String, Object> comment(UUID company) {
        return Map.of("record_type", "company", "record_id", company.toString(), "body", "Called them");
    }

    @Test
    void leavesAMaskedFieldOut() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var deal = world.owner()
                .create("deal", Map.of("name", "Renewal", "deal_amount", 1200, "deal_amount_currency", "EUR"));
        world.owner().update("deal", deal, Map.of("deal_amount", 1300));
        world.masks(new FieldMask("deal", "deal_amount", Set.of(Role.MEMBER)));

        var http = world.workspace().httpOf(mara);
        http.get()
                .uri("/api/v1/deals/" + deal)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.deal_amount")
                .doesNotExist()
                .jsonPath("$._masked[0]")
                .isEqualTo("deal_amount");
        for (String path : List.of("/history", "/provenance", "")) {
            http.get()
                    .uri("/api/v1/deals/" + deal + path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body -> assertThat(body).doesNotContain("1,300", "1300", "\"deal_amount\":"));
        }
        http.get()
                .uri("/api/v1/change-sets?record_id=" + deal)
                .exchange()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Renewal").doesNotContain("1,300", "1300"));
        http.get()
                .uri("/api/v1/deals?sort=deal_amount")
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.get()
                .uri("/api/v1/deals?filter[deal_amount][gte]=1")
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.patch()
                .uri("/api/v1/deals/" + deal)
                .header("If-Match", "2")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("deal_amount", 1))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void showsChangeSetsOnlyAsFarAsTheirRecordsAreSeen() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var unseen = world.company("Fernweh Tools", world.workspace().owner());
        world.company("Nordlicht Foods", mara);
        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));
        var http = world.workspace().httpOf(mara);

        http.get()
                .uri("/api/v1/change-sets")
                .exchange()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Nordlicht").doesNotContain("Fernweh"));
        var set = world.owner().update("company", unseen, Map.of("name", "Fernweh"));
        http.get()
                .uri("/api/v1/change-sets/" + set.id())
                .exchange()
                .expectStatus()
                .isNotFound();
        http.post()
                .uri("/api/v1/change-sets/" + set.id() + "/undo")
                .exchange()
                .expectStatus()
                .isNotFound();
        for (String path : List.of("", "/history", "/provenance", "/shares")) {
            http.get()
                    .uri("/api/v1/companies/" + unseen + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        assertThatThrownBy(() ->
                        world.rules(new AccessRule("company", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.EVERYONE)))
                .hasFieldOrPropertyWithValue("code", CommonError.BAD_VALUE);
        assertThatThrownBy(() -> world.rules(reads("company", Role.ADMIN, AccessLevel.PRIVATE)))
                .hasFieldOrPropertyWithValue("code", CommonError.BAD_VALUE);
        assertThatThrownBy(() -> world.masks(new FieldMask("company", "name", Set.of(Role.MEMBER))))
                .hasFieldOrPropertyWithValue("code", CommonError.BAD_VALUE);
        var mara = world.person("Mara Lind", Role.MEMBER);
        world.workspace()
                .httpOf(mara)
                .put()
                .uri("/api/v1/access/rules")
                .body(Map.of("rules", List.of()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void showsTheRecordsOfOnesAccountsAndTerritories() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var owner = world.workspace().owner();
        var onTeam = world.company("Fernweh Tools", owner);
        var inTerritory = world.company("Nordlicht Foods", owner);
        world.company("Südwind Travel", owner);
        var contact = world.owner().create("contact", Map.of("name", "Lena Brandt", "company_id", onTeam));
        var territory = world.owner().create("territory", Map.of("name", "North", "members", List.of(id(mara))));
        world.owner().update("company", inTerritory, Map.of("territory_id", territory));
        world.owner().update("company", onTeam, Map.of("account_team", List.of(id(mara))));
        world.rules(
                reads("company", Role.MEMBER, AccessLevel.TERRITORY),
                reads("contact", Role.MEMBER, AccessLevel.PRIVATE));

        assertThat(world.listed(mara, "company")).containsExactlyInAnyOrder(onTeam, inTerritory);
        assertThat(world.listed(mara, "contact")).containsExactly(contact);
        world.as(mara).update("contact", contact, Map.of("name", "Lena Brand"));

        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));
        assertThat(world.listed(mara, "company")).containsExactly(onTeam);
    }

    @Test
    void tellsNothingOfWhatIsNotSeenInSearchTimelineAndChat() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var own = world.company("Nordlicht Foods", mara);
        var unseen = world.company("Zauberberg Optics", world.workspace().owner());
        world.owner().create("deal", Map.of("name", "Hidden renewal", "company_id", own));
        world.owner().create("deal", Map.of("name", "Zauberberg lenses", "company_id", unseen));
        world.rules(
                reads("company", Role.MEMBER, AccessLevel.PRIVATE), reads("deal", Role.MEMBER, AccessLevel.PRIVATE));
        var http = world.workspace().httpOf(mara);

        // what somebody else wrote reaches the index a moment later
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(found(world.owner().actor(), "lenses")).contains("Zauberberg lenses"));
        for (String path : List.of(
                "/api/v1/find?q=Zauberberg",
                "/api/v1/find?q=renewal",
                "/api/v1/companies/" + own + "/timeline",
                "/api/v1/companies/" + own + "/workspace")) {
            http.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body -> assertThat(body)
                            .as(path)
                            .doesNotContain("Zauberberg")
                            .doesNotContain("Hidden renewal"));
        }
        assertThat(found(mara, "Nordlicht")).contains("Nordlicht Foods");
        http.post()
                .uri("/api/v1/intake?dry_run=true")
                .body(Map.of("text", "What is the stage of the deal with Zauberberg Optics?", "channel", "chat"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body ->
                        assertThat(body).doesNotContain(unseen.toString()).doesNotContain("lenses"));
        http.get()
                .uri("/api/v1/companies/" + unseen + "/timeline")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private String found(Actor person, String words) {
        return world.workspace()
                .httpOf(person)
                .get()
                .uri("/api/v1/find?q=" + words)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void keepsConversationsToWhoseTheyAre() {
        var mara = world.person("Mara Lind", Role.MEMBER);
        var jonas = world.person("Jonas Feld", Role.MEMBER);
        var ofJonas = world.workspace().httpOf(jonas);
        ofJonas.post()
                .uri("/api/v1/threads")
                .body(Map.of("title", "Prices"))
                .exchange()
                .expectStatus()
                .isCreated();
        var ofMara = world.workspace().httpOf(mara);
        ofMara.get()
                .uri("/api/v1/threads")
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1);

        world.rules(reads("company", Role.MEMBER, AccessLevel.PRIVATE));

        ofMara.get()
                .uri("/api/v1/threads")
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(0);
        ofJonas.get()
                .uri("/api/v1/threads")
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1);
    }
}
