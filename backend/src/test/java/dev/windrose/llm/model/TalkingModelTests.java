package dev.windrose.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.model.ModelPolicyChange.Budget;
import dev.windrose.llm.model.ModelPolicyChange.Share;
import dev.windrose.platform.ActorScope;
import dev.windrose.testing.ScriptedModel;
import dev.windrose.testing.ScriptedModel.Reply;
import dev.windrose.testing.TestDatabase;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class TalkingModelTests {

    private static final Prompt PROMPT = new Prompt("test-talk", 2, "Help.", "{}");
    private static final ModelTool FIND = new ModelTool("find_deals", "Finds deals", """
            {"type":"object","properties":{"company":{"type":"string"},"most":{"type":"integer"}},"required":["company"],"additionalProperties":false}""");
    private static final String ARGUMENTS = "{\"company\":\"Quarrow Mills\"}";

    private final ScriptedModel server = TestDatabase.MODEL;
    private final List<String> heard = new ArrayList<>();

    @Autowired
    TalkingModel model;

    @Autowired
    ModelPolicies policies;

    @AfterEach
    void conforms() {
        assertThat(server.problems()).isEmpty();
    }

    private TestWorkspace open(boolean plain, @Nullable Budget budget) {
        var workspace = Workspaces.fresh();
        ActorScope.run(
                workspace.owner(),
                () -> policies.change(
                        new ModelPolicyChange(new Share(true, true, plain ? "plain" : "masked"), budget, null, null)));
        return workspace;
    }

    private static ModelTalk talk(TalkTurn... turns) {
        return new ModelTalk(ModelTier.STRONG, "test", PROMPT, List.of(FIND), List.of(turns), null);
    }

    private TalkAnswer say(TestWorkspace workspace, ModelTalk talk) {
        return ActorScope.call(workspace.owner(), () -> model.next(talk)).orElseThrow();
    }

    private TalkAnswer hear(TestWorkspace workspace, ModelTalk talk) {
        return ActorScope.call(workspace.owner(), () -> model.next(talk, heard::add))
                .orElseThrow();
    }

    private static TalkTurn.Answered given(TalkAnswer answer) {
        return ((TalkAnswer.Given) answer).turn();
    }

    private static CallOutcome missing(TalkAnswer answer) {
        return ((TalkAnswer.Missing) answer).why();
    }

    private static String outcome(TestWorkspace workspace) {
        var answer = workspace.http().get().uri("/api/v1/llm/calls").exchange().expectBody();
        return JsonMapper.shared()
                .readTree(answer.returnResult().getResponseBodyContent())
                .path("data")
                .get(0)
                .path("outcome")
                .asString();
    }

    @Test
    void asksForAToolHearsWhatItGaveBackAndAnswers() {
        var workspace = open(false, null);
        server.will(Reply.calls("find_deals", ARGUMENTS), Reply.says("Two deals."));
        var asked = new TalkTurn.Asked("What is open at Quarrow Mills?");
        var turn = given(say(workspace, talk(asked)));
        assertThat(turn.text()).isEmpty();
        assertThat(turn.calls()).singleElement().satisfies(call -> {
            assertThat(call.tool()).isEqualTo("find_deals");
            assertThat(call.arguments().path("company").asString()).isEqualTo("Quarrow Mills");
        });
        var offered = server.asked().getFirst().path("tools").get(0).path("function");
        assertThat(offered.path("name").asString()).isEqualTo("find_deals");
        assertThat(offered.path("parameters").path("required").get(0).asString())
                .isEqualTo("company");

        var back = new TalkTurn.Returned(turn.calls().getFirst().id(), "find_deals", "[\"d1\",\"d2\"]");
        assertThat(given(say(workspace, talk(asked, turn, back))).text()).isEqualTo("Two deals.");
        var messages = server.asked().getLast().path("messages");
        assertThat(messages.valueStream().map(each -> each.path("role").asString()))
                .containsExactly("system", "user", "assistant", "tool");
        assertThat(messages.get(3).path("tool_call_id").asString()).isEqualTo("call_0");
    }

    @Test
    void isHeardPieceByPiece() {
        var workspace = open(false, null);
        server.will(Reply.streams("Two ", "deals", " are open."));
        var answer = given(hear(workspace, talk(new TalkTurn.Asked("What is open?"))));
        assertThat(heard).containsExactly("Two ", "deals", " are open.");
        assertThat(answer.text()).isEqualTo("Two deals are open.");
        assertThat(server.asked().getFirst().path("stream").asBoolean()).isTrue();
        assertThat(outcome(workspace)).isEqualTo("answered");
    }

    @Test
    void asksForSeveralToolsInAStream() {
        var workspace = open(false, null);
        server.will(
                Reply.streamsCalls("find_deals", ARGUMENTS, "find_deals", "{\"company\":\"Pellham Rail\",\"most\":3}"));
        var calls = given(hear(workspace, talk(new TalkTurn.Asked("Both?")))).calls();
        assertThat(calls).extracting(TalkTurn.ToolCall::id).containsExactly("call_0", "call_1");
        assertThat(calls.getLast().arguments().path("most").asInt()).isEqualTo(3);
        assertThat(heard).isEmpty();
    }

    @Test
    void aMarkInTwoPiecesIsHeardAsTheAddressItStandsFor() {
        var workspace = open(false, null);
        server.will(Reply.streams("Write to mail_", "1_hid", "den or mai", "l_2_hidden", " today", " mail"));
        var turns = talk(
                new TalkTurn.Asked("Ask ada@quarrow.example"),
                new TalkTurn.Answered("Who else?", List.of()),
                new TalkTurn.Asked("and ben@quarrow.example, password: hunter22"));
        var answer = given(hear(workspace, turns));
        assertThat(server.asked().getFirst().toString())
                .contains("mail_1_hidden", "mail_2_hidden", "[secret]")
                .doesNotContain("@quarrow", "hunter22");
        assertThat(answer.text()).isEqualTo("Write to ada@quarrow.example or ben@quarrow.example today mail");
        assertThat(String.join("", heard)).isEqualTo(answer.text());
        assertThat(heard).allMatch(piece -> !piece.contains("hid"));
    }

    @Test
    void tellsEachFailure() {
        assertThat(failure(Reply.fails(500), Reply.fails(503))).isEqualTo(CallOutcome.FAILED);
        assertThat(failure(Reply.busy("600"))).isEqualTo(CallOutcome.RATE_LIMITED);
        assertThat(failure(Reply.calls("drop_everything", "{}"))).isEqualTo(CallOutcome.UNREADABLE);
        assertThat(failure(Reply.calls("find_deals", "{\"company\":"))).isEqualTo(CallOutcome.UNREADABLE);
        assertThat(failure(Reply.calls("find_deals", "[1]"))).isEqualTo(CallOutcome.UNREADABLE);
        assertThat(failure(Reply.refuses("I will not."))).isEqualTo(CallOutcome.REFUSED);
        assertThat(failure(Reply.says("late").after(Duration.ofMillis(1400)))).isEqualTo(CallOutcome.TIMED_OUT);
    }

    private CallOutcome failure(Reply... replies) {
        var workspace = open(false, null);
        server.will(replies);
        var why = missing(say(workspace, talk(new TalkTurn.Asked("They signed."))));
        assertThat(outcome(workspace)).isEqualTo(why.wire());
        return why;
    }

    @Test
    void tellsEachFailureOfAStream() {
        assertThat(broken(Reply.fails(500), Reply.fails(503))).isEqualTo(CallOutcome.FAILED);
        assertThat(broken(Reply.busy("600"))).isEqualTo(CallOutcome.RATE_LIMITED);
        assertThat(broken(Reply.streamsCalls("find_deals", "{\"company\":"))).isEqualTo(CallOutcome.UNREADABLE);
        assertThat(broken(new Reply(200, "data: {\"choices\":\n\n", Map.of(), Duration.ZERO)))
                .isEqualTo(CallOutcome.UNREADABLE);
        assertThat(broken(Reply.streams("late").after(Duration.ofMillis(1400)))).isEqualTo(CallOutcome.TIMED_OUT);
        assertThat(broken(Reply.streams("Two", " deals").brokenOff(), Reply.streams("Never heard.")))
                .as("and is not tried again, since a part was heard")
                .isEqualTo(CallOutcome.UNREADABLE);
        assertThat(String.join("", heard)).isEqualTo("Two deals");
    }

    private CallOutcome broken(Reply... replies) {
        heard.clear();
        var workspace = open(false, null);
        server.will(replies);
        var why = missing(hear(workspace, talk(new TalkTurn.Asked("They signed."))));
        assertThat(outcome(workspace)).isEqualTo(why.wire());
        return why;
    }

    @Test
    void aBusyStreamIsTriedAgainAsLongAsNothingWasHeard() {
        var workspace = open(false, null);
        server.will(Reply.busy("0"), Reply.streams("Here."));
        assertThat(given(hear(workspace, talk(new TalkTurn.Asked("Where?")))).text())
                .isEqualTo("Here.");
        assertThat(heard).containsExactly("Here.");
    }

    @Test
    void asksNobodyWhereNothingMayLeaveOrTheBudgetIsUsedUp() {
        server.will();
        var closed = Workspaces.fresh();
        Optional<TalkAnswer> none =
                ActorScope.call(closed.owner(), () -> model.next(talk(new TalkTurn.Asked("They signed."))));
        assertThat(none).isEmpty();
        var poor = open(false, new Budget(5L, null, null, null, null));
        assertThat(missing(hear(poor, talk(new TalkTurn.Asked("They signed. ".repeat(50))))))
                .isEqualTo(CallOutcome.OVER_BUDGET);
        assertThat(server.asked()).isEmpty();
    }
}
