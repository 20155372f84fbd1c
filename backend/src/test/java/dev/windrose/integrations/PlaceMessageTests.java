package dev.windrose.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.model.ModelPolicies;
import dev.windrose.llm.model.ModelPolicyChange;
import dev.windrose.llm.model.ModelPolicyChange.Share;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.ScriptedModel;
import dev.windrose.testing.TestDatabase;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class PlaceMessageTests {

    @Autowired
    Connections connections;

    @Autowired
    ReceiveMessages door;

    @Autowired
    ReceivedMessages messages;

    @Autowired
    MessageRetention retention;

    @Autowired
    Changes changes;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ModelPolicies policies;

    @Autowired
    Untracked untracked;

    private TestWorkspace workspace;
    private Connection connection;

    @BeforeEach
    void fresh() {
        workspace = Workspaces.fresh();
        var secret = Secret.of("whsec_bGFtcGxpZ2h0LW9uLXRoZS13YXRlci1hdC1uaWdodA==");
        connection = as(() ->
                connections.create(new ConnectionChange("inbound_mail", "Desk", Map.of(), secret, null, null, null)));
    }

    private <T> T as(Supplier<T> work) {
        return ActorScope.call(workspace.owner(), work::get);
    }

    private ReceivedMessage take(String name, String from, String more, String words) throws InterruptedException {
        String type = more.contains("Content-Type") ? "" : "Content-Type: text/plain\r\n";
        String mail = "From: " + from + "\r\nTo: desk@northwind.example\r\nSubject: " + name + "\r\nMessage-ID: <"
                + name + "@quarrow.example>\r\n" + type + more + "\r\n" + words;
        var raw = new RawMessage(
                name, Instant.now(), "message/rfc822", mail.getBytes(StandardCharsets.UTF_8), RawMessage.FRESH);
        var id = as(() -> door.take(connection, List.of(raw), null)).getFirst();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (as(() -> messages.get(id)).state() == MessageState.WAITING) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(30);
        }
        return as(() -> messages.get(id));
    }

    @Test
    void aMailBelongsToTheThreadOfTheOneItAnswers() throws Exception {
        take("first", "lena@quarrow.example", "", "We need cranes.");
        take("second", "lena@quarrow.example", "In-Reply-To: <first@quarrow.example>\r\n", "Two of them.");
        var third = take("third", "lena@quarrow.example", "In-Reply-To: <second@quarrow.example>\r\n", "By May.");
        assertThat(third.thread()).isEqualTo("<first@quarrow.example>");
        int together = as(() -> transaction.execute(_ -> jdbc.sql("""
                        select count(*) from intake_decisions where tenant_id = :tenant and thread_id is not null group by thread_id
                        """)
                .param("tenant", workspace.tenant().value())
                .query(Integer.class)
                .single()));
        assertThat(together).isEqualTo(3);
    }

    @Test
    void onePersonMayHaveSeveralAddresses() throws Exception {
        workspace
                .http()
                .post()
                .uri("/api/v1/connections/aliases")
                .body(Map.of("address", "Lena.Ray@old.example", "same_as", "lena@quarrow.example"))
                .exchange()
                .expectStatus()
                .isOk();
        var fromOld = take("old", "Lena Ray <lena.ray@old.example>", "", "We need cranes.");
        assertThat(fromOld.sender()).isEqualTo("lena@quarrow.example");
        assertThat(fromOld.body()).startsWith("From: Lena Ray <lena@quarrow.example>");
        String tagged = workspace.email().replace("@", "+notes@");
        var own = take("own", tagged, "Cc: x@x.example\r\n", "To a customer.");
        assertThat(own.sender()).isEqualTo(workspace.email());
    }

    @Test
    void aModelIsAskedBeforeTheMailIsDecidedAndNotAboutWhatIsLeftOut() throws Exception {
        as(() -> policies.change(new ModelPolicyChange(new Share(true, false, null), null, null, null)));
        as(() -> untracked.add("left-out.example"));
        TestDatabase.MODEL.will(ScriptedModel.Reply.says(Map.of("operations", List.of())));
        take("quiet", "lena@left-out.example", "", "We need cranes.");
        assertThat(TestDatabase.MODEL.asked()).isEmpty();
        var read = take("read", "lena@quarrow.example", "", "We need two cranes.");
        assertThat(read.state()).isEqualTo(MessageState.STORED);
        assertThat(TestDatabase.MODEL.asked()).hasSize(1);
        String engine = as(() -> transaction.execute(_ -> jdbc.sql("""
                        select decision ->> 'engine' from intake_decisions where tenant_id = :tenant and prompt_log_id = :log
                        """)
                .param("tenant", workspace.tenant().value())
                .param("log", read.promptLog())
                .query(String.class)
                .single()));
        assertThat(engine).isEqualTo("model");
    }

    @Test
    void anInvitationOfSomebodyKnownIsAMeetingUntilItIsCalledOff() throws Exception {
        var contact = DraftOperation.create("contact", Map.of("name", "Lena Ray", "email", "lena@quarrow.example"));
        as(() -> changes.apply(ChangeDraft.of(Cause.person(), "", contact)));
        take("invite", "lena@quarrow.example", "Content-Type: text/calendar; method=REQUEST\r\n", calendar("REQUEST"));
        var task = as(() -> records.query(RecordQuery.of("task"))).stream()
                .filter(one -> one.title().equals("Meeting: Crane plan"))
                .toList();
        assertThat(task).hasSize(1);
        assertThat(String.valueOf(task.getFirst().value("due_date"))).isEqualTo("2091-03-05");
        take("off", "lena@quarrow.example", "Content-Type: text/calendar; method=CANCEL\r\n", calendar("CANCEL"));
        var after = as(() -> records.get("task", task.getFirst().id()));
        assertThat(after.text("status")).isEqualTo("cancelled");
    }

    private static String calendar(String method) {
        return "BEGIN:VCALENDAR\r\nMETHOD:" + method
                + "\r\nBEGIN:VEVENT\r\nUID:crane-1@quarrow.example\r\nSUMMARY:Crane plan\r\n"
                + "DTSTART:20910305T090000Z\r\nORGANIZER:mailto:lena@quarrow.example\r\n"
                + "ATTENDEE;CN=\"Desk: one\":mailto:desk@northwind.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    @Test
    void sourcesWaitWhileTooMuchWaitsHere() {
        as(() -> transaction.execute(_ -> jdbc.sql("""
                        insert into received_messages (tenant_id, id, connection_id, external_id, arrived_at, received_at, day, priority, state,
                            shared, content_type)
                        select :tenant, gen_random_uuid(), :connection, 'n' || n, now(), now(), current_date, 0, 'waiting', true, 'text/plain'
                        from generate_series(1, 5000) n
                        """)
                .param("tenant", workspace.tenant().value())
                .param("connection", connection.id())
                .update()));
        assertThat(as(() -> door.full())).isTrue();
        as(() -> transaction.execute(_ -> jdbc.sql("delete from received_messages where tenant_id = :tenant")
                .param("tenant", workspace.tenant().value())
                .update()));
        assertThat(as(() -> door.full())).isFalse();
    }

    @Test
    void wordsThatAreKeptLongEnoughAreRemovedAndTheLineStays() throws Exception {
        var line = take("old", "lena@quarrow.example", "", "We need cranes.");
        as(() -> retention.change(30));
        assertThat(retention.remove()).isZero();
        as(() -> transaction.execute(_ -> jdbc.sql(
                        "update received_messages set arrived_at = arrived_at - interval '31 days' where tenant_id = :tenant")
                .param("tenant", workspace.tenant().value())
                .update()));
        assertThat(retention.remove()).isEqualTo(1);
        var after = as(() -> messages.get(line.id()));
        assertThat(after.body()).isNull();
        assertThat(after.removedAt()).isNotNull();
        assertThat(after.state()).isEqualTo(MessageState.STORED);
    }
}
