package dev.windrose.context.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.model.ModelPolicies;
import dev.windrose.llm.model.ModelPolicyChange;
import dev.windrose.llm.model.ModelPolicyChange.Share;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.ScriptedModel.Reply;
import dev.windrose.testing.TestDatabase;
import dev.windrose.testing.WindroseTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class ProposeReadingTests {

    private static final String CLAUSE = "Wherever volumes climb past 300 units, think of the CFO.";

    @Autowired
    ProposeReading propose;

    @Autowired
    ModelPolicies models;

    private RecordWorld world;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
        world.in(() -> {
            models.change(new ModelPolicyChange(new Share(true, true, null), null, null, null));
            return null;
        });
    }

    @Test
    void proposesWhatTheModelReadWithAWarning() {
        var proposed = read(List.of(), rule("quantity > 300", "cfo"));
        assertThat(proposed.reading()).isNotNull();
        assertThat(proposed.compiled().byModel()).isTrue();
        assertThat(proposed.compiled().warnings()).containsExactly("Read by a model. Check the examples.");
        assertThat(proposed.compiled().rules()).singleElement().satisfies(rule -> assertThat(rule.readable())
                .isEqualTo("Needs cfo when units > 300"));
    }

    @Test
    void refusesANumberThatTheClauseDoesNotSay() {
        assertFallsBack(read(List.of(), rule("quantity > 350", "cfo")), "The clause does not say \"350\"");
    }

    @Test
    void refusesANameThatTheClauseDoesNotSay() {
        assertFallsBack(
                read(List.of(), rule("quantity > 300", "sales_lead")), "The clause does not say \"sales lead\"");
    }

    @Test
    void refusesWhatIsNoRule() {
        assertFallsBack(read(List.of(), rule("quantity >> 300", "cfo")), "not in the form of rules");
    }

    @Test
    void refusesAReadingThatAnExampleDeniesAndSaysSo() {
        var proposed = read(List.of(new Example("quantity = 301", "refuse")), rule("quantity > 300", "cfo"));
        assertFallsBack(proposed, "expects refuse, but its reading says approval by cfo");
    }

    @Test
    void saysThatTheModelDidNotAnswer() {
        assertFallsBack(read(List.of(), Reply.fails(400)), "The model did not answer");
    }

    @Test
    void asksNoModelWhereTheWordsAreARule() {
        var proposed = world.in(() -> propose.of("Discounts above 20 % need the CFO.", List.of()));
        assertThat(proposed.reading()).isNull();
        assertThat(proposed.compiled().byModel()).isFalse();
        assertThat(proposed.note()).contains("no model was asked");
    }

    private static void assertFallsBack(ProposeReading.Proposed proposed, String why) {
        assertThat(proposed.reading()).isNull();
        assertThat(proposed.compiled().rules()).isEmpty();
        assertThat(proposed.note()).contains(why);
    }

    private ProposeReading.Proposed read(List<Example> examples, Reply reply) {
        TestDatabase.MODEL.will(reply);
        return world.in(() -> propose.of(CLAUSE, examples));
    }

    private static Reply rule(String when, String role) {
        var asks = new HashMap<String, @Nullable Object>();
        asks.put("outcome", "approval");
        asks.put("by", List.of(role));
        asks.put("ordered", false);
        asks.put("price", null);
        asks.put("currency", null);
        asks.put("to", null);
        asks.put("fields", null);
        var json = new HashMap<String, @Nullable Object>();
        json.put("rules", List.of(Map.of("when", when, "asks", asks, "quote", "past 300 units")));
        json.put("why", null);
        return Reply.says(json);
    }
}
