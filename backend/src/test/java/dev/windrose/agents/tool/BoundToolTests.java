package dev.windrose.agents.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.tool.Argument;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundToolTests {

    public record Nothing() {}

    public record Named(
            @Argument("A name") String name,

            @Argument(
                    value = "How much",
                    choices = {"little", "much"})
            @Nullable
            String howMuch) {}

    public record Confirming(
            @Argument("Whether it is agreed") Boolean confirmed) {}

    public record Undescribed(String name) {}

    public static class Sample {

        @Tool(name = "right", says = "Does it.", effect = Effect.READ, tier = Tier.CORE, scope = "read")
        public String right(Named named) {
            return named.name();
        }

        @Tool(name = "no_effect", says = "Does it.", tier = Tier.CORE, scope = "read")
        public String noEffect(Nothing nothing) {
            return "";
        }

        @Tool(name = "no_tier", says = "Does it.", effect = Effect.READ, scope = "read")
        public String noTier(Nothing nothing) {
            return "";
        }

        @Tool(name = "no_scope", says = "Does it.", effect = Effect.READ, tier = Tier.CORE)
        public String noScope(Nothing nothing) {
            return "";
        }

        @Tool(name = "writes_as_reader", says = "Does it.", effect = Effect.WRITE, tier = Tier.CORE, scope = "read")
        public String writesAsReader(Nothing nothing) {
            return "";
        }

        @Tool(name = "confirms", says = "Does it.", effect = Effect.WRITE, tier = Tier.CORE, scope = "write")
        public String confirms(Confirming confirming) {
            return "";
        }

        @Tool(name = "undescribed", says = "Does it.", effect = Effect.READ, tier = Tier.CORE, scope = "read")
        public String undescribed(Undescribed undescribed) {
            return "";
        }

        @Tool(name = "several", says = "Does it.", effect = Effect.READ, tier = Tier.CORE, scope = "read")
        public String several(Nothing one, Nothing other) {
            return "";
        }

        @Tool(name = "hidden", says = "Does it.", effect = Effect.READ, tier = Tier.CORE, scope = "read")
        String hidden(Nothing nothing) {
            return "";
        }
    }

    @Test
    void refusesAToolThatDoesNotStateWhatItHasTo() {
        assertThat(wrong("noEffect"))
                .containsExactly(
                        "The tool no_effect (Sample.noEffect) does not state its effect: READ, PROPOSE or WRITE.");
        assertThat(wrong("noTier")).singleElement().asString().contains("does not state its tier: CORE or EXTENDED");
        assertThat(wrong("noScope")).singleElement().asString().contains("does not state its scope");
        assertThat(wrong("writesAsReader")).singleElement().asString().contains("within the scope read");
        assertThat(wrong("undescribed")).singleElement().asString().contains("does not say what \"name\" is");
        assertThat(wrong("several")).singleElement().asString().contains("one record of arguments");
        assertThat(wrong("hidden")).singleElement().asString().contains("is not public");
    }

    @Test
    void noToolIsConfirmedByAnArgument() {
        assertThat(wrong("confirms"))
                .singleElement()
                .asString()
                .contains("takes \"confirmed\": who acts and who agreed is never an argument");
    }

    @Test
    void twoToolsOfANameEndTheStart() {
        var tool = bound("right", new ArrayList<>());
        assertThatThrownBy(() -> Tools.byName(List.of(tool, tool), new ArrayList<>()))
                .hasMessage("Two tools are called right.");
    }

    @Test
    void namesEveryWrongArgument() {
        var schema = bound("right", new ArrayList<>()).definition().schema();
        assertThatThrownBy(() -> CheckArguments.check(schema, Map.of("how_much", "some", "confirm", true)))
                .extracting("details")
                .asString()
                .contains("\"how_much\" takes one of [little, much]")
                .contains("There is no argument \\\"confirm\\\"".replace("\\", ""))
                .contains("\"name\" is required");
    }

    private static List<String> wrong(String method) {
        var wrong = new ArrayList<String>();
        assertThat(tool(method, wrong)).isNull();
        return wrong;
    }

    private static BoundTool bound(String method, List<String> wrong) {
        var tool = tool(method, wrong);
        assertThat(wrong).isEmpty();
        return java.util.Objects.requireNonNull(tool);
    }

    private static @Nullable BoundTool tool(String name, List<String> wrong) {
        for (var method : Sample.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                return BoundTool.of(method, Sample::new, wrong::add);
            }
        }
        throw new AssertionError(name);
    }
}
