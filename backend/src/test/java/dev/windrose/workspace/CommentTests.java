package dev.windrose.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.PersonId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class CommentTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private RecordWorld world;
    private UUID company;

    @BeforeEach
    void startWithACompany() {
        world = RecordWorld.fresh();
        company = world.create("company", Map.of("name", "Calder Instruments"));
    }

    @Test
    void mentionsPeopleAndAnnouncesItOnce() {
        var comment = world.create("comment", on(company, "@[Olive Owner] please call them"));
        var person = Objects.requireNonNull(world.actor().person()).value();
        assertThat(world.get("comment", comment).value("mentions")).isEqualTo(List.of(person));
        world.update("comment", comment, Map.of("body", "@Olive Owner please call them today"));
        assertThat(announcements(comment)).isEqualTo(1);
    }

    @Test
    void answersAnotherComment() {
        var first = world.create("comment", on(company, "Who owns this?"));
        var answer = world.create(
                "comment",
                Map.of("record_type", "company", "record_id", company.toString(), "body", "I do.", "parent_id", first));
        assertThat(world.get("comment", answer).value("parent_id")).isEqualTo(first);
    }

    @Test
    void isChangedByItsAuthorAlone() {
        var comment = world.create("comment", on(company, "Who owns this?"));
        var owner = world.actor();
        var other =
                world.as(new Actor(owner.tenant(), PersonId.next(), "Nora", owner.kind(), Role.MEMBER, owner.scopes()));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> other.update("comment", comment, Map.of("body", "I do")));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> other.apply(Cause.person(), DraftOperation.delete("comment", comment)));
        world.apply(Cause.person(), DraftOperation.delete("comment", comment));
        assertThat(world.get("comment", comment).binned()).isTrue();
    }

    @Test
    void answersOnTheSameRecordOnly() {
        var first = world.create("comment", on(company, "Who owns this?"));
        var elsewhere = world.create("company", Map.of("name", "Delmar Health"));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> world.create(
                        "comment",
                        Map.of(
                                "record_type",
                                "company",
                                "record_id",
                                elsewhere.toString(),
                                "body",
                                "I do.",
                                "parent_id",
                                first)));
    }

    @Test
    void belongsToARecordOfTheWorkspace() {
        for (var nowhere : List.of(Ids.next(), RecordWorld.fresh().create("company", Map.of("name", "Elsewhere")))) {
            assertThatExceptionOfType(AppException.class)
                    .isThrownBy(() -> world.create("comment", on(nowhere, "Hello")))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("record_id"));
        }
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> world.create(
                        "comment", Map.of("record_type", "nothing", "record_id", company.toString(), "body", "Hello")));
    }

    private static Map<String, Object> on(UUID company, String body) {
        return Map.of("record_type", "company", "record_id", company.toString(), "body", body);
    }

    private long announcements(UUID comment) {
        return world.in(() -> transaction.execute(status -> jdbc.sql(
                        "select count(*) from event_log where tenant_id = :tenant and record_id = :comment and name = 'comment_mentioned'")
                .param("tenant", world.actor().tenant().value())
                .param("comment", comment)
                .query(Long.class)
                .single()));
    }
}
