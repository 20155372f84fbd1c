package dev.windrose.context.web;

import dev.windrose.context.policy.CompiledClause;
import dev.windrose.context.policy.LivePolicy;
import dev.windrose.context.policy.OutcomeJson;
import dev.windrose.context.policy.PolicyFinding;
import dev.windrose.context.policy.PolicyRule;
import dev.windrose.context.policy.Ruling;
import dev.windrose.context.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules, verdicts and findings as JSON. */
final class PolicyJson {

    private PolicyJson() {}

    static Map<String, @Nullable Object> of(CompiledClause compiled) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("clause", compiled.clause());
        json.put("text_only", compiled.textOnly());
        json.put("why", compiled.why());
        json.put("read_by", compiled.byModel() ? "model" : "grammar");
        json.put("warnings", compiled.warnings());
        json.put("guessed", compiled.guessed());
        json.put("confirmed", compiled.confirmed());
        json.put("confirmation", compiled.confirmation());
        json.put("rules", rules(compiled.clause(), compiled.rules()));
        return json;
    }

    static Map<String, @Nullable Object> of(LivePolicy policy) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", policy.id().toString());
        json.put("version", policy.version());
        json.put("title", policy.title());
        json.put("kind", policy.kind());
        json.put("enforce", policy.enforce().wire());
        json.put("clause", policy.clause());
        json.put("text_only", policy.rules().isEmpty());
        json.put("why", policy.why());
        json.put("read_by", policy.byModel() ? "model" : "grammar");
        json.put("warnings", policy.warnings());
        json.put("guessed", policy.guessed());
        json.put("rules", rules(policy.clause(), policy.rules()));
        return json;
    }

    static Map<String, @Nullable Object> of(Ruling ruling) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("entry_id", ruling.entryId().toString());
        json.put("version", ruling.version());
        json.put("title", ruling.title());
        json.put("clause", ruling.clause());
        json.put("enforce", ruling.enforce().wire());
        json.put("verdict", of(ruling.verdict()));
        json.put("rules", rules(ruling.clause(), ruling.rules()));
        return json;
    }

    static List<Map<String, @Nullable Object>> rules(String clause, List<PolicyRule> rules) {
        var list = new ArrayList<Map<String, @Nullable Object>>();
        for (var rule : rules) {
            var json = new LinkedHashMap<String, @Nullable Object>();
            int start = Math.min(rule.rule().start(), clause.length());
            int end = Math.clamp(rule.rule().end(), start, clause.length());
            json.put("kind", rule.rule().kind().wire());
            json.put("readable", rule.readable());
            json.put("cel", rule.cel());
            json.put("start", start);
            json.put("end", end);
            json.put("quote", clause.substring(start, end));
            json.put("asks", OutcomeJson.of(rule.rule().then()));
            json.put("warnings", rule.rule().warnings());
            list.add(json);
        }
        return list;
    }

    static Map<String, @Nullable Object> of(Verdict verdict) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("outcome", verdict.wire());
        switch (verdict) {
            case Verdict.Approval(var by) -> json.put("by", by);
            case Verdict.Price(var price, var what, var currency) -> {
                json.put("price", price);
                json.put("what", what);
                json.put("currency", currency);
            }
            case Verdict.Route(var to) -> json.put("to", to);
            case Verdict.Missing(var needs) -> json.put("needs", needs);
            case Verdict.Unknown(var needs) -> json.put("needs", needs);
            case Verdict.Allow _, Verdict.Refuse _ -> {}
        }
        return json;
    }

    static Map<String, @Nullable Object> of(PolicyFinding finding) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("finding", finding.kind().wire());
        json.put("text", finding.text());
        json.put("where", finding.where());
        json.put(
                "entries",
                finding.policies().stream()
                        .map(policy -> Map.of(
                                "id", policy.id().toString(),
                                "version", policy.version(),
                                "title", policy.title(),
                                "clause", policy.clause()))
                        .toList());
        return json;
    }
}
