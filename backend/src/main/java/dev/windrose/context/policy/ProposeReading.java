package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.llm.model.ModelAnswer;
import dev.windrose.llm.model.ModelQuestion;
import dev.windrose.llm.model.Prompt;
import dev.windrose.llm.model.StructuredModel;
import dev.windrose.platform.error.AppException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a model for the rules of a clause whose words alone are none. What it answers is a proposal: checked against the clause and the examples, and
 * nothing until a person takes it over.
 */
@Component
public class ProposeReading {

    private static final int VERSION = 1;
    private static final String INSTRUCTION = """
            You turn one clause of a sales policy into rules. Answer with JSON of the given schema and nothing else.
            A rule has "when", an expression over the facts below with the signs == != > >= < <= in && || ! and brackets, and "asks".
            "asks" has "outcome": approval (with "by", role keys in snake_case as the clause calls them, and "ordered"), refuse, floor (with "price" and
            "currency"), percent_off (with "price"), route (with "to", a role key), missing (with "fields", keys in snake_case), allow.
            The condition of a floor holds the comparison, as unit_price < 30. An amount stands beside its currency, as amount > 1000 && currency == "EUR".
            "quote" is the words of the clause that the rule comes from. Use only numbers, names and roles that stand in the clause.
            If the clause is vague, leaves it to somebody to judge, or refers to another document, answer with no rules and say why.
            Facts:
            """ + told();
    private static final String SCHEMA = """
            {"type":"object","properties":{"rules":{"type":"array","items":{"type":"object","properties":{"when":{"type":"string"},
            "asks":{"type":"object","properties":{"outcome":{"type":"string","enum":["approval","refuse","floor","percent_off","route","missing","allow"]},
            "by":{"type":["array","null"],"items":{"type":"string"}},"ordered":{"type":["boolean","null"]},"price":{"type":["string","null"]},
            "currency":{"type":["string","null"]},"to":{"type":["string","null"]},"fields":{"type":["array","null"],"items":{"type":"string"}}},
            "required":["outcome","by","ordered","price","currency","to","fields"],"additionalProperties":false},"quote":{"type":"string"}},
            "required":["when","asks","quote"],"additionalProperties":false}},"why":{"type":["string","null"]}},
            "required":["rules","why"],"additionalProperties":false}""";
    private static final Prompt PROMPT = new Prompt("read-policy", VERSION, INSTRUCTION, SCHEMA);

    private final StructuredModel model;
    private final CompileClause compile;
    private final Policies policies;

    ProposeReading(StructuredModel model, CompileClause compile, Policies policies) {
        this.model = model;
        this.compile = compile;
        this.policies = policies;
    }

    /**
     * What came of it.
     *
     * @param compiled by the model; else as the words alone say
     * @param reading for the details of the entry; null where there is none
     * @param note what was done, for whoever looks
     */
    public record Proposed(
            CompiledClause compiled, @Nullable String reading, String note) {}

    /** Outside of transactions: an answer takes its time. */
    public Proposed of(String clause, List<Example> examples) {
        var own = compile.of(clause);
        if (!own.textOnly()) {
            return new Proposed(own, null, "The words alone are a rule; no model was asked.");
        }
        var tier = model.tier();
        if (tier.isEmpty()) {
            return new Proposed(own, null, "No model is set up, or no text may leave the workspace.");
        }
        var answer = model.ask(
                new ModelQuestion(tier.get(), "read_policy", PROMPT, "<clause>\n" + clause + "\n</clause>", null));
        return switch (answer.orElse(null)) {
            case null -> new Proposed(own, null, "No model is set up, or no text may leave the workspace.");
            case ModelAnswer.Missing(var why) ->
                new Proposed(
                        own,
                        null,
                        "The model did not answer (%s). The clause stays text."
                                .formatted(why.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            case ModelAnswer.Given(var json) -> read(own, json, examples);
        };
    }

    private Proposed read(CompiledClause own, JsonNode json, List<Example> examples) {
        var rules = json.path("rules");
        if (rules.isEmpty()) {
            var why = json.path("why").asString("");
            return refused(own, why.isBlank() ? "It found no rule." : why);
        }
        var checked = ModelReading.of(own.clause(), rules);
        if (checked.problem() != null) {
            return refused(own, checked.problem());
        }
        var compiled = ModelReading.compiled(own.clause(), checked);
        var problem = compile.problem(compiled);
        if (problem != null) {
            return refused(own, problem);
        }
        for (var example : examples) {
            var unmet = unmet(example, compiled);
            if (unmet != null) {
                return refused(own, unmet);
            }
        }
        var reading = new LinkedHashMap<String, Object>();
        reading.put("clause", own.clause());
        reading.put(
                "rules",
                compiled.rules().stream()
                        .map(rule -> Map.of(
                                "when",
                                dev.windrose.context.policy.rule.WriteCel.of(
                                        rule.rule().when()),
                                "asks",
                                OutcomeJson.of(rule.rule().then()),
                                "quote",
                                own.clause()
                                        .substring(
                                                rule.rule().start(), rule.rule().end())))
                        .toList());
        return new Proposed(compiled, JsonMapper.shared().writeValueAsString(reading), ModelReading.WARNING);
    }

    private @Nullable String unmet(Example example, CompiledClause compiled) {
        try {
            var verdict = policies.rule(compiled.rules(), example.parsed(PolicyRule.read(compiled.rules())));
            return example.met(verdict)
                    ? null
                    : "The example \"%s\" expects %s, but its reading says %s."
                            .formatted(example.facts(), example.expected(), Example.told(verdict));
        } catch (AppException unreadable) {
            return "An example cannot be read: " + unreadable.getMessage();
        }
    }

    private static Proposed refused(CompiledClause own, String why) {
        return new Proposed(own, null, "A model was asked. Its reading is not used: " + why);
    }

    private static String told() {
        return Fact.all().stream()
                .map(fact -> "%s: %s, %s%s"
                        .formatted(
                                fact.key(),
                                fact.label(),
                                fact.form().name().toLowerCase(Locale.ROOT),
                                fact.choices().isEmpty() ? "" : ", one of " + String.join(", ", fact.choices())))
                .collect(Collectors.joining("\n"));
    }
}
